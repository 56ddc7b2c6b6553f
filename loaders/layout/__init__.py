"""How things stand on a page: heads of tables, rows and cells, headings and sections, bullets, footnotes."""

"""A plan filled in as a workbook, read straight to records: what `graph.workbook` writes."""

"""A plan as a workbook that a person fills in: what its sheets and columns are, an empty one, and one of a document.

record types + ontology ──forms──▶ Form ──template──▶ .xlsx        store ──stated──▶ Written ──rows──▶ ──written──▶ .xlsx

`loaders.form` reads both back.
"""

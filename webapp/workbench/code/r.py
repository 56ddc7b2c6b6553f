"""R with httr2 and readr."""

from flask_babel import lazy_gettext

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

BEGIN = """\
library(httr2)

endpoint <- $endpoint
query <- $query
answer <- request(endpoint) |>
  req_body_form(query = query$graphs) |>
"""
ROWS = (
    BEGIN
    + """\
  req_headers(Accept = "text/csv") |>
  req_perform()
rows <- readr::read_csv(resp_body_string(answer), col_types = readr::cols(.default = "c"))
print(rows)
"""
)
TRIPLES = (
    BEGIN
    + """\
  req_headers(Accept = "text/turtle") |>
  req_perform()
writeLines(resp_body_string(answer), "answer.ttl")
"""
)

CODE = Code(
    name="r",
    order=50,
    label="R",
    quoted=spelled.r,
    rows=ROWS,
    triples=TRIPLES,
    graph=", $name = $value",
    note=lazy_gettext("Allt läses som text. Gör om kolumner med as.numeric."),
)

"""Python with polars."""

from flask_babel import lazy_gettext

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

ROWS = """\
from io import BytesIO
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import polars as pl

endpoint = $endpoint
query = $query
fields = [("query", query)$graphs]
request = Request(endpoint, urlencode(fields).encode(), {"Accept": "text/csv"})
with urlopen(request) as answer:
    frame = pl.read_csv(BytesIO(answer.read()), infer_schema=False)
print(frame)
"""

CODE = Code(
    name="polars",
    order=30,
    label="Python: polars",
    quoted=spelled.python,
    rows=ROWS,
    graph=", ($name, $value)",
    note=lazy_gettext("CSV tappar typer, så allt läses som text. Gör om kolumner med cast."),
)

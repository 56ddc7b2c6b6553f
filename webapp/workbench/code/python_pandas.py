"""Python with pandas, and nothing else."""

from flask_babel import lazy_gettext

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

ROWS = """\
from io import BytesIO
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pandas as pd

endpoint = $endpoint
query = $query
fields = [("query", query)$graphs]
request = Request(endpoint, urlencode(fields).encode(), {"Accept": "text/csv"})
with urlopen(request) as answer:
    frame = pd.read_csv(BytesIO(answer.read()), dtype=str, keep_default_na=False)
print(frame)
"""
TRIPLES = """\
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

endpoint = $endpoint
query = $query
fields = [("query", query)$graphs]
request = Request(endpoint, urlencode(fields).encode(), {"Accept": "text/turtle"})
with urlopen(request) as answer:
    Path("answer.ttl").write_bytes(answer.read())
"""

CODE = Code(
    name="pandas",
    order=20,
    label="Python: pandas",
    quoted=spelled.python,
    rows=ROWS,
    triples=TRIPLES,
    graph=", ($name, $value)",
    note=lazy_gettext(
        "CSV tappar typer, så allt läses som text: annars blir koden ”007” talet 7. Gör om kolumner med astype eller pd.to_numeric."
    ),
)

"""Our own program: types as the graph has them."""

from flask_babel import lazy_gettext

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

ROWS = """\
import rodatraden

graph = rodatraden.open($endpoint)
query = $query
frame = graph.query(query)  # frame="polars" for polars
print(frame)
"""

CODE = Code(
    name="rodatraden",
    order=10,
    label="Python: rodatraden",
    quoted=spelled.python,
    rows=ROWS,
    note=lazy_gettext(
        "Behåller typer: ”007” är text, decimaltal är exakta, språk följer med. Kräver rodatraden och pandas."
    ),
)

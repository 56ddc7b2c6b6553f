"""curl, from a shell."""

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

ROWS = """\
curl --fail-with-body $endpoint \\
  --header 'Accept: text/csv' \\
  --data-urlencode query=$query$graphs
"""
TRIPLES = ROWS.replace("text/csv", "text/turtle")

CODE = Code(
    name="curl",
    order=60,
    label="curl",
    quoted=spelled.shell,
    rows=ROWS,
    triples=TRIPLES,
    graph=" \\\n  --data-urlencode $name=$value",
)

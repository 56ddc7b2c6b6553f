"""Python with SPARQLWrapper, which any endpoint can be asked with."""

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

BEGIN = """\
from SPARQLWrapper import {form}, POST, SPARQLWrapper

client = SPARQLWrapper($endpoint, returnFormat={form})
client.setMethod(POST)
query = $query
client.setQuery(query)
${{graphs}}"""
ROWS = (
    BEGIN.format(form="JSON")
    + """\
answer = client.queryAndConvert()
for row in answer["results"]["bindings"] if "results" in answer else [answer["boolean"]]:
    print(row)
"""
)
TRIPLES = (
    BEGIN.format(form="TURTLE")
    + """\
print(client.queryAndConvert().decode())
"""
)

CODE = Code(
    name="sparqlwrapper",
    order=40,
    label="Python: SPARQLWrapper",
    quoted=spelled.python,
    rows=ROWS,
    triples=TRIPLES,
    graph="client.addParameter($name, $value)\n",
)

"""`/graph-store`: the SPARQL 1.1 Graph Store Protocol, its reading side: one graph by its name, or the union of all."""

from flask import Blueprint, Response, request

from graph.asking.outcome import Question
from graph.asking.place import directory_of
from webapp.caged import pool
from webapp.door import view
from webapp.endpoint.headers import open_to_all
from webapp.endpoint.negotiation import content_type, triples
from webapp.endpoint.problem import Odd, explained
from webapp.endpoint.protocol import Fields, fields, spelled
from webapp.endpoint.sparql import left
from webapp.endpoint.unchanged import held, not_modified, tag, tagged
from webapp.version import data_version

WHOLE = "CONSTRUCT WHERE { ?s ?p ?o }"
PAGE = Blueprint("graph_store", __name__, url_prefix="/graph-store")
PAGE.after_request(open_to_all)


@PAGE.get("")
@explained
def graph() -> Response:
    """All triples of a graph."""
    given = fields(request)
    name = named(given)
    formats = [value for each, value in given if each == "format"]
    kind, form = triples(request.accept_mimetypes, formats[0] if formats else None, "This is a graph")
    seen = view()
    if name is not None and not seen.ask(f"ASK {{ GRAPH {spelled(name)} {{ ?s ?p ?o }} }}"):
        raise Odd(404, f"There is no graph <{name[:500]}>. Which there are is told at /sparql, asked for nothing.")
    mark = tag(data_version(seen), "graph", name, kind)
    if held(mark):
        return not_modified(mark)
    graphs = () if name is None else (name,)
    question = Question(WHOLE, rows=None, triples=form, default_graphs=graphs)
    written = pool().ask(directory_of(seen), question, left())
    return tagged(Response(written.body, content_type=content_type(kind)), mark)


def named(given: Fields) -> str | None:
    """The graph that is asked for, None for the union of all; raises Odd where that is not told, or told twice."""
    told = [value if name == "graph" else None for name, value in given if name in ("graph", "default")]
    if len(told) != 1:
        raise Odd(400, "Name one graph: `?graph=` and its IRI, or `?default` for the union of all graphs.")
    return told[0]

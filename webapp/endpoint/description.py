"""What the endpoint tells of itself to who asks nothing: W3C's SPARQL Service Description."""

from functools import cache
from io import BytesIO
from pathlib import Path

from flask import Response

from graph.results import Form, write_answer
from graph.terms import sparql
from graph.view import View
from ontology.iri import Iri
from queries.tokens import dollars_replaced
from webapp.endpoint.negotiation import content_type
from webapp.endpoint.unchanged import held, not_modified, tag, tagged
from webapp.public import public
from webapp.version import data_version

VOID = "/.well-known/void"


@cache
def _question() -> str:
    return Path(__file__).with_name("service.rq").read_text("utf-8")


def description(seen: View, endpoint: Iri, kind: str, form: Form) -> Response:
    """The endpoint at an address, as triples in a form that is sent as a media type."""
    version = data_version(seen)
    mark = tag(version, endpoint, kind)
    if held(mark):
        return not_modified(mark)
    terms = {
        "endpoint": sparql(endpoint),
        "void": sparql(public(VOID)),
        "version": sparql(version),
        **{name: sparql(Iri(f"{endpoint}#{name}")) for name in ("service", "dataset", "default")},
    }
    out = BytesIO()
    write_answer(seen, dollars_replaced(_question(), terms.__getitem__), form, out)
    return tagged(Response(out.getvalue(), content_type=content_type(kind)), mark)

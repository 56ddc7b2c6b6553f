"""The name of the ontology, and with it those of all its terms: it leads to the page of all terms, or to the ontology as data."""

from collections.abc import Iterator

from flask import Blueprint, Response, json, url_for
from werkzeug.wrappers import Response as Answer

from graph.answer import Value
from graph.view import View
from graph.vocabulary import VOCABULARY
from ontology.iri import Iri
from webapp.addresses import FORMS
from webapp.ask import filled
from webapp.door import view
from webapp.opendata.forms import as_rdf, as_table, lead, linked, sent, told
from webapp.terms import Term, terms

PAGE = Blueprint("ontology", __name__, url_prefix="/ns")


@PAGE.get("")
def name() -> Answer:
    """From the ontology's name to its page or its data."""
    view()
    return lead(VOCABULARY, _page())


@PAGE.get("/ontology.<any(ttl,jsonld,json,csv,nt,rdf):form>")
def data(form: str) -> Answer:
    """The ontology as data."""
    data = {each: url_for("ontology.data", form=each) for each in FORMS}
    return linked(_written(view(), form), VOCABULARY, _page(), data, form)


def _page() -> str:
    return url_for("terms.every")


def _written(seen: View, form: str) -> Response:
    question = filled("ontology_whole", graph=VOCABULARY)
    if form == "json":
        return sent(json.dumps({"iri": VOCABULARY, "terms": list(_plain(seen))}, indent=1).encode(), form)
    if form == "csv":
        return sent(as_table(told(seen, question)), form)
    return sent(as_rdf(seen, question, (VOCABULARY,), form), form)


def _plain(seen: View) -> Iterator[dict[str, Value | dict[str, str] | list[Iri]]]:
    """The terms for who reads no RDF."""
    for each in sorted(terms(seen).by_name.values(), key=lambda term: term.iri):
        yield _term(each)


def _term(term: Term) -> dict[str, Value | dict[str, str] | list[Iri]]:
    return {
        "iri": term.iri, "label": term.labels, "comment": term.comments, "kinds": sorted(term.kinds), "above": sorted(term.above),
    }  # fmt: skip

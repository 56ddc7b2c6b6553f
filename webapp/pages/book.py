"""The query book for programs: all of it at one address, and each question at its own name, as data or as its page."""

from collections.abc import Iterable
from io import BytesIO

from flask import Blueprint, Response, abort, redirect, url_for
from werkzeug.wrappers import Response as Answer

from graph.export import Format, export_triples
from graph.iris import Minter
from graph.stretches import Triple
from ontology.iri import Iri
from ontology.vocab import Schema
from queries.book import Query, book
from queries.published import declared_prefixes, described, question_name
from webapp.negotiation import SENT, accepted
from webapp.thing import data as thing_data

#: Its addresses begin with no language.
PAGE = Blueprint("book", __name__, url_prefix="/")
FORMATS = {"ttl": Format.TURTLE, "jsonld": Format.JSONLD}
MINTER = Minter()


@PAGE.get("/questions.<any(ttl,jsonld):form>")
def whole(form: str) -> Response:
    """All questions."""
    return sent(book().values(), form)


@PAGE.get("/id/graph/questions")
def graph() -> Answer:
    """From the name of the book's graph to its data, or to the page of all questions (303 See Other)."""
    form = accepted()
    if form == "html":
        return led(url_for("questions.every"))
    whole_ = url_for(".whole", form=form) if form in FORMATS else ""
    return led(whole_ or url_for("thing.data", path="graph/questions", form=form))


@PAGE.get("/id/question/<name>")
def name(name: str) -> Answer:
    """From a question's name to its data, or to its page (303 See Other)."""
    found(name)
    form = accepted()
    return led(url_for("questions.one", name=name) if form == "html" else url_for(".data", name=name, form=form))


@PAGE.get("/id/question/<name>.<any(ttl,jsonld,json,csv,nt,rdf):form>")
def data(name: str, form: str) -> Answer:
    """One question; in the forms that the book is not written in, as the version that is shown has it."""
    query = found(name)
    return sent((query,), form) if form in FORMATS else thing_data(f"question/{name}", form)


@PAGE.get("/<any(sv,en):lang>/id/question/<name>")
def page(name: str) -> Answer:
    """From where a thing has its page to a question's own."""
    found(name)
    return redirect(url_for("questions.one", name=name), 301)


def found(name: str) -> Query:
    """A question of the book; 404 where there is none."""
    return book().get(name) or abort(404)


def led(to: str) -> Answer:
    """The way on, which depends on what the client accepts."""
    answer = redirect(to, 303)
    answer.vary.update(("Accept", "Accept-Language"))
    return answer


def sent(queries: Iterable[Query], form: str) -> Response:
    """Some questions in a form of FORMATS, with where they can be asked."""
    out = BytesIO()
    export_triples(stated(queries), FORMATS[form], out)
    response = Response(out.getvalue(), content_type=SENT[form])
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def stated(queries: Iterable[Query]) -> Iterable[Triple]:
    """What is said of some questions, with the prefixes that they are written with, and where this server answers them."""
    here = Iri(url_for("endpoint.sparql", _external=True))
    yield from declared_prefixes(MINTER)
    for query in queries:
        yield from described(query, MINTER)
        yield question_name(query.name, MINTER), Schema.target, here

"""The questions of the book: the list of them, and each with its form, its answer and its SPARQL."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, abort, jsonify, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.answer import Answer
from graph.asking.outcome import Unanswered
from graph.errors import QueryError
from graph.headings import InTwo
from graph.output import as_csv as guarded_csv
from ontology.iri import Iri
from queries.bind import bound
from queries.book import Query, book
from queries.headings import COLUMNS, TOPICS
from webapp.caged import caged
from webapp.data import plain
from webapp.door import view
from webapp.editions import editions
from webapp.failures import reason
from webapp.languages import language
from webapp.menu import Entry
from webapp.sheet import MARK, SENT

PAGE = Blueprint("questions", __name__)
MENU = (Entry("ask", 10, "questions.every", lazy_gettext("Frågor")),)
#: A page shows so many rows, and says so; the data holds them all.
SHOWN = 1000
#: The columns that may hold a line's number beside its file, the first that is there.
PLACES = ("at", "first_line", "line")


@dataclass(frozen=True)
class Field:
    """One of a question's parameters as its form shows it."""

    name: str
    label: str
    given: str
    whole: bool


@dataclass(frozen=True)
class Asked:
    """A question of ours in the request's language, with the values given and what they make of it."""

    name: str
    topic: str
    title: str
    purpose: str
    fields: tuple[Field, ...]
    sparql: str
    wrong: str


@dataclass(frozen=True)
class Place:
    """Which columns of an answer (0-based) tell a line: its file and number; and the documents by file."""

    file: int
    number: int
    documents: Mapping[str, Iri]


@dataclass(frozen=True)
class Topic:
    """A folder of the book."""

    name: str
    title: str
    questions: tuple[Asked, ...]


@PAGE.get("/questions")
def every() -> str:
    """All questions by topic."""
    asked = tuple(told(query, {}) for query in book().values())
    topics = [
        Topic(name, said(TOPICS[name]), tuple(each for each in asked if each.topic == name))
        for name in dict.fromkeys(each.topic for each in asked)
    ]
    return render_template("pages/questions.html", topics=topics)


@PAGE.get("/questions/<name>")
def one(name: str) -> str | Response:
    """One question and its answer; with `format` csv or json the answer alone."""
    query = book().get(name) or abort(404)
    asked = told(query, request.args)
    form = request.args.get("format", "html")
    if form == "html":
        return page(asked)
    if asked.wrong or form not in ("csv", "json"):
        raise BadRequest(asked.wrong or "format")
    answer = caged(view(), asked.sparql)
    return as_csv(answer, name) if form == "csv" else jsonify(as_json(answer))


def page(asked: Asked) -> Response:
    """A question with its answer, or with why there is none: its form and its SPARQL are there all the same."""
    answer, status, why = Answer((), ()), 400 if asked.wrong else 200, None
    if not asked.wrong:
        try:
            answer = caged(view(), asked.sparql)
        except Unanswered as error:
            status, why = reason(error)
    heads = [said(COLUMNS[column]) for column in answer.columns]
    shown = render_template(
        "pages/question.html", asked=asked, answer=answer, heads=heads, limit=SHOWN, place=place(answer), why=why
    )
    return Response(shown, status)


def place(answer: Answer) -> Place | None:
    """Where the answer tells lines of files; None where it tells none."""
    number = next((name for name in PLACES if name in answer.columns), None)
    if number is None or "file" not in answer.columns:
        return None
    files = {edition.file: edition.document for edition in editions(view())}
    return Place(answer.columns.index("file"), answer.columns.index(number), files)


def told(query: Query, given: Mapping[str, str]) -> Asked:
    """A question in the request's language with its values; an empty one leaves its parameter open."""
    names = {parameter.name for parameter in query.parameters}
    values = {name: value for name, value in given.items() if name in names and value.strip()}
    fields = tuple(
        Field(each.name, said(each.label), values.get(each.name, each.default or ""), each.type == "integer")
        for each in query.parameters
    )
    try:
        sparql, wrong = bound(query, values), ""
    except QueryError as error:
        sparql, wrong = query.text, str(error)
    return Asked(query.name, query.topic, said(query.title), said(query.purpose), fields, sparql, wrong)


def said(text: InTwo | None) -> str:
    """A text in the request's language."""
    return str(getattr(text, language(), ""))


def as_csv(answer: Answer, name: str) -> Response:
    """The answer as CSV for people and their spreadsheets; programs ask the endpoint."""
    response = Response(MARK + guarded_csv(answer), content_type=SENT["csv"])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def as_json(answer: Answer) -> list[dict[str, object]]:
    """The rows by column."""
    return [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]

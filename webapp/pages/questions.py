"""The questions of the book: the list of them, and each with its form, its answer and its SPARQL."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.asking.outcome import Unanswered
from graph.errors import QueryError
from queries.bind import bound
from queries.book import Query, book
from queries.headings import TOPICS
from webapp.caged import caged
from webapp.door import view
from webapp.evidence.ties import ties
from webapp.failures import Help, reason
from webapp.menu import Entry
from webapp.parameters import fields, said
from webapp.sheet import Sheet, answered, heading

PAGE = Blueprint("questions", __name__)
MENU = (Entry("ask", 10, "questions.every", lazy_gettext("Frågor")),)
#: A page shows so many rows, and says so; the data holds them all.
SHOWN = 1000
#: So much of what is searched for is heeded.
LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """A question of ours in the request's language."""

    name: str
    topic: str
    title: str
    purpose: str
    limits: str
    columns: tuple[str, ...]
    parameters: tuple[str, ...]

    def holds(self, words: Iterable[str]) -> bool:
        """Whether it speaks of all words, each as a part of any of its own."""
        told = " ".join((self.name, self.title, self.purpose, *self.columns, *self.parameters)).casefold()
        return all(word in told for word in words)


@dataclass(frozen=True)
class Topic:
    """A folder of the book."""

    name: str
    title: str
    questions: tuple[Asked, ...]


@PAGE.get("/questions")
def every() -> str:
    """All questions by topic; those that speak of all words of `q`."""
    sought = request.args.get("q", "").strip()[:LONGEST]
    found = topics(sought)
    count = sum(len(topic.questions) for topic in found)
    return render_template("pages/questions.html", topics=found, sought=sought, count=count, of=len(book()))


def topics(sought: str = "") -> tuple[Topic, ...]:
    """The topics of the book with the questions that speak of all words sought, in the request's language."""
    words = sought.casefold().split()
    asked = [each for each in map(told, book().values()) if each.holds(words)]
    return tuple(
        Topic(name, said(TOPICS[name]), tuple(each for each in asked if each.topic == name))
        for name in dict.fromkeys(each.topic for each in asked)
    )


@PAGE.get("/questions/<name>")
def one(name: str) -> str | Response:
    """One question and its answer; with `format` the answer alone. An empty value leaves its parameter open."""
    query = book().get(name) or abort(404)
    names = {parameter.name for parameter in query.parameters}
    values = {name: value for name, value in request.args.items() if name in names and value.strip()}
    html = request.args.get("format", "html") == "html"
    try:
        sparql = bound(query, values)
        sheet = Sheet(query.name, said(query.title), sparql, caged(view(), sparql))
    except QueryError as error:
        if not html:
            raise BadRequest(str(error)) from error
        return Response(page(query, values, wrong=str(error)), 400)
    except Unanswered as error:
        if not html:
            raise
        status, why = reason(error)
        return Response(page(query, values, why=why), status)
    return answered(sheet, lambda: page(query, values, sheet))


def page(
    query: Query, values: Mapping[str, str], sheet: Sheet | None = None, wrong: str = "", why: Help | None = None
) -> str:
    """A question with its answer, or with why there is none: its form and its SPARQL are there all the same."""
    return render_template(
        "pages/question.html",
        asked=told(query),
        fields=fields(view(), query, values),
        sheet=sheet,
        rows=sheet.answer.rows[:SHOWN] if sheet else (),
        ties=ties(view(), sheet.answer) if sheet else None,
        wrong=wrong,
        why=why,
        sparql=bound(query, values) if why else query.text,
        values=values,
    )


def told(query: Query) -> Asked:
    """A question in the request's language."""
    return Asked(
        name=query.name,
        topic=query.topic,
        title=said(query.title),
        purpose=said(query.purpose),
        limits=said(query.limits),
        columns=tuple(map(heading, query.columns)),
        parameters=tuple(said(each.label) for each in query.parameters),
    )

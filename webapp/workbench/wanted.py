"""What a request to the workbench wants: the question, its dataset, how to look at the answer; and addresses that want it again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from flask import request, url_for

from graph.errors import QueryError, UnknownThing
from queries.bind import bound
from queries.book import Query, named
from queries.tokens import tokens
from webapp.public import public
from webapp.workbench.columns import PICK

#: Addresses that are longer are sent as a form: browsers and servers cut them.
LONGEST_ADDRESS = 6_000
#: A form spells each byte with up to three; the other fields are short.
SPELLED, BESIDE = 3, 16 * 1024
MOST_GRAPHS = 100
#: What a comment in the question says of how to look at its answer: `#defaultView:Chart`, `# view: chart`.
SAYS = re.compile(r"#\s{0,9}(?:defaultView|view)\s{0,9}:\s{0,9}([A-Za-z]{1,20})", re.IGNORECASE)
#: How the book's drawings are called here.
DRAWN = {"bars": "chart", "lines": "chart", "sankey": "flow", "matrix": "matrix"}
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Wanted:
    """A question as text, empty where there is none yet; graphs by their IRIs; `view` as the address or the question says.

    `picks` are columns by the field that they were chosen for; `row` (from 1) is the one whose passages are wanted.
    `asked_for` names a question of the book, which is `question` where there is one; `wrong` tells what is not right about it.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    view: str = ""
    picks: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None
    asked_for: str = ""
    question: Query | None = None
    wrong: str = ""

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The question and its dataset, as the protocol names them."""
        return (
            ("query", self.query),
            *(("default-graph-uri", each) for each in self.default_graphs),
            *(("named-graph-uri", each) for each in self.named_graphs),
        )

    @property
    def looked_at(self) -> tuple[tuple[str, str], ...]:
        """How the answer is looked at."""
        view = (("view", self.view),) if self.view else ()
        return (*view, *((PICK + name, column) for name, column in self.picks.items()))

    @property
    def long(self) -> bool:
        """Whether the question is too long for an address."""
        return len(self.address()) > LONGEST_ADDRESS

    def address(self, endpoint: str = "workbench.page", *, external: bool = False, **more: str) -> str:
        """Where it is asked: on a page of ours, or with `endpoint.sparql` by the protocol; `more` are further fields."""
        path = url_for(endpoint)
        base = public(path.removeprefix(request.script_root)) if external else path
        return f"{base}?{urlencode((*self.fields, *more.items()))}"

    def seen_as(self, view: str) -> str:
        """Where the answer is looked at in another way."""
        return self.address(view=view)


def wanted(most: int) -> Wanted:
    """What the request wants, whose question may have so many bytes; raises RequestEntityTooLarge for a longer form.

    Where the form names a question of the book, its text with the parameters is the question.
    """
    # The application's own limit is for forms of its pages.
    request.max_content_length = request.max_form_memory_size = SPELLED * most + BESIDE
    given = request.form if request.method == "POST" and request.mimetype == FORM else request.args
    text, name = given.get("query", "").replace("\r\n", "\n"), ""
    wrong, question = "", None
    if not text.strip():
        name = given.get("question", "")[:200]
        question = _named(name)
        text, wrong = _bound(question, given) if question else ("", "")
    view = given.get("view", "").lower() or said(text) or (DRAWN.get(question.drawing.kind, "") if question else "")
    return Wanted(
        query=text if text.strip() else "",
        default_graphs=tuple(given.getlist("default-graph-uri")[:MOST_GRAPHS]),
        named_graphs=tuple(given.getlist("named-graph-uri")[:MOST_GRAPHS]),
        view=view,
        picks={name.removeprefix(PICK): value for name, value in given.items() if name.startswith(PICK) and value},
        row=given.get("row", type=int),
        asked_for=name,
        question=question,
        wrong=wrong,
    )


def _named(name: str) -> Query | None:
    """The question of the book that is called so; None where there is none."""
    try:
        return named(name) if name else None
    except UnknownThing:
        return None


def _bound(question: Query, given: Mapping[str, str]) -> tuple[str, str]:
    """The text of a question of the book with its parameters, and what is wrong with them."""
    names = {parameter.name for parameter in question.parameters}
    try:
        return bound(question, {key: value for key, value in given.items() if key in names and value.strip()}), ""
    except QueryError as error:
        return question.text, str(error)


def said(query: str) -> str:
    """The view that a comment of the question names, in small letters; empty where none does."""
    comments = (match["comment"] for match in tokens(query) if match.groupdict().get("comment"))
    found = (SAYS.match(comment) for comment in comments)
    return next((match[1].lower() for match in found if match), "")

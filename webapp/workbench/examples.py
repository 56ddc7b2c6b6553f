"""The query book beside the editor: each question with what it asks for, the columns it answers with, and its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.errors import QueryError
from graph.view import View
from queries.bind import bound
from queries.book import Query
from queries.tokens import tokens
from webapp.parameters import Field, fields, said
from webapp.workbench.wanted import DRAWN


@dataclass(frozen=True)
class Preview:
    """A question before it is asked: its form, its columns, and its text with the form's values in it.

    `view` is how its answer is best looked at, empty for the table. `wrong` says why the values cannot stand in it; then
    the text is that without values.
    """

    name: str
    title: str
    purpose: str
    fields: tuple[Field, ...]
    columns: tuple[str, ...]
    sparql: str
    view: str
    wrong: str

    @property
    def body(self) -> str:
        """The text without the prefixes that all have."""
        return "\n".join(line for line in self.sparql.splitlines() if not line.startswith("PREFIX ")).strip()


def preview(view: View, query: Query, given: Mapping[str, str]) -> Preview:
    """A question of the book with the values given for its parameters; an empty one leaves its parameter open."""
    names = {parameter.name for parameter in query.parameters}
    values = {name: value for name, value in given.items() if name in names and value.strip()}
    sparql, wrong = _bound(query, values)
    return Preview(
        name=query.name,
        title=said(query.title),
        purpose=said(query.purpose),
        fields=fields(view, query, values),
        columns=columns(query.text),
        sparql=sparql,
        view=DRAWN.get(query.drawing.kind, ""),
        wrong=wrong,
    )


def _bound(query: Query, values: Mapping[str, str]) -> tuple[str, str]:
    try:
        return bound(query, values), ""
    except QueryError as error:
        return bound(query, {}), str(error)


def columns(query: str) -> tuple[str, ...]:
    """The columns that a question answers with, in order; none where it takes all or has no rows."""
    return tuple(dict.fromkeys(_columns(query)))


def _columns(query: str) -> Iterator[str]:
    """The variables of the first SELECT: those in brackets are given only as what they are called, after AS."""
    selecting, depth, renamed = False, 0, False
    for token in tokens(query):
        word = (token.groupdict().get("word") or "").upper()
        if selecting and (word in ("WHERE", "FROM") or token[0] == "{"):
            return
        selecting = selecting or word == "SELECT"
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if selecting and token.groupdict().get("variable") and (renamed or not depth):
            yield token[0][1:]
        renamed = word == "AS" or (renamed and token[0].isspace())

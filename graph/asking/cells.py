"""An answer that a worker wrote, read again term by term as it is spelled: rows, triples, or yes and no.

Workers are asked for TSV and N-Triples, where each row is a line: all are counted without being read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal as OneOf

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph.answer import Answer, Value
from graph.asking.outcome import Question, Written
from graph.results import Form
from graph.terms import value
from ontology.vocab import Xsd

#: How `read` has its answers written.
ROWS, TRIPLES = Form.TSV, Form.NTRIPLES
#: What an answer of yes or no begins with in `graph.results`.
YES_OR_NO = b"answer\n"
COLUMNS = ("subject", "predicate", "object")

Kind = OneOf["name", "blank", "text", "triple"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A term: its IRI, name or text as it is spelled; the datatype of a typed one (plain text has none), or its language."""

    kind: Kind
    text: str
    value: Value
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True)
class Cells:
    """The first rows of an answer; None is a cell that the question left open. `total` counts all that there are.

    `form` is "rows", "triples" or "answer"; the latter is one cell that is true or false.
    """

    form: OneOf["rows", "triples", "answer"]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    total: int

    @property
    def whole(self) -> bool:
        """Whether all rows were read."""
        return len(self.rows) == self.total

    def values(self) -> Answer:
        """The same as plain values."""
        return Answer(self.columns, tuple(tuple(cell.value if cell else None for cell in row) for row in self.rows))


def asking(text: str, default: tuple[str, ...] = (), named: tuple[str, ...] = (), *, names_graphs: bool) -> Question:
    """A question whose answer `read` can read."""
    return Question(text, ROWS, TRIPLES, default, named, names_graphs)


def read(written: Written, most: int | None = None) -> Cells:
    """An answer in one of the two forms, of its rows at most so many."""
    body = written.body
    if written.form is TRIPLES:
        found = (tuple(_triple(each)) for each in parse(body, RdfFormat.N_TRIPLES))
        return Cells("triples", COLUMNS, tuple(islice(found, most)), body.count(b"\n"))
    if body.startswith(YES_OR_NO):
        yes = body.removeprefix(YES_OR_NO).strip() == b"true"
        return Cells("answer", ("answer",), ((cell(Literal(yes)),),), 1)
    rows = parse_query_results(body, format=QueryResultsFormat.TSV)
    if not isinstance(rows, QuerySolutions):
        raise TypeError("TSV tells of rows only")
    columns = tuple(each.value for each in rows.variables)
    return Cells("rows", columns, tuple(_rows(islice(rows, most))), body.count(b"\n") - 1)


def _rows(found: Iterable[Iterable[object]]) -> Iterator[tuple[Cell | None, ...]]:
    return (tuple(map(cell, row)) for row in found)


def _triple(found: Iterable[object]) -> Iterator[Cell | None]:
    return map(cell, islice(found, len(COLUMNS)))


def cell(term: object) -> Cell | None:
    """A term as a cell; None for none."""
    match term:
        case None:
            return None
        case NamedNode():
            return Cell("name", term.value, value(term))
        case BlankNode():
            return Cell("blank", str(term), value(term))
        case Literal():
            datatype = term.datatype.value
            plain = term.language or datatype == Xsd.string
            return Cell("text", term.value, value(term), "" if plain else datatype, term.language or "")
        case Triple():
            return Cell("triple", str(term), value(term))
    raise TypeError(f"{term!r} is no term")

"""What a family of tables or of prose lists is, and what it gets to work with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from graph.place import Place
from graph.records import Doubt, Kept, Plan, Record
from loaders.document import Document, Line, Piece
from loaders.layout.headers import Header, HeaderWords, Table
from loaders.layout.plain import PlainWords
from loaders.layout.squeeze import Squeezed, squeezed
from ontology import rt
from ontology.iri import Iri

Found = TypeVar("Found", bound=Record)
Read = Record | Doubt | Kept


@dataclass
class Context:
    """The document, its plan, and what the families before found in it."""

    document: Document
    plan: Plan
    found: list[Record] = field(default_factory=list)
    tables: dict[str, tuple[Table, ...]] = field(default_factory=dict)

    @cached_property
    def squeezed(self) -> Squeezed:
        """The document's text squeezed."""
        return squeezed(self.document)

    @property
    def head_lines(self) -> frozenset[int]:
        """The lines that the heads of all tables stand on."""
        heads = (head for tables in self.tables.values() for table in tables for head in table.heads)
        return frozenset(number for head in heads for number in range(head.first_line, head.last_line + 1))

    def of(self, kind: type[Found]) -> list[Found]:
        """What has been found of a kind, in the order it was read."""
        return [record for record in self.found if isinstance(record, kind)]

    def heading(self, line: Line) -> Kept:
        """A line that is a heading or a table's label, kept as such."""
        return Kept(self.document.place(line.start, line.end).spans[0], rt.HeadingPassage)


def one_of_each(*meanings: str) -> Callable[[Header], bool]:
    """Whether a head has no more than one column of each of some meanings."""
    return lambda head: all(len(head.having(meaning)) < 2 for meaning in meanings)


@dataclass(frozen=True)
class Family:
    """A kind of table, or of list in prose: how it is recognised and the records that it states.

    `read` gets all its tables of the document in their order (none for a family without `heads`) and the context;
    it yields records, doubts, and stretches that it understood as headings. `after` names families it builds on.
    Tables of `plain` heads are those of which no family with `heads` knows every column, or that none `takes`.
    """

    name: str
    read: Callable[[tuple[Table, ...], Context], Iterator[Read]]
    heads: tuple[HeaderWords, ...] = ()
    after: tuple[str, ...] = ()
    plain: tuple[PlainWords, ...] = ()
    takes: Callable[[Header], bool] = bool


def doubt(
    kind: Iri, piece: Piece | Place, sv: str, en: str, about: Record | None = None, severity: Iri = rt.Warning_
) -> Doubt:
    """A doubt about a piece or a place."""
    return Doubt(kind, piece.place if isinstance(piece, Piece) else piece, sv, en, about, severity)

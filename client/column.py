"""A column of an answer and the type that all its cells have: a frame's column can be made of it without loss."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from math import isnan

from client.term import Typed, Value
from graph.answer import Text
from ontology.iri import Iri

#: Between a column's name and "lang"; no variable of SPARQL has it in its name.
TAG = "@lang"
LARGEST = 2**63 - 1


class Kind(Enum):
    """What the cells of a column are: `MIXED` what fits no other, `NOTHING` where all are missing."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    LOCAL = "moment of no zone"
    INSTANT = "moment in UTC"
    MIXED = "mixed"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Column:
    """A name, what its cells are, and the cells: None where missing. Texts are plain; in a mixed column all is as it came."""

    name: str
    kind: Kind
    cells: tuple[Value, ...]


def columns_of(name: str, values: Sequence[Value]) -> Iterator[Column]:
    """The column, and one with the languages where any of its texts has one."""
    kind = _kind(values)
    yield Column(name, kind, tuple(_fitted(kind, each) for each in values))
    if any(isinstance(each, Text) for each in values):
        yield Column(name + TAG, Kind.TEXT, tuple(each.language if isinstance(each, Text) else None for each in values))


def _kind(values: Sequence[Value]) -> Kind:
    kinds = {_of(each) for each in values if each is not None}
    if not kinds:
        return Kind.NOTHING
    if kinds == {Kind.INTEGER, Kind.DECIMAL}:
        return Kind.DECIMAL  # sums are whole where all that was added was
    (kind, *others) = kinds
    if others:
        return Kind.MIXED
    return kind if isinstance(kind, Kind) else Kind.TEXT


def _of(value: Value) -> Kind | str:
    """What one cell is; IRIs, and texts of another datatype than string, are told apart from texts by a name."""
    match value:
        case Iri():
            return "iri"
        case Typed():
            return f"^^{value.datatype}"
        case str():
            return Kind.TEXT
        case bool():
            return Kind.BOOLEAN
        case int():
            return Kind.INTEGER if abs(value) <= LARGEST else Kind.MIXED
        case Decimal():
            return Kind.DECIMAL
        case float():
            return Kind.MIXED if isnan(value) else Kind.FLOAT  # else it would be taken for a missing one
        case datetime():
            return Kind.INSTANT if value.tzinfo else Kind.LOCAL
    return Kind.DATE


def _fitted(kind: Kind, value: Value) -> Value:
    if value is None or kind is Kind.MIXED:
        return value
    if kind is Kind.TEXT:
        return str(value)
    return Decimal(value) if kind is Kind.DECIMAL and isinstance(value, int) else value


def unread(name: str, values: Sequence[Value]) -> str | None:
    """What to tell of texts that could not be read as their datatype; None where there are none."""
    found = [each for each in values if isinstance(each, Typed) and each.unread]
    if not found:
        return None
    first, count = found[0], "1 value" if len(found) == 1 else f"{len(found)} values"
    return f"{name}: {count} could not be read, kept as text; the first is “{first[:40]}”, said to be {Iri(first.datatype).local}."

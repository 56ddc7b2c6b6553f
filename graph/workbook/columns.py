"""What a column of a sheet holds: derived from a record type's field and from what the ontology calls its predicate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from graph.datapackage.descriptor import OTHERS
from graph.fields import fields_of, record_types
from graph.records import ByNumber, Organisation, Record
from graph.vocabulary import called, objects
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs, Skos


class Holds(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    WHOLE = "helt tal"
    NUMBER = "tal"
    DATE = "datum"
    YES = "ja eller nej"
    CONCEPT = "ett av orden i listan"
    ROW = "en rad på ett annat blad"
    NUMBERED = "en rad på ett annat blad, eller dess nummer"
    ORGANISATION = "en organisation"


PLAIN: dict[object, Holds] = {
    str: Holds.TEXT,
    int: Holds.WHOLE,
    Decimal: Holds.NUMBER,
    date: Holds.DATE,
    bool: Holds.YES,
    Iri: Holds.CONCEPT,
    ByNumber: Holds.NUMBERED,
    Organisation: Holds.ORGANISATION,
}


@dataclass(frozen=True)
class Column:
    """One column: the record's field, its predicate, the heading, what its cells hold.

    `several` where a cell may hold several, `target` which records a cell may refer to, `inferred` where the document
    itself does not say it, `aside` for what tells where something came from and need not be filled in.
    """

    field: str
    predicate: Iri
    heading: str
    holds: Holds
    required: bool
    several: bool
    inferred: bool
    aside: bool
    target: type[Record] | None = None


#: What tells how a printed document was set; a person who fills in a form leaves it out.
ASIDE: frozenset[Iri] = frozenset({rt.table, rt.column, Skos.note})
#: Shorter words than the ontology's.
HEADINGS = {Skos.notation: "Nummer", Skos.note: "Anmärkning"}


def columns_of(kind: type[Record]) -> Iterator[Column]:
    """The columns of a kind of record: what must be filled in first, what need not be last."""
    listed = [_column(*each) for each in _fields(kind)]
    yield from sorted(listed, key=lambda each: (each.inferred, each.aside, not each.required))


def _fields(kind: type[Record]) -> Iterator[tuple[str, Iri, bool, Any]]:
    hints = get_type_hints(kind)
    for field in fields_of(kind):
        if field.name != "place":
            yield field.name, field.predicate, field.inferred, hints[field.name]


def _column(name: str, predicate: Iri, inferred: bool, hint: Any) -> Column:  # noqa: ANN401
    several = get_origin(hint) is tuple
    inner, optional = _inner(hint)
    record = inner if isinstance(inner, type) and issubclass(inner, Record) else None
    holds = Holds.ROW if record else PLAIN[inner]
    return Column(
        name,
        predicate,
        heading(predicate) + (" (härlett)" if inferred else ""),
        holds,
        required=not several and not optional,
        several=several,
        inferred=inferred,
        aside=predicate in ASIDE,
        target=record or (_numbered(predicate) if holds is Holds.NUMBERED else None),
    )


def _inner(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401
    """What a field holds without what it is wrapped in, and whether it may hold nothing."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not NoneType)
        return inner, True
    return hint, False


def _numbered(predicate: Iri) -> type[Record]:
    """What a printed number means, by what the ontology says of its predicate."""
    (told,) = objects(predicate, Rdfs.NS + "range")
    return next(kind for kind in record_types() if issubclass(kind, Record) and told == kind.CLASS)


def heading(predicate: Iri) -> str:
    """What a column is headed: the ontology's word with a capital letter."""
    word = HEADINGS.get(predicate) or (OTHERS[predicate][0] if predicate in OTHERS else called(predicate, "sv"))
    return word[:1].upper() + word[1:]

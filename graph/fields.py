"""Which field of a record says which predicate, read from its annotations."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, get_args, get_origin, get_type_hints

from graph import records
from graph.place import Place
from graph.records import Inferred
from ontology.iri import Iri


@dataclass(frozen=True)
class Field:
    """One field that is written: its name, its predicate, and whether the document does not state it itself."""

    name: str
    predicate: Iri
    inferred: bool


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a record type that carry a predicate, inherited ones included; the others are not written."""
    return _annotated(kind)


@cache
def _annotated(kind: type) -> tuple[Field, ...]:
    hints = get_type_hints(kind, include_extras=True)
    annotated = {name: get_args(hint)[1] for name, hint in hints.items() if get_origin(hint) is Annotated}
    return tuple(
        Field(name, mark.predicate, inferred=True) if isinstance(mark, Inferred) else Field(name, mark, inferred=False)
        for name, mark in annotated.items()
    )


def record_types() -> tuple[type, ...]:
    """All record types, and what says whose they are, by name."""
    return tuple(kind for name in records.__all__ if hasattr(kind := getattr(records, name), "CLASS"))


@cache
def repeated_predicates() -> frozenset[Iri]:
    """The predicates that a record may say several times: those of fields that hold a tuple, and of places."""
    return frozenset(
        field.predicate
        for kind in (*record_types(), records.Plan)
        for field in fields_of(kind)
        if _repeated(get_type_hints(kind)[field.name])
    )


def _repeated(hint: object) -> bool:
    return hint is Place or get_origin(hint) is tuple or any(map(_repeated, get_args(hint)))

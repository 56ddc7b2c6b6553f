"""One of each kind of record, every field filled with what the ontology says may stand there."""

import dataclasses
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from graph import records
from graph.fields import Field, fields_of
from graph.place import Place, Span
from graph.records import ByNumber, Kept, Organisation, Plan, Reading, Record, Region, Source
from ontology import rt
from ontology.classes import Terms
from ontology.iri import Iri
from ontology.vocab import Unit

REGION = Region(code="97", name="Region Sjövik")
BOARD = Organisation(name="Omsorgsnämnden", slug="on", region=REGION)
YEAR = 2031
#: Concepts that not every class may have, though the property may lead to all.
PICKED: dict[tuple[Iri, Iri], Iri] = {
    (rt.Statement, rt.kind): rt.Vision,
    (rt.IndicatorValue, rt.role): rt.Target,
    (rt.Amount, rt.role): rt.Budget,
}


@cache
def known_terms() -> Terms:
    """The ontology, loaded once."""
    return Terms()


def kinds_of_records() -> dict[Iri, type[Record]]:
    """The record types that can be made, by their class."""
    types = (getattr(records, name) for name in records.__all__)
    made = (each for each in types if isinstance(each, type) and issubclass(each, Record) and hasattr(each, "CLASS"))
    return {each.CLASS: each for each in made}


class Specimens:
    """Makes records: each stands on a line of its own of a made-up text."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self.lines: list[str] = []
        self.made: list[Record] = []
        self.numbers = count(1)

    def record(self, kind: type[Record], *, bare: bool = False) -> Record:
        """A record with all fields filled, or only those it can't be without."""
        types = get_type_hints(kind, include_extras=True)
        needed = {each.name for each in dataclasses.fields(kind) if each.default is dataclasses.MISSING}
        wanted = [field for field in fields_of(kind) if field.name in needed or not bare]
        said = {field.name: self.value(kind, field, types[field.name]) for field in wanted if field.name != "place"}
        made = kind(place=self.place(kind), **said)
        self.made.append(made)
        return made

    def place(self, kind: type[Record]) -> Place:
        """A new line."""
        start, text = sum(len(line) + 1 for line in self.lines), f"{kind.__name__} {len(self.lines) + 1}"
        self.lines.append(text)
        return Place((Span(start, start + len(text), len(self.lines), len(self.lines)),))

    def value(self, kind: type[Record], field: Field, hint: object) -> object:
        """Something that may stand in a field."""
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        if get_origin(hint) in (Union, UnionType):
            hint = next(each for each in get_args(hint) if each is not NoneType)
        if get_origin(hint) is tuple:
            return (self.value(kind, field, get_args(hint)[0]),)
        if isinstance(hint, type) and issubclass(hint, Record):
            return self.record(concrete(hint), bare=True)
        if hint is ByNumber:
            return self.reference(field.predicate)
        if hint is Iri:
            return concept(kind, field.predicate)
        plain = {str: f"x{next(self.numbers)}", int: YEAR, bool: True, Decimal: Decimal("1.5"), date: date(YEAR, 3, 31)}
        plain |= {Organisation: BOARD}
        return Decimal(1500) if field.predicate == rt.sek else plain[hint]

    def reference(self, predicate: Iri) -> ByNumber:
        """The number of a new record that the property may lead to."""
        (target,) = known_terms().range(predicate)
        kind = kinds_of_records()[target]
        found = self.record(kind, bare=True)
        numbered = dataclasses.replace(found, notation=f"N{next(self.numbers)}")
        self.made[-1] = numbered
        return ByNumber(kind, numbered.notation)


def concept(kind: type[Record], predicate: Iri) -> Iri:
    """A concept that the property may lead to."""
    if predicate == rt.unit:
        return Unit.PERCENT
    if picked := PICKED.get((kind.CLASS, predicate)):
        return picked
    (scheme,) = known_terms().range(predicate)
    return min(known_terms().concepts_of(scheme))


def concrete(kind: type[Record]) -> type[Record]:
    """A type that can be made, of an abstract one."""
    return (
        kind if hasattr(kind, "CLASS") else next(each for each in kinds_of_records().values() if issubclass(each, kind))
    )


def specimen_reading() -> Reading:
    """A document that states one of everything."""
    specimens = Specimens()
    for kind in kinds_of_records().values():
        specimens.record(kind)
    text = "\n".join([*specimens.lines, "Omsorgsplan", "Orten växer."]) + "\n"
    title, prose = (span_of(text, words) for words in ("Omsorgsplan", "Orten växer."))
    of_care = Organisation(name="Omsorgsförvaltningen", slug="of", region=REGION, parent=BOARD)
    basis = Plan(
        kind=rt.RegionalPlan,
        title="Regionplan",
        year=YEAR,
        period_start=YEAR,
        period_end=YEAR,
        organisation=BOARD,
        region=REGION,
    )
    plan = dataclasses.replace(
        basis, kind=rt.ManagementPlan, title="Omsorgsplan", organisation=of_care, based_on=basis, place=Place((title,))
    )
    source = Source("sjovik.txt", "ab" * 32, "text/plain", text, text.count("\n"), "plain text")
    return Reading(source, plan, tuple(specimens.made), (), (Kept(prose, rt.ProsePassage),))


def span_of(text: str, words: str) -> Span:
    """Where the words stand."""
    start = text.index(words)
    line = text.count("\n", 0, start) + 1
    return Span(start, start + len(words), line, line)

"""Editions and things of an invented region, made in a line each."""

from collections.abc import Mapping
from decimal import Decimal

from graph.derived.items import Edition, Figure, Item, Items
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

REGION = Iri("i:97")
CARE, BOARD, UNIT = Iri("i:97/of"), Iri("i:97/on"), Iri("i:97/natt")


def edition(kind: Iri, year: int, organisation: Iri = CARE, *above: Iri, years: int = 1) -> Edition:
    """A plan of a year or a report on it, of so many years."""
    name = f"{organisation}/{kind.local}-{year}"
    return Edition(
        Iri(f"{name}/plan"), Iri(name), kind, name, year, year, year + years - 1, organisation, tuple(above), REGION
    )


def item(of: Edition, kind: Iri, title: str = "", **more: object) -> Item:
    """A thing that an edition states, by its title, else its number or what it says."""
    name = title or str(more.get("notation") or more.get("description"))
    family = rt.Assignment if kind == rt.BoardAssignment else rt.Measure if kind == rt.Indicator else kind
    return Item(Iri(f"{of.document}/{kind.local}/{name}"), kind, family, of, name, title=title, **more)  # type: ignore[arg-type]


def outcome(year: int, number: str, unit: Iri | None = Unit.PERCENT, *, part: bool = False) -> Figure:
    """What was measured in a year, whole or part of it."""
    return Figure(Iri(f"o:{year}-{number}"), rt.Outcome, year, Decimal(number), unit, None, None, number, part)


def tied(**links: Item) -> Mapping[Iri, tuple[Iri, ...]]:
    """What a thing is tied to, by predicate: `tied(focusArea=area)`."""
    return {getattr(rt, name): (of.iri,) for name, of in links.items()}


def all_of(*items: Item) -> Items:
    """The things and their editions, as they are read."""
    editions = tuple(sorted({each.edition for each in items}, key=lambda each: (each.year, each.plan)))
    order = {each: place for place, each in enumerate(editions)}
    return Items(editions, tuple(sorted(items, key=lambda each: (order[each.edition], each.line, each.iri))))

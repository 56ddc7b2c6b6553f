"""Which figures of two measures say the same, and whether the two can be one at all."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from graph.derived.items import Figure, Item
from ontology import rt
from ontology.iri import Iri

#: Roles in which the same year's figure is the same figure, whoever prints it.
MEASURED = frozenset({rt.Outcome, rt.Benchmark})
#: How far two figures of the same year may lie from each other and still be of one measure, as a share of the larger.
APART = Decimal("0.3")


def same_figures(here: Item, there: Item) -> tuple[Figure, ...]:
    """The figures of one that the other prints, too: same year, both measured, same number in a unit that may be the same."""
    return tuple(
        figure
        for figure in _measured(here)
        if any(figure.number == other.number and _one_unit(figure, other) for other in _of_year(there, figure.year))
    )


def same_targets(here: Item, there: Item) -> tuple[Figure, ...]:
    """The targets of one that the other has, too, of whatever year; a word for a direction is no target."""
    targets = {(each.number, each.unit) for each in there.figures if each.role == rt.Target and each.number is not None}
    return tuple(each for each in here.figures if each.role == rt.Target and (each.number, each.unit) in targets)


def apart(here: Item, there: Item) -> bool:
    """Whether two measures cannot be one: better in other directions, in other units, or far from each other in one year."""
    if _disjoint(here.linked(rt.betterDirection), there.linked(rt.betterDirection)) or _disjoint(
        _units(here), _units(there)
    ):
        return True
    pairs = [(figure, other) for figure in _measured(here) for other in _of_year(there, figure.year)]
    return bool(pairs) and all(_far(figure, other) for figure, other in pairs)


def _disjoint(ours: Collection[Iri], theirs: Collection[Iri]) -> bool:
    """Whether both tell something and nothing the same."""
    return bool(ours) and bool(theirs) and set(ours).isdisjoint(theirs)


def _units(item: Item) -> set[Iri]:
    """The units of a measure's figures; a change told in percent is of any unit."""
    return {each.unit for each in item.figures if each.unit and each.target_kind is None}


def _measured(item: Item) -> Iterator[Figure]:
    """What was measured for a whole year, with its number."""
    for each in item.figures:
        if each.role in MEASURED and each.number is not None and each.year and not each.part_of_year:
            yield each


def _of_year(item: Item, year: int | None) -> Iterator[Figure]:
    return (each for each in _measured(item) if each.year == year)


def _one_unit(figure: Figure, other: Figure) -> bool:
    return None in (figure.unit, other.unit) or figure.unit == other.unit


def _far(figure: Figure, other: Figure) -> bool:
    if figure.number is None or other.number is None:
        return False
    larger = max(abs(figure.number), abs(other.number))
    return _one_unit(figure, other) and abs(figure.number - other.number) > APART * larger

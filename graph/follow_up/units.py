"""Which units can be held against each other, and by what they are multiplied."""

from decimal import Decimal

from graph.derived.items import Figure
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

#: Units of one sort, as multiples of the smallest.
SORTS: tuple[dict[Iri, Decimal], ...] = (
    {rt.ThousandKronor: Decimal(1000), rt.MillionKronor: Decimal(1_000_000)},
    {Unit.MIN: Decimal(1), Unit.HR: Decimal(60), Unit.DAY: Decimal(1440)},
)


def comparable(one: Iri | None, other: Iri | None) -> bool:
    """Whether figures in two units, or without, can be held against each other."""
    return one == other or any(one in sort and other in sort for sort in SORTS)


def in_unit_of(figure: Figure, other: Figure) -> Decimal | None:
    """A figure's number in the unit of another; None where it has none, or in that unit none can be told."""
    if figure.number is None or not comparable(figure.unit, other.unit):
        return None
    if figure.unit is None or other.unit is None or figure.unit == other.unit:
        return figure.number
    sort = next(each for each in SORTS if figure.unit in each)
    return figure.number * sort[figure.unit] / sort[other.unit]

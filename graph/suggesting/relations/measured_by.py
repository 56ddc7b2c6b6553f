"""Which indicators measure what activities, assignments and intentions of the same plan are after."""

from collections.abc import Iterable, Sequence

from graph.derived.items import Item, Items
from graph.likeness import Likeness
from graph.suggesting.suggestion import Relation, Suggestion
from graph.suggesting.within.links import suggested
from ontology import rt


def indicators(items: Sequence[Item]) -> tuple[Item, ...]:
    """The indicators among a plan's things; figures of production and workforce are no aims."""
    return tuple(item for item in items if item.kind == rt.Indicator)


def suggest(items: Items, likeness: Likeness) -> Iterable[Suggestion]:
    """Undertakings and the indicators that likely measure them."""
    return suggested(items, likeness, indicators, rt.MeasuredBy)


RELATION = Relation(rt.MeasuredBy, suggest)

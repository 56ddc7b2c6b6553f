"""Which budget lines pay for activities, assignments and intentions of the same plan, or are what these shall lower."""

from collections.abc import Iterable, Sequence

from graph.derived.items import Item, Items
from graph.likeness import Likeness
from graph.suggesting.suggestion import Relation, Suggestion
from graph.suggesting.within.links import suggested
from ontology import rt

#: The beginnings of titles of sums that are not told to be such.
SUMS = ("summa", "total")


def lines(items: Sequence[Item]) -> tuple[Item, ...]:
    """The budget lines among a plan's things that money can be for: no sums, no results of units."""
    return tuple(
        item for item in items if item.family == rt.BudgetLine and item.kind != rt.ResultLine and not _sums(item)
    )


def _sums(line: Item) -> bool:
    return bool(line.linked(rt.sumOf)) or line.title.lower().startswith(SUMS)


def suggest(items: Items, likeness: Likeness) -> Iterable[Suggestion]:
    """Undertakings and the budget lines that likely fund them."""
    return suggested(items, likeness, lines, rt.FundedBy)


RELATION = Relation(rt.FundedBy, suggest)

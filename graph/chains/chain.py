"""The chain from an assignment to its outcome: which hops are stated, which only suggested, and where it breaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from graph.derived.items import Item
from ontology.iri import Iri

SURE = Decimal(1)


class Hop(Enum):
    """The hops of a chain, in their order."""

    ACTIVITY = "activity"
    INDICATOR = "indicator"
    MONEY = "money"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class Hold:
    """What a hop leads to: `stated` by a document, or a suggestion with its link, confidence and evidence.

    An outcome is what a report says, or an outcome of an indicator in a year that the plan set a target for; `says` what.
    """

    item: Item
    stated: bool
    confidence: Decimal = SURE
    evidence: str = ""
    link: Iri | None = None
    says: str = ""


@dataclass(frozen=True)
class Limb:
    """What serves an assignment, or an assignment itself, and what its further hops lead to; the surest first."""

    item: Item
    indicators: tuple[Hold, ...]
    money: tuple[Hold, ...]
    outcomes: tuple[Hold, ...]

    def held(self, hop: Hop) -> tuple[Hold, ...]:
        """What a hop leads to; an activity is there itself."""
        match hop:
            case Hop.ACTIVITY:
                return (Hold(self.item, stated=True),)
            case Hop.INDICATOR:
                return self.indicators
            case Hop.MONEY:
                return self.money
        return self.outcomes

    def holds(self, hop: Hop, *, stated: bool) -> bool:
        """Whether a hop leads anywhere, by what is `stated` only or also by suggestions."""
        return any(each.stated or not stated for each in self.held(hop))

    def broken(self, *, stated: bool) -> Hop | None:
        """The first hop that leads nowhere; None where the whole chain holds."""
        return next((hop for hop in Hop if not self.holds(hop, stated=stated)), None)


@dataclass(frozen=True)
class Chain:
    """An assignment and all that serves it."""

    assignment: Item
    limbs: tuple[Limb, ...]

    def broken(self, *, stated: bool) -> Hop | None:
        """The hop at which even the longest chain breaks; None where one holds all the way."""
        ends = [each.broken(stated=stated) for each in self.limbs]
        return furthest(ends) if ends else Hop.ACTIVITY


def furthest(ends: Iterable[Hop | None]) -> Hop | None:
    """The latest of the hops where chains break; None, for one that does not, is later than any."""
    order = [*Hop, None]
    return max(ends, key=order.index)


def surest(holds: Iterable[Hold]) -> tuple[Hold, ...]:
    """Each thing once, stated ones and those of more confidence first."""
    found: dict[Iri, Hold] = {}
    for each in sorted(holds, key=lambda one: (not one.stated, -one.confidence, one.item.iri)):
        found.setdefault(each.item.iri, each)
    return tuple(found.values())

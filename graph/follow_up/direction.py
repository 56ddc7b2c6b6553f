"""Which way is good for a measure, and how that is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from graph.derived.items import Figure
from graph.follow_up.units import in_unit_of
from ontology import rt
from ontology.iri import Iri

#: How far from its target (as a share of it) a measure must have begun for that to tell which way it is to go: where it
#: began near, it may as well have been beyond its target already.
FAR = Decimal("0.2")


class Ground(Enum):
    """How it is known which way is good, the surest first."""

    STATED = "as the plan says"
    JUDGED = "as the report judges how the outcome moved"
    START = "from where it began towards its target"


@dataclass(frozen=True)
class Better:
    """Which way is good (`rt:Higher` or `rt:Lower`), and how that is known."""

    way: Iri
    ground: Ground


def better(stated: Iterable[Iri], judged: Iterable[Iri], begun: Iterable[tuple[Figure, Figure]]) -> Better | None:
    """Which way is good by the surest ground on which all agree; None where none tells, or the surest contradicts itself.

    `stated` and `judged` are ways told, `begun` pairs of an earlier outcome and a target.
    """
    grounds = (
        (Ground.STATED, set(stated)),
        (Ground.JUDGED, set(judged)),
        (Ground.START, {way for start, target in begun if (way := towards(start, target))}),
    )
    ground, ways = next(((ground, ways) for ground, ways in grounds if ways), (Ground.START, set[Iri]()))
    return Better(ways.pop(), ground) if len(ways) == 1 else None


def towards(start: Figure, target: Figure) -> Iri | None:
    """The way from an earlier outcome to a target, where they lie far apart."""
    number, aim = in_unit_of(start, target), target.number
    if number is None or aim is None or abs(aim - number) <= abs(aim) * FAR:
        return None
    return rt.Higher if aim > number else rt.Lower


def by_judgement(status: Iri | None, outcomes: Sequence[Figure], year: int | None) -> Iri | None:
    """The way that a report takes for good when it calls the move from the year before better or worse."""
    now, before = (_of_year(outcomes, each) for each in (year, year - 1 if year else None))
    if status not in (rt.Improved, rt.Worsened) or now is None or before is None:
        return None
    number, earlier = in_unit_of(now, before), before.number
    if number is None or earlier is None or number == earlier:
        return None
    return rt.Higher if (number > earlier) == (status == rt.Improved) else rt.Lower


def _of_year(outcomes: Sequence[Figure], year: int | None) -> Figure | None:
    """The one outcome of a whole year."""
    found = [each for each in outcomes if year and each.year == year and not each.part_of_year]
    return found[0] if len(found) == 1 else None

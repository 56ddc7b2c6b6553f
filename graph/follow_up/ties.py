"""What stands for the same thing in other documents: carried on from edition to edition, or held to be the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from graph.derived.links import carried_on
from graph.derived.records import LineageLink, SuggestedLink
from graph.view import View
from ontology import rt
from ontology.iri import Iri

SURE = Decimal(1)


class Route(Enum):
    """How one thing is known to tell of another, the surest first."""

    STATED = "stated"
    CONFIRMED = "confirmed"
    LINEAGE = "lineage"
    SUGGESTED = "suggested"


#: Stated, confirmed by a person, through the years, suggested.
ORDER = {route: place for place, route in enumerate(Route)}


@dataclass(frozen=True)
class Tie:
    """A thing that tells of another, and how that is known: by which derived links, how sure, on what grounds."""

    thing: Iri
    route: Route
    confidence: Decimal
    evidence: str = ""
    links: tuple[Iri, ...] = ()

    @property
    def rank(self) -> tuple[int, Decimal]:
        """The surest first."""
        return ORDER[self.route], -self.confidence


Neighbours = Mapping[Iri, list[tuple[Iri, LineageLink]]]


class Ties:
    """All ties of a version."""

    def __init__(self, lineage: Iterable[LineageLink], suggested: Iterable[SuggestedLink], least: Decimal) -> None:
        """From derived links; suggestions of less confidence than `least` are not followed, confirmed ones always."""
        self._earlier: defaultdict[Iri, list[tuple[Iri, LineageLink]]] = defaultdict(list)
        self._later: defaultdict[Iri, list[tuple[Iri, LineageLink]]] = defaultdict(list)
        self._same: defaultdict[Iri, list[tuple[Iri, SuggestedLink]]] = defaultdict(list)
        for link in lineage:
            if link.earlier and link.later:
                self._earlier[link.later].append((link.earlier, link))
                self._later[link.earlier].append((link.later, link))
        for each in suggested:
            if each.relation == rt.SameUndertaking and (each.confidence >= least or each.review == rt.Accepted):
                self._same[each.subject].append((each.object, each))
                self._same[each.object].append((each.subject, each))

    def of(self, thing: Iri) -> tuple[Tie, ...]:
        """What tells of a thing, itself first; each other by its surest way."""
        own = Tie(thing, Route.STATED, SURE)
        through = (own, *_through(own, self._earlier), *_through(own, self._later))
        found: dict[Iri, Tie] = {}
        for tie in sorted((*through, *self._held_same(through)), key=lambda each: each.rank):
            found.setdefault(tie.thing, tie)
        return tuple(found.values())

    def _held_same(self, through: Iterable[Tie]) -> Iterator[Tie]:
        """What is held to be the same as a thing or as one of its editions."""
        for tie in through:
            for thing, link in self._same.get(tie.thing, ()):
                confirmed = link.review == rt.Accepted and tie.route is Route.STATED
                yield Tie(
                    thing,
                    Route.CONFIRMED if confirmed else Route.SUGGESTED,
                    min(tie.confidence, link.confidence),
                    link.evidence,
                    (*tie.links, link.iri),
                )


def _through(start: Tie, neighbours: Neighbours) -> Iterator[Tie]:
    """The editions of a thing before it, or after it: never first back and then forth, as from one half of a split to the other."""
    seen, fresh = {start.thing}, [start]
    while fresh:
        tie = fresh.pop(0)
        for thing, link in neighbours.get(tie.thing, ()):
            if thing not in seen:
                seen.add(thing)
                confidence = min(tie.confidence, link.confidence)
                fresh.append(Tie(thing, Route.LINEAGE, confidence, link.evidence, (*tie.links, link.iri)))
                yield fresh[-1]


def ties(view: View, suggested: Iterable[SuggestedLink], least: Decimal) -> Ties:
    """The ties of a version, whose suggested links are read already."""
    return Ties(carried_on(view), suggested, least)

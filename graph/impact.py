"""All that depends on a thing, and all that it depends on, each with the way that leads there."""

from collections import deque
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from graph.errors import UnknownThing
from graph.network import RESTS_ON, SORTED_UNDER, Network, Thing
from graph.paths import Step
from graph.support import support
from ontology import rt
from ontology.iri import Iri

#: Links along which a change is felt: from what rests to what it rests on. Comparable things don't rest on each other.
FELT_ALONG = (
    RESTS_ON
    | SORTED_UNDER
    | {
        rt.continues,
        rt.sumOf,
        rt.MeasuredBy,
        rt.FundedBy,
        rt.SameUndertaking,
        rt.ElaboratedBy,
    }
)


@dataclass(frozen=True)
class Reached:
    """A thing that is reached, the shortest way to it, and whether nothing else holds it up (`alone`)."""

    thing: Thing
    steps: tuple[Step, ...]
    alone: bool

    @property
    def before(self) -> Iri | None:
        """The thing that the way comes through last; None where it comes straight from the start."""
        return self.steps[-2].thing.iri if len(self.steps) > 1 else None

    @property
    def suggested(self) -> bool:
        """Whether the way goes by a link that no document states and no thread gives."""
        return any(step.ground is not None and step.ground.suggested for step in self.steps)


@dataclass(frozen=True)
class Impact:
    """What `depends` on a thing, at any remove, and what it `serves` itself; what is nearest comes first."""

    thing: Thing
    depends: tuple[Reached, ...]
    serves: tuple[Reached, ...]


def impact(network: Network, name: str, plans: Container[Iri] | None = None) -> tuple[Impact, ...]:
    """The impact of each thing that a name fits, or of the one of an IRI; only of things of some plans where given.

    Raises UnknownThing.
    """
    found = tuple(each for each in support(network, name) if plans is None or _of(network, each.thing, plans))
    if not found:
        raise UnknownThing(f"{name} is in none of the plans that are asked for.")
    return tuple(_impact(network, each.thing, each.resting) for each in found)


def _of(network: Network, thing: Thing, plans: Container[Iri]) -> bool:
    return any(plan in plans for plan in network.links_from(thing.iri, {rt.statedIn}))


def _impact(network: Network, thing: Thing, resting: Iterable[Thing]) -> Impact:
    alone = {each.iri for each in resting}
    return Impact(
        thing,
        tuple(_reached(network, thing, alone, against=True)),
        tuple(_reached(network, thing, frozenset(), against=False)),
    )


def _reached(network: Network, start: Thing, alone: Iterable[Iri], *, against: bool) -> Iterator[Reached]:
    """Breadth first, so that the first way to a thing is a shortest one; stated links before derived ones."""
    held = frozenset(alone)
    seen = {start.iri}
    ways: deque[tuple[Thing, tuple[Step, ...]]] = deque([(start, ())])
    while ways:
        thing, steps = ways.popleft()
        for step in sorted(_steps(network, thing.iri, against=against), key=_order):
            if step.thing.iri not in seen:
                seen.add(step.thing.iri)
                found = Reached(step.thing, (*steps, step), step.thing.iri in held)
                ways.append((step.thing, found.steps))
                yield found


def _steps(network: Network, iri: Iri, *, against: bool) -> Iterator[Step]:
    edges = network.graph.in_edges if against else network.graph.out_edges
    for start, end, link, facts in edges(iri, keys=True, data=True):
        if link in FELT_ALONG:
            yield Step(link, not against, facts["stated"], network.thing(start if against else end), facts["ground"])


def _order(step: Step) -> tuple[bool, bool, str, Thing]:
    return step.ground is not None, not step.stated, step.thing.notation.zfill(6), step.thing

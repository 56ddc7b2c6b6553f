"""The shortest ways from the thing in the middle to another, through what the wish allows."""

from dataclasses import dataclass
from itertools import pairwise

from graph.derived.trust import LEAST
from graph.errors import UnknownThing
from graph.network import Network
from graph.paths import Path, paths
from graph.view import View
from ontology.iri import Iri
from webapp.ask import once_a_version
from webapp.graphs.wish import Wish, iri_in


@dataclass(frozen=True)
class Ways:
    """The ways found, the first of them to be told; none with `unknown` where nothing is called like the other end."""

    found: tuple[Path, ...]
    unknown: bool = False

    @property
    def things(self) -> tuple[Iri, ...]:
        """All things that the ways lead through, the first way's first."""
        every = (thing.iri for way in self.found for thing in (way.start, *(step.thing for step in way.steps)))
        return tuple(dict.fromkeys(every))

    @property
    def links(self) -> frozenset[tuple[Iri, Iri]]:
        """The pairs of things that the first way leads along, in both directions."""
        way = self.found[:1]
        names = [[each.start.iri, *(step.thing.iri for step in each.steps)] for each in way]
        pairs = [pair for each in names for pair in pairwise(each)]
        return frozenset(pairs) | frozenset((end, start) for start, end in pairs)

    @property
    def relations(self) -> frozenset[Iri]:
        """The links that the ways go by."""
        return frozenset(step.link for way in self.found for step in way.steps)


def ways(view: View, asked: Wish) -> Ways | None:
    """The ways that a wish asks for; None where it asks for none."""
    if not asked.to:
        return None
    network = _followed(view) if asked.suggested else _stated(view)
    name = iri_in(asked.to)
    try:
        return Ways(paths(network, asked.thing, name if name and name in network.graph else asked.to))
    except UnknownThing:
        return Ways((), unknown=True)


@once_a_version
def _followed(view: View) -> Network:
    """What plans state, and what was derived from it and is sure enough to be followed."""
    return Network(view, LEAST)


@once_a_version
def _stated(view: View) -> Network:
    """What plans state, and nothing else."""
    network = Network(view)
    edges = network.graph.edges(keys=True, data="stated")
    network.graph.remove_edges_from([(start, end, link) for start, end, link, stated in edges if not stated])
    return network

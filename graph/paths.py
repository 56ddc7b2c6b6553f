"""The shortest ways from one thing to another through what the plans state, and what was derived from them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product

import networkx as nx  # type: ignore[import-untyped]

from graph.network import Ground, Network, Thing
from ontology.iri import Iri

#: How many ways are shown.
SHOWN = 10


@dataclass(frozen=True)
class Step:
    """One link of a way and the thing it leads to; taken against the link's direction where not `forward`.

    `ground` is what a link derived across documents rests on.
    """

    link: Iri
    forward: bool
    stated: bool
    thing: Thing
    ground: Ground | None = None


@dataclass(frozen=True)
class Path:
    """A way from one thing to another."""

    start: Thing
    steps: tuple[Step, ...]


def paths(network: Network, start: str, end: str) -> tuple[Path, ...]:
    """The shortest ways between two things, named or by IRI, along links or against them; empty where there is none.

    Where a name fits several things, the ways between those nearest to each other. Raises UnknownThing.
    """
    ways = network.undirected
    found = [
        (nx.path_weight(ways, nodes, "weight"), nodes)
        for first, last in product(network.find(start), network.find(end))
        for nodes in _shortest(ways, first.iri, last.iri)
    ]
    least = min((length for length, _ in found), default=0)
    return tuple(_path(network, nodes) for length, nodes in found if length == least)[:SHOWN]


def _shortest(ways: nx.Graph, start: Iri, end: Iri) -> Iterator[list[Iri]]:
    if start != end and start in ways and end in ways and nx.has_path(ways, start, end):
        yield from islice(nx.all_shortest_paths(ways, start, end, weight="weight"), SHOWN)


def _path(network: Network, nodes: Sequence[Iri]) -> Path:
    return Path(network.thing(nodes[0]), tuple(_step(network, start, end) for start, end in pairwise(nodes)))


def _step(network: Network, start: Iri, end: Iri) -> Step:
    """The lightest link between two things; of equals one that is stated, and one that leads along."""
    along = network.graph.get_edge_data(start, end) or {}
    against = network.graph.get_edge_data(end, start) or {}
    links = [(link, facts, links is along) for links in (along, against) for link, facts in links.items()]
    link, facts, forward = min(links, key=lambda each: (each[1]["weight"], not each[1]["stated"], not each[2], each[0]))
    return Step(link, forward, facts["stated"], network.thing(end), facts["ground"])

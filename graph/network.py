"""The graph as typed things and links (networkx). What is asked of it: `graph.paths`, `graph.support`, `graph.impact`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from textwrap import shorten

import networkx as nx  # type: ignore[import-untyped]
from rapidfuzz import process, utils

from graph.derived.links import carried_on, suggested_links
from graph.errors import UnknownThing
from graph.references import fold_number
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Org, Rdfs, Skos

#: From what rests to what it rests on: without any of these left, a thing has lost its support.
RESTS_ON = frozenset(
    {
        rt.serves,
        rt.partOfActivity,
        rt.ofActivity,
        rt.goal,
        rt.partOfGoal,
        rt.ofIndicator,
        rt.partOfMeasure,
        rt.ofBudgetLine,
        rt.parentLine,
        rt.reportsOn,
    }
)
#: To the heading that a thing is sorted under: what it rests on where it has none of the above.
SORTED_UNDER = frozenset({rt.focusArea, rt.perspective})
LINKS = RESTS_ON | SORTED_UNDER | {rt.coordinatedWith, rt.sumOf, rt.issuedBy, rt.basedOn}
#: Links that everything has, and what they weigh where others weigh 1: ways lead through them only for want of others.
HUBS: dict[Iri, int] = {rt.statedIn: 100, rt.organisation: 1000, Org.subOrganizationOf: 1000, rt.region: 10_000}

#: What derived links weigh: ways lead along what is stated where they can.
CARRIED_ON, SUGGESTED = 2, 3

THINGS = f"""
SELECT ?thing ?kind ?label ?notation WHERE {{
  GRAPH ?document {{
    ?document a <{rt.Document}> .
    ?thing a ?kind ; <{Rdfs.label}> ?label .
    OPTIONAL {{ ?thing <{Skos.notation}> ?notation }}
    FILTER(?kind NOT IN (<{rt.Document}>, <{rt.Passage}>)) }} }}"""
LINKED = f"""
SELECT DISTINCT ?from ?link ?to ?graph WHERE {{
  VALUES ?link {{ {" ".join(f"<{link}>" for link in sorted(LINKS | HUBS.keys()))} }}
  GRAPH ?graph {{ ?from ?link ?to }} }}"""

#: How many things a part of a label may fit before it tells too little.
FITTING = 50


@dataclass(frozen=True, order=True)
class Thing:
    """A node: its IRI, its class, what it is called, and its printed number ("" where it has none)."""

    iri: Iri
    kind: Iri
    label: str
    notation: str


@dataclass(frozen=True)
class Ground:
    """What a derived link rests on: how sure it is and why; `suggested` where it is no document's and no thread's."""

    link: Iri
    suggested: bool
    confidence: Decimal
    evidence: str


class Network:
    """All plans' things and links. `graph` is a MultiDiGraph: nodes by IRI with their `thing`, edges keyed by link.

    A derived link has its `ground`: later editions `rt:continues` earlier ones; a suggested link is keyed by its relation.
    """

    def __init__(self, view: View, least: Decimal | None = None) -> None:
        """Read the things and links of one version; with those derived across documents where `least` is given.

        Suggestions of less confidence than that are left aside, unless a person confirmed them.
        """
        self.graph = nx.MultiDiGraph()
        for thing, kind, label, notation in view.select(THINGS).rows:
            iri = Iri(thing)
            self.graph.add_node(iri, thing=Thing(iri, Iri(kind), str(label), str(notation or "")))
        documents = {each.document for each in view.documents()}
        for start, link, end, graph in view.select(LINKED).rows:
            if start in self.graph and end in self.graph:
                known = self.graph.get_edge_data(start, end, link, {"stated": False})
                stated = known["stated"] or graph in documents
                self.graph.add_edge(start, end, link, stated=stated, weight=HUBS.get(Iri(link), 1), ground=None)
        if least is not None:
            self._derive(view, least)

    def _derive(self, view: View, least: Decimal) -> None:
        for each in carried_on(view):
            if each.earlier and each.later:
                ground = Ground(each.iri, suggested=False, confidence=each.confidence, evidence=each.evidence)
                self._tie(each.later, each.earlier, rt.continues, ground, CARRIED_ON)
        for link in suggested_links(view):
            if link.confidence >= least or link.review == rt.Accepted:
                ground = Ground(link.iri, suggested=True, confidence=link.confidence, evidence=link.evidence)
                self._tie(link.subject, link.object, link.relation, ground, SUGGESTED)

    def _tie(self, start: Iri, end: Iri, link: Iri, ground: Ground, weight: int) -> None:
        if start in self.graph and end in self.graph:
            self.graph.add_edge(start, end, link, stated=False, weight=weight, ground=ground)

    @cached_property
    def undirected(self) -> nx.Graph:
        """The links without their directions; of several between two things the lightest. Made once, of the links there are then."""
        ways = nx.Graph()
        for start, end, weight in sorted(self.graph.edges(data="weight"), key=lambda edge: -edge[2]):
            ways.add_edge(start, end, weight=weight)
        return ways

    def thing(self, iri: Iri) -> Thing:
        """What stands at a node; raises KeyError for an IRI that is none."""
        found: Thing = self.graph.nodes[iri]["thing"]
        return found

    def links_from(self, iri: Iri, links: Iterable[Iri]) -> frozenset[Iri]:
        """The things that a thing links to by one of the links."""
        return frozenset(end for _, end, link in self.graph.out_edges(iri, keys=True) if link in links)

    def links_to(self, iri: Iri, links: Iterable[Iri]) -> frozenset[Iri]:
        """The things that link to a thing by one of the links."""
        return frozenset(start for start, _, link in self.graph.in_edges(iri, keys=True) if link in links)

    def find(self, name: str) -> tuple[Thing, ...]:
        """The things that a name fits: an IRI, else a printed number, else a label, else a part of a label.

        Raises UnknownThing where it fits none, with the nearest names there are, and where it fits too many.
        """
        if name in self.graph:
            return (self.thing(Iri(name)),)
        things = sorted(thing for _, thing in self.graph.nodes(data="thing"))
        for fits in _ways_to_fit(name.casefold().strip()):
            found = tuple(filter(fits, things))
            if len(found) > FITTING:
                raise UnknownThing(f"“{name}” fits {len(found)} things. Give more of its name, or its IRI.")
            if found:
                return found
        near = process.extract(name, {thing.label for thing in things}, processor=utils.default_process, limit=3)
        raise UnknownThing(
            f"Nothing is called “{name}”. Nearest are: {', '.join(shorten(label, 60, placeholder=' …') for label, *_ in near)}."
        )


def _ways_to_fit(name: str) -> tuple[Callable[[Thing], bool], ...]:
    return (
        lambda thing: thing.notation != "" and fold_number(thing.notation) == fold_number(name),
        lambda thing: thing.label.casefold() == name,
        lambda thing: name in thing.label.casefold(),
    )

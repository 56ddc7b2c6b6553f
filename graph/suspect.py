"""What is no longer sure when passages turn out to say something else: the things they state, and what hangs on those."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.network import RESTS_ON, Network, Thing
from graph.reviews.decision import Decision, Reviews
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

STATED = """
SELECT DISTINCT ?thing WHERE {{ VALUES ?passage {{ {passages} }} ?thing <{passage}> ?passage }}"""
DERIVED = """
SELECT DISTINCT ?link ?label WHERE {{
  VALUES ?thing {{ {things} }} VALUES ?side {{ {sides} }} ?link ?side ?thing ; <{label}> ?label }} ORDER BY ?link"""
#: How derived links and findings point at what they are of.
SIDES = (rt.from_, rt.to, rt.subject, rt.object_, rt.about)
#: What has no words of its own: whose it is says something else when it does.
OWNED = frozenset({rt.ofIndicator, rt.ofBudgetLine})


@dataclass(frozen=True)
class Suspicion:
    """The things that may say something else now, what rests on them at any remove, derived links, decisions."""

    changed: tuple[Thing, ...]
    resting: tuple[Thing, ...]
    links: tuple[tuple[Iri, str], ...]
    decisions: tuple[Decision, ...]

    def __bool__(self) -> bool:
        """Whether anything is suspect."""
        return bool(self.changed)


def suspicion(view: View, passages: Iterable[Iri], reviews: Reviews) -> Suspicion:
    """What hangs on passages that no longer stand as they are quoted."""
    names = " ".join(map(sparql, passages))
    if not names:
        return Suspicion((), (), (), ())
    rows = view.select(STATED.format(passages=names, passage=rt.passage)).rows
    network = Network(view)
    stated = {thing for (name,) in rows if (thing := Iri(str(name))) in network.graph}
    changed = stated.union(*(network.links_from(thing, OWNED) for thing in stated))
    return Suspicion(
        tuple(sorted(map(network.thing, changed))),
        tuple(sorted(map(network.thing, _resting(network, changed) - changed))),
        _links(view, changed),
        tuple(each for each in reviews if changed & {each.subject, each.object}),
    )


def _resting(network: Network, things: Collection[Iri]) -> set[Iri]:
    """What rests on some things, at any remove."""
    found, fresh = set(things), set(things)
    while fresh:
        fresh = {each for thing in fresh for each in network.links_to(thing, RESTS_ON)} - found
        found |= fresh
    return found


def _links(view: View, things: Collection[Iri]) -> tuple[tuple[Iri, str], ...]:
    """The derived links and the findings of some things, each with its label."""
    query = DERIVED.format(
        things=" ".join(map(sparql, sorted(things))), sides=" ".join(map(sparql, SIDES)), label=Rdfs.label
    )
    return tuple((Iri(str(link)), str(label)) for link, label in view.select(query).rows)

"""What things said when a person decided upon them, so that it shows when they say something else."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import NamedNode

from graph.reviews.decision import Decision, Reviews
from graph.terms import node, spelled
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdfs, Skos

#: The words of a thing, and what its values and amounts are called and say.
WORDS = (Rdfs.label, Dcterms.title, Dcterms.description, Skos.prefLabel)
OWNED_BY = (rt.ofIndicator, rt.ofBudgetLine)
PART = (rt.role, rt.year, rt.asWritten)
LENGTH = 16


@dataclass(frozen=True)
class Suspect:
    """A decision on things that say something else now than when it was made: which of its two sides."""

    decision: Decision
    sides: tuple[Iri, ...]


def suspects(view: View, reviews: Reviews) -> tuple[Suspect, ...]:
    """The decisions to look at again, in their order. Where words were not or are not known, nobody can tell."""
    now = fingerprints(view, {side for each in reviews for side in (each.subject, each.object)})
    found = ((each, tuple(_changed(each, now))) for each in reviews)
    return tuple(Suspect(decision, sides) for decision, sides in found if sides)


def _changed(decision: Decision, now: dict[Iri, str]) -> Iterator[Iri]:
    sides = (
        (decision.subject, decision.subject_fingerprint),
        (decision.object, decision.object_fingerprint),
    )
    return (side for side, then in sides if then and now[side] not in ("", then))


def fingerprints(view: View, things: Iterable[Iri]) -> dict[Iri, str]:
    """A short sum of what each thing says, its figures included, wherever that stands and however lines break.

    "" for what no document states, and where a document is there by its facts only.
    """
    abridged = {quad.subject for quad in view.engine.quads_for_pattern(None, node(rt.abridged), None, None)}
    return {thing: _fingerprint(view, thing, abridged) for thing in set(things)}


def _fingerprint(view: View, thing: Iri, abridged: Collection[object]) -> str:
    name = node(thing)
    if any(quad.graph_name in abridged for quad in view.engine.quads_for_pattern(name, node(Rdfs.label), None, None)):
        return ""
    said = sorted({*_said(view, name, WORDS), *_parts(view, name)})
    return sha256("\n".join(said).encode()).hexdigest()[:LENGTH] if said else ""


def _parts(view: View, name: NamedNode) -> Iterator[str]:
    """What each value and amount of a thing says, one line each."""
    for owner in OWNED_BY:
        for quad in view.engine.quads_for_pattern(None, node(owner), name, None):
            if isinstance(quad.subject, NamedNode):
                yield " ".join(_said(view, quad.subject, PART))


def _said(view: View, name: NamedNode, predicates: Iterable[Iri]) -> Iterator[str]:
    """What is said with some predicates, in their order, blanks folded."""
    for predicate in predicates:
        found = {spelled(quad.object) for quad in view.engine.quads_for_pattern(name, node(predicate), None, None)}
        yield from (f"{predicate.local} {' '.join(text.split())}" for text in sorted(found))

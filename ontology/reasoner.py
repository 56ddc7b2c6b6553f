"""What follows from the ontology by its own logic, told by HermiT (OWL 2 DL; needs Java).

The graph is filled by rules (`ontology.rules`), not by a reasoner, for speed. This is what the rules are held against: the
same facts, reasoned over. A contradiction, or a class that nothing can be of, is told too.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import owlready2  # type: ignore[import-untyped]
import rdflib
from owlready2 import OwlReadyInconsistentOntologyError
from rdflib.namespace import OWL, RDF

from ontology.classes import Terms, ours
from ontology.iri import Iri

Link = tuple[Iri, Iri, Iri]


class Contradiction(Exception):
    """The facts cannot all be true if the ontology is."""


@dataclass(frozen=True)
class Entailed:
    """What follows: the classes that nothing can be of, the `rt:` classes of each thing, its links by `rt:` properties."""

    unsatisfiable: frozenset[Iri]
    types: frozenset[tuple[Iri, Iri]]
    links: frozenset[Link]


def available() -> bool:
    """Whether there is a Java to run the reasoner."""
    return shutil.which(owlready2.JAVA_EXE) is not None


def entailed(facts: rdflib.Graph | None = None) -> Entailed:
    """All that follows from the ontology and some facts, what was stated included. Takes some seconds.

    Raises Contradiction where the facts are at odds with the ontology, or it with itself.
    """
    terms = Terms(_with_individuals(facts) if facts else None)
    try:
        # xsd:date is no datatype of OWL 2: dates are left to the shapes
        owlready2.sync_reasoner_hermit(
            terms.world, infer_property_values=True, debug=0, ignore_unsupported_datatypes=True
        )
    except OwlReadyInconsistentOntologyError as error:
        raise Contradiction("The ontology and the facts contradict each other.") from error
    impossible = (kind for kind in terms.world.inconsistent_classes() if kind is not owlready2.Nothing)
    return Entailed(frozenset(ours(impossible)), frozenset(_types(terms)), frozenset(_links(terms)))


def _with_individuals(facts: rdflib.Graph) -> rdflib.Graph:
    """The facts, each thing of a class declared to OWL."""
    declared = rdflib.Graph()
    for thing in facts.subjects(RDF.type, unique=True):
        declared.add((thing, RDF.type, OWL.NamedIndividual))
    return facts + declared


def _types(terms: Terms) -> Iterator[tuple[Iri, Iri]]:
    for thing in terms.world.individuals():
        yield from ((Iri(thing.iri), kind) for kind in ours(thing.INDIRECT_is_a))


def _links(terms: Terms) -> Iterator[Link]:
    """HermiT tells each link by its narrowest property; that it is one by the wider ones, and back, is spelled out."""
    for term in terms.world.object_properties():
        for start, end in term.get_relations():
            for wider in ours(term.ancestors()):
                yield from _both_ways(terms, start, wider, end)


def _both_ways(terms: Terms, start: Any, term: Iri, end: Any) -> Iterator[Link]:  # noqa: ANN401
    yield Iri(start.iri), term, Iri(end.iri)
    if back := terms.inverse(term):
        yield Iri(end.iri), back, Iri(start.iri)

"""The ontology as a graph of the store, so that whoever asks finds labels, comments and the class tree beside the data."""

from collections import defaultdict
from functools import cache

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, parse

from graph.terms import node, spelled
from ontology import rt
from ontology.files import ALIGNMENTS, ONTOLOGY
from ontology.iri import Iri
from ontology.rt import RT
from ontology.vocab import Rdfs

#: The named graph that holds the ontology and its alignments; it bears the ontology's own name.
VOCABULARY = Iri(RT.rstrip("#"))
SUBCLASS = Iri(Rdfs.NS + "subClassOf")


@cache
def vocabulary() -> frozenset[Quad]:
    """The ontology's quads. Blank nodes are named by what they say, so that the same ontology gives the same quads."""
    graph = node(VOCABULARY)
    quads = Dataset(
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for path in (ONTOLOGY, ALIGNMENTS)
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
    )
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(quads)


@cache
def labels() -> dict[str, dict[str, str]]:
    """What the ontology calls its terms, by language."""
    said: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in vocabulary():
        if quad.predicate.value == Rdfs.label and isinstance(quad.object, Literal) and quad.object.language:
            said[spelled(quad.subject)][quad.object.language] = quad.object.value
    return dict(said)


def called(term: Iri, language: str) -> str:
    """What the ontology calls a term in "sv" or "en"; its name where it calls it nothing."""
    return labels().get(term, {}).get(language) or term.local


def objects(subject: str, predicate: str) -> list[str]:
    """What the ontology says of something by one predicate; the name of a blank node where it is no more than that."""
    return [spelled(quad.object) for quad in _about().get((subject, predicate), ())]


@cache
def _about() -> dict[tuple[str, str], list[Quad]]:
    about: defaultdict[tuple[str, str], list[Quad]] = defaultdict(list)
    for quad in vocabulary():
        about[spelled(quad.subject), quad.predicate.value].append(quad)
    return dict(about)


@cache
def family(kind: Iri) -> Iri:
    """What sort of thing a class is of: the topmost of ours over it that is not all that a plan states."""
    above = sorted(
        Iri(quad.object.value)
        for quad in vocabulary()
        if quad.predicate.value == SUBCLASS
        and getattr(quad.subject, "value", "") == kind
        and isinstance(quad.object, NamedNode)
        and quad.object.value.startswith(RT)
        and quad.object.value != rt.PlanElement
    )
    return family(above[0]) if above else kind

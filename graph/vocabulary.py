"""The ontology as a graph of the store, so that whoever asks finds labels, comments and the class tree beside the data."""

from functools import cache

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from graph.terms import node
from ontology.files import ALIGNMENTS, ONTOLOGY
from ontology.iri import Iri
from ontology.rt import RT

#: The named graph that holds the ontology and its alignments; it bears the ontology's own name.
VOCABULARY = Iri(RT.rstrip("#"))


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

"""Graphs that the program itself brings into each version of a store, beside what documents state and what follows.

The ontology is one. Folders above this one have others to bring, and the door hands them over by their kinds:

    DirectoryStore(directory, brought={"questions": published})

A function gets the minter and gives the graph's triples; the graph is `Minter.graph(kind)`.
"""

from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Quad

from graph.derived.write import in_graph
from graph.iris import Minter
from graph.stretches import Triple
from graph.vocabulary import VOCABULARY, vocabulary
from ontology.iri import Iri

#: What folders above this one bring: the triples of each kind of graph.
Brought = Mapping[str, Callable[[Minter], Iterable[Triple]]]


def graphs_brought(brought: Brought, minter: Minter) -> dict[Iri, frozenset[Quad]]:
    """The quads of each graph that the program brings, the ontology's among them."""
    graphs = {minter.graph(kind): triples(minter) for kind, triples in brought.items()}
    return {VOCABULARY: vocabulary()} | {graph: frozenset(in_graph(graph, said)) for graph, said in graphs.items()}

"""From derived records to quads, in the graph of their kind."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, Store

from graph.derived.records import Derived
from graph.fields import fields_of
from graph.stretches import Triple
from graph.terms import node, term
from ontology.iri import Iri
from ontology.vocab import Rdf


def replace_graph(engine: Store, graph: Iri, records: Iterable[Derived], others: Iterable[Triple] = ()) -> None:
    """Have a graph hold just these records, the plain statements they stand behind, and some others."""
    triples = (*others, *(triple for record in records for triple in described(record)))
    engine.remove_graph(node(graph))
    engine.bulk_extend(in_graph(graph, triples))


def in_graph(graph: Iri, triples: Iterable[Triple]) -> Iterator[Quad]:
    """Statements as quads of a graph."""
    name = node(graph)
    return (Quad(node(subject), node(predicate), term(said), name) for subject, predicate, said in triples)


def described(record: Derived) -> Iterator[Triple]:
    """All that is said of a derived record, and what it stands behind."""
    yield record.iri, Rdf.type, record.CLASS
    for field in fields_of(type(record)):
        said = getattr(record, field.name)
        for each in said if isinstance(said, tuple) else (said,):
            if each is not None:
                yield record.iri, field.predicate, each
    yield from record.flat()

"""Counts as VoID has them: one dataset, its classes with their properties, its named graphs as subsets.

Links between classes are link sets rather than partitions of property partitions. SIB's editors read both, but ask of
partitions what their classes are called: in two languages, of a property and two classes, each link would come back 64
times. Nothing is said of things or documents themselves, so that who asks for those meets nothing else; addresses, which depend
on where the server stands, are told when this is served.
"""

from collections.abc import Iterator
from urllib.parse import quote

from graph.answer import Text
from graph.describing.counts import Counts
from graph.describing.names import fragment, namespace
from graph.iris import Minter
from graph.stretches import Triple
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Void, VoidExt

TITLE = Text("Röda tråden", "sv"), Text("Röda tråden", "en")
DESCRIPTION = (
    Text(
        "Vad svenska regioners planer och redovisningar säger, var det står, och vad som följer av det. "
        "Beskrivningen räknar allt utom sig själv; det som står i flera grafer räknas en gång.",
        "sv",
    ),
    Text(
        "What the plans and reports of Swedish regions state, where it is stated, and what follows from it. "
        "This description counts all but itself; what stands in several graphs counts once.",
        "en",
    ),
)


def graph_of(minter: Minter) -> Iri:
    """The named graph that holds the description."""
    return minter.graph("void")


def dataset_of(minter: Minter) -> Iri:
    """What the whole is called."""
    return Iri(f"{graph_of(minter)}#dataset")


def described(counts: Counts, minter: Minter) -> Iterator[Triple]:
    """The description of a version."""
    yield from _whole(counts, minter)
    yield from _graphs(counts, minter)
    yield from _properties(counts, minter)
    yield from _classes(counts, minter)
    yield from _links(counts, minter)


def _whole(counts: Counts, minter: Minter) -> Iterator[Triple]:
    dataset = dataset_of(minter)
    yield dataset, Rdf.type, Void.Dataset
    for text in TITLE:
        yield dataset, Dcterms.title, text
    for text in DESCRIPTION:
        yield dataset, Dcterms.description, text
    yield dataset, Void.uriSpace, str(minter.base)
    yield dataset, Void.triples, counts.triples
    yield dataset, Void.entities, counts.entities
    yield dataset, Void.distinctSubjects, counts.subjects
    yield dataset, Void.distinctObjects, counts.objects
    yield dataset, Void.classes, len(counts.classes)
    yield dataset, Void.properties, len(counts.properties)
    for each in sorted({namespace(term) for term in (*counts.classes, *counts.properties)} - {""}):
        yield dataset, Void.vocabulary, Iri(each)


def _graphs(counts: Counts, minter: Minter) -> Iterator[Triple]:
    """Each named graph as a subset; its own IRI, which may be a document's, stands as text."""
    for graph, triples in counts.graphs.items():
        subset = _part(minter, "graph", quote(graph.removeprefix(minter.base), safe="/:"))
        yield dataset_of(minter), Void.subset, subset
        yield subset, Rdf.type, Void.Dataset
        yield subset, Dcterms.identifier, str(graph)
        yield subset, Void.triples, triples


def _properties(counts: Counts, minter: Minter) -> Iterator[Triple]:
    for used, count in counts.properties.items():
        partition = _part(minter, "property", fragment(used))
        yield dataset_of(minter), Void.propertyPartition, partition
        yield partition, Rdf.type, Void.Dataset
        yield partition, Void.property, used
        yield partition, Void.triples, count


def _classes(counts: Counts, minter: Minter) -> Iterator[Triple]:
    for kind, things in counts.classes.items():
        partition = _part(minter, "class", fragment(kind))
        yield dataset_of(minter), Void.classPartition, partition
        yield partition, Rdf.type, Void.Dataset
        yield partition, Void.class_, kind
        yield partition, Void.entities, things
    for (kind, used), count in counts.uses.items():
        partition = _part(minter, "class", fragment(kind, used))
        yield _part(minter, "class", fragment(kind)), Void.propertyPartition, partition
        yield partition, Rdf.type, Void.Dataset
        yield partition, Void.property, used
        yield partition, Void.triples, count
    for (kind, used, datatype), count in counts.texts.items():
        partition = _part(minter, "class", fragment(kind, used, datatype))
        yield _part(minter, "class", fragment(kind, used)), VoidExt.datatypePartition, partition
        yield partition, Rdf.type, Void.Dataset
        yield partition, VoidExt.datatype, datatype
        yield partition, Void.triples, count


def _links(counts: Counts, minter: Minter) -> Iterator[Triple]:
    """What leads from things of a class to things of another."""
    for (kind, used, other), count in counts.links.items():
        links = _part(minter, "links", fragment(kind, used, other))
        yield links, Rdf.type, Void.Linkset
        yield links, Void.subjectsTarget, _part(minter, "class", fragment(kind))
        yield links, Void.linkPredicate, used
        yield links, Void.objectsTarget, _part(minter, "class", fragment(other))
        yield links, Void.triples, count


def _part(minter: Minter, sort: str, name: str) -> Iri:
    return Iri(f"{graph_of(minter)}#{sort}/{name}")

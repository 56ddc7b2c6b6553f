"""The counts of a version, read from the description that it holds; counted anew where an older program made it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from pyoxigraph import Quad, Store

from graph.answer import Value
from graph.describing.counts import Counts, Triad, counted, types_in
from graph.describing.void import dataset_of, graph_of
from graph.iris import Minter
from graph.terms import node, spelled, value
from graph.view import View
from ontology.iri import Iri
from ontology.vocab import Dcterms, Void, VoidExt

#: What is said of each, by property.
Said = Mapping[Iri, Mapping[Iri, list[Value]]]
LINK = (Void.subjectsTarget, Void.linkPredicate, Void.objectsTarget)
#: Graphs that tell of the others.
DESCRIPTIONS = ("void", "questions")


class Named(Set[Quad]):
    """One named graph of an engine as a set of its quads, without a copy of them."""

    def __init__(self, engine: Store, graph: Iri) -> None:
        """The graph of this name."""
        self._engine, self._graph = engine, node(graph)

    def __iter__(self) -> Iterator[Quad]:
        """All quads."""
        return self._engine.quads_for_pattern(None, None, None, self._graph)

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    def __contains__(self, quad: object) -> bool:
        """Whether one is there."""
        return quad in self._engine


def described_in(view: View, minter: Minter | None = None) -> bool:
    """Whether a version holds its description."""
    graph = node(graph_of(minter or Minter()))
    return next(iter(view.engine.quads_for_pattern(None, None, None, graph)), None) is not None


def counts(view: View, minter: Minter | None = None) -> Counts:
    """How much a version holds."""
    minter = minter or Minter()
    if described_in(view, minter):
        return _read(_said(view.engine, graph_of(minter)), minter)
    others = set(map(minter.graph, DESCRIPTIONS))
    graphs = sorted({spelled(graph) for graph in view.engine.named_graphs()} - others)
    types = (quad for quad in types_in(view.engine) if spelled(quad.graph_name) not in others)
    return counted({Iri(each): Named(view.engine, Iri(each)) for each in graphs}, types, minter.base)


def _said(engine: Store, graph: Iri) -> Said:
    said: defaultdict[Iri, defaultdict[Iri, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for quad in engine.quads_for_pattern(None, None, None, node(graph)):
        said[Iri(spelled(quad.subject))][Iri(quad.predicate.value)].append(value(quad.object))
    return said


def _read(said: Said, minter: Minter) -> Counts:
    whole = said[dataset_of(minter)]
    kinds = {partition: _iri(said, partition, Void.class_) for partition in _iris(whole, Void.classPartition)}
    uses = {
        (kind, _iri(said, use, Void.property)): use
        for partition, kind in kinds.items()
        for use in _iris(said[partition], Void.propertyPartition)
    }
    texts = {
        (*pair, _iri(said, text, VoidExt.datatype)): text
        for pair, use in uses.items()
        for text in _iris(said[use], VoidExt.datatypePartition)
    }
    return Counts(
        triples=_number(whole, Void.triples),
        subjects=_number(whole, Void.distinctSubjects),
        objects=_number(whole, Void.distinctObjects),
        entities=_number(whole, Void.entities),
        graphs={
            Iri(str(said[each][Dcterms.identifier][0])): _number(said[each], Void.triples)
            for each in _iris(whole, Void.subset)
        },
        classes={kind: _number(said[partition], Void.entities) for partition, kind in kinds.items()},
        properties={
            _iri(said, each, Void.property): _number(said[each], Void.triples)
            for each in _iris(whole, Void.propertyPartition)
        },
        uses={pair: _number(said[use], Void.triples) for pair, use in uses.items()},
        links=dict(_links(said, kinds)),
        texts={triad: _number(said[text], Void.triples) for triad, text in texts.items()},
    )


def _links(said: Said, kinds: Mapping[Iri, Iri]) -> Iterator[tuple[Triad, int]]:
    for each in said.values():
        if Void.linkPredicate in each:
            subject, used, object_ = (Iri(str(each[end][0])) for end in LINK)
            yield (kinds[subject], used, kinds[object_]), _number(each, Void.triples)


def _iris(said: Mapping[Iri, list[Value]], predicate: Iri) -> Iterable[Iri]:
    return (Iri(str(each)) for each in said.get(predicate, ()))


def _iri(said: Said, subject: Iri, predicate: Iri) -> Iri:
    return Iri(str(said[subject][predicate][0]))


def _number(said: Mapping[Iri, list[Value]], predicate: Iri) -> int:
    return int(str(said[predicate][0]))

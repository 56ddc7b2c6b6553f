"""From what a document states to quads: one generic function for every kind of record.

What the document states goes to the graph that bears its name; what was inferred and what was odd to the graphs of
inferences and findings. Every element carries the passages that state it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Quad

from graph.answer import Text
from graph.fields import fields_of
from graph.iris import Minter
from graph.place import Place
from graph.records import ByNumber, Element, Organisation, Plan, Reading, Record, Region
from graph.references import resolve
from graph.stretches import Stretches, Triple
from graph.terms import node, term
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs

Thing = Record | Plan | Region | Organisation


@dataclass(frozen=True)
class Written:
    """One document as quads. `document` is its IRI and the name of its graph; `plan` the plan that it is."""

    document: Iri
    plan: Iri
    file_name: str
    stated: frozenset[Quad]
    inferred: frozenset[Quad]
    findings: frozenset[Quad]

    @property
    def quads(self) -> Iterator[Quad]:
        """All of them."""
        return chain(self.stated, self.inferred, self.findings)


def write(reading: Reading, minter: Minter | None = None) -> Written:
    """All quads of a reading, references resolved, passages minted. The same reading gives the same quads.

    Raises TypeError for a field whose value RDF cannot hold.
    """
    return _Writer(reading, minter or Minter()).written()


class _Writer:
    """What writing one reading needs to know throughout."""

    def __init__(self, reading: Reading, minter: Minter) -> None:
        self.reading, self.minter = reading, minter
        self.document = minter.document(reading.source.name)
        self.plan = minter.plan(reading.plan)
        listed = dict.fromkeys(_reached((reading.plan, *reading.records)))
        resolved = resolve([thing for thing in listed if isinstance(thing, Record)])
        self.links: Mapping[ByNumber, Record] = resolved.links
        self.doubts = (*reading.doubts, *resolved.doubts)
        self.things = (*listed, *resolved.bare)
        self.stretches = Stretches(reading, self.document, minter)
        records = [thing for thing in self.things if isinstance(thing, Record)]
        named = minter.records(reading.plan, records)
        self.names = {thing: named[thing] if isinstance(thing, Record) else self._name(thing) for thing in self.things}

    def _name(self, thing: Plan | Region | Organisation) -> Iri:
        match thing:
            case Region():
                return self.minter.region(thing)
            case Organisation():
                return self.minter.organisation(thing)
            case Plan():
                return self.minter.plan(thing)

    def written(self) -> Written:
        inference, findings = self.minter.graph("inference"), self.minter.graph("findings")
        stated = chain(self._source(), self._passages(), *map(self._described, self.things))
        inferred = chain(*(self._fields(thing, inferred=True) for thing in self.things))
        return Written(
            self.document,
            self.plan,
            self.reading.source.name,
            _in_graph(self.document, stated),
            _in_graph(inference, inferred),
            _in_graph(findings, self._findings()),
        )

    def _source(self) -> Iterator[Triple]:
        source = self.reading.source
        yield self.document, Rdf.type, rt.Document
        yield self.document, Rdfs.label, source.name
        yield self.document, Dcterms.title, self.reading.plan.title
        yield self.document, rt.fileName, source.name
        yield self.document, rt.sha256, source.sha256
        yield self.document, Dcterms.format, source.format
        yield self.document, rt.lineCount, source.line_count
        yield self.plan, rt.document, self.document

    def _described(self, thing: Thing) -> Iterator[Triple]:
        name = self.names[thing]
        yield name, Rdf.type, thing.kind if isinstance(thing, Plan) else thing.CLASS
        yield name, Rdfs.label, thing.label
        if isinstance(thing, Element):
            yield name, rt.statedIn, self.plan
        yield from self._fields(thing, inferred=False)

    def _fields(self, thing: Thing, *, inferred: bool) -> Iterator[Triple]:
        name = self.names[thing]
        for field in fields_of(type(thing)):
            if field.inferred is inferred:
                for said in self._said(getattr(thing, field.name)):
                    yield name, field.predicate, said

    def _said(self, value: object) -> Iterator[object]:
        """What a field's value is in the graph: nothing, one term or several."""
        match value:
            case None:
                return
            case tuple():
                yield from chain.from_iterable(map(self._said, value))
            case Place():
                yield from map(self.stretches.name, value.spans)
            case ByNumber():
                yield from self._said(self.links.get(value))
            case Record() | Region() | Organisation() | Plan():
                yield self.names[value]
            case _:
                yield value

    def _passages(self) -> Iterator[Triple]:
        stating = (thing.place for thing in self.things if isinstance(thing, Plan | Record) and thing.place)
        return self.stretches.statements(stating, (doubt.place for doubt in self.doubts))

    def _findings(self) -> Iterator[Triple]:
        for name, doubt in zip(self.minter.findings(self.reading.plan, self.doubts), self.doubts, strict=True):
            yield name, Rdf.type, rt.Finding
            yield name, Rdfs.label, doubt.sv
            yield name, rt.kind, doubt.kind
            yield name, rt.about, self.names.get(doubt.about, self.plan) if doubt.about else self.plan
            yield name, rt.severity, doubt.severity
            yield name, Dcterms.description, Text(doubt.sv, "sv")
            yield name, Dcterms.description, Text(doubt.en, "en")
            yield name, Dcterms.source, self.document
            for passage in self._said(doubt.place):
                yield name, rt.passage, passage


def _in_graph(graph: Iri, statements: Iterable[Triple]) -> frozenset[Quad]:
    name = node(graph)
    return frozenset(Quad(node(subject), node(predicate), term(said), name) for subject, predicate, said in statements)


def _reached(things: Iterable[object]) -> Iterator[Thing]:
    """The things as they come, then all that they point to and that was not listed."""
    pending, seen = list(things), set()
    for thing in pending:
        if isinstance(thing, tuple):
            pending.extend(thing)
        elif isinstance(thing, Thing) and thing not in seen:
            seen.add(thing)
            yield thing
            pending.extend(getattr(thing, field.name) for field in fields_of(type(thing)))

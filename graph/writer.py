"""From what a document states to quads: one generic function for every kind of record.

What the document states goes to the graph that bears its name; what was inferred and what was odd to the graphs of
inferences and findings. Every element carries the passages that state it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Quad

from graph.answer import Text
from graph.fields import fields_of
from graph.iris import Minter
from graph.passages import passage_label, trimmed
from graph.place import Place, Span
from graph.records import ByNumber, Element, Organisation, Plan, Reading, Record, Region
from graph.references import resolve
from graph.terms import node, term
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Oa, Rdf, Rdfs

#: RFC 5147: fragments of plain text, such as `line=249,250`.
TEXT_FRAGMENTS = Iri("http://tools.ietf.org/rfc/rfc5147")

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
        stated = chain(self._source(), self._passages(), *(self._described(thing) for thing in self.things))
        inferred = chain(*(self._fields(thing, inferred=True) for thing in self.things))
        return Written(
            self.document,
            self.plan,
            self.reading.source.name,
            _in_graph(self.document, stated),
            _in_graph(inference, inferred),
            _in_graph(findings, self._findings()),
        )

    def _source(self) -> Iterator[tuple[Iri, Iri, object]]:
        source = self.reading.source
        yield self.document, Rdf.type, rt.Document
        yield self.document, Rdfs.label, source.name
        yield self.document, Dcterms.title, self.reading.plan.title
        yield self.document, rt.fileName, source.name
        yield self.document, rt.sha256, source.sha256
        yield self.document, Dcterms.format, source.format
        yield self.document, rt.lineCount, source.line_count
        yield self.plan, rt.document, self.document

    def _described(self, thing: Thing) -> Iterator[tuple[Iri, Iri, object]]:
        name = self.names[thing]
        yield name, Rdf.type, thing.kind if isinstance(thing, Plan) else thing.CLASS
        yield name, Rdfs.label, thing.label
        if isinstance(thing, Element):
            yield name, rt.statedIn, self.plan
        yield from self._fields(thing, inferred=False)

    def _fields(self, thing: Thing, *, inferred: bool) -> Iterator[tuple[Iri, Iri, object]]:
        for field in fields_of(type(thing)):
            if field.inferred is inferred:
                for said in self._said(getattr(thing, field.name)):
                    yield self.names[thing], field.predicate, said

    def _said(self, value: object) -> Iterator[object]:
        """What a field's value is in the graph: nothing, one term or several."""
        match value:
            case None:
                return
            case tuple():
                yield from chain.from_iterable(map(self._said, value))
            case Place():
                yield from map(self._passage_name, value.spans)
            case ByNumber():
                yield from self._said(self.links.get(value))
            case Record() | Region() | Organisation() | Plan():
                yield self.names[value]
            case _:
                yield value

    def _findings(self) -> Iterator[tuple[Iri, Iri, object]]:
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

    def _passage_name(self, span: Span) -> Iri:
        text = self.reading.source.text
        return self.minter.passage(self.reading.plan, trimmed(span, text), text)

    def _passages(self) -> Iterator[tuple[Iri, Iri, object]]:
        """Every stretch once; what states something is that, whatever else it was kept as."""
        stating = chain.from_iterable(_spans(thing.place) for thing in self.things if isinstance(thing, Plan | Record))
        kinds: dict[Span, Iri] = {self._trimmed(kept.span): kept.kind for kept in self.reading.kept}
        kinds |= dict.fromkeys(map(self._trimmed, stating), rt.StatingPassage)
        doubted = map(self._trimmed, chain.from_iterable(_spans(doubt.place) for doubt in self.doubts))
        kinds |= {span: _kind_around(span, kinds) for span in doubted if span not in kinds}
        for span, kind in kinds.items():
            yield from self._passage(span, kind)
            if kind == rt.StatingPassage:
                yield from self._selectors(span)

    def _trimmed(self, span: Span) -> Span:
        return trimmed(span, self.reading.source.text)

    def _passage(self, span: Span, kind: Iri) -> Iterator[tuple[Iri, Iri, object]]:
        name = self._passage_name(span)
        facts: tuple[tuple[Iri, object], ...] = (
            (Rdf.type, rt.Passage),
            (Rdfs.label, passage_label(span)),
            (rt.inDocument, self.document),
            (rt.passageKind, kind),
            (rt.firstLine, span.first_line),
            (rt.lastLine, span.last_line),
            (rt.startChar, span.start),
            (rt.endChar, span.end),
            (rt.page, span.page),
            (rt.box, span.box and " ".join(f"{edge:g}" for edge in span.box)),
            (rt.sheet, span.sheet),
            (rt.cell, span.cell),
            (rt.readBy, self.reading.source.read_by),
            (rt.exactText, self.reading.source.text[span.start : span.end]),
        )
        yield from ((name, predicate, said) for predicate, said in facts if said is not None)

    def _selectors(self, span: Span) -> Iterator[tuple[Iri, Iri, object]]:
        """The same stretch as the Web Annotation model says it: by its words, its characters, its lines (RFC 5147)."""
        name = self._passage_name(span)
        lines = f"line={span.first_line - 1},{span.last_line}"
        quote, position = Iri(f"{name}#quote"), Iri(f"{self.document}#char={span.start},{span.end}")
        fragment = Iri(f"{self.document}#{lines}")
        yield name, Oa.hasSource, self.document
        yield from ((name, Oa.hasSelector, selector) for selector in (quote, position, fragment))
        yield quote, Rdf.type, Oa.TextQuoteSelector
        yield quote, Oa.exact, self.reading.source.text[span.start : span.end]
        yield position, Rdf.type, Oa.TextPositionSelector
        yield position, Oa.start, span.start
        yield position, Oa.end, span.end
        yield fragment, Rdf.type, Oa.FragmentSelector
        yield fragment, Rdf.value, lines
        yield fragment, Dcterms.conformsTo, TEXT_FRAGMENTS


def _spans(place: Place | None) -> Sequence[Span]:
    return place.spans if place else ()


def _kind_around(span: Span, kinds: Mapping[Span, Iri]) -> Iri:
    """What a stretch is that was only doubted: as what it is part of, else not understood."""
    around = {kind for other, kind in kinds.items() if other.start <= span.start and span.end <= other.end}
    return next(
        (kind for kind in (rt.StatingPassage, rt.HeadingPassage, rt.ProsePassage) if kind in around), rt.UnreadPassage
    )


def _in_graph(graph: Iri, statements: Iterable[tuple[Iri, Iri, object]]) -> frozenset[Quad]:
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

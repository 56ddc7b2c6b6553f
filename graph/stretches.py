"""The passages of one document: which stretches of its text the graph speaks of, and what it says of each.

A stretch is said twice: with our own plain properties, and, where it states something, as Web Annotation selectors.
"""

from collections.abc import Iterable, Iterator, Mapping

from graph.iris import Minter
from graph.passages import as_box, passage_label, trimmed
from graph.place import Place, Span
from graph.records import Reading
from graph.selectors import selectors
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdf, Rdfs

#: Subject, predicate, and a value as a record has it.
Triple = tuple[Iri, Iri, object]


class Stretches:
    """The stretches of one reading, each trimmed and named once, however many things stand on it."""

    def __init__(self, reading: Reading, document: Iri, minter: Minter) -> None:
        """Speak of a reading's text; `document` is the document's IRI."""
        self._reading, self._document, self._minter = reading, document, minter
        self._text = reading.source.text
        self._trimmed: dict[Span, Span] = {}
        self._names: dict[Span, Iri] = {}

    def name(self, span: Span) -> Iri:
        """The passage of a stretch, whatever blanks are at its ends."""
        span = self._bare(span)
        if span not in self._names:
            self._names[span] = self._minter.passage(self._reading.plan, span, self._text)
        return self._names[span]

    def statements(self, stating: Iterable[Place], doubted: Iterable[Place]) -> Iterator[Triple]:
        """All that is said of all stretches, each once: those that state things, are kept, or are doubted."""
        for span, kind in self._kinds(stating, doubted).items():
            yield from self._passage(span, kind)
            if kind == rt.StatingPassage:
                yield from self._selectors(span)

    def _kinds(self, stating: Iterable[Place], doubted: Iterable[Place]) -> dict[Span, Iri]:
        """What each stretch is: one that states something is that, whatever else it was kept as."""
        kinds = {self._bare(kept.span): kept.kind for kept in self._reading.kept}
        kinds |= dict.fromkeys(self._spans(stating), rt.StatingPassage)
        return kinds | {span: _kind_around(span, kinds) for span in self._spans(doubted) if span not in kinds}

    def _spans(self, places: Iterable[Place]) -> Iterator[Span]:
        return (self._bare(span) for place in places for span in place.spans)

    def _bare(self, span: Span) -> Span:
        """The stretch without the blanks at its ends."""
        if span not in self._trimmed:
            self._trimmed[span] = trimmed(span, self._text)
        return self._trimmed[span]

    def _passage(self, span: Span, kind: Iri) -> Iterator[Triple]:
        name = self.name(span)
        facts: tuple[tuple[Iri, object], ...] = (
            (Rdf.type, rt.Passage),
            (Rdfs.label, passage_label(span)),
            (rt.inDocument, self._document),
            (rt.passageKind, kind),
            (rt.firstLine, span.first_line),
            (rt.lastLine, span.last_line),
            (rt.startChar, span.start),
            (rt.endChar, span.end),
            (rt.page, span.page),
            (rt.box, span.box and as_box(span.box)),
            (rt.sheet, span.sheet),
            (rt.cell, span.cell),
            (rt.readBy, self._reading.source.read_by),
            (rt.exactText, self._text[span.start : span.end]),
        )
        yield from ((name, predicate, said) for predicate, said in facts if said is not None)

    def _selectors(self, span: Span) -> Iterator[Triple]:
        """The same stretch as the Web Annotation model says it."""
        return selectors(self.name(span), self._document, span, self._text[span.start : span.end])


def _kind_around(span: Span, kinds: Mapping[Span, Iri]) -> Iri:
    """What a stretch is that was only doubted: as what it is part of, else as the least of what it runs over.

    Where it runs over nothing that is known, it was not understood.
    """
    order = (rt.StatingPassage, rt.HeadingPassage, rt.ProsePassage)
    around = {kind for other, kind in kinds.items() if other.start <= span.start and span.end <= other.end}
    if known := next((kind for kind in order if kind in around), None):
        return known
    within = {kind for other, kind in kinds.items() if other.start < span.end and span.start < other.end}
    return next((kind for kind in (rt.UnreadPassage, *reversed(order)) if kind in within), rt.UnreadPassage)

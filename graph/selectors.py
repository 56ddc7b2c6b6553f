"""Where a passage stands, as the Web Annotation model says it: by its words, its characters, its lines (RFC 5147).

All of it follows from the passage's own plain facts, so that what is kept elsewhere can leave it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad

from graph.answer import Value
from graph.passages import passage_label
from graph.place import Span
from graph.terms import node, term, value
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Oa, Rdf, Rdfs

#: RFC 5147: fragments of plain text, such as `line=249,250`.
TEXT_FRAGMENTS = Iri("http://tools.ietf.org/rfc/rfc5147")
#: What tells a passage's place, and what else its selectors follow from.
PLACED = (rt.startChar, rt.endChar, rt.firstLine, rt.lastLine)
TOLD = frozenset((*PLACED, rt.exactText, rt.passageKind))


def selectors(
    passage: Iri, document: Iri, lines: tuple[int, int], chars: tuple[int, int], text: str | None
) -> Iterator[tuple[Iri, Iri, object]]:
    """The selectors of a passage; `lines` are 1-based and inclusive, `chars` as RFC 5147 counts; no words without text."""
    (first, last), (start, end) = lines, chars
    quote, position = Iri(f"{passage}#quote"), Iri(f"{document}#char={start},{end}")
    fragment = Iri(f"{document}#line={first - 1},{last}")
    yield passage, Oa.hasSource, document
    if text is not None:
        yield passage, Oa.hasSelector, quote
        yield quote, Rdf.type, Oa.TextQuoteSelector
        yield quote, Oa.exact, text
    yield from ((passage, Oa.hasSelector, selector) for selector in (position, fragment))
    yield position, Rdf.type, Oa.TextPositionSelector
    yield position, Oa.start, start
    yield position, Oa.end, end
    yield fragment, Rdf.type, Oa.FragmentSelector
    yield fragment, Rdf.value, f"line={first - 1},{last}"
    yield fragment, Dcterms.conformsTo, TEXT_FRAGMENTS


def selectors_in(quads: Iterable[Quad]) -> frozenset[Quad]:
    """The selectors of all passages among some quads that state something, in the passages' graphs."""
    return frozenset(quad for passage in _passages(quads) for quad in _quads(passage, passage.selectors()))


def implied_in(quads: Iterable[Quad]) -> frozenset[Quad]:
    """All that need not be told of passages beside their lines and characters, since it follows from those."""
    return frozenset(
        quad for passage in _passages(quads) for quad in _quads(passage, chain(passage.selectors(), passage.names()))
    )


@dataclass(frozen=True)
class Passage:
    """A passage as its plain facts tell it; `graph` is the document that it is in."""

    name: Iri
    graph: Iri
    span: Span
    text: str | None
    stating: bool

    def selectors(self) -> Iterator[tuple[Iri, Iri, object]]:
        """Its selectors, if it states something."""
        lines, chars = (self.span.first_line, self.span.last_line), (self.span.start, self.span.end)
        return selectors(self.name, self.graph, lines, chars, self.text) if self.stating else iter(())

    def names(self) -> Iterator[tuple[Iri, Iri, object]]:
        """What it is called, and where it is."""
        yield self.name, rt.inDocument, self.graph
        yield self.name, Rdfs.label, passage_label(self.span)


def _quads(passage: Passage, said: Iterable[tuple[Iri, Iri, object]]) -> Iterator[Quad]:
    return (Quad(node(subject), node(predicate), term(what), node(passage.graph)) for subject, predicate, what in said)


def _passages(quads: Iterable[Quad]) -> Iterator[Passage]:
    facts: defaultdict[tuple[NamedNode, NamedNode], dict[str, Value]] = defaultdict(dict)
    for quad in quads:
        if (
            quad.predicate.value in TOLD
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.graph_name, NamedNode)
        ):
            facts[quad.subject, quad.graph_name][quad.predicate.value] = value(quad.object)
    for (name, graph), said in facts.items():
        numbers = [said.get(predicate) for predicate in PLACED]
        if rt.passageKind in said and all(isinstance(number, int) for number in numbers):
            text = said.get(rt.exactText)
            start, end, first, last = (int(str(number)) for number in numbers)
            stating = said[rt.passageKind] == rt.StatingPassage
            yield Passage(
                Iri(name.value),
                Iri(graph.value),
                Span(start, end, first, last),
                None if text is None else str(text),
                stating,
            )

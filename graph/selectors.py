"""Where a passage stands, as the Web Annotation model says it: by its words, its characters, its lines (RFC 5147).

All of it follows from the passage's own plain facts, so that what is kept elsewhere can leave it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad

from graph.answer import Value
from graph.passages import box_in, passage_label
from graph.place import Box, Span
from graph.terms import node, term, value
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Oa, Rdf, Rdfs

#: RFC 5147: fragments of plain text, such as `line=249,250`.
TEXT_FRAGMENTS = Iri("http://tools.ietf.org/rfc/rfc5147")
#: RFC 3778: fragments of PDF, such as `page=12`.
PDF_FRAGMENTS = Iri("http://tools.ietf.org/rfc/rfc3778")
#: What tells a passage's place, and what else its selectors follow from.
PLACED = (rt.startChar, rt.endChar, rt.firstLine, rt.lastLine)
TOLD = frozenset((*PLACED, rt.exactText, rt.passageKind, rt.page, rt.box, rt.sheet, rt.cell))


def selectors(passage: Iri, document: Iri, span: Span, text: str | None) -> Iterator[tuple[Iri, Iri, object]]:
    """The selectors of a passage, characters as RFC 5147 counts; no words without text, no page without one."""
    quote, position = Iri(f"{passage}#quote"), Iri(f"{document}#char={span.start},{span.end}")
    yield passage, Oa.hasSource, document
    if text is not None:
        yield passage, Oa.hasSelector, quote
        yield quote, Rdf.type, Oa.TextQuoteSelector
        yield quote, Oa.exact, text
    yield passage, Oa.hasSelector, position
    yield position, Rdf.type, Oa.TextPositionSelector
    yield position, Oa.start, span.start
    yield position, Oa.end, span.end
    for fragment, standard in _fragments(span):
        name = Iri(f"{document}#{fragment}")
        yield passage, Oa.hasSelector, name
        yield name, Rdf.type, Oa.FragmentSelector
        yield name, Rdf.value, fragment
        yield name, Dcterms.conformsTo, standard


def _fragments(span: Span) -> Iterator[tuple[str, Iri]]:
    """The parts of the document that hold the span: its lines, and its page with its box (left, top, width, height)."""
    yield f"line={span.first_line - 1},{span.last_line}", TEXT_FRAGMENTS
    if span.page and span.box:
        left, top, right, bottom = span.box
        box = ",".join(f"{round(edge, 2):g}" for edge in (left, top, right - left, bottom - top))
        yield f"page={span.page}&viewrect={box}", PDF_FRAGMENTS
    elif span.page:
        yield f"page={span.page}", PDF_FRAGMENTS


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
        return selectors(self.name, self.graph, self.span, self.text) if self.stating else iter(())

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
                Span(start, end, first, last, *_leaf(said)),
                None if text is None else str(text),
                stating,
            )


def _leaf(said: Mapping[str, Value]) -> tuple[int | None, Box | None, str | None, str | None]:
    """Page, box, sheet and cell, as far as they are said."""
    page, box, sheet, cell = (said.get(predicate) for predicate in (rt.page, rt.box, rt.sheet, rt.cell))
    return (
        page if isinstance(page, int) else None,
        box_in(box) if isinstance(box, str) else None,
        sheet if isinstance(sheet, str) else None,
        cell if isinstance(cell, str) else None,
    )

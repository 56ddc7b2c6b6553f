"""Nothing lost: what became of every line that is not blank."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from graph.place import Span
from graph.records import Kept, Reading, Record
from loaders.document import Document, Line
from loaders.layout.headed import PAGE_BEGINS, is_heading_block, is_heading_over
from loaders.layout.headings import LONGEST, is_heading
from loaders.words.numbers import is_table_like
from ontology import rt
from ontology.iri import Iri

#: A word that says something; what is shorter only joins or marks.
WORD = re.compile(r"[^\W\d_]{4,}")
#: Four figures that begin a line: a row with its name behind them.
FIGURES_FIRST = re.compile(r"\s{0,4}(?:[-–−+]?\d[\d.,]*%?\s{1,4}){3}[-–−+]?\d")


@dataclass(frozen=True)
class Coverage:
    """Line numbers of one document by what was made of them; together they are all that are not blank."""

    stating: tuple[int, ...]
    headings: tuple[int, ...]
    prose: tuple[int, ...]
    unread: tuple[int, ...]


def coverage(document: Document, reading: Reading) -> Coverage:
    """What became of each line of a document, the strongest claim counting."""
    places = (reading.plan.place, *(record.place for record in reading.records))
    stating = lines_in(span for place in places if place for span in place.spans)
    by_kind = {kind: lines_in(kept.span for kept in reading.kept if kept.kind == kind) for kind in KINDS}
    printed = {line.number for line in document.lines if not line.blank}
    headings = by_kind[rt.HeadingPassage] - stating
    unread = by_kind[rt.UnreadPassage] - stating - headings
    prose = printed - stating - headings - unread
    return Coverage(*(tuple(sorted(lines & printed)) for lines in (stating, headings, prose, unread)))


KINDS = (rt.HeadingPassage, rt.ProsePassage, rt.UnreadPassage)


def lines_in(spans: Iterable[Span]) -> set[int]:
    """All lines that some spans touch."""
    return {number for span in spans for number in range(span.first_line, span.last_line + 1)}


def leftovers(document: Document, records: Iterable[Record], kept: Iterable[Kept]) -> Iterator[Kept]:
    """What no family claimed: unbroken runs of lines of one kind, kept as passages; words left on a claimed line too."""
    spans = [span for record in records for span in record.place.spans] + [item.span for item in kept]
    claimed = lines_in(spans)
    parted = claimed & lines_with_words_left(document, spans)
    free = [line for line in document.lines if not line.blank]
    cells = frozenset(row.line for row in document.rows)
    for key, run in groupby(free, key=lambda line: line.number in claimed - parted):
        if not key:
            yield from kept_run(document, list(run), cells, parted)


def lines_with_words_left(document: Document, spans: Iterable[Span]) -> set[int]:
    """The lines on which some word stands in none of some spans."""
    covered = bytearray(len(document.source.text))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return {
        line.number
        for line in document.lines
        for word in WORD.finditer(line.text)
        if not any(covered[line.start + word.start() : line.start + word.end()])
    }


def kept_run(document: Document, lines: list[Line], cells: frozenset[int], parted: AbstractSet[int]) -> Iterator[Kept]:
    """Passages of unclaimed lines: headings, paragraphs, and each run of table-like lines; what a sentence left is prose."""
    for paragraph in paragraphs(document, lines):
        title = is_title(document, paragraph) and not FIGURES_FIRST.match(paragraph[0].text)
        kinds = {
            line.number: rt.HeadingPassage
            if title
            else rt.ProsePassage
            if line.number in parted
            else kind_of(line, cells)
            for line in paragraph
        }
        for kind, run in groupby(paragraph, key=lambda line: kinds[line.number]):
            members = list(run)
            yield from (Kept(span, kind) for span in document.place(members[0].start, members[-1].end).spans)


def paragraphs(document: Document, lines: list[Line]) -> list[list[Line]]:
    """Lines grouped where their numbers follow each other; a page begins a group, and a heading is one of its own."""
    groups: list[list[Line]] = []
    for line in lines:
        follows = groups and line.number == groups[-1][-1].number + 1 and not PAGE_BEGINS.match(line.text)
        if follows and not (len(groups[-1]) == 1 and is_heading_over(document, groups[-1][0], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_title(document: Document, paragraph: list[Line]) -> bool:
    """Whether a paragraph is a heading, on one line or wrapped over a few."""
    texts = [line.text.strip() for line in paragraph]
    wrapped = all(text[:1].islower() for text in texts[1:]) and len(" ".join(texts)) < LONGEST
    return is_heading(document, paragraph[0]) if len(paragraph) == 1 else wrapped and is_heading_block(tuple(paragraph))


def kind_of(line: Line, cells: frozenset[int]) -> Iri:
    """Prose, or something that looks like part of a table."""
    table_like = line.number in cells or is_table_like(line.text) or FIGURES_FIRST.match(line.text)
    return rt.UnreadPassage if table_like else rt.ProsePassage

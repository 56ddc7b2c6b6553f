"""Nothing lost: what became of every line that is not blank."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.place import Span
from graph.records import Kept, Reading, Record
from loaders.document import Document, Line
from loaders.layout.headings import is_heading
from loaders.words.numbers import is_table_like
from ontology import rt
from ontology.iri import Iri


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
    """What no family claimed: unbroken runs of lines of one kind, kept as passages."""
    claimed = lines_in(span for record in records for span in record.place.spans) | lines_in(item.span for item in kept)
    free = [line for line in document.lines if not line.blank]
    cells = frozenset(row.line for row in document.rows)
    for key, run in groupby(free, key=lambda line: line.number in claimed):
        if not key:
            yield from kept_run(document, list(run), cells)


def kept_run(document: Document, lines: list[Line], cells: frozenset[int]) -> Iterator[Kept]:
    """Passages of unclaimed lines: paragraphs, and each run of table-like lines."""
    for paragraph in paragraphs(lines):
        lone = len(paragraph) == 1 and is_heading(document, paragraph[0])
        for kind, run in groupby(paragraph, key=lambda line: rt.HeadingPassage if lone else kind_of(line, cells)):
            members = list(run)
            yield Kept(document.span(members[0].start, members[-1].end), kind)


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Lines grouped where their numbers follow each other."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.number == groups[-1][-1].number + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def kind_of(line: Line, cells: frozenset[int]) -> Iri:
    """Prose, or something that looks like part of a table."""
    return rt.UnreadPassage if line.number in cells or is_table_like(line.text) else rt.ProsePassage

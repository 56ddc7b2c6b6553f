"""A document as read: its text in lines, and the rows of cells that its format shows by itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.place import Place, Span
from graph.records import Doubt, Source
from loaders.spots import Printed, as_printed, by_leaf, reference
from loaders.words.clean import clean


@dataclass(frozen=True)
class Line:
    """One line of the text, without its line end; `number` is 1-based, `start` its first code point in the document."""

    number: int
    start: int
    text: str
    page: int | None = None

    @property
    def end(self) -> int:
        """One past its last code point."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip()


class Piece(NamedTuple):
    """A cell, a bullet, a sentence: its cleaned text and where it stands."""

    text: str
    place: Place

    def __bool__(self) -> bool:
        """Whether anything is printed in it."""
        return bool(self.text)

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.place.first_line


@dataclass(frozen=True)
class Row:
    """The cells of one row in a format that shows cells, and where it stands; an empty cell is a piece without text."""

    cells: tuple[Piece, ...]
    place: Place

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.cells[0].line

    def cell(self, at: int | None) -> Piece | None:
        """The cell at a position, if there is one and anything is printed in it."""
        return (self.cells[at] or None) if at is not None and at < len(self.cells) else None


@dataclass(frozen=True)
class Document:
    """What a format hands on: the text with its lines, and the rows where the format shows cells.

    `margins` are lines behind the others that pages repeat or number (headers, footers): no part of what is told.
    `printed` are the runs of the text whose spot is known, in their order; `doubts` what the format found odd.
    """

    source: Source
    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()
    margins: tuple[Line, ...] = ()
    printed: tuple[Printed, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins, those of the margins too."""
        return [line.start for line in self._all_lines]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words as they stand within lines: the evidence for whether a hyphen at a line's end is real."""
        return frozenset(word.strip(".,;:()").lower() for line in self.lines for word in line.text.split()[:-1])

    @property
    def told(self) -> str:
        """The text without the margins."""
        return self.source.text[: self.margins[0].start] if self.margins else self.source.text

    @cached_property
    def row_lines(self) -> frozenset[int]:
        """The lines that rows of cells stand on."""
        return frozenset(row.line for row in self.rows)

    def line_at(self, offset: int) -> Line:
        """The line that an offset falls on."""
        return self._all_lines[bisect_right(self.starts, offset) - 1]

    def place(self, start: int, end: int) -> Place:
        """The stretch between two offsets, blanks at its ends left out unless it is all blank: a span on each page."""
        start, end = self._bare(start, end)
        runs = self._printed_in(start, end)
        found = list(by_leaf(runs)) if len(runs) > 1 else runs
        if len(found) < 2:
            return Place((self._span(start, end, *found),))
        edges = [(max(start, run.start), min(end, run.end)) for run in found]
        return Place(tuple(self._span(*edge, run) for edge, run in zip(edges, found, strict=True)))

    def cut(self, start: int, end: int) -> Piece:
        """The piece between two offsets, its text cleaned."""
        return Piece(clean(self.source.text[start:end], self.words), self.place(start, end))

    def cut_lines(self, lines: Iterable[Line]) -> Piece:
        """The piece from the first to the last of some lines."""
        chosen = list(lines)
        return self.cut(chosen[0].start, chosen[-1].end)

    def stretch(self, pieces: Iterable[Piece]) -> Place:
        """One place from the first of some pieces to the last."""
        spans = [span for piece in pieces for span in piece.place.spans]
        return self.place(min(span.start for span in spans), max(span.end for span in spans))

    def between(self, first: int, last: int) -> tuple[Line, ...]:
        """The lines from number `first` to number `last`, both inclusive."""
        return self.lines[max(first, 1) - 1 : max(last, 0)]

    @cached_property
    def _all_lines(self) -> tuple[Line, ...]:
        return (*self.lines, *self.margins)

    @cached_property
    def _begins(self) -> list[int]:
        return [run.start for run in self.printed]

    @cached_property
    def _ends(self) -> list[int]:
        return [run.end for run in self.printed]

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without the blanks at its ends; one that is all blank as it is."""
        raw = self.source.text[start:end]
        behind = raw.rstrip()
        return (start + len(behind) - len(behind.lstrip()), start + len(behind)) if behind else (start, end)

    def _printed_in(self, start: int, end: int) -> Sequence[Printed]:
        """The runs with a spot that a stretch touches."""
        return self.printed[bisect_right(self._ends, start) : bisect_left(self._begins, end)]

    def _span(self, start: int, end: int, run: Printed | None = None) -> Span:
        first = self.line_at(start)
        last = first if end <= first.end else self.line_at(max(start, end - 1))
        if run is None:
            return Span(start, end, first.number, last.number, first.page)
        spot = run.spot
        box = as_printed(spot.box) if spot.box else None
        cell = reference(spot.cells) if spot.cells else None
        return Span(start, end, first.number, last.number, spot.page, box, spot.sheet, cell)


def blocks(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """Runs of lines with no blank line between."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            runs.append([])
        else:
            runs[-1].append(line)
    return [tuple(run) for run in runs if run]

"""A document as read: its text in lines, and the rows of cells that its format shows by itself."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.place import Place, Span
from graph.records import Source
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


@dataclass(frozen=True)
class Piece:
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
    """The cells of one row in a format that shows cells; an empty cell is a piece without text."""

    cells: tuple[Piece, ...]

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.cells[0].line

    def cell(self, at: int | None) -> Piece | None:
        """The cell at a position, if there is one and anything is printed in it."""
        return (self.cells[at] or None) if at is not None and at < len(self.cells) else None

    @property
    def place(self) -> Place:
        """From its first cell to its last."""
        first, last = self.cells[0].place.spans[0], self.cells[-1].place.spans[-1]
        return Place((Span(first.start, last.end, first.first_line, last.last_line, first.page),))


@dataclass(frozen=True)
class Document:
    """What a format hands on: the text with its lines, and the rows where the format shows cells."""

    source: Source
    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [line.start for line in self.lines]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words as they stand within lines: the evidence for whether a hyphen at a line's end is real."""
        return frozenset(word.strip(".,;:()").lower() for line in self.lines for word in line.text.split()[:-1])

    def line_at(self, offset: int) -> Line:
        """The line that an offset falls on."""
        return self.lines[bisect_right(self.starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets, blanks at its ends left out unless it is all blank."""
        raw = self.source.text[start:end]
        if raw.strip():
            end -= len(raw) - len(raw.rstrip())
            start += len(raw) - len(raw.lstrip())
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        return Span(start, end, first.number, last.number, first.page)

    def cut(self, start: int, end: int) -> Piece:
        """The piece between two offsets, its text cleaned."""
        return Piece(clean(self.source.text[start:end], self.words), Place((self.span(start, end),)))

    def cut_lines(self, lines: Iterable[Line]) -> Piece:
        """The piece from the first to the last of some lines."""
        chosen = list(lines)
        return self.cut(chosen[0].start, chosen[-1].end)

    def stretch(self, pieces: Iterable[Piece]) -> Place:
        """One unbroken place from the first of some pieces to the last."""
        spans = [span for piece in pieces for span in piece.place.spans]
        return Place((self.span(min(span.start for span in spans), max(span.end for span in spans)),))

    def between(self, first: int, last: int) -> tuple[Line, ...]:
        """The lines from number `first` to number `last`, both inclusive."""
        return self.lines[max(first, 1) - 1 : max(last, 0)]


def blocks(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """Runs of lines with no blank line between."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            runs.append([])
        else:
            runs[-1].append(line)
    return [tuple(run) for run in runs if run]

"""The head of a table: which columns it has, told by their words, in whatever order and however they are wrapped."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import pairwise, takewhile

from loaders.document import Document, Line, Piece, Row
from loaders.layout.column_order import settled
from loaders.layout.squeeze import Squeezed
from loaders.words.lexicon import Lexicon, tail_of
from loaders.words.vocabulary import ColumnWord

#: Footnote marks on a line of their own below a column's word.
STARS = re.compile(r"\s*\*[*/ ]*\n")
#: No head has more columns than this.
MOST_COLUMNS = 40


@dataclass(frozen=True)
class Column:
    """A column of one table: its meaning, its heading as printed, the unit and the year in it."""

    meaning: str
    text: str
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Header:
    """The columns of a table in their order, and the lines that the head stands on.

    Where its cells are `shown`, `at` are the columns' positions among them, `unknown` those that no word is known for,
    and `corner` is what stands over the rows' names. `rival` is another family that knows the head as well.
    """

    columns: tuple[Column, ...]
    piece: Piece
    at: tuple[int, ...] = ()
    unknown: tuple[Piece, ...] = ()
    shown: tuple[Piece, ...] = ()
    corner: Piece | None = None
    rival: str | None = None

    @property
    def first_line(self) -> int:
        """The head's first line."""
        return self.piece.place.first_line

    @property
    def last_line(self) -> int:
        """The head's last line."""
        return self.piece.place.last_line

    def index(self, meaning: str) -> int | None:
        """The position of the first column of a meaning."""
        return next((at for at, column in enumerate(self.columns) if column.meaning == meaning), None)

    def column(self, meaning: str) -> Column | None:
        """The first column of a meaning."""
        at = self.index(meaning)
        return None if at is None else self.columns[at]

    def cell(self, row: Row, meaning: str) -> Piece | None:
        """The cell of a row in the first column of a meaning, if anything is printed in it."""
        return row.cell(self.index(meaning))

    def ordered(self, leading: Sequence[str]) -> "Header":
        """The head with its columns' meanings settled; where its cells are shown, with the leading columns first."""
        told = settled([column.meaning for column in self.columns], leading)
        columns = [replace(column, meaning=meaning) for column, meaning in zip(self.columns, told, strict=True)]
        rank = {meaning: at for at, meaning in enumerate(leading)}
        order = sorted(range(len(columns)), key=lambda at: rank.get(told[at], len(rank)) if self.at else 0)
        at = tuple(self.at[position] for position in order if self.at)
        return replace(self, columns=tuple(columns[position] for position in order), at=at)

    def having(self, *meanings: str) -> tuple[Column, ...]:
        """All columns of some meanings, in their order."""
        return tuple(column for column in self.columns if column.meaning in meanings)


@dataclass(frozen=True)
class Table:
    """A table head with what stands below it: rows where the format shows cells, lines always.

    `heading` stands right above it, `section` where there is none: above the paragraphs before it, or the tables it goes on.
    `repeats` are the heads that its own is printed again as, over page breaks.
    """

    header: Header
    heading: Piece | None
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    section: Piece | None = None
    repeats: tuple[Header, ...] = ()

    @property
    def heads(self) -> tuple[Header, ...]:
        """Its head, wherever it is printed."""
        return (self.header, *self.repeats)

    @property
    def name(self) -> str:
        """The heading of the table as printed, or else of its section; where there is none, its head."""
        heading = self.heading or self.section
        return heading.text if heading else self.header.piece.text


@dataclass(frozen=True)
class HeaderWords:
    """The columns that a family knows, and which of them a head must have.

    With `named` a line of the head may begin with other words, the name of the rows ("Kontakt med vården Utfall 2024").
    `leading` columns come first in a row of cells, wherever they are printed; the last of them names the row.
    """

    words: tuple[ColumnWord, ...]
    required: frozenset[str]
    least: int = 2
    named: bool = False
    leading: tuple[str, ...] = ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words, spelled out."""
        return Lexicon(self.words)

    def find(self, document: Document, squeezed: Squeezed) -> Iterator[Header]:
        """The heads of this kind in a document: runs of column words from a line's start to a line's end."""
        behind = 0
        at_place = cache(partial(self.word_at, squeezed))
        for start, until in squeezed.lines if self.named else self.begun_lines(squeezed):
            if start >= behind and (found := self.found(squeezed, start, until, at_place)):
                behind = found[-1].tail.end()
                yield self.header(document, squeezed, found)

    def begun_lines(self, squeezed: Squeezed) -> list[tuple[int, int]]:
        """The lines that may begin with one of the words, as `Squeezed.lines` has them."""
        begins, text = self.lexicon.beginning.match, squeezed.text
        return [line for line in squeezed.lines if begins(text, line[0])]

    def found(self, squeezed: Squeezed, start: int, until: int, at_place: "AtPlace") -> list["Found"]:
        """The columns of a head that begins on the line between two positions; none where none does."""
        found = run(squeezed, start, at_place)
        if self.named and not self.fits(found):
            first = self.lexicon.first(squeezed.text, start + 1, until)
            found = run(squeezed, first, at_place) if first else []
        found = without_heading(found) if found else found
        return found if found and self.fits(found) else []

    def word_at(self, squeezed: Squeezed, at: int) -> "Found | None":
        """The column's word that stands at a position."""
        match = self.lexicon.longest(squeezed.text, at)
        return Found(at, tail_of(squeezed.text, match[0]), match[1]) if match else None

    def fits(self, found: list["Found"]) -> bool:
        """Whether the columns are those of this family."""
        meanings = settled([one.word.meaning for one in found], self.leading)
        return len(found) >= self.least and self.required <= set(meanings)

    def header(self, document: Document, squeezed: Squeezed, found: list["Found"]) -> Header:
        """The head made of the words found."""
        columns = tuple(as_column(document, squeezed, one) for one in found)
        first, last = found[0].start, found[-1].end - 1
        end = squeezed.line(last).end
        return Header(columns, document.cut(squeezed.offsets[first], end)).ordered(self.leading)


@dataclass(frozen=True)
class Found:
    """A column's word where it was found: where it begins, and the unit and year behind it."""

    start: int
    tail: re.Match[str]
    word: ColumnWord

    @cached_property
    def end(self) -> int:
        """Where the column's head ends."""
        return self.tail.start("year") if self.tail["year"] and self.word.timeless else self.tail.end()


#: What stands at a position of the squeezed text.
AtPlace = Callable[[int], Found | None]


def run(squeezed: Squeezed, start: int, at_place: AtPlace) -> list[Found]:
    """Adjacent column words from a position on, as many as end with a line."""
    if at_place(start) is None:
        return []
    found: list[Found] = []
    at, whole = start, 0
    while len(found) < MOST_COLUMNS and (one := at_place(at)) and one.end > at:
        found.append(one)
        at = one.end
        if squeezed.ends_line(at):
            whole = len(found)
    return found[:whole]


def without_heading(found: list[Found]) -> list[Found]:
    """The columns without those that are a heading above the first that says the same ("Aktiviteter")."""
    same = takewhile(
        lambda pair: pair[0].word.meaning == pair[1].word.meaning and not pair[0].tail["year"], pairwise(found)
    )
    return found[sum(1 for _ in same) :]


def as_column(document: Document, squeezed: Squeezed, found: Found) -> Column:
    """One column with its heading as printed."""
    tail, end = found.tail, found.end
    until = squeezed.offsets[end] if end < len(squeezed.offsets) else len(document.source.text)
    line_end = squeezed.line(end - 1).end
    stars = STARS.match(document.source.text, line_end, max(until, line_end))
    text = document.cut(squeezed.offsets[found.start], min(until, stars.end() if stars else line_end)).text
    year = tail["year"] if end == tail.end() else None
    unit = tail["unit"] or tail["unit_behind"]
    return Column(found.word.meaning, text.strip(" /⁄-("), unit, int(year) if year else None)

"""Tables whose cells are shown, in any manner: what each column means is told by its own head, wherever it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.document import Document, Piece, Row
from loaders.layout.column_order import settled
from loaders.layout.headers import Column, Header, Table
from loaders.layout.rows import unbroken
from loaders.layout.squeeze import squeeze
from loaders.words.lexicon import Lexicon
from loaders.words.periods import PERIOD, period_of
from loaders.words.vocabulary import ColumnWord

REMARK = re.compile(r"\([^()]*\)")
#: A figure that is no year stands in no head.
FIGURE = re.compile(r"(?!(?:19|20)\d\d$)[-–−+]?\d[\d,.]*%?")
#: A head's cell is no longer than this, and a head has no more cells.
LONGEST = 80
MOST_CELLS = 40
UNKNOWN = ""


@dataclass(frozen=True)
class PlainWords:
    """The words of a kind of table, and which sets of meanings make a head of one; one set must be there as a whole.

    The last of the `leading` columns names the rows: before it a word with two meanings has the first, behind it the second.
    Rows that are `named` have their names in the first column whatever stands over it.
    """

    words: tuple[ColumnWord, ...]
    enough: tuple[frozenset[str], ...]
    leading: tuple[str, ...] = ()
    named: bool = False

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words, spelled out."""
        return Lexicon(self.words)

    def find(self, document: Document) -> Iterator[Header]:
        """The rows of a document that are heads of this kind: at least half of their cells are known words."""
        for row in document.rows:
            if may_be_head(row) and (columns := self.columns(row)):
                yield header(document, row, columns, named=self.named)

    def columns(self, row: Row) -> tuple[Column, ...]:
        """A column for each cell, of no meaning where its words are not known; none where the row is no head."""
        found = tuple(self.column(cell) for cell in row.cells)
        meanings = settled([column.meaning for column in found], self.leading)
        known = [meaning for meaning in meanings if meaning]
        printed = sum(map(bool, row.cells[1:])) + bool(found[0].meaning)
        fits = any(wanted <= set(known) for wanted in self.enough)
        told = tuple(replace(column, meaning=meaning) for column, meaning in zip(found, meanings, strict=True))
        return told if fits and 2 * len(known) >= printed else ()

    def column(self, cell: Piece) -> Column:
        """The column that a cell heads; a remark in parentheses is left out where it says nothing."""
        told = self.lexicon.whole(squeeze(cell.text)) or self.lexicon.whole(squeeze(REMARK.sub("", cell.text)))
        return Column(told.meaning, cell.text, told.unit, told.year) if told else Column(UNKNOWN, cell.text)


@dataclass(frozen=True)
class PlainRow:
    """A row by what its cells mean; what a merged cell says goes for the rows below it, too."""

    columns: tuple[Column, ...]
    row: Row

    def cell(self, *meanings: str) -> Piece | None:
        """What is printed in the first column that has one of some meanings, and anything."""
        return next((piece for _, piece in self.cells(*meanings)), None)

    def cells(self, *meanings: str) -> Iterator[tuple[Column, Piece]]:
        """The columns of some meanings with what is printed in them."""
        for column, piece in zip(self.columns, self.row.cells, strict=False):
            if column.meaning in meanings and piece:
                yield column, piece

    @property
    def lone(self) -> Piece | None:
        """What is printed in a row of a single cell: a heading over rows."""
        printed = [cell for cell in self.row.cells if cell]
        return printed[0] if len(printed) == 1 else None


def plain_rows(table: Table) -> Iterator[PlainRow]:
    """The rows of a table down to the first line that is none; a head that comes again is left out."""
    heads = [column.text for column in table.header.columns]
    for row in unbroken(table):
        if [cell.text for cell in row.cells][: len(heads)] != heads[: len(row.cells)]:
            yield PlainRow(table.header.columns, row)


def may_be_head(row: Row) -> bool:
    """Whether a row has several cells, all of them short, and no figure but years."""
    texts = [cell.text for cell in row.cells if cell]
    return 1 < len(row.cells) <= MOST_CELLS and all(
        len(text) <= LONGEST and not FIGURE.fullmatch(text.replace(" ", "")) for text in texts
    )


def header(document: Document, row: Row, columns: Sequence[Column], *, named: bool) -> Header:
    """The head that a row is: a column a cell; what stands over the names of rows that are named is never unknown."""
    pairs = list(zip(row.cells, columns, strict=True))[named:]
    unknown = tuple(cell for cell, column in pairs if cell and not column.meaning)
    at = tuple(range(len(columns)))
    return Header(tuple(columns), document.cut(row.place.start, row.place.end), at, unknown, row.cells)


def part_told(column: Column) -> str | None:
    """The part of a year that a column is about, as printed: "jan–aug 2027"; None where it is about a whole year."""
    period = period_of(column.text)
    match = PERIOD.search(column.text) if period and period.part else None
    return match[0].strip() if match else None

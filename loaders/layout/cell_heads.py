"""Heads of tables whose cells the format shows: each cell is a column's word, or of a column that nobody knows.

A table that has more columns than its family knows is read all the same, without those: its rows are laid out anew.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from loaders.document import Document, Piece, Row
from loaders.layout.headers import Column, Found, Header, HeaderWords, as_column
from loaders.layout.squeeze import Squeezed
from loaders.words.lexicon import TAIL
from loaders.words.numbers import to_decimal

WORD = re.compile(r"[^\W\d_]{2}")
#: So many rows tell whether a column holds words.
ROWS_LOOKED_AT = 20


def heads_in_cells(words: HeaderWords, document: Document, squeezed: Squeezed) -> Iterator[Header]:
    """The rows that are heads of a kind: more of their cells are words of the kind than are not, the first left aside."""
    for row, edges in squeezed.rows:
        if not may_be_head(words, row, edges, squeezed):
            continue
        found = [words_in(words, squeezed, *each) for each in edges]
        unknown = [cell for cell, ones in zip(row.cells[1:], found[1:], strict=True) if cell and not ones]
        at = tuple(position for position, ones in enumerate(found) if ones)
        if words.fits(list(chain.from_iterable(found))) and len(at) > len(unknown):
            columns = tuple(in_cell(row.cells[n], found[n], document, squeezed) for n in at)
            head = Header(columns, document.cut(row.place.start, row.place.end), at, tuple(unknown), row.cells)
            yield head.ordered(words.leading)


def may_be_head(words: HeaderWords, row: Row, edges: Sequence[tuple[int, int]], squeezed: Squeezed) -> bool:
    """Whether more of a row's cells may begin with words of a kind than do not, the first left aside."""
    begins, text = words.lexicon.beginning.match, squeezed.text
    begun = [at < end and begins(text, at) is not None for at, end in edges]
    return sum(begun) > sum(not may and bool(cell) for may, cell in zip(begun[1:], row.cells[1:], strict=True))


def in_cell(cell: Piece, found: list[Found], document: Document, squeezed: Squeezed) -> Column:
    """The column that a cell heads: what its last word means, of the year that one of the heads over it tells."""
    columns = [as_column(document, squeezed, one) for one in found]
    years = (column.year for column in reversed(columns) if column.year)
    return replace(columns[-1], text=cell.text, year=next(years, None))


def words_in(words: HeaderWords, squeezed: Squeezed, at: int, end: int) -> list[Found]:
    """The column's words that a cell from one position to another consists of; several where heads stand over heads."""
    found = list[Found]()
    while at < end and (one := within(words.word_at(squeezed, at), squeezed, end)) and at < one.end <= end:
        found.append(one)
        at = one.end
    return found if at == end else []


def within(one: Found | None, squeezed: Squeezed, end: int) -> Found | None:
    """A word without a unit or a year behind it that stand in the next cell."""
    tail = TAIL.match(squeezed.text, one.tail.start(), end) if one and one.tail.start() <= end < one.end else None
    return replace(one, tail=tail) if one and tail else one


def laid_out(rows: Sequence[Row], head: Header) -> tuple[tuple[Row, ...], Piece | None]:
    """The rows with a cell for each column of the head, behind the one with their names where no word heads that.

    What stands further right than all heads stays: a row may be shifted. With them what stands over the names.
    """
    if not head.at or lacks_corner(rows, head):
        return tuple(rows), None
    wanted = [*name_column(rows, head), *head.at, *range(last_printed(head.shown), widest(rows))]
    return tuple(Row(tuple(chosen(row, wanted)), row.place) for row in rows), head.shown[wanted[0]] or None


def chosen(row: Row, wanted: Sequence[int]) -> Iterator[Piece]:
    """The cells at some positions; a heading between rows, which fills all columns, stands in the first."""
    empty = Piece("", row.cells[-1].place)
    if row.cells[0] and not any(row.cells[1:]):
        yield from (row.cells[0], *[empty] * (len(wanted) - 1))
    else:
        yield from (row.cells[at] if at < len(row.cells) else empty for at in wanted)


def last_printed(cells: Sequence[Piece]) -> int:
    """How many cells there are down to the last that is printed."""
    return max((number for number, cell in enumerate(cells, 1) if cell), default=0)


def widest(rows: Sequence[Row]) -> int:
    """How many cells the longest row has."""
    return max((len(row.cells) for row in rows), default=0)


def lacks_corner(rows: Sequence[Row], head: Header) -> bool:
    """Whether a head has one cell less than its rows, which begin with names and end with figures."""
    columns = len(head.at)
    longer = head.at == tuple(range(columns)) and {len(row.cells) for row in rows} == {columns + 1}
    return longer and holds_words(rows, 0) and not holds_words(rows, columns)


def name_column(rows: Sequence[Row], head: Header) -> list[int]:
    """The column with the rows' names where the head's first word is not over it: the last with words before figures."""
    first = min(head.at, default=0)
    if not first or holds_words(rows, first):
        return []
    return [at for at in range(first) if holds_words(rows, at)][-1:]


def holds_words(rows: Sequence[Row], at: int) -> bool:
    """Whether most of what is printed in a column is words."""
    printed = [cell.text for row in rows[:ROWS_LOOKED_AT] if (cell := row.cell(at))]
    return 2 * sum(WORD.search(text) is not None and to_decimal(text) is None for text in printed) > len(printed)

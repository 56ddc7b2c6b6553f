"""Heads of tables whose cells the format shows: each cell is a column's word, or of a column that nobody knows.

A table that has more columns than its family knows is read all the same, without those: its rows are laid out anew.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from loaders.document import Document, Piece, Row
from loaders.layout.headers import Found, Header, HeaderWords, as_column
from loaders.layout.squeeze import Squeezed

WORD = re.compile(r"[^\W\d_]{2}")
#: So many rows tell whether a column holds words.
ROWS_LOOKED_AT = 20


def heads_in_cells(words: HeaderWords, document: Document, squeezed: Squeezed) -> Iterator[Header]:
    """The rows that are heads of a kind: more of their cells are words of the kind than are not, the first left aside."""
    for row in document.rows:
        found = [words_in(words, cell, squeezed) for cell in row.cells]
        unknown = [cell for cell, ones in zip(row.cells[1:], found[1:], strict=True) if cell and not ones]
        at = tuple(position for position, ones in enumerate(found) if ones)
        if words.fits(list(chain.from_iterable(found))) and len(at) > len(unknown):
            columns = (replace(as_column(document, squeezed, found[n][-1]), text=row.cells[n].text) for n in at)
            piece = document.cut(row.place.start, row.place.end)
            printed = max(n for n, cell in enumerate(row.cells) if cell)
            yield Header(tuple(columns), piece, at, tuple(unknown), row.cells[0] or None, printed + 1)


def words_in(words: HeaderWords, cell: Piece, squeezed: Squeezed) -> list[Found]:
    """The column's word that a cell consists of; the last of several where heads stand over heads."""
    at, found = bisect_left(squeezed.offsets, cell.place.start), list[Found]()
    end = bisect_left(squeezed.offsets, cell.place.end) if cell else at
    while at < end and (one := words.word_at(squeezed, at)) and at < one.end <= end:
        found.append(one)
        at = one.end
    return found if at == end else []


def laid_out(rows: Sequence[Row], head: Header) -> tuple[Row, ...]:
    """The rows with a cell for each column of the head, behind the one with their names where no word heads that.

    What stands further right than all heads stays: a row may be shifted.
    """
    if not head.at or lacks_corner(rows, head):
        return tuple(rows)
    width = max((len(row.cells) for row in rows), default=0)
    wanted = [*name_column(rows, head), *head.at, *range(head.cells, width)]
    return tuple(Row(tuple(cell_at(row, at) for at in wanted), row.place) for row in rows)


def lacks_corner(rows: Sequence[Row], head: Header) -> bool:
    """Whether a head has one cell less than its rows, which begin with names and end with figures."""
    columns = len(head.at)
    longer = head.at == tuple(range(columns)) and {len(row.cells) for row in rows} == {columns + 1}
    return longer and holds_words(rows, 0) and not holds_words(rows, columns)


def cell_at(row: Row, at: int) -> Piece:
    """The cell at a position, an empty one where the row is shorter."""
    return row.cells[at] if at < len(row.cells) else Piece("", row.cells[-1].place)


def name_column(rows: Sequence[Row], head: Header) -> list[int]:
    """The column with the rows' names where the head's first word is not over it: the last with words before figures."""
    first = min(head.at, default=0)
    if not first or holds_words(rows, first):
        return []
    return [at for at in range(first) if holds_words(rows, at)][-1:]


def holds_words(rows: Sequence[Row], at: int) -> bool:
    """Whether most of what is printed in a column is words."""
    printed = [cell.text for row in rows[:ROWS_LOOKED_AT] if (cell := row.cell(at))]
    return 2 * sum(WORD.search(text) is not None for text in printed) > len(printed)

"""Rows of texts in columns that wrapped text put on lines: a cell of one line shares that line with the next cell.

So only the first line of a block can hold several cells, and it does where it is longer than the lines behind first
ones ever are: these show how wide a column is.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, takewhile

from loaders.document import Document, Line, Piece, blocks
from loaders.layout.neighbours import GOES_ON
from loaders.words.clean import even

#: Where a cell may begin within a line, the surer signs first: a wide gap, a sentence's end, a capital, a figure.
SIGNS = (
    re.compile(r"(?<=\S) {2,}(?=\S)"),
    re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ\d])"),
    re.compile(r"(?<=\S) (?=[A-ZÅÄÖ])"),
    re.compile(r"(?<=\S) (?=\d)"),
)
#: How much longer than the widest other line a first line may be and still be one cell.
SLACK = 3
#: More blank lines than this in a row are the end of a page, which ends a table between its rows.
PAGE_GAP = 3
#: No column is taken to be narrower than the first, and text with longer lines than the second stands in none.
NARROWEST, WIDEST = 40, 75


def text_rows(document: Document, lines: tuple[Line, ...], count: int) -> Iterator[tuple[Piece, ...]]:
    """The rows of `count` texts each, down to the end of the page; a row that is not whole is none."""
    found = list(takewhile(is_narrow, blocks(on_page(lines))))
    width = column_width(found)
    cells: list[Piece] = []
    for block in found:
        cells += parted(document, block, width, count - len(cells), begins=not cells)
        if len(cells) == count:
            yield tuple(cells)
            cells = []


def on_page(lines: tuple[Line, ...]) -> list[Line]:
    """The lines down to a wide gap, or to one that begins with a blank: there a page begins."""
    kept: list[Line] = []
    last = lines[0].number if lines else 0
    for line in lines:
        if not line.blank:
            if line.number - last > PAGE_GAP + 1 or (kept and line.text.startswith(" ")):
                break
            last = line.number
        kept.append(line)
    return kept


def is_narrow(block: tuple[Line, ...]) -> bool:
    """Whether a block may stand in columns: running text has longer lines."""
    widths = [len(line.text.strip()) for line in block]
    return widths[0] <= 4 * WIDEST and max(widths[1:], default=0) <= WIDEST


def column_width(found: list[tuple[Line, ...]]) -> int:
    """How long a line of one cell is at most."""
    return max([NARROWEST, *(len(line.text.strip()) for block in found for line in block[1:])])


def parted(document: Document, block: tuple[Line, ...], width: int, missing: int, *, begins: bool) -> list[Piece]:
    """The cells of a block, no more than are missing: one, or as many as its first line shows.

    Where its first cells have a line each, so has the last of a block that is but one line: that one ends the row.
    """
    first = even(block[0].text).rstrip()
    if len(first.strip()) <= width + SLACK or missing < 2:
        return [document.cut_lines(block)]
    most = missing if len(block) == 1 or len(first) > width * (missing - 1) else missing - 1 if begins else missing
    for cells in range(max(most, 2), 1, -1):
        if cuts := boundaries(first, cells - 1, width + SLACK):
            edges = [block[0].start, *(block[0].start + at for at in cuts), block[-1].end]
            return [document.cut(start, end) for start, end in pairwise(edges)]
    return [document.cut_lines(block)]


def boundaries(line: str, count: int, width: int) -> tuple[int, ...]:
    """The positions where so many more cells begin in a line, by the surest signs that leave no part too long."""
    signs: dict[int, int] = {}
    for rank, sign in enumerate(SIGNS):
        for match in sign.finditer(line):
            if not GOES_ON.search(line[: match.start()]):
                signs.setdefault(match.end(), rank)
    ways = [
        (sum(signs[at] for at in way), way)
        for way in combinations(sorted(signs)[:24], count)
        if all(end - start <= width for start, end in zip((0, *way), (*way, len(line)), strict=True))
    ]
    return min(ways)[1] if ways else ()

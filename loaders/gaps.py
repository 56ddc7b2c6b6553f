"""Figures in a table with empty cells, of which only the gaps are left: which cells each figure may stand in.

Text out of a page shows an empty cell as nothing but a wider gap. Figures with the usual gap between them stand in
neighbouring cells, a wider gap hides one empty cell or more, and at a line's end nothing can be told.
"""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.clean import even
from loaders.document import Document, Line, Piece

#: A figure or a footnote mark in a figure's stead.
CELL = re.compile(r"[-–−+]?\d[\d.,]*%?\*{0,4}|\*{1,4}|[-–−]")
TOKEN = re.compile(r"\S+")
#: Blanks between a row's name and its first cell.
NAME_GAP = 1


@dataclass(frozen=True)
class Figure:
    """A figure of a row, and how far from the cell before it stands: at least `least` cells, at most `most`."""

    piece: Piece
    least: int
    most: int | None


@dataclass(frozen=True)
class GapRow:
    """A row: its name, its figures in their order, and whether the last of them ends the table's width."""

    name: Piece
    figures: tuple[Figure, ...]
    ends: bool


def cells_of(line: Line) -> tuple[int, list[re.Match[str]]]:
    """Where the name at a line's beginning ends, and the cells behind it."""
    found: list[re.Match[str]] = []
    text = even(line.text)
    for token in reversed(list(TOKEN.finditer(text))):
        if not CELL.fullmatch(token[0]):
            return token.end(), found
        found.insert(0, token)
    return 0, found


def usual_gap(lines: Sequence[Line]) -> int:
    """The smallest gap between neighbouring figures on a line; one where there are none."""
    gaps = [
        right.start() - left.end()
        for line in lines
        for found in [cells_of(line)[1]]
        for left, right in itertools.pairwise(found)
    ]
    return min(gaps, default=1)


def gap_row(document: Document, lines: Sequence[Line], usual: int) -> GapRow:
    """The row that stands on some lines: on the first its name is ended, the others hold nothing but cells."""
    figures: list[Figure] = []
    named = next(at for at, line in enumerate(lines) if cells_of(line)[1])
    for line in lines[named:]:
        at, found = cells_of(line)
        for cell in found:
            piece = document.cut(line.start + cell.start(), line.start + cell.end())
            figures.append(
                Figure(piece, *distance(cell.start() - at, usual, first=not figures, begins=cell is found[0]))
            )
            at = cell.end()
    end, _ = cells_of(lines[named])
    name = document.cut(lines[0].start, lines[named].start + end) if end else document.cut_lines(lines[:named])
    last = lines[-1].text
    return GapRow(name, tuple(figures), len(last) - len(last.rstrip()) <= NAME_GAP)


def distance(gap: int, usual: int, *, first: bool, begins: bool) -> tuple[int, int | None]:
    """The least and the most cells that a gap may span; `first` behind the name, `begins` at a line's beginning."""
    if begins and not first:
        return 1, None
    return (1, 1) if gap <= (NAME_GAP if first else usual) else (2, None)


def may_stand(row: GapRow, count: int, fits: Callable[[str, int], bool]) -> list[set[int]]:
    """For each figure of a row the cells, from 0 to `count` - 1, that it may stand in so that all others can, too.

    `fits` tells whether a text may stand in a cell at all. Where the gaps of a row do not go together, their order is
    all that counts; where not even that leaves each figure a cell, none has any.
    """
    strict = standing(row, count, fits)
    if all(strict):
        return strict
    loose = standing(
        GapRow(row.name, tuple(Figure(figure.piece, 1, None) for figure in row.figures), ends=False), count, fits
    )
    return loose if all(loose) else [set() for _ in loose]


def standing(row: GapRow, count: int, fits: Callable[[str, int], bool]) -> list[set[int]]:
    """The cells that each figure may stand in as far as the gaps between them tell; no cell where they contradict."""
    texts = [figure.piece.text for figure in row.figures]
    own = [{cell for cell in range(count) if fits(text, cell)} for text in texts]
    if own and row.ends:
        own[-1] &= {count - 1}
    before = {-1}
    for cells, figure in zip(own, row.figures, strict=True):
        cells.intersection_update({cell for cell in cells if any(reaches(figure, left, cell) for left in before)})
        before = cells
    for at in range(len(own) - 2, -1, -1):
        behind, figure = own[at + 1], row.figures[at + 1]
        own[at] = {cell for cell in own[at] if any(reaches(figure, cell, right) for right in behind)}
    return own


def reaches(figure: Figure, left: int, right: int) -> bool:
    """Whether a figure may stand in the cell `right` when the one before stands in `left`."""
    return right - left >= figure.least and (figure.most is None or right - left <= figure.most)

"""Figures in a table with empty cells, of which only the gaps are left: which cells each figure may stand in.

Text out of a page shows an empty cell as nothing but a wider gap. Figures with the usual gap between them stand in
neighbouring cells, a wider gap hides one empty cell or more, and at a line's end nothing can be told.
"""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.document import Document, Line, Piece
from loaders.words.clean import even

#: A figure or a footnote mark in a figure's stead.
CELL = re.compile(r"[-–−+]?\d+(?:[.,]\d+)*%?\*{0,4}|\*{1,4}|[-–−]")
FIRST_GROUPS = re.compile(r"[-–−+]?\d{1,3}(?: \d{3})*")
GROUP = re.compile(r"\d{3}(?!\d)")
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


def cells_of(line: Line, usual: int = 1) -> tuple[int, list[tuple[int, int]]]:
    """Where the name at a line's beginning ends, and where each cell behind it begins and ends.

    Groups of three digits with one blank between are one figure, where `usual` more stand between cells or where they
    cannot be two.
    """
    found: list[tuple[int, int]] = []
    text = even(line.text)
    for token in reversed(list(TOKEN.finditer(text))):
        if not CELL.fullmatch(token[0]):
            return token.end(), joined(text, found[::-1], usual)
        found.append(token.span())
    return 0, joined(text, found[::-1], usual)


def joined(text: str, cells: list[tuple[int, int]], usual: int) -> list[tuple[int, int]]:
    """The cells with those made one that are groups of a figure."""
    whole: list[tuple[int, int]] = []
    for start, end in cells:
        left = text[whole[-1][0] : whole[-1][1]] if whole else ""
        grouped = whole and start == whole[-1][1] + 1 and FIRST_GROUPS.fullmatch(left) and GROUP.match(text[start:end])
        if grouped and (usual > 1 or text[start] == "0" or len(left) > 1):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def usual_gap(lines: Sequence[Line]) -> int:
    """The smallest gap between neighbouring figures on a line; one where there are none."""
    gaps = []
    for line in lines:
        for (_, left), (right, end) in itertools.pairwise(cells_of(line)[1]):
            if right - left > 1 or not GROUP.match(line.text[right:end]):
                gaps.append(right - left)
    return min(gaps, default=1)


def gap_row(document: Document, lines: Sequence[Line], usual: int) -> GapRow:
    """The row that stands on some lines: on the first its name is ended, the others hold nothing but cells."""
    figures: list[Figure] = []
    named = next(at for at, line in enumerate(lines) if cells_of(line)[1])
    for line in lines[named:]:
        at, found = cells_of(line, usual)
        for start, end in found:
            piece = document.cut(line.start + start, line.start + end)
            span = distance(start - at, usual, first=not figures, begins=start == found[0][0])
            figures.append(Figure(piece, *span))
            at = end
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

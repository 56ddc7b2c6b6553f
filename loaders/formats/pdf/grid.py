"""A table out of the places of its borders: its words in cells, cells that a text runs through made one."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.place import Box
from loaders.formats.grids import Cell
from loaders.formats.pdf.page import Word
from loaders.formats.pdf.setting import set_cell
from loaders.formats.pdf.table import PageTable

Numbered = tuple[int, Word]


@dataclass(frozen=True)
class Place:
    """A cell's place in a grid: its first row and column, how many it spans."""

    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True)
class Grid:
    """The places of the borders of columns and of rows."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def box(self) -> Box:
        """The area that it takes."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]


def table_of(
    grid: Grid, cells: Sequence[Place], numbered: Sequence[Numbered], page: int, known: AbstractSet[str], *, ruled: bool
) -> PageTable | None:
    """The table of some cells; none where words stand in fewer than two columns: a frame round prose."""
    held = in_cells(grid, cells, (word for _, word in numbered))
    if len({place.column for place, words in zip(cells, held, strict=True) if words}) < 2:
        return None
    rows: list[list[Cell]] = [[] for _ in grid.rows[1:]]
    for place, words in zip(cells, held, strict=True):
        rows[place.row].append(Cell(set_cell(words, page, known), place.width, place.height))
    taken = frozenset(at for at, _ in numbered)
    return PageTable(page, grid.box, grid.columns, tuple(map(tuple, rows)), taken, ruled)


def in_cells(grid: Grid, cells: Sequence[Place], words: Iterable[Word]) -> list[list[Word]]:
    """The words of each cell, by their middle."""
    rows, columns = grid.rows[1:-1], grid.columns[1:-1]
    held: list[list[Word]] = [[] for _ in cells]
    owners: list[list[list[Word]]] = [[[] for _ in grid.columns[1:]] for _ in grid.rows[1:]]
    for place, owned in zip(cells, held, strict=True):
        for row in owners[place.row : place.row + place.height]:
            row[place.column : place.column + place.width] = [owned] * place.width
    for word in words:
        row = owners[bisect_right(rows, (word.top + word.bottom) / 2)]
        row[bisect_right(columns, (word.left + word.right) / 2)].append(word)
    return held

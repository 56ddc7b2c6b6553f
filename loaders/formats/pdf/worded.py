"""Tables whose columns no line tells: laid out by where their words stand."""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from loaders.formats.pdf.gaps import row_starts
from loaders.formats.pdf.grid import Grid, Numbered, table_of
from loaders.formats.pdf.lattice import Borders, in_bands, merged, parted_row, runs_through
from loaders.formats.pdf.page import Word
from loaders.formats.pdf.setting import lines_of, middle
from loaders.formats.pdf.table import PageTable

Lines = Sequence[Sequence[Word]]


def laid_out(
    grid: Grid, numbered: Sequence[Numbered], page: int, known: AbstractSet[str], tops: Borders | None = None
) -> PageTable | None:
    """The table of a grid; none where fewer than half of its rows have several cells.

    `tops` are the borders between rows, where some part not all columns.
    """
    bands = in_bands((word for _, word in numbered), grid.rows)
    parted = [sides_of(band, grid.columns) for band in bands]
    if len(parted) < 2 or sum(any(sides) for sides in parted) <= len(parted) / 2:
        return None
    whole = [[True] * (len(grid.columns) - 1)] * (len(parted) - 1)
    return table_of(grid, merged(parted, tops or whole), numbered, page, known, ruled=False)


def sides_of(words: Sequence[Word], columns: Sequence[float]) -> list[bool]:
    """Which of the borders within a row part it; a text in one column alone that is not the first is that column's."""
    sides = parted_row([False] * (len(columns) - 2), columns, words)
    alone = all(columns[1] < word.left for word in words) and not any(sides)
    return [not runs_through(lines_of(words), at) for at in columns[1:-1]] if alone else sides


def rows_within(edges: Sequence[float], lines: Lines, columns: Sequence[float], *, one: bool) -> tuple[float, ...]:
    """The borders of rows: some that are known, and others where several rows stand between two of these.

    `one` tells that what stands between two is one row, if even lines leave that open; above all it is a head.
    """
    found, middles = list(edges), [middle(line[0]) for line in lines]
    for number, (above, below) in enumerate(pairwise(edges)):
        inner = lines[bisect_left(middles, above) : bisect_left(middles, below)]
        if inner:
            starts = row_starts(inner, columns, one=one or (not number and len(edges) > 2))
            found += [halfway(inner[at - 1], inner[at]) for at in starts[1:]]
    return tuple(sorted(found))


def halfway(above: Sequence[Word], below: Sequence[Word]) -> float:
    """Halfway between two lines."""
    return (max(word.bottom for word in above) + min(word.top for word in below)) / 2

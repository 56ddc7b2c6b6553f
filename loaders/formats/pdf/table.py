"""A table as pages show it."""

from dataclasses import dataclass

from graph.place import Box
from loaders.formats.grids import Cell


@dataclass(frozen=True)
class PageTable:
    """A table on a page, or the part of one that a page holds; after stitching, all of it and where it begins.

    `rows` have the cells that begin in them, from left to right, as `grids.set_table` takes them; `columns` are the
    places of the borders between and around columns. `words` are the places in `Page.words` of those set in it.
    `ruled` tells that lines are drawn between its columns, not that words show them.
    """

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    words: frozenset[int] = frozenset()
    ruled: bool = True

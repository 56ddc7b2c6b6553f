"""What word processors and web pages hold: paragraphs, list items and tables, one below the other, set as text.

A paragraph is a line, or as many as it has line ends of its own. Items stand right below each other, all else with
blank lines between. A cell's blocks come to one line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.formats.galley import BLANK, Ink
from loaders.formats.inks import LINE_END, TABULATOR, Line, append_line, bare, parted

#: A table has no more places, and no more rows, than this.
MOST_PLACES, MOST_ROWS = 500_000, 50_000


class TooLarge(Exception):
    """A table with more places or rows than any plan has."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its ink, with tabulators and line ends as ink of their own; an `item` stands right below another.

    `sign` is the colour of a mark in it that has no words.
    """

    ink: Line
    item: bool = False
    sign: str | None = None

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(ink.text for ink in self.ink)

    def lines(self) -> Iterator[Line]:
        """Its lines."""
        yield from parted(self.ink, LINE_END) if len(self.ink) > 1 else (self.ink,)


@dataclass(frozen=True, slots=True)
class Box:
    """A table's cell: what it holds, how many columns and rows it spans, the colour that it is filled with, if that says something."""

    blocks: tuple["Block", ...] = ()
    width: int = 1
    height: int = 1
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the boxes that begin in each row, how many rows are its head; `layout` where it only places things."""

    rows: tuple[tuple[Box, ...], ...]
    head: int = 0
    layout: bool = False


Block = Paragraph | Grid


def is_large(block: Block) -> bool:
    """Whether a block is a table that says more in rows than on one line."""
    return isinstance(block, Grid) and len(block.rows) > 1 and any(len(row) > 1 for row in block.rows)


def cell_ink(blocks: Sequence[Block]) -> Line:
    """What a cell holds on one line; tables that are set below it left out."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and len(blocks[0].ink) == 1:
        return bare(blocks[0].ink)
    ink: list[Ink] = []
    for line in cell_lines(blocks):
        append_line(ink, line)
    return tuple(ink)


def cell_lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines of a cell, those of small tables in it, too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in block.lines():
                yield tuple(BLANK if ink.text == TABULATOR else ink for ink in line)
        elif not is_large(block):
            for row in block.rows:
                for box in row:
                    yield from cell_lines(box.blocks)


def all_lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Every line of some blocks, each cell's blocks on lines of their own."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from cell_lines([block])
        else:
            yield from all_lines(held for row in block.rows for box in row for held in box.blocks)


def without_spots(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with nothing said of where their ink is."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield replace(block, ink=tuple(ink._replace(spot=None) for ink in block.ink))
        else:
            rows = (tuple(replace(box, blocks=tuple(without_spots(box.blocks))) for box in row) for row in block.rows)
            yield replace(block, rows=tuple(rows))

"""What word processors and web pages hold: paragraphs, list items and tables, one below the other, set as text.

A paragraph is a line, or as many as it has line ends of its own. Items stand right below each other, all else with
blank lines between. A cell's blocks come to one line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from loaders.formats.galley import BLANK, Galley, Ink
from loaders.formats.grids import MOST_COLUMNS, Cell, set_table
from loaders.words.clean import join
from ontology import rt

#: A place between columns, where a line has such, and a line's end within a paragraph.
TABULATOR, LINE_END = "\t", "\n"
#: A table has no more places, and no more rows, than this.
MOST_PLACES, MOST_ROWS = 500_000, 50_000
#: A row with a cell of so many blocks is no row of figures but columns of running text.
COLUMN_OF_TEXT = 4

Line = tuple[Ink, ...]


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


def set_blocks(galley: Galley, blocks: Iterable[Block]) -> None:
    """Set some blocks one below the other. Raises TooLarge."""
    after_item = False
    for block in with_tabbed_tables(blocks):
        if isinstance(block, Grid):
            set_grid(galley, block)
            after_item = False
            continue
        if not (block.item and after_item):
            galley.blank()
        for line in filter(None, map(bare, block.lines())):
            galley.line(line)
        after_item = block.item
    galley.blank()


def set_grid(galley: Galley, grid: Grid) -> None:
    """Set a table; one that only places things, or has one column, as what stands in it."""
    if is_layout(grid):
        for row in grid.rows:
            for box in row:
                set_blocks(galley, box.blocks)
        return
    check_size(grid)
    begin = galley.at
    set_table(
        galley, [[Cell(cell_ink(box.blocks), box.width, box.height) for box in row] for row in grid.rows], grid.head
    )
    if signs := sum(box.fill is not None for row in grid.rows for box in row):
        remark_signs(galley, begin, signs)
    for nested in nested_tables(grid):
        set_grid(galley, nested)


def remark_signs(galley: Galley, begin: int, signs: int) -> None:
    """Say that in the table that was just set cells have nothing but a colour."""
    if galley.at == begin:
        return
    sv = f"Celler i tabellen med bara en färg eller en bild: {signs}. Ingen förklaring säger vad den betyder."
    en = f"Cells of the table with nothing but a colour or a picture: {signs}. No legend says what it means."
    galley.remark(rt.SignWithoutWords, begin, galley.at, sv, en)


def is_layout(grid: Grid) -> bool:
    """Whether a table only places things: one that says so, of one column, or with columns of running text or tables."""
    if grid.layout or all(len(row) < 2 for row in grid.rows):
        return True
    boxes = [box for row in grid.rows for box in row if box.blocks]
    full = [box for box in boxes if len(box.blocks) >= COLUMN_OF_TEXT or any(map(is_large, box.blocks))]
    return bool(full) and (len(grid.rows) == 1 or all(any(map(is_large, box.blocks)) for box in boxes))


def is_large(block: Block) -> bool:
    """Whether a block is a table that says more in rows than on one line."""
    return isinstance(block, Grid) and len(block.rows) > 1 and any(len(row) > 1 for row in block.rows)


def nested_tables(grid: Grid) -> Iterator[Grid]:
    """The tables in a table's cells that are set below it."""
    for row in grid.rows:
        for box in row:
            for block in box.blocks:
                if isinstance(block, Grid) and is_large(block):
                    yield block


def check_size(grid: Grid) -> None:
    """Raise TooLarge where cells span more places than any plan's table has."""
    places, rows = 0, len(grid.rows)
    for at, row in enumerate(grid.rows):
        if len(row) > MOST_COLUMNS:
            raise TooLarge
        places += sum(min(box.width, MOST_COLUMNS) * min(box.height, rows - at) for box in row)
        if places > MOST_PLACES:
            raise TooLarge


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
            yield replace(block, ink=tuple(replace(ink, spot=None) for ink in block.ink))
        else:
            rows = (tuple(replace(box, blocks=tuple(without_spots(box.blocks))) for box in row) for row in block.rows)
            yield replace(block, rows=tuple(rows))


def append_line(ink: list[Ink], line: Line) -> None:
    """Put a line behind others on the same one, a hyphen at the end of the last undone where it only parts a word."""
    line = bare(line)
    if not line:
        return
    before, after = "".join(each.text for each in ink[-6:]), "".join(each.text for each in line[:6])
    if re.search(r"[^\W\d_]-$", before):
        joined = join(before, after)
        if joined == before[:-1] + after:
            ink[-1] = Ink(ink[-1].text[:-1], ink[-1].spot, ink[-1].hidden)
        if len(joined) <= len(before) + len(after):
            ink.extend(line)
            return
    ink.extend((BLANK, *line) if ink else line)


def bare(line: Line) -> Line:
    """A line without the blanks at its ends."""
    if len(line) == 1 and (text := line[0].text.strip()):
        return line if len(text) == len(line[0].text) else (Ink(text, line[0].spot, line[0].hidden),)
    first = next((at for at, ink in enumerate(line) if ink.text.strip()), len(line))
    last = next((at for at in range(len(line), first, -1) if line[at - 1].text.strip()), first)
    edges = list(line[first:last])
    if edges:
        edges[0] = Ink(edges[0].text.lstrip(), edges[0].spot, edges[0].hidden)
        edges[-1] = Ink(edges[-1].text.rstrip(), edges[-1].spot, edges[-1].hidden)
    return tuple(edges)


def parted(ink: Iterable[Ink], at: str) -> Iterator[Line]:
    """Ink parted at each tabulator or line end."""
    held: list[Ink] = []
    for each in ink:
        if each.text == at:
            yield tuple(held)
            held = []
        else:
            held.append(each)
    yield tuple(held)


def with_tabbed_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those runs of lines made tables whose columns are parted by as many tabulators."""
    for tabs, run in groupby(blocks, key=tabulators):
        if not tabs:
            yield from run
            continue
        paragraphs = [block for block in run if isinstance(block, Paragraph)]
        lines = [bare(line) for paragraph in paragraphs for line in paragraph.lines()]
        if len(lines) > 1:
            yield Grid(tuple(tuple(map(boxed, parted(line, TABULATOR))) for line in lines))
        else:
            yield from paragraphs


def tabulators(block: Block) -> int:
    """How many tabulators each line of a paragraph has; none if they differ, or at a list."""
    if isinstance(block, Grid) or block.item or not any(ink.text == TABULATOR for ink in block.ink):
        return 0
    counts = {sum(ink.text == TABULATOR for ink in line) for line in map(bare, block.lines()) if line}
    return counts.pop() if len(counts) == 1 else 0


def boxed(line: Line) -> Box:
    """What stands between two tabulators as a cell."""
    ink = bare(line)
    return Box((Paragraph(ink),) if ink else ())

"""Paragraphs and tables of word processors and web pages set on a galley, as all formats come to."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from loaders.formats.blocks import MOST_PLACES, Block, Box, Grid, Paragraph, TooLarge, cell_ink, is_large
from loaders.formats.galley import Galley
from loaders.formats.grids import MOST_COLUMNS, Cell, set_table
from loaders.formats.inks import TABULATOR, Line, bare, parted
from ontology import rt

#: A row with a cell of so many blocks is no row of figures but columns of running text.
COLUMN_OF_TEXT = 4


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

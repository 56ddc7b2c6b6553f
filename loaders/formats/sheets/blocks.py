"""What stands on a sheet, part by part: titles, tables below each other and side by side, notes.

Blank rows part what stands below each other; what goes on with figures below a blank row goes on in the same table.
A blank column parts tables side by side where the right one begins with names, too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from loaders.formats.galley import Galley, Ink
from loaders.formats.grids import MOST_COLUMNS, Cell, set_table
from loaders.formats.sheets.sheet import Sheet

#: A figure that is no year: a cell of it is no head's.
FIGURE = re.compile(r"(?!(?:19|20)\d\d$)[-–−+<>≥≤ ]{0,3}\d[\d\s.,]*\s?%?$")
#: Below a table, what begins so, or is as long, is a note on it.
NOTE = re.compile(r"\s*(?:\*|\d\)|[¹²³⁴]|not(?:er)?\b|källa\b|kommentar\b)", re.IGNORECASE)
LONG = 60


@dataclass(frozen=True)
class Block:
    """Rows of a sheet, by number, and the columns from one to another, exclusive."""

    rows: tuple[int, ...]
    left: int
    right: int


def set_sheet(galley: Galley, sheet: Sheet, *, named: bool = True) -> None:
    """Set a sheet: its name as a heading where that is asked for, all that stands on it, the comments beside its cells."""
    galley.blank()
    if named:
        galley.line([Ink(sheet.name, sheet.spot((0, 0)))])
        galley.blank()
    for block in blocks(sheet):
        _set_block(galley, sheet, block)
    galley.blank()
    for at, text in sheet.notes:
        galley.line([Ink(text, sheet.spot(at))])


def blocks(sheet: Sheet) -> list[Block]:
    """The parts of a sheet from the top down, those side by side from left to right."""
    filled = _filled(sheet)
    bands = [
        tuple(number for number, _ in run)
        for printed, run in groupby(enumerate(filled), key=lambda each: bool(each[1]))
        if printed
    ]
    found: list[Block] = []
    for band in bands:
        for part in _beside(sheet, band, filled):
            if found and _goes_on(sheet, found[-1], part):
                above = found.pop()
                part = Block(above.rows + part.rows, above.left, above.right)
            found.append(part)
    return found


def _filled(sheet: Sheet) -> list[set[int]]:
    """The columns in each row that something is printed in, merged cells over all of theirs."""
    filled = [{at for at, text in enumerate(row) if text and not text.isspace()} for row in sheet.rows]
    for (row, column), (width, height) in sheet.merged.items():
        if row < len(filled) and column in filled[row]:
            for down in range(row, min(row + height, len(filled))):
                filled[down].update(range(column, min(column + width, len(sheet.rows[row]))))
    return filled


def _beside(sheet: Sheet, band: tuple[int, ...], filled: list[set[int]]) -> Iterator[Block]:
    """The parts of a band of rows that stand side by side."""
    columns = sorted(set().union(*(filled[row] for row in band)))
    runs = [[columns[0], columns[0] + 1]]
    for column in columns[1:]:
        if column > runs[-1][1] and _is_table(sheet, band, column, columns) and runs[-1][1] - runs[-1][0] > 1:
            runs.append([column, column + 1])
        runs[-1][1] = column + 1
    for left, right in runs:
        rows = tuple(row for row in band if filled[row] & set(range(left, right)))
        yield Block(rows, left, right)


def _is_table(sheet: Sheet, band: tuple[int, ...], left: int, columns: list[int]) -> bool:
    """Whether a table begins at a column behind a blank one: two columns at least, the first with a head and names."""
    if left + 1 not in columns or len(band) < 2:
        return False
    texts = [text for row in band if (text := _at(sheet, row, left))]
    names = [text for text in texts[1:] if not FIGURE.match(text)]
    return len(names) * 2 > len(band) - 1


def _goes_on(sheet: Sheet, above: Block, below: Block) -> bool:
    """Whether a table goes on below a blank row: in its columns, and with figures at once, where a new one had a head."""
    first = [text for column in range(below.left, below.right) if (text := _at(sheet, below.rows[0], column))]
    within = above.left <= below.left and below.right <= above.right
    many = sum(len(_texts(sheet, row, above)) > 1 for row in above.rows) > 1
    return within and many and len(first) > 1 and any(FIGURE.match(text) for text in first[1:])


def _set_block(galley: Galley, sheet: Sheet, block: Block) -> None:
    """Titles above as lines, the table, notes below as lines."""
    alone = [_stands_alone(sheet, row, block) for row in block.rows]
    first = next((at for at, single in enumerate(alone) if not single), len(alone))
    last = _end(sheet, block, alone, first)
    _set_lines(galley, sheet, block, block.rows[:first])
    if first < last:
        _set_rows(galley, sheet, block, block.rows[first:last])
    _set_lines(galley, sheet, block, block.rows[last:])
    galley.blank()


def _end(sheet: Sheet, block: Block, alone: list[bool], first: int) -> int:
    """Where a block's table ends and the notes on it begin; what stands below a row that heads it is no note."""
    last = len(alone)
    while last > first and alone[last - 1] and _is_note(sheet, block, block.rows[last - 1]):
        last -= 1
    if last == first or not alone[last - 1]:
        return last
    marked = len(alone)
    while marked > last and NOTE.match(_text(sheet, block, block.rows[marked - 1])):
        marked -= 1
    headed = marked > last or (last - 1 > first and alone[last - 2])
    return marked if headed else len(alone)


def _stands_alone(sheet: Sheet, row: int, block: Block) -> bool:
    """Whether one cell is all that is printed in a row, at its beginning or over all of it."""
    texts = _texts(sheet, row, block)
    if len(texts) != 1:
        return not texts
    column = texts[0]
    return column == block.left or sheet.merged.get((row, column), (1, 1))[0] >= block.right - block.left


def _is_note(sheet: Sheet, block: Block, row: int) -> bool:
    text = _text(sheet, block, row)
    return len(text) > LONG or bool(NOTE.match(text))


def _text(sheet: Sheet, block: Block, row: int) -> str:
    """All that is printed in a row of a block."""
    return "".join(_at(sheet, row, column) for column in _texts(sheet, row, block))


def _texts(sheet: Sheet, row: int, block: Block) -> list[int]:
    """The columns of a block in which a row has something printed."""
    return [column for column in range(block.left, block.right) if _at(sheet, row, column)]


def _at(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row]
    return cells[column].strip() if column < len(cells) else ""


def _set_lines(galley: Galley, sheet: Sheet, block: Block, rows: tuple[int, ...]) -> None:
    for row in rows:
        for column in _texts(sheet, row, block):
            galley.line([Ink(_at(sheet, row, column), sheet.spot((row, column)))])


def _set_rows(galley: Galley, sheet: Sheet, block: Block, rows: tuple[int, ...]) -> None:
    """A table's rows; one wider than tables are as it stands, column by column."""
    columns = [column for column in range(block.left, block.right) if any(_at(sheet, row, column) for row in rows)]
    if len(columns) > MOST_COLUMNS:
        for row in rows:
            galley.row([_ink(sheet, row, column) for column in columns])
        return
    set_table(galley, _cells(sheet, block, rows), loose=True)


def _cells(sheet: Sheet, block: Block, rows: tuple[int, ...]) -> list[list[Cell]]:
    """The rows with the cells that begin in them, merged ones as wide and high as they are within the block."""
    covered: set[tuple[int, int]] = set()
    listed: list[list[Cell]] = []
    within = set(rows)
    merged = {at: size for at, size in sheet.merged.items() if at[0] in within}
    for number, row in enumerate(rows):
        cells = []
        for column in range(block.left, block.right):
            if (row, column) in covered:
                continue
            width, height = merged.get((row, column), (1, 1))
            if width * height > 1:
                width = min(width, block.right - column)
                height = sum(below < row + height for below in rows[number : number + height])
                covered |= {(row + down, column + right) for down in range(height) for right in range(width)}
            cells.append(Cell(_ink(sheet, row, column), width, height))
        listed.append(cells)
    return listed


def _ink(sheet: Sheet, row: int, column: int) -> tuple[Ink, ...]:
    text = _at(sheet, row, column)
    return (Ink(text, sheet.spot((row, column))),) if text else ()

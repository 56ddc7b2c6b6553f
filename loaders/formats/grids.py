"""Tables with merged cells, as word processors, sheets, web pages and ruled pages have them, set as plain rows.

Every row gets a cell for each column. A cell over several rows stands in the first of them, one over several columns
in the first of these; a head of several rows becomes one, its upper words before each of the lower ones they span
("Utfall" over "2030" and "2031" is "Utfall 2030" and "Utfall 2031").
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from loaders.formats.galley import BLANK, Galley, Ink

#: A table has no more columns than this, a merged cell no more columns or rows than the table.
MOST_COLUMNS = 200
#: Heads are no deeper than this.
DEEPEST = 4
YEAR = re.compile(r"(?:19|20)\d\d$")
#: What is said of a column below its name, and may be said below any name: a year or some ("2030", "30-32"), a unit.
BELOW = re.compile(
    r"(?i)(?=.)(?:(?:19|20)\d\d|(?:20)?\d\d\s?[-–]\s?(?:20)?\d\d)?\s?(?:\(?(?:mnkr|mkr|tkr|kkr|procent|%)\)?)?$"
)
#: What a column may be called: short, and no figure but a year or two ("25-26").
NAME = re.compile(r"(?:(?:19|20)\d\d\b|\d\d\s?[-–]\s?\d\d\b|\D).{0,60}$")


class Cell(NamedTuple):
    """A cell as printed: its words on one line (no ink where it is empty), how many columns and rows it spans."""

    ink: tuple[Ink, ...] = ()
    width: int = 1
    height: int = 1

    @property
    def text(self) -> str:
        """What is printed in it."""
        return "".join(ink.text for ink in self.ink).strip()


class Slot(NamedTuple):
    """One place of a grid: the cell that covers it, and whether it is that cell's first place."""

    cell: Cell
    first: bool

    @property
    def ink(self) -> tuple[Ink, ...]:
        """What is set in it."""
        return self.cell.ink if self.first else ()


EMPTY = Slot(Cell(), first=True)
Grid = list[list[Slot]]


def set_table(galley: Galley, rows: Sequence[Sequence[Cell]], head: int = 0, *, loose: bool = False) -> None:
    """Set a table between blank lines; `rows` have the cells that begin in them, from left to right.

    `loose` where a name over several columns may be in a cell that is not merged, as on sheets.
    `head` is how many rows the format says are the head, which may be more. What spans the whole width above the head is set as lines over the table, a table of one column as lines.
    """
    whole = expanded(rows)
    grid, head = without_empty(whole), len(without_empty(whole[:head]))
    galley.blank()
    while grid and (title := spanning(grid[0])):
        galley.line(title.ink)
        grid, head = grid[1:], head - 1
    grid = spread(grid) if loose else grid
    depth = max(head_depth(grid), min(head, DEEPEST, len(grid) - 1)) if grid else 0
    for row in [flattened(grid[:depth]), *([slot.ink for slot in row] for row in grid[depth:])] if grid else ():
        galley.row(row)
    galley.blank()


def expanded(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Every place of the table with the cell that covers it."""
    covered: dict[tuple[int, int], Slot] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in covered:
                column += 1
            for down in range(min(cell.height, len(rows) - at)):
                for right in range(min(cell.width, MOST_COLUMNS - column)):
                    covered.setdefault((at + down, column + right), Slot(cell, first=not down and not right))
            column += cell.width
    width = 1 + max((column for _, column in covered), default=-1)
    return [[covered.get((at, column), EMPTY) for column in range(width)] for at in range(len(rows))]


def without_empty(grid: Grid) -> Grid:
    """The grid without rows and columns in which nothing is printed."""
    kept = [at for at, column in enumerate(zip(*grid, strict=True)) if any(slot.ink for slot in column)]
    return [[row[at] for at in kept] for row in grid if any(slot.ink for slot in row)]


def spanning(row: list[Slot]) -> Cell | None:
    """The cell that fills a row alone, spanning all of it."""
    return row[0].cell if row[0].cell.text and all(slot.cell is row[0].cell for slot in row) else None


def spread(grid: Grid) -> Grid:
    """The grid with a name of the first row over the columns behind it that a second of nothing but years parts."""
    if len(grid) < 3 or sum(bool(slot.ink) for slot in grid[1]) < 2:
        return grid
    if not all(YEAR.match(slot.cell.text) for slot in grid[1] if slot.ink):
        return grid
    head: list[Slot] = []
    for up, down in zip(grid[0], grid[1], strict=True):
        if head and head[-1].cell.text and not up.cell.text and down.ink:
            same = head[-1].cell
            over = same._replace(width=same.width + 1)
            head = [Slot(over, slot.first) if slot.cell is same else slot for slot in head]
            head.append(Slot(over, first=False))
        else:
            head.append(up)
    return [head, *grid[1:]]


def head_depth(grid: Grid) -> int:
    """How many rows the head has: more as long as words span several columns that the row below names one by one."""
    depth = 1
    while depth < min(DEEPEST, len(grid) - 1) and parts(grid[depth - 1], grid[depth]):
        depth += 1
    return depth


def parts(above: list[Slot], below: list[Slot]) -> bool:
    """Whether a row parts columns that cells above it span, and says nothing else."""
    named = [(up.cell, down.cell) for up, down in zip(above, below, strict=True) if down.first and down.cell.text]
    parted = [down for up, down in named if up.width > 1]
    else_empty = all(up.width > 1 or not up.text or up is down or BELOW.match(down.text) for up, down in named)
    return len(parted) > 1 and else_empty and all(NAME.match(down.text) for _, down in named)


def flattened(head: Grid) -> list[tuple[Ink, ...]]:
    """One row made of a head of several: in each column the words from above downwards, what nothing parts but once."""
    row = []
    for at, slot in enumerate(head[-1]):
        above = [upper[at].cell for upper in head[:-1] if upper[at].cell is not slot.cell]
        begun = at > 0 and head[-1][at - 1].cell is slot.cell
        row.append(stacked([*above, *([] if begun else [slot.cell])]))
    return row


def stacked(cells: list[Cell]) -> tuple[Ink, ...]:
    """The words of some cells one after the other."""
    inks: tuple[Ink, ...] = ()
    for cell in dict.fromkeys(cells):
        if cell.text:
            inks += (BLANK, *cell.ink) if inks else cell.ink
    return inks


def on_one_line(text: str) -> str:
    """A cell's text with plain blanks for line ends, and single ones."""
    return re.sub(r"\s+", " ", text).strip()

"""Tables that go on over page breaks, made whole: heads that are printed again left out, parted rows joined."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.galley import BLANK, Ink
from loaders.formats.grids import DEEPEST, NAME, Cell, Grid, Slot, expanded
from loaders.formats.pdf.gaps import FIGURE
from loaders.formats.pdf.setting import continued
from loaders.formats.pdf.table import PageTable

#: Columns of two parts of a table are as wide but for this much.
EVEN = 6.0
#: Sides of a table that no line draws differ no more than this from page to page.
FIT = 40.0
#: The first column is what a row begins with, where it is filled in this share of the rows.
MOSTLY = 0.8
#: How a text ends that does not go on, and how one begins that does.
ENDED, GOES_ON = re.compile(r"[.!?:]$"), re.compile(r"[a-zåäö(&/–-]")

Rows = list[list[Cell]]


@dataclass(frozen=True)
class WholeTable:
    """A table with its parts, page by page; `heads` are the lines of heads that later pages print again."""

    parts: tuple[PageTable, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[tuple[Ink, ...], ...] = ()


class Growing:
    """A table being stitched: its rows part by part, in the columns of the part that has most."""

    def __init__(self, table: PageTable) -> None:
        """Begin with the first part."""
        self.parts, self.columns = [table], table.columns
        self.rows, self.heads = [listed(table.rows)], list[tuple[Ink, ...]]()

    def goes_on(self, below: PageTable) -> bool:
        """Whether a table can be the next part: on the next page, in the same columns."""
        above = self.parts[-1]
        if below.page != above.page + 1:
            return False
        if above.ruled and below.ruled:
            return same_widths(self.columns, below.columns)
        if len(below.columns) > len(self.columns):
            return fit(self.rows[-1], self.columns, below.columns)
        return fit(listed(below.rows), below.columns, self.columns)

    def add(self, below: PageTable, known: AbstractSet[str]) -> None:
        """Put the rows of the next part to the others: without the head, the rest of a parted row to its beginning."""
        if len(below.columns) > len(self.columns):
            self.rows = [moved(rows, self.columns, below.columns) for rows in self.rows]
            self.columns = below.columns
        more = moved(listed(below.rows), below.columns, self.columns)
        depth = repeated(self.rows[0], more)
        self.heads += [line_of(row) for row in more[:depth]]
        body = more[depth:]
        if not depth and (cut := without_head(self.rows[0][0], more[0])):
            self.heads.append(line_of(cut[0]))
            body[0] = cut[1]
        if body and is_parted(expanded(self.rows[-1]), expanded(body)):
            self.rows[-1], body = with_rest(self.rows[-1], body, known), below_first(body)
        elif body:
            self.rows[-1], body = with_spans(self.rows[-1], body, known)
        self.rows += [body] if body else []
        self.parts.append(below)

    def whole(self) -> WholeTable:
        """The table as it is now."""
        rows = tuple(tuple(row) for part in self.rows for row in part)
        return WholeTable(tuple(self.parts), rows, tuple(self.heads))


def stitched(
    tables: Iterable[PageTable], apart: Callable[[PageTable, PageTable], bool], known: AbstractSet[str] = frozenset()
) -> list[WholeTable]:
    """Tables in their order over the pages, those made one that go on from a page to the next.

    `apart` tells whether anything but margins stands between two of them; `known` words tell which hyphens are real.
    """
    growing: list[Growing] = []
    for table in tables:
        if growing and growing[-1].goes_on(table) and not apart(growing[-1].parts[-1], table):
            growing[-1].add(table, known)
        else:
            growing.append(Growing(table))
    return [each.whole() for each in growing]


def listed(rows: Sequence[Sequence[Cell]]) -> Rows:
    """Rows that can be changed."""
    return list(map(list, rows))


def same_widths(above: Sequence[float], below: Sequence[float]) -> bool:
    """Whether there are as many columns, as wide, wherever on the page the table stands."""
    if len(above) != len(below):
        return False
    widths = [[right - left for left, right in pairwise(columns)] for columns in (above, below)]
    return all(abs(one - other) <= max(EVEN, 0.1 * one) for one, other in zip(*widths, strict=True))


def fit(rows: Rows, columns: Sequence[float], into: Sequence[float]) -> bool:
    """Whether rows whose columns no line draws stand in those of another part."""
    at = columns_in(rows, columns, into)
    return at == sorted(set(at)) and abs(columns[0] - into[0]) <= FIT and abs(columns[-1] - into[-1]) <= FIT


def columns_in(rows: Rows, columns: Sequence[float], into: Sequence[float]) -> list[int]:
    """Which column of another part the words of each column stand in, mostly."""
    votes = [Counter([bisect_right(into[1:-1], (left + right) / 2)]) for left, right in pairwise(columns)]
    for row in expanded(rows):
        for column, slot in enumerate(row):
            spot = slot.cell.ink[0].spot if slot.first and slot.cell.ink and slot.cell.width == 1 else None
            if spot and spot.box:
                votes[column][bisect_right(into[1:-1], (spot.box[0] + spot.box[2]) / 2)] += 2
    return [counts.most_common(1)[0][0] for counts in votes]


def moved(rows: Rows, columns: Sequence[float], into: Sequence[float]) -> Rows:
    """Rows in the columns of another part that has as many or more."""
    if len(columns) == len(into):
        return rows
    at = columns_in(rows, columns, into)
    wider: Rows = []
    for row in expanded(rows):
        cells = [Cell() for _ in into[1:]]
        for place, slot in zip(at, row, strict=True):
            cells[place] = Cell(slot.ink)
        wider.append(cells)
    return wider


def without_head(head: Sequence[Cell], row: Sequence[Cell]) -> tuple[list[Cell], list[Cell]] | None:
    """A row's cells parted into the head's words and the rest, where no line was drawn below a head printed again."""
    if len(head) != len(row) or not all(cell.text for cell in head):
        return None
    counts = [len(cell.ink) for cell in head]
    first = [cell._replace(ink=cell.ink[:count]) for cell, count in zip(row, counts, strict=True)]
    rest = [cell._replace(ink=cell.ink[count:]) for cell, count in zip(row, counts, strict=True)]
    if squeezed(first) != squeezed(head) or not any(cell.text for cell in rest):
        return None
    return first, [cell._replace(ink=cell.ink[1:] if cell.ink[:1] == (BLANK,) else cell.ink) for cell in rest]


def repeated(rows: Sequence[Sequence[Cell]], more: Sequence[Sequence[Cell]]) -> int:
    """How many of the first rows of a further part are the table's own first rows again."""
    depth = 0
    while depth < min(len(rows), len(more), DEEPEST) and squeezed(rows[depth]) == squeezed(more[depth]):
        depth += 1
    return depth if depth and any(squeezed(rows[0])) else 0


def squeezed(row: Sequence[Cell]) -> list[str]:
    """What stands in a row's filled cells, without blanks and hyphens."""
    return [re.sub(r"[\s-]", "", cell.text).casefold() for cell in row if cell.ink]


def line_of(row: Sequence[Cell]) -> tuple[Ink, ...]:
    """A row's cells as one line."""
    inks: tuple[Ink, ...] = ()
    for cell in row:
        inks += (BLANK, *cell.ink) if inks and cell.ink else cell.ink
    return inks


def is_parted(rows: Grid, more: Grid) -> bool:
    """Whether the first row of a further part is the rest of the last row before."""
    if len(rows[-1]) != len(more[0]):
        return False
    if len(rows) < 2:
        return is_parted_head(rows[0], more[0])
    pairs = [(one.cell.text, other.cell.text) for one, other in zip(rows[-1], more[0], strict=True) if other.cell.text]
    going = [bool(begun) and runs_on(begun, rest) for begun, rest in pairs]
    figures = sum(bool(FIGURE.match(rest) and begun and not begun.endswith(":")) for begun, rest in pairs)
    if not pairs or (figures and (not going[0] or sum(going) <= figures)):
        return False
    if more[0][0].cell.text:
        emptied = any(one.cell.text and not other.cell.text for one, other in zip(rows[-1], more[0], strict=True))
        most = sum(going) > 2 and 2 * sum(going) > len(going)
        return all(going) or (going[0] and (most or (emptied and all(begun for begun, _ in pairs))))
    return any(going) or (begins_rows(rows) and all(begun for begun, _ in pairs))


def is_parted_head(head: list[Slot], rest: list[Slot]) -> bool:
    """Whether a row below a head alone on its page is the rest of it: nothing in the first column, more in others."""
    filled = [at for at, slot in enumerate(rest) if slot.cell.text]
    words = [f"{head[at].cell.text} {rest[at].cell.text}" for at in filled]
    return (
        len(filled) > 1
        and filled[0] > 0
        and all(head[at].cell.text and NAME.match(text) for at, text in zip(filled, words, strict=True))
    )


def runs_on(begun: str, rest: str) -> bool:
    """Whether a text surely goes on: in small letters, or with a figure behind a colon."""
    if begun.endswith(":"):
        return FIGURE.match(rest) is not None
    return not ENDED.search(begun) and GOES_ON.match(rest) is not None


def is_wrapped(cell: Cell) -> bool:
    """Whether a cell has several lines."""
    boxes = [ink.spot.box for ink in cell.ink if ink.spot and ink.spot.box]
    return bool(boxes) and boxes[0][3] < boxes[-1][1] + 1


def begins_rows(rows: Grid) -> bool:
    """Whether the first cell is filled in nearly all rows."""
    return sum(bool(row[0].first and row[0].cell.text) for row in rows) >= MOSTLY * len(rows)


def with_rest(rows: Rows, more: Rows, known: AbstractSet[str]) -> Rows:
    """Rows, the last of them with what stands in the first row of a further part."""
    last, rest = expanded(rows)[-1], expanded(more)[0]
    longer = {
        id(begun.cell): begun.cell._replace(ink=tuple(joined(begun.cell, slot.cell, known)))
        for begun, slot in zip(last, rest, strict=True)
        if slot.first and slot.cell.text
    }
    return [[longer.get(id(cell), cell) for cell in row] for row in rows]


def with_spans(rows: Rows, more: Rows, known: AbstractSet[str]) -> tuple[Rows, Rows]:
    """Rows and a further part whose first row is one of its own, but for texts of cells over rows that go on in it."""
    last, rest = expanded(rows)[-1], expanded(more)[0]
    pairs = [
        (begun.cell, slot.cell)
        for begun, slot in zip(last, rest, strict=False)
        if slot.first and max(begun.cell.height, slot.cell.height) > 1
    ]
    going = [(begun, cell) for begun, cell in pairs if begun.text and cell.text and runs_on(begun.text, cell.text)]
    longer = {id(begun): begun._replace(ink=tuple(joined(begun, cell, known))) for begun, cell in going}
    taken = {id(cell): cell._replace(ink=()) for _, cell in going}
    return (
        [[longer.get(id(cell), cell) for cell in row] for row in rows],
        [[taken.get(id(cell), cell) for cell in row] for row in more],
    )


def below_first(rows: Rows) -> Rows:
    """Rows without the first; a cell that goes on from it into others leaves its place empty there."""
    over = set(map(id, rows[0]))
    made: Rows = []
    for at, row in enumerate(expanded(rows)[1:]):
        cells: list[Cell] = []
        for left, slot in zip([None, *row], row, strict=False):
            if id(slot.cell) not in over:
                cells += [slot.cell] if slot.first else []
            elif not at and not (left and left.cell is slot.cell):
                cells.append(Cell((), slot.cell.width, slot.cell.height - 1))
        made.append(cells)
    return made


def joined(begun: Cell, rest: Cell, known: AbstractSet[str]) -> list[Ink]:
    """A cell's ink with the rest of it."""
    return continued(list(begun.ink), list(rest.ink), known) if begun.text else list(rest.ink)

"""Tables that go on over page breaks, made whole: heads that are printed again left out, parted rows joined."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.formats.galley import BLANK, Ink
from loaders.formats.grids import DEEPEST, Cell, Grid, expanded
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
    """A table with its parts, page by page, and the borders of its columns where it has most of them.

    `heads` are the lines of heads that later pages print again.
    """

    parts: tuple[PageTable, ...]
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[tuple[Ink, ...], ...] = ()


def stitched(
    tables: Sequence[PageTable], apart: Callable[[PageTable, PageTable], bool], known: AbstractSet[str] = frozenset()
) -> list[WholeTable]:
    """Tables in their order over the pages, those made one that go on from a page to the next.

    `apart` tells whether anything but margins stands between two of them; `known` words tell which hyphens are real.
    """
    whole: list[WholeTable] = []
    for table in tables:
        more = going_on(whole[-1], table, apart) if whole else None
        if more:
            whole[-1] = with_more(more[0], table, more[1], known)
        else:
            whole.append(WholeTable((table,), table.columns, table.rows))
    return whole


def going_on(
    above: WholeTable, below: PageTable, apart: Callable[[PageTable, PageTable], bool]
) -> tuple[WholeTable, Rows] | None:
    """A table and the rows that it goes on with on the next page, in the same columns; none where it does not."""
    last = above.parts[-1]
    if below.page != last.page + 1 or apart(last, below):
        return None
    if last.ruled and below.ruled:
        return (above, listed(below.rows)) if same_widths(above.columns, below.columns) else None
    if len(below.columns) > len(above.columns):
        rows = moved(above.rows, above.columns, below.columns)
        wider = replace(above, columns=below.columns, rows=tuple(map(tuple, rows or ())))
        return (wider, listed(below.rows)) if rows else None
    rows = moved(below.rows, below.columns, above.columns)
    return (above, rows) if rows else None


def listed(rows: Sequence[Sequence[Cell]]) -> Rows:
    """Rows that can be changed."""
    return list(map(list, rows))


def same_widths(above: Sequence[float], below: Sequence[float]) -> bool:
    """Whether there are as many columns, as wide, wherever on the page the table stands."""
    if len(above) != len(below):
        return False
    widths = [[right - left for left, right in pairwise(columns)] for columns in (above, below)]
    return all(abs(one - other) <= max(EVEN, 0.1 * one) for one, other in zip(*widths, strict=True))


def moved(rows: Sequence[Sequence[Cell]], columns: Sequence[float], into: Sequence[float]) -> Rows | None:
    """Rows in the columns of another part that has as many or more; none where they do not fit."""
    middles = [(left + right) / 2 for left, right in pairwise(columns)]
    at = [sum(middle > border for border in into[1:-1]) for middle in middles]
    if len(set(at)) < len(at) or abs(columns[0] - into[0]) > FIT or abs(columns[-1] - into[-1]) > FIT:
        return None
    if len(columns) == len(into):
        return listed(rows)
    wider: Rows = []
    for row in expanded(rows):
        cells = [Cell() for _ in into[1:]]
        for place, slot in zip(at, row, strict=True):
            cells[place] = Cell(slot.ink)
        wider.append(cells)
    return wider


def with_more(table: WholeTable, part: PageTable, more: Rows, known: AbstractSet[str]) -> WholeTable:
    """A table with the rows of a further part."""
    depth = repeated(table.rows, more)
    heads, body = tuple(line_of(row) for row in more[:depth]), more[depth:]
    if not depth and (cut := without_head(table.rows[0], more[0])):
        heads, body = (line_of(cut[0]),), [cut[1], *more[1:]]
    rows = listed(table.rows)
    if body and is_parted(expanded(rows), expanded(body)):
        rows, body = with_rest(rows, body, known), without_first(body)
    whole = tuple(map(tuple, rows + body))
    return replace(table, parts=(*table.parts, part), rows=whole, heads=table.heads + heads)


def without_head(head: Sequence[Cell], row: Sequence[Cell]) -> tuple[list[Cell], list[Cell]] | None:
    """A row's cells parted into the head's words and the rest, where no line was drawn below a head printed again."""
    if len(head) != len(row) or not all(cell.text for cell in head):
        return None
    counts = [len(cell.ink) for cell in head]
    first = [replace(cell, ink=cell.ink[:count]) for cell, count in zip(row, counts, strict=True)]
    rest = [replace(cell, ink=cell.ink[count:]) for cell, count in zip(row, counts, strict=True)]
    if squeezed(first) != squeezed(head) or not any(cell.text for cell in rest):
        return None
    return first, [replace(cell, ink=cell.ink[1:] if cell.ink[:1] == (BLANK,) else cell.ink) for cell in rest]


def repeated(rows: Sequence[Sequence[Cell]], more: Sequence[Sequence[Cell]]) -> int:
    """How many of the first rows of a further part are the table's own first rows again."""
    depth = 0
    while depth < min(len(rows), len(more), DEEPEST) and squeezed(rows[depth]) == squeezed(more[depth]):
        depth += 1
    return depth if depth and any(squeezed(rows[0])) else 0


def squeezed(row: Sequence[Cell]) -> list[str]:
    """What stands in a row's cells, without blanks and hyphens."""
    return [re.sub(r"[\s-]", "", cell.text).casefold() for cell in row]


def line_of(row: Sequence[Cell]) -> tuple[Ink, ...]:
    """A row's cells as one line."""
    inks: tuple[Ink, ...] = ()
    for cell in row:
        inks += (BLANK, *cell.ink) if inks and cell.ink else cell.ink
    return inks


def is_parted(rows: Grid, more: Grid) -> bool:
    """Whether the first row of a further part is the rest of the last row before."""
    if len(rows) < 2 or len(rows[-1]) != len(more[0]):
        return False
    pairs = [(one.cell.text, other.cell.text) for one, other in zip(rows[-1], more[0], strict=True) if other.cell.text]
    if not pairs or any(FIGURE.match(rest) and begun for begun, rest in pairs):
        return False
    going = [bool(begun) and not ENDED.search(begun) and bool(GOES_ON.match(rest)) for begun, rest in pairs]
    if more[0][0].cell.text:
        emptied = any(one.cell.text and not other.cell.text for one, other in zip(rows[-1], more[0], strict=True))
        return all(going) or (going[0] and emptied and all(begun for begun, _ in pairs))
    return any(going) or (begins_rows(rows) and all(begun for begun, _ in pairs))


def begins_rows(rows: Grid) -> bool:
    """Whether the first cell is filled in nearly all rows."""
    return sum(bool(row[0].first and row[0].cell.text) for row in rows) >= MOSTLY * len(rows)


def with_rest(rows: Rows, more: Rows, known: AbstractSet[str]) -> Rows:
    """Rows, the last of them with what stands in the first row of a further part."""
    last, rest = expanded(rows)[-1], expanded(more)[0]
    longer = {
        id(begun.cell): replace(begun.cell, ink=tuple(joined(begun.cell, slot.cell, known)))
        for begun, slot in zip(last, rest, strict=True)
        if slot.first and slot.cell.text
    }
    return [[longer.get(id(cell), cell) for cell in row] for row in rows]


def without_first(rows: Rows) -> Rows:
    """Rows without the first, whose cells that span others as well begin, empty, in the second."""
    if len(rows) < 2:
        return []
    gone, row = expanded(rows)[:2]
    second: list[Cell] = []
    for at, slot in enumerate(row):
        spans = gone[at].cell is slot.cell
        if slot.first and not spans:
            second.append(slot.cell)
        elif spans and gone[at].first:
            second.append(Cell((), slot.cell.width, slot.cell.height - 1))
    return [second, *rows[2:]]


def joined(begun: Cell, rest: Cell, known: AbstractSet[str]) -> list[Ink]:
    """A cell's ink with the rest of it."""
    return continued(list(begun.ink), list(rest.ink), known) if begun.text else list(rest.ink)

"""The tables that drawn lines make on a page, their words in cells."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from loaders.formats.grids import Cell
from loaders.formats.pdf.lattice import Lattice, Place, cells_of, lattices
from loaders.formats.pdf.page import Fill, Page, Word
from loaders.formats.pdf.rules import edges_of, joined
from loaders.formats.pdf.setting import set_cell
from loaders.formats.pdf.table import PageTable
from loaders.spots import Area

#: Filled areas lower or narrower than this part no cells, nor do those that take more than this share of the page.
LEAST_FILL, MOST_FILL = 6.0, 0.9

Numbered = tuple[int, Word]


def ruled_tables(page: Page, known: AbstractSet[str] = frozenset()) -> list[PageTable]:
    """The tables with cells between drawn lines, from above downwards; `known` words tell which hyphens stay."""
    shades = edges_of(fill for fill in page.fills if parts_cells(fill, page))
    found = lattices(joined((*page.across, *shades[0])), joined((*page.down, *shades[1])))
    tables = [table for lattice in found if (table := table_of(lattice, page, known))]
    return outermost(tables)


def parts_cells(fill: Fill, page: Page) -> bool:
    """Whether a filled area can be a cell's or a row's."""
    left, top, right, bottom = fill.box
    width, height = right - left, bottom - top
    return min(width, height) >= LEAST_FILL and width * height < MOST_FILL * page.width * page.height


def table_of(lattice: Lattice, page: Page, known: AbstractSet[str]) -> PageTable | None:
    """The table in a lattice; none where words stand in fewer than two columns: a frame round prose."""
    numbered = [(at, word) for at, word in enumerate(page.words) if within(word, lattice.box)]
    cells = cells_of(lattice, [word for _, word in numbered])
    filled = in_cells(cells, numbered, lattice)
    if len({place.column for place, words in zip(cells, filled, strict=True) if words}) < 2:
        return None
    rows: list[list[Cell]] = [[] for _ in lattice.rows[1:]]
    for place, words in zip(cells, filled, strict=True):
        rows[place.row].append(Cell(set_cell(words, page.number, known), place.width, place.height))
    taken = frozenset(at for at, _ in numbered)
    return PageTable(page.number, lattice.box, lattice.columns, tuple(map(tuple, rows)), taken)


def within(word: Word, box: Area) -> bool:
    """Whether a word's middle is in a box."""
    left, top, right, bottom = box
    return left <= word.middle <= right and top <= (word.top + word.bottom) / 2 <= bottom


def in_cells(cells: Sequence[Place], numbered: Iterable[Numbered], lattice: Lattice) -> list[list[Word]]:
    """The words of each cell."""
    owner = {
        (place.row + down, place.column + right): at
        for at, place in enumerate(cells)
        for down in range(place.height)
        for right in range(place.width)
    }
    found: list[list[Word]] = [[] for _ in cells]
    for _, word in numbered:
        row = bisect_right(lattice.rows, (word.top + word.bottom) / 2) - 1
        column = bisect_right(lattice.columns, word.middle) - 1
        found[owner[min(row, len(lattice.rows) - 2), min(column, len(lattice.columns) - 2)]].append(word)
    return found


def outermost(tables: Sequence[PageTable]) -> list[PageTable]:
    """Tables without those that stand in a cell of another."""
    return [table for table in tables if not any(table.words < other.words for other in tables)]

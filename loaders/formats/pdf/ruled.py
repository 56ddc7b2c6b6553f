"""The tables that drawn lines make on a page, their words in cells."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from loaders.formats.pdf.banded import banded
from loaders.formats.pdf.grid import table_of
from loaders.formats.pdf.lattice import Lattice, cells_of, lattices
from loaders.formats.pdf.page import Fill, Page, Rule
from loaders.formats.pdf.rules import edges_of, joined
from loaders.formats.pdf.table import PageTable

#: Filled areas lower or narrower than this part no cells, nor do those that take more than this share of the page.
LEAST_FILL, MOST_FILL = 6.0, 0.9


def ruled_tables(page: Page, known: AbstractSet[str] = frozenset()) -> list[PageTable]:
    """The tables with cells between drawn lines, from above downwards; `known` words tell which hyphens stay."""
    found = banded(lattices(*lines_on(page)), page)
    tables = [table for lattice in found if (table := ruled_table(lattice, page, known))]
    return outermost(tables)


def lines_on(page: Page) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The lines on a page, across and down, the edges of filled areas among them."""
    shades = edges_of(fill for fill in page.fills if parts_cells(fill, page))
    if not any(shades):
        return page.across, page.down
    return joined((*page.across, *shades[0])), joined((*page.down, *shades[1]))


def parts_cells(fill: Fill, page: Page) -> bool:
    """Whether a filled area can be a cell's or a row's."""
    left, top, right, bottom = fill.box
    width, height = right - left, bottom - top
    return min(width, height) >= LEAST_FILL and width * height < MOST_FILL * page.width * page.height


def ruled_table(lattice: Lattice, page: Page, known: AbstractSet[str]) -> PageTable | None:
    """The table in a lattice, if it is one."""
    numbered = page.within(lattice.grid.box)
    cells = cells_of(lattice, [word for _, word in numbered])
    return table_of(lattice.grid, cells, numbered, page.number, known, ruled=True)


def outermost(tables: Sequence[PageTable]) -> list[PageTable]:
    """Tables without those that stand in a cell of another."""
    return [table for table in tables if not any(table.words < other.words for other in tables)]

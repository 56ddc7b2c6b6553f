"""Banded tables: rows drawn with their lines, and between them rows that are not."""

from collections.abc import Sequence

from loaders.formats.pdf.hanging import HIGHEST, hanging
from loaders.formats.pdf.lattice import Lattice, lattice_of, parted_row
from loaders.formats.pdf.page import Page, Rule, Word
from loaders.formats.pdf.rules import NEAR


def banded(lattices: Sequence[Lattice], page: Page) -> list[Lattice]:
    """Lattices, those that are bands of one table joined over the rows between them."""
    joined: list[Lattice] = []
    for lattice in lattices:
        if joined and same_sides(joined[-1], lattice) and row_between(joined[-1], lattice, page):
            above = joined.pop()
            lattice = lattice_of([*above.across, *lattice.across], [*above.down, *lattice.down])
        joined.append(lattice)
    return [extended(lattice, page) if lattice not in lattices else lattice for lattice in joined]


def extended(lattice: Lattice, page: Page) -> Lattice:
    """A banded lattice with the row below its last band, which no line ends, if one stands there."""
    columns, bottom = lattice.grid.columns, lattice.grid.rows[-1]
    end = hanging(page, columns, bottom)
    if end == bottom:
        return lattice
    return lattice_of([*lattice.across, Rule(end, columns[0], columns[-1])], list(lattice.down))


def same_sides(above: Lattice, below: Lattice) -> bool:
    """Whether one lattice stands under another, as wide, and no column of the one begins within one of the other."""
    one, other = above.grid.columns, below.grid.columns
    fewer, more = sorted((one, other), key=len)
    even = abs(one[0] - other[0]) <= NEAR and abs(one[-1] - other[-1]) <= NEAR
    return even and all(min(abs(at - place) for place in more) <= NEAR for at in fewer)


def row_between(above: Lattice, below: Lattice, page: Page) -> bool:
    """Whether the words between two lattices are a row: in columns, none of which a text runs through."""
    columns = max(above.grid.columns, below.grid.columns, key=len)
    top, bottom = above.grid.rows[-1], below.grid.rows[0]
    if not 0 < bottom - top < HIGHEST * page.height:
        return False
    words = [word for _, word in page.within((columns[0], top, columns[-1], bottom))]
    return is_row(words, columns)


def is_row(words: Sequence[Word], columns: Sequence[float]) -> bool:
    """Whether words stand in columns, and no text runs through the borders between."""
    sides = parted_row([False] * (len(columns) - 2), columns, words)
    return len(words) > 1 and all(sides) and bool(sides)

"""Banded tables: rows drawn with their lines, and between them rows that are not."""

from collections.abc import Sequence

from loaders.formats.pdf.hanging import HIGHEST, hanging
from loaders.formats.pdf.lattice import Lattice, lattice_of, parted_row
from loaders.formats.pdf.page import Page, Rule, Word
from loaders.formats.pdf.rules import NEAR
from loaders.formats.pdf.setting import lines_of
from loaders.formats.pdf.worded import rows_within


def banded(lattices: Sequence[Lattice], page: Page) -> list[Lattice]:
    """Lattices, those that are bands of one table joined over the rows between them."""
    joined: list[Lattice] = []
    for lattice in lattices:
        if joined and same_sides(joined[-1], lattice) and row_between(joined[-1], lattice, page):
            above = joined.pop()
            lattice = with_lines(above, lattice.across, lattice.down, page)
        joined.append(lattice)
    return [extended(lattice, page) if page.fills or lattice not in lattices else lattice for lattice in joined]


def extended(lattice: Lattice, page: Page) -> Lattice:
    """A banded lattice with the rows above its first band and below its last one, whose ends no lines tell."""
    columns, top, bottom = lattice.grid.columns, lattice.grid.rows[0], lattice.grid.rows[-1]
    start, end = hanging(page, columns, top, above=True), hanging(page, columns, bottom)
    if (start, end) == (top, bottom):
        return lattice
    further = [at for edges in ((start, top), (bottom, end)) for at in rows_hanging(page, *edges, columns)]
    return with_lines(lattice, [Rule(at, columns[0], columns[-1]) for at in further], (), page)


def rows_hanging(page: Page, top: float, bottom: float, columns: Sequence[float]) -> tuple[float, ...]:
    """The borders of the rows that hang on a table."""
    if bottom - top <= NEAR:
        return ()
    lines = lines_of([word for _, word in page.within((columns[0], top, columns[-1], bottom))])
    return rows_within((top, bottom), lines, columns, one=True)


def with_lines(lattice: Lattice, across: Sequence[Rule], down: Sequence[Rule], page: Page) -> Lattice:
    """A lattice with more lines, and with those across that lie between them and are as long."""
    all_across = [*lattice.across, *across]
    top, bottom = min(rule.at for rule in all_across), max(rule.at for rule in all_across)
    left, right = lattice.grid.columns[0], lattice.grid.columns[-1]
    inner = [
        rule for rule in page.across if top < rule.at < bottom and rule.start - NEAR <= left < right <= rule.end + NEAR
    ]
    return lattice_of(list(dict.fromkeys([*all_across, *inner])), [*lattice.down, *down])


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

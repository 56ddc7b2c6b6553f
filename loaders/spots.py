"""Where words stand outside the text: on a page, or in a sheet's cells."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple, TypeVar

from graph.place import Box

#: Left, top, right, bottom of some cells, in columns and rows, 1-based.
Cells = tuple[int, int, int, int]
Side = TypeVar("Side", int, float)


class Spot(NamedTuple):
    """One spot: a box on a page, a page alone, or cells of a sheet."""

    page: int | None = None
    box: Box | None = None
    sheet: str | None = None
    cells: Cells | None = None

    @property
    def leaf(self) -> tuple[int | None, str | None]:
        """The page or the sheet that it is on."""
        return self.page, self.sheet


class Printed(NamedTuple):
    """A run of the document's text, most often a word, from one offset to another, and its spot."""

    start: int
    end: int
    spot: Spot


def by_leaf(printed: Iterable[Printed]) -> Iterator[Printed]:
    """Runs joined as long as they are on the same page or sheet, each with the spot around all of them."""
    for _, group in groupby(printed, key=lambda each: each.spot.leaf):
        runs = list(group)
        yield Printed(runs[0].start, runs[-1].end, around([run.spot for run in runs]))


def around(spots: list[Spot]) -> Spot:
    """The least spot around some on the same page or sheet."""
    if len(spots) == 1:
        return spots[0]
    boxes = [spot.box for spot in spots if spot.box]
    cells = [spot.cells for spot in spots if spot.cells]
    return Spot(spots[0].page, hull(boxes) if boxes else None, spots[0].sheet, hull(cells) if cells else None)


def reference(cells: Cells) -> str:
    """Cells as a sheet names them: "B7", or "B7:D9"."""
    left, top, right, bottom = cells
    first, last = f"{_letters(left)}{top}", f"{_letters(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def as_printed(box: Box) -> Box:
    """The box in hundredths of a point: finer than any print."""
    left, top, right, bottom = (round(edge, 2) for edge in box)
    return left, top, right, bottom


def hull(areas: Sequence[tuple[Side, Side, Side, Side]]) -> tuple[Side, Side, Side, Side]:
    """The least area around some."""
    left, top, right, bottom = zip(*areas, strict=True)
    return min(left), min(top), max(right), max(bottom)


@cache
def _letters(column: int) -> str:
    """A column's letters: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

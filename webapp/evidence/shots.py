"""The pages of source files on which passages stand, with the places marked: the part around them, and the whole page."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from flask import Response, after_this_request

from graph.asking.outcome import Busy
from graph.passages import box_in
from graph.pictures import Size
from graph.place import Box
from graph.view import View
from ontology.iri import Iri
from webapp.ask import ask, once_a_version, rows
from webapp.door import pictures

#: So much of the page is shown around a place, and at least so much across and down, in points.
AROUND, ACROSS, DOWN = 40.0, 360.0, 150.0
#: The most marks on one page.
MARKS = 40


@dataclass(frozen=True)
class Standing:
    """A passage on a page: the file's checksum and name, the page, and the box as the graph has it."""

    passage: Iri
    sha256: str
    file: str
    page: int
    box: str | None


@dataclass(frozen=True)
class Mark:
    """A place on the page: its corner and its size, in points from the page's upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Shot:
    """A page as a picture: which it is, its size in points, its marks, and the part of it that shows them."""

    passage: Iri
    sha256: str
    file: str
    page: int
    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def part(self) -> tuple[float, float, float, float]:
        """The part around the marks: left, top, width, height; the whole page where nothing is marked."""
        if not self.marks:
            return 0, 0, self.width, self.height
        left, right = _around(
            min(mark.x for mark in self.marks), max(mark.x + mark.width for mark in self.marks), ACROSS, self.width
        )
        top, bottom = _around(
            min(mark.y for mark in self.marks), max(mark.y + mark.height for mark in self.marks), DOWN, self.height
        )
        return left, top, round(right - left, 1), round(bottom - top, 1)

    @property
    def whole(self) -> tuple[float, float, float, float]:
        """All of the page."""
        return 0, 0, self.width, self.height


def shots(view: View, passages: Iterable[Iri]) -> tuple[Shot, ...]:
    """The pages on which some passages stand, in their order; none of files without pages, or that are not kept."""
    drawing = pictures()
    wanted = tuple(passages)
    if drawing is None or not wanted or not drawable(view):
        return ()
    found = sorted(rows(view, "pictured", Standing, passages=wanted), key=lambda each: (each.file, each.page))
    try:
        return tuple(
            shot
            for (sha256, page), group in groupby(found, key=lambda each: (each.sha256, each.page))
            if (shot := _shot(list(group), page, drawing.sizes(sha256)))
        )
    except Busy:
        after_this_request(_unkept)
        return ()


@once_a_version
def drawable(view: View) -> frozenset[str]:
    """The checksums of the files whose pages may be shown: all but those of which only facts are told."""
    return frozenset(str(sha256) for (sha256,) in ask(view, "drawable").rows)


def _shot(standing: list[Standing], page: int, sizes: tuple[Size, ...]) -> Shot | None:
    if not 1 <= page <= len(sizes):
        return None
    width, height = sizes[page - 1]
    boxes = [box for each in standing if each.box and (box := box_in(each.box))]
    marks = tuple(dict.fromkeys(mark for box in boxes if (mark := _mark(box, width, height))))[:MARKS]
    one = standing[0]
    return Shot(one.passage, one.sha256, one.file, page, round(width, 1), round(height, 1), marks)


def _mark(box: Box, width: float, height: float) -> Mark | None:
    """A box as far as it is on the page, and a little around."""
    left, top = max(0.0, box[0] - 2), max(0.0, box[1] - 2)
    right, bottom = min(width, box[2] + 2), min(height, box[3] + 2)
    if not (left < right and top < bottom):
        return None
    return Mark(round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))


def _around(first: float, last: float, least: float, whole: float) -> tuple[float, float]:
    """A stretch with what is around it, at least so long, within the whole."""
    missing = max(0.0, least - (last - first) - 2 * AROUND) / 2
    begin, end = first - AROUND - missing, last + AROUND + missing
    begin, end = (begin - max(0.0, end - whole), min(end, whole)) if end > whole else (begin, end)
    begin, end = (0.0, min(end - begin, whole)) if begin < 0 else (begin, end)
    return round(begin, 1), round(end, 1)


def _unkept(response: Response) -> Response:
    """A page without its pictures is not kept: the next may have them."""
    response.headers["Cache-Control"] = "no-store"
    return response

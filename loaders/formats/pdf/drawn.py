"""What is drawn on a page beside its words: lines, filled areas, pictures; straight from PDFium."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from loaders.formats.pdf.frame import Frame
from loaders.formats.pdf.page import BLACK, Colour, Fill
from loaders.spots import Area

#: Drawings beyond so many objects or strokes of one path are maps and charts; what follows is not looked at.
MOST_OBJECTS, MOST_STROKES = 40_000, 2_000
#: Objects within objects are followed so deep.
DEEPEST = 6
#: A path of more segments is more than one box.
BOX = 5
#: What is no thicker than this is a line.
THIN = 3.6
#: How large a dot is that browsers draw for a list's mark.
SMALLEST, LARGEST = 1.2, 9.0
#: A colour whose parts are all above this may not show on white paper.
LIGHT = 200

Matrix = tuple[float, float, float, float, float, float]
AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass
class Drawn:
    """Thin areas (lines), filled ones, dots and pictures; whether any text is light or drawn in no ink."""

    thin: list[Area] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    dots: list[Area] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)
    odd_text: bool = False


class Canvas:
    """Looks at a page's objects one by one."""

    def __init__(self, frame: Frame) -> None:
        """Within a frame."""
        self.drawn, self.left = Drawn(), MOST_OBJECTS
        self._frame = frame
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def look(self, count: int, nth: Callable[[int], Any], matrix: Matrix, depth: int = 0) -> None:
        """Look at some objects, whose coordinates a matrix turns into the page's."""
        kind_of = pdfium.FPDFPageObj_GetType
        for number in range(min(count, self.left)):
            thing = nth(number)
            kind = kind_of(thing)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._text(thing)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.drawn.pictures.append(self._bounds(thing, matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                within = times(matrix_of(thing), matrix)
                self.look(
                    pdfium.FPDFFormObj_CountObjects(thing),
                    partial(pdfium.FPDFFormObj_GetObject, thing),
                    within,
                    depth + 1,
                )
        self.left = max(0, self.left - count)

    def _text(self, thing: Any) -> None:  # noqa: ANN401  # a handle of C
        if not self.drawn.odd_text:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
            light = min(self._filled(thing)) > LIGHT
            self.drawn.odd_text = light or mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE

    def _path(self, thing: Any, matrix: Matrix) -> None:  # noqa: ANN401
        how, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(thing, how, stroked)
        if not how.value and not stroked.value:
            return
        box = self._bounds(thing, matrix)
        simple = pdfium.FPDFPath_CountSegments(thing) <= BOX
        if not simple and is_dot(box):
            self.drawn.dots.append(box)
            return
        if is_thin(box):
            self.drawn.thin.append(box)
            return
        if how.value and simple:
            self.drawn.fills.append(Fill(box, self._filled(thing)))
        if stroked.value or not simple:
            self.drawn.thin += (area for area in self._strokes(thing, matrix) if is_thin(area))

    def _strokes(self, thing: Any, matrix: Matrix) -> Iterator[Area]:  # noqa: ANN401
        """The straight lines of a path."""
        whole = times(matrix_of(thing), matrix)
        x, y = ctypes.c_float(), ctypes.c_float()
        begin = last = (0.0, 0.0)
        for number in range(min(pdfium.FPDFPath_CountSegments(thing), MOST_STROKES)):
            segment = pdfium.FPDFPath_GetPathSegment(thing, number)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            kind, here = pdfium.FPDFPathSegment_GetType(segment), moved(x.value, y.value, whole)
            if kind == pdfium.FPDF_SEGMENT_LINETO:
                yield self._between(last, here)
            begin = here if kind == pdfium.FPDF_SEGMENT_MOVETO else begin
            last = here
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield self._between(last, begin)

    def _between(self, one: tuple[float, float], other: tuple[float, float]) -> Area:
        (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return self._frame.area(left, bottom, right, top)

    def _bounds(self, thing: Any, matrix: Matrix) -> Area:  # noqa: ANN401
        left, bottom, right, top = self._sides
        pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        if matrix is AS_IS:
            return self._frame.area(left.value, bottom.value, right.value, top.value)
        return self._between(moved(left.value, bottom.value, matrix), moved(right.value, top.value, matrix))

    def _filled(self, thing: Any) -> Colour:  # noqa: ANN401
        red, green, blue, opaque = self._colour
        if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, opaque):
            return BLACK
        return red.value, green.value, blue.value


def drawn_on(page: Any, frame: Frame) -> Drawn:  # noqa: ANN401
    """What is drawn on a page that PDFium has open."""
    canvas = Canvas(frame)
    canvas.look(pdfium.FPDFPage_CountObjects(page), partial(pdfium.FPDFPage_GetObject, page), AS_IS)
    return canvas.drawn


def is_dot(box: Area) -> bool:
    """Whether a round area is as small as the mark of a list's item."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) > SMALLEST and max(width, height) < min(LARGEST, 1.3 * min(width, height))


def is_thin(box: Area) -> bool:
    """Whether an area is a line across or down, or a dot of one."""
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def matrix_of(thing: Any) -> Matrix:  # noqa: ANN401
    """What turns an object's own coordinates into those of what it is part of."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does first one, then the other."""
    a, b, c, d, e, f = inner
    (x, y), (z, w) = moved(a, b, (*outer[:4], 0, 0)), moved(c, d, (*outer[:4], 0, 0))
    return (x, y, z, w, *moved(e, f, outer))


def moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point moved by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

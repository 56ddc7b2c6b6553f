"""What is drawn on a page beside its words: lines, filled areas, pictures; straight from PDFium."""

import ctypes
from collections.abc import Callable, Iterator
from ctypes import byref
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from graph.place import Box
from loaders.formats.pdf.frame import Frame
from loaders.formats.pdf.page import BLACK, Colour, Fill
from loaders.formats.pdf.quick import Handle, handle, quick

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

KIND, BOUNDS = quick(pdfium.FPDFPageObj_GetType), quick(pdfium.FPDFPageObj_GetBounds)
COLOUR, MATRIX = quick(pdfium.FPDFPageObj_GetFillColor), quick(pdfium.FPDFPageObj_GetMatrix)
NTH, NTH_WITHIN = quick(pdfium.FPDFPage_GetObject, Handle), quick(pdfium.FPDFFormObj_GetObject, Handle)
WITHIN, MODE = quick(pdfium.FPDFFormObj_CountObjects), quick(pdfium.FPDFTextObj_GetTextRenderMode)
PAINTED, SEGMENTS = quick(pdfium.FPDFPath_GetDrawMode), quick(pdfium.FPDFPath_CountSegments)
SEGMENT, POINT = quick(pdfium.FPDFPath_GetPathSegment, Handle), quick(pdfium.FPDFPathSegment_GetPoint)
SEGMENT_KIND, CLOSES = quick(pdfium.FPDFPathSegment_GetType), quick(pdfium.FPDFPathSegment_GetClose)

Matrix = tuple[float, float, float, float, float, float]
AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass
class Drawn:
    """Thin areas (lines), filled ones, dots and pictures; whether any text is light or drawn in no ink."""

    thin: list[Box] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    odd_text: bool = False


class Canvas:
    """Looks at a page's objects one by one."""

    def __init__(self, frame: Frame) -> None:
        """Within a frame."""
        self.drawn, self.left = Drawn(), MOST_OBJECTS
        self._frame = frame
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._sides_at, self._colour_at = list(map(byref, self._sides)), list(map(byref, self._colour))

    def look(self, count: int, nth: Callable[[int], Handle], matrix: Matrix, depth: int = 0) -> None:
        """Look at some objects, whose coordinates a matrix turns into the page's."""
        for number in range(min(count, self.left)):
            thing = nth(number)
            kind = KIND(thing)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._text(thing)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.drawn.pictures.append(self._bounds(thing, matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                within = times(matrix_of(thing), matrix)
                self.look(
                    WITHIN(thing),
                    partial(NTH_WITHIN, thing),
                    within,
                    depth + 1,
                )
        self.left = max(0, self.left - count)

    def _text(self, thing: Handle) -> None:
        if not self.drawn.odd_text:
            mode = MODE(thing)
            light = min(self._filled(thing)) > LIGHT
            self.drawn.odd_text = light or mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE

    def _path(self, thing: Handle, matrix: Matrix) -> None:
        how, stroked = ctypes.c_int(), ctypes.c_int()
        PAINTED(thing, byref(how), byref(stroked))
        if not how.value and not stroked.value:
            return
        box = self._bounds(thing, matrix)
        simple = SEGMENTS(thing) <= BOX
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

    def _strokes(self, thing: Handle, matrix: Matrix) -> Iterator[Box]:
        """The straight lines of a path."""
        whole = times(matrix_of(thing), matrix)
        x, y = ctypes.c_float(), ctypes.c_float()
        begin = last = (0.0, 0.0)
        for number in range(min(SEGMENTS(thing), MOST_STROKES)):
            segment = SEGMENT(thing, number)
            POINT(segment, byref(x), byref(y))
            kind, here = SEGMENT_KIND(segment), moved(x.value, y.value, whole)
            if kind == pdfium.FPDF_SEGMENT_LINETO:
                yield self._between(last, here)
            begin = here if kind == pdfium.FPDF_SEGMENT_MOVETO else begin
            last = here
            if CLOSES(segment):
                yield self._between(last, begin)

    def _between(self, one: tuple[float, float], other: tuple[float, float]) -> Box:
        (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return self._frame.area(left, bottom, right, top)

    def _bounds(self, thing: Handle, matrix: Matrix) -> Box:
        left, bottom, right, top = self._sides
        BOUNDS(thing, *self._sides_at)
        if matrix is AS_IS:
            return self._frame.area(left.value, bottom.value, right.value, top.value)
        return self._between(moved(left.value, bottom.value, matrix), moved(right.value, top.value, matrix))

    def _filled(self, thing: Handle) -> Colour:
        red, green, blue, _ = self._colour
        if not COLOUR(thing, *self._colour_at):
            return BLACK
        return red.value, green.value, blue.value


def drawn_on(page: Any, frame: Frame) -> Drawn:  # noqa: ANN401
    """What is drawn on a page that PDFium has open."""
    canvas = Canvas(frame)
    canvas.look(pdfium.FPDFPage_CountObjects(page), partial(NTH, handle(page)), AS_IS)
    return canvas.drawn


def is_dot(box: Box) -> bool:
    """Whether a round area is as small as the mark of a list's item."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) > SMALLEST and max(width, height) < min(LARGEST, 1.3 * min(width, height))


def is_thin(box: Box) -> bool:
    """Whether an area is a line across or down, or a dot of one."""
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def matrix_of(thing: Handle) -> Matrix:
    """What turns an object's own coordinates into those of what it is part of."""
    matrix = pdfium.FS_MATRIX()
    MATRIX(thing, byref(matrix))
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

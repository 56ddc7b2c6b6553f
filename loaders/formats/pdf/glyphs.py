"""A page's words with their boxes, straight from PDFium.

The page's text is asked for once, words are found in it, and only the first and the last sign of each is asked for its
box: asking for all signs takes three times as long.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from loaders.formats.pdf.frame import Frame
from loaders.formats.pdf.page import BLACK, Colour, Word
from loaders.formats.pdf.quick import Handle, handle, quick

#: No page of a plan has more signs than this; five thousand is a full page of small print.
MOST_SIGNS = 60_000
#: Of so many words spread over a page it is looked at whether their fonts tell what they say.
SAMPLE = 40
#: A line goes so far above and below where its letters stand, in parts of the font's size.
ABOVE, BELOW = 0.93, 0.24
#: What PDFium gives for a hyphen at a line's end, where it joins the line to the next.
LINE_HYPHENS = "\x02\ufffe"
#: A bullet is a word of its own: it may stand alone in a cell above a word of the next.
WORD = re.compile(rf"•|[^\s\x00•{LINE_HYPHENS}]+[{LINE_HYPHENS}]?|[{LINE_HYPHENS}]")
#: Signs on one line are together no higher than so many lines.
OVER_LINES = 1.3
#: Several letters drawn as one sign; hyphens.
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LETTERS = str.maketrans(LIGATURES | dict.fromkeys(LINE_HYPHENS, "-"))
BOLD, LONGEST_NAME = re.compile(rb"(?i)bold|black|heavy|demi"), 128
ODD = re.compile(f"[{''.join(LIGATURES)}{LINE_HYPHENS}\u00ad]")

#: What is asked of each word.
BOX, FOOT = quick(pdfium.FPDFText_GetLooseCharBox), quick(pdfium.FPDFText_GetCharOrigin)
DRAWN, INDEX = quick(pdfium.FPDFText_GetTextObject, Handle), quick(pdfium.FPDFText_GetCharIndexFromTextIndex)
COLOUR, MODE = quick(pdfium.FPDFText_GetFillColor), quick(pdfium.FPDFTextObj_GetTextRenderMode)
UNMAPPED = quick(pdfium.FPDFText_HasUnicodeMapError)
#: What is asked once of all words that are set alike.
SIZE, MATRIX = quick(pdfium.FPDFText_GetFontSize, ctypes.c_double), quick(pdfium.FPDFText_GetMatrix)
FONT, NAME = quick(pdfium.FPDFTextObj_GetFont, Handle), quick(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t)


class CrowdedPage(Exception):
    """A page has more signs than a page that people read can have."""

    def __init__(self, page: int, signs: int) -> None:
        """Of a page, 1-based, with so many signs."""
        super().__init__(f"page {page}: {signs} signs, more than {MOST_SIGNS}")
        self.page, self.signs = page, signs


class Type(NamedTuple):
    """How signs are set: how far their line goes above and below their foot, upwards (`upright`) or to the right.

    `size` is how high a line of it is; `turned` tells that it runs upwards or downwards on the page as it is shown.
    """

    above: float
    below: float
    upright: bool
    size: float
    turned: bool
    bold: bool


class Glyphs:
    """The signs of a page while PDFium has it open; `text` is what they say, in the order in which they are drawn."""

    def __init__(self, textpage: Any, frame: Frame, number: int) -> None:  # noqa: ANN401  # a handle of C
        """Of a text page within its frame, a page of that number (1-based); raises CrowdedPage."""
        self._handle, self._frame, self._area = handle(textpage), frame, frame.area
        signs = pdfium.FPDFText_CountChars(textpage)
        if signs > MOST_SIGNS:
            raise CrowdedPage(number, signs)
        self.text = _text(textpage, signs)
        self._even, self._odd = len(self.text) == signs, ODD.search(self.text) is not None
        self._rect, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._rect_at, self._foot_at = byref(self._rect), (byref(self._x), byref(self._y))
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = byref(self._matrix)
        self._types: dict[int | None, Type] = {}
        self._kinds: dict[tuple[float, float, int | None], Type] = {}
        self._fonts: dict[int | None, bool] = {}

    def at(self, place: int) -> int:
        """PDFium's own number of the sign at a place of the text; it passes over signs that say nothing."""
        return place if self._even else max(0, INDEX(self._handle, place))

    def word(self, start: int, end: int) -> Word:
        """The word of the signs from one place of the text to another, from where the first begins to where the last ends.

        It is as high as lines of its font: what PDFium tells of a sign's height is in some fonts the sign's own. Higher only
        where its last sign is on another line.
        """
        handle, rect, even = self._handle, self._rect, self._even
        first, last = (start, end - 1) if even else (self.at(start), self.at(end - 1))
        set_in = self._types.get(DRAWN(handle, first).value) or self.type(first)
        BOX(handle, first, self._rect_at)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last > first:
            BOX(handle, last, self._rect_at)
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        FOOT(handle, first, *self._foot_at)
        if set_in.upright:
            foot = self._y.value
            over = top - bottom > OVER_LINES * abs(set_in.above + set_in.below)
            bottom, top = bottom if over else foot - set_in.below, foot + set_in.above
        else:
            foot = self._x.value
            left, right = foot - set_in.below, foot + set_in.above
        if left > right or bottom > top:
            left, right, bottom, top = *sorted((left, right)), *sorted((bottom, top))
        text = printed(self.text[start:end]) if self._odd else self.text[start:end]
        box = self._area(left, bottom, right, top)
        return Word(text, *box, set_in.size, BLACK, False, set_in.turned, set_in.bold)  # noqa: FBT003

    def sides(self, place: int) -> tuple[float, float]:
        """The left and the right side of the sign at a place, on the page as it is shown."""
        rect = self._rect
        BOX(self._handle, self.at(place), self._rect_at)
        left, _, right, _ = self._area(rect.left, rect.bottom, rect.right, rect.top)
        return left, right

    def middle(self, place: int) -> float:
        """How far down the page, as it is shown, the middle of the sign at a place is."""
        rect = self._rect
        BOX(self._handle, self.at(place), self._rect_at)
        _, top, _, bottom = self._area(rect.left, rect.bottom, rect.right, rect.top)
        return (top + bottom) / 2

    def type(self, number: int) -> Type:
        """How the sign of a number is set, kept for all that are drawn with it."""
        drawn = DRAWN(self._handle, number)
        self._types[drawn.value] = found = self._type(number, drawn)
        return found

    def _type(self, number: int, drawn: Handle) -> Type:
        matrix, size, font = self._matrix, SIZE(self._handle, number), FONT(drawn)
        MATRIX(self._handle, number, self._matrix_at)
        key = (size * matrix.c, size * matrix.d, font.value)
        if key not in self._kinds:
            self._kinds[key] = self._kind(key[0], key[1], font)
        return self._kinds[key]

    def _kind(self, across: float, up: float, font: Handle) -> Type:
        upright, height = abs(up) >= abs(across), max((ABOVE + BELOW) * math.hypot(across, up), 0.01)
        reach, turned = up if upright else across, upright == bool(self._frame.quarters % 2)
        return Type(ABOVE * reach, BELOW * reach, upright, height, turned, self._bold(font))

    def _bold(self, font: Handle) -> bool:
        """Whether a font has a bold font's name; what PDFium tells of a font's weight is often not so."""
        if font.value not in self._fonts:
            name = ctypes.create_string_buffer(LONGEST_NAME)
            NAME(font, name, ctypes.c_size_t(LONGEST_NAME))
            self._fonts[font.value] = BOLD.search(name.value) is not None
        return self._fonts[font.value]

    def colour(self, place: int) -> Colour:
        """The colour that the sign at a place is filled with."""
        red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
        COLOUR(self._handle, self.at(place), byref(red), byref(green), byref(blue), byref(opaque))
        return red.value, green.value, blue.value

    def unmapped(self, place: int) -> bool:
        """Whether its font does not tell what it means."""
        return bool(UNMAPPED(self._handle, self.at(place)) == 1)

    def unseen(self, place: int) -> bool:
        """Whether it is drawn in no ink."""
        return bool(MODE(DRAWN(self._handle, self.at(place))) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def unmapped(glyphs: Glyphs) -> float:
    """The share of a page's words whose font does not tell what they say, of a sample spread over the page."""
    starts = [match.start() for match in WORD.finditer(glyphs.text)]
    sample = starts[:: max(1, len(starts) // SAMPLE)]
    return sum(map(glyphs.unmapped, sample)) / len(sample) if sample else 0.0


@contextmanager
def glyphs_of(page: Any, frame: Frame, number: int) -> Iterator[Glyphs]:  # noqa: ANN401  # a handle of C
    """The signs of a page that PDFium has open."""
    handle = pdfium.FPDFText_LoadPage(page)
    try:
        yield Glyphs(handle, frame, number)
    finally:
        pdfium.FPDFText_ClosePage(handle)


def spans_of(glyphs: Glyphs) -> list[tuple[int, int]]:
    """The places in a page's text that its words take."""
    return [match.span() for match in WORD.finditer(glyphs.text)]


def printed(text: str) -> str:
    """A word as it shows in print: ligatures as letters; a soft hyphen shows only at the end."""
    shown = text[:-1].replace("\u00ad", "") + text[-1:].replace("\u00ad", "-")
    return shown.translate(LETTERS)


def _text(handle: Any, signs: int) -> str:  # noqa: ANN401  # a handle of C
    """All signs of a text page."""
    buffer = ctypes.create_string_buffer(2 * (signs + 1))
    units = pdfium.FPDFText_GetText(handle, 0, signs, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    return buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")

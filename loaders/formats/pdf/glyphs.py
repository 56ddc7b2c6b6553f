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
from loaders.spots import Area

#: No page of a plan has more signs than this; five thousand is a full page of small print.
MOST_SIGNS = 60_000
#: Of so many words spread over a page it is looked at whether their fonts tell what they say.
SAMPLE = 40
#: A line goes so far above and below where its letters stand, in parts of the font's size.
ABOVE, BELOW = 0.93, 0.24
#: What PDFium gives for a hyphen at a line's end, where it joins the line to the next.
LINE_HYPHENS = "\x02\ufffe"
WORD = re.compile(rf"[^\s\x00{LINE_HYPHENS}]+[{LINE_HYPHENS}]?|[{LINE_HYPHENS}]")
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
    """How signs are set: from their foot upwards as long as the font is large, in the PDF's coordinates.

    `size` is how high a line of it is; `turned` tells that it runs upwards or downwards on the page as it is shown.
    """

    up: tuple[float, float]
    size: float
    turned: bool
    bold: bool


class Glyphs:
    """The signs of a page while PDFium has it open; `text` is what they say, in the order in which they are drawn."""

    def __init__(self, textpage: Any, frame: Frame, number: int) -> None:  # noqa: ANN401  # a handle of C
        """Of a text page within its frame, a page of that number (1-based); raises CrowdedPage."""
        self._handle, self._frame = handle(textpage), frame
        signs = pdfium.FPDFText_CountChars(textpage)
        if signs > MOST_SIGNS:
            raise CrowdedPage(number, signs)
        self.text = _text(textpage, signs)
        self._even = len(self.text) == signs
        self._rect, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._rect_at, self._foot_at = byref(self._rect), (byref(self._x), byref(self._y))
        self._types: dict[int | None, Type] = {}
        self._fonts: dict[int | None, bool] = {}

    def at(self, place: int) -> int:
        """PDFium's own number of the sign at a place of the text; it passes over signs that say nothing."""
        return place if self._even else max(0, INDEX(self._handle, place))

    def box(self, first: int, last: int, set_in: Type) -> Area:
        """The box of the signs of some numbers, from where the first begins to where the last ends.

        It is as high as lines of their font: what PDFium tells of a sign's height is in some fonts the sign's own.
        """
        rect, (across, up) = self._rect, set_in.up
        BOX(self._handle, first, self._rect_at)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last > first:
            BOX(self._handle, last, self._rect_at)
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        FOOT(self._handle, first, *self._foot_at)
        if abs(up) >= abs(across):
            bottom, top = self._y.value - BELOW * up, self._y.value + ABOVE * up
            bottom, top = (bottom, top) if bottom < top else (top, bottom)
        else:
            left, right = sorted((self._x.value - BELOW * across, self._x.value + ABOVE * across))
        return self._frame.area(left, bottom, right, top)

    def type(self, number: int) -> Type:
        """How the sign of a number is set."""
        drawn = DRAWN(self._handle, number)
        found = self._types.get(drawn.value)
        if found is None:
            found = self._types[drawn.value] = self._type(number, drawn)
        return found

    def _type(self, number: int, drawn: Handle) -> Type:
        matrix, size = pdfium.FS_MATRIX(), SIZE(self._handle, number)
        MATRIX(self._handle, number, byref(matrix))
        up = (size * matrix.c, size * matrix.d)
        turned = (abs(up[0]) > abs(up[1])) != bool(self._frame.quarters % 2)
        return Type(up, max((ABOVE + BELOW) * math.hypot(*up), 0.01), turned, self._bold(FONT(drawn)))

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


def words_of(glyphs: Glyphs, *, odd: bool = False) -> list[Word]:
    """The words of a page; `odd` tells to look at each one's colour and whether it is drawn at all."""
    found = []
    for match in WORD.finditer(glyphs.text):
        start, end = match.span()
        word = word_between(glyphs, start, end)
        if odd:
            word = word._replace(fill=glyphs.colour(start), unseen=glyphs.unseen(start))
        found.append(word)
    return found


def word_between(glyphs: Glyphs, start: int, end: int) -> Word:
    """The word of the signs from one place of the text to another."""
    first, last = glyphs.at(start), glyphs.at(end - 1)
    set_in = glyphs.type(first)
    box = glyphs.box(first, last, set_in)
    return Word(printed(glyphs.text[start:end]), *box, set_in.size, BLACK, False, set_in.turned, set_in.bold)  # noqa: FBT003


def printed(text: str) -> str:
    """A word as it shows in print: ligatures as letters; a soft hyphen shows only at the end."""
    if not ODD.search(text):
        return text
    shown = text[:-1].replace("\u00ad", "") + text[-1:].replace("\u00ad", "-")
    return shown.translate(LETTERS)


def _text(handle: Any, signs: int) -> str:  # noqa: ANN401  # a handle of C
    """All signs of a text page."""
    buffer = ctypes.create_string_buffer(2 * (signs + 1))
    units = pdfium.FPDFText_GetText(handle, 0, signs, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    return buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")

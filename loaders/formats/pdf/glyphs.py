"""A page's words with their boxes, straight from PDFium.

The page's text is asked for once, words are found in it, and only the first and the last sign of each is asked for its
box: asking for all signs takes three times as long.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from loaders.formats.pdf.frame import Frame
from loaders.formats.pdf.page import BLACK, Colour, Word
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


class CrowdedPage(Exception):
    """A page has more signs than a page that people read can have."""

    def __init__(self, page: int, signs: int) -> None:
        """Of a page, 1-based, with so many signs."""
        super().__init__(f"page {page}: {signs} signs, more than {MOST_SIGNS}")
        self.page, self.signs = page, signs


class Type(NamedTuple):
    """How signs are set: from their foot upwards as long as the font is large, in the PDF's coordinates; whether bold."""

    up: tuple[float, float]
    bold: bool

    @property
    def size(self) -> float:
        """How high a line of it is."""
        return max((ABOVE + BELOW) * math.hypot(*self.up), 0.01)


class Glyphs:
    """The signs of a page while PDFium has it open; `text` is what they say, in the order in which they are drawn."""

    def __init__(self, handle: Any, frame: Frame, number: int) -> None:  # noqa: ANN401  # a handle of C
        """Of a text page within its frame, a page of that number (1-based); raises CrowdedPage."""
        self._handle, self._frame = handle, frame
        signs = pdfium.FPDFText_CountChars(handle)
        if signs > MOST_SIGNS:
            raise CrowdedPage(number, signs)
        self.text = _text(handle, signs)
        self._even = len(self.text) == signs
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._types: dict[int, Type] = {}
        self._fonts: dict[int, bool] = {}

    def at(self, place: int) -> int:
        """PDFium's own number of the sign at a place of the text; it passes over signs that say nothing."""
        return place if self._even else max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, place))

    def box(self, start: int, end: int, set_in: Type) -> Area:
        """The box of the signs between two places of the text, from where the first begins to where the last ends.

        It is as high as lines of their font: what PDFium tells of a sign's height is in some fonts the sign's own.
        """
        left, bottom, right, top = self._side(start)
        if end - start > 1:
            other = self._side(end - 1)
            left, bottom = min(left, other[0]), min(bottom, other[1])
            right, top = max(right, other[2]), max(top, other[3])
        pdfium.FPDFText_GetCharOrigin(self._handle, self.at(start), self._x, self._y)
        x, y, (across, up) = self._x.value, self._y.value, set_in.up
        if abs(up) >= abs(across):
            bottom, top = sorted((y - BELOW * up, y + ABOVE * up))
        else:
            left, right = sorted((x - BELOW * across, x + ABOVE * across))
        return self._frame.area(left, bottom, right, top)

    def turned(self, set_in: Type) -> bool:
        """Whether what is set so runs upwards or downwards on the page as it is shown."""
        return (abs(set_in.up[0]) > abs(set_in.up[1])) != bool(self._frame.quarters % 2)

    def type(self, place: int) -> Type:
        """How the sign at a place is set."""
        at = self.at(place)
        drawn = pdfium.FPDFText_GetTextObject(self._handle, at)
        key = ctypes.addressof(drawn.contents) if drawn else 0
        if key not in self._types:
            self._types[key] = self._type(at, drawn)
        return self._types[key]

    def _side(self, place: int) -> Area:
        """A sign's box in the PDF's own coordinates."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._handle, self.at(place), rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def _type(self, at: int, drawn: Any) -> Type:  # noqa: ANN401  # a handle of C
        matrix, size = pdfium.FS_MATRIX(), pdfium.FPDFText_GetFontSize(self._handle, at)
        pdfium.FPDFText_GetMatrix(self._handle, at, matrix)
        return Type((size * matrix.c, size * matrix.d), self._bold(pdfium.FPDFTextObj_GetFont(drawn)))

    def _bold(self, font: Any) -> bool:  # noqa: ANN401  # a handle of C
        """Whether a font has a bold font's name; what PDFium tells of a font's weight is often not so."""
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._fonts:
            name = ctypes.create_string_buffer(LONGEST_NAME)
            pdfium.FPDFFont_GetBaseFontName(font, name, LONGEST_NAME)
            self._fonts[key] = BOLD.search(name.value) is not None
        return self._fonts[key]

    def colour(self, place: int) -> Colour:
        """The colour that it is filled with."""
        red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(self._handle, self.at(place), red, green, blue, opaque)
        return red.value, green.value, blue.value

    def unmapped(self, place: int) -> bool:
        """Whether its font does not tell what it means."""
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._handle, self.at(place)) == 1)

    def unseen(self, place: int) -> bool:
        """Whether it is drawn in no ink."""
        drawn = pdfium.FPDFText_GetTextObject(self._handle, self.at(place))
        return bool(pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


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
    set_in = glyphs.type(start)
    text, box = printed(glyphs.text[start:end]), glyphs.box(start, end, set_in)
    return Word(text, *box, set_in.size, BLACK, unseen=False, turned=glyphs.turned(set_in), bold=set_in.bold)


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

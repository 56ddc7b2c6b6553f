"""One page of a PDF, read: its words, drawn lines, filled areas and pictures."""

from typing import Any

from loaders.formats.pdf.page import Page
from loaders.formats.pdf.rules import rules_of


class BrokenPage(Exception):
    """A page that PDFium cannot open."""


def read_page(document: Any, number: int) -> Page:  # noqa: ANN401  # pypdfium2 has no types
    """A page of an open `pypdfium2.PdfDocument` by its number, 1-based; raises CrowdedPage or BrokenPage."""
    import pypdfium2.raw as pdfium

    from loaders.formats.pdf.apart import words_of
    from loaders.formats.pdf.dots import with_dots
    from loaders.formats.pdf.drawn import drawn_on
    from loaders.formats.pdf.frame import frame_of
    from loaders.formats.pdf.glyphs import glyphs_of, unmapped

    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        raise BrokenPage(f"page {number} cannot be opened")
    try:
        frame = frame_of(page)
        drawn = drawn_on(page, frame)
        across, down = rules_of(drawn.thin)
        with glyphs_of(page, frame, number) as glyphs:
            words, unknown = words_of(glyphs, down, odd=drawn.odd_text), unmapped(glyphs)
        words = with_dots(words, drawn.dots)
        fills, pictures = tuple(drawn.fills), tuple(drawn.pictures)
        return Page(number, frame.width, frame.height, tuple(words), across, down, fills, pictures, unknown)
    finally:
        pdfium.FPDF_ClosePage(page)

"""One page of a PDF, read: its words, drawn lines, filled areas and pictures."""

from typing import Any

from loaders.formats.pdf.page import Page
from loaders.formats.pdf.rules import rules_of


def read_page(document: Any, number: int) -> Page:  # noqa: ANN401  # pypdfium2 has no types
    """A page of an open `pypdfium2.PdfDocument` by its number, 1-based; raises CrowdedPage."""
    import pypdfium2.raw as pdfium

    from loaders.formats.pdf.drawn import drawn_on
    from loaders.formats.pdf.frame import frame_of
    from loaders.formats.pdf.glyphs import glyphs_of, words_of

    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    try:
        frame = frame_of(page)
        drawn = drawn_on(page, frame)
        across, down = rules_of(drawn.thin)
        with glyphs_of(page, frame, number) as glyphs:
            words = words_of(glyphs, odd=drawn.odd_text)
        fills, pictures = tuple(drawn.fills), tuple(drawn.pictures)
        return Page(number, frame.width, frame.height, tuple(words), across, down, fills, pictures)
    finally:
        pdfium.FPDF_ClosePage(page)

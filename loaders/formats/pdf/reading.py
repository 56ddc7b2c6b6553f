"""A whole PDF document: its pages' words as text in the order in which one reads, its tables where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph.sources import checksum
from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.format import printable_name
from loaders.formats.galley import Galley, Ink, spaced
from loaders.formats.pdf.columns import body_size
from loaders.formats.pdf.flow import Flow
from loaders.formats.pdf.glyphs import CrowdedPage
from loaders.formats.pdf.hidden import UNSEEN, is_hidden, is_recognised
from loaders.formats.pdf.layout import Layout, laid_out, without
from loaders.formats.pdf.margins import Margins
from loaders.formats.pdf.opening import opened
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.printed import Printed, leadings
from loaders.formats.pdf.sheet import BrokenPage, read_page
from loaders.formats.pdf.stitching import WholeTable, stitched
from loaders.formats.pdf.strips import Row, Strip, strips_of
from loaders.formats.pdf.table import PageTable
from loaders.formats.pdf.tables import find_tables
from loaders.formats.pdf.textless import oddities

READ_BY = "rodatraden PDF reader 1"
#: A document of more words than this is no plan.
MOST_WORDS = 1_000_000


@dataclass(frozen=True)
class Sheet:
    """A page with what it shows and what it hides."""

    page: Page
    hidden: tuple[Word, ...]
    strips: tuple[Strip, ...]


def read(path: Path) -> Document:
    """The document in a PDF file; raises UnreadablePlan, naming the page where one is at fault."""
    with opened(path) as pdf:
        sheets = list(sheets_of(path, pdf))
    found = list(oddities(path, [sheet.page for sheet in sheets]))
    galley = Galley()
    margins = Margins([(sheet.page, sheet.strips) for sheet in sheets]).of_pages()
    known = words_within(sheets)
    set_pages(galley, layouts(sheets, margins, known), known)
    for odd in found:
        galley.about_all(odd)
    for sheet in sheets:
        set_margins(galley, sheet, margins.get(sheet.page.number, []))
    return galley.document(printable_name(path), checksum(path), "application/pdf", READ_BY)


def sheets_of(path: Path, pdf: Any) -> Iterator[Sheet]:  # noqa: ANN401  # pypdfium2 has no types
    """All pages of an open file; raises UnreadablePlan where one is broken or crowded, or all have too many words."""
    words = 0
    for number in range(1, len(pdf) + 1):
        try:
            page = read_page(pdf, number)
        except BrokenPage as error:
            raise UnreadablePlan(
                f"{path}, page {number}: the page is broken. Save the plan as PDF once more."
            ) from error
        except CrowdedPage as error:
            raise UnreadablePlan(
                f"{path}, page {number}: {error.signs} signs on one page, so this is no plan's page. Take it out."
            ) from error
        words += len(page.words)
        if words > MOST_WORDS:
            raise UnreadablePlan(f"{path}, page {number}: more than {MOST_WORDS} words so far. Give the plan alone.")
        yield sheet_of(page)


def sheet_of(page: Page) -> Sheet:
    """A page parted in what it shows and what it hides."""
    recognised = is_recognised(page)
    hidden = tuple(word for word in page.words if is_hidden(word, page, recognised=recognised))
    gone = set(map(id, hidden))
    shown = replace(page, words=tuple(word for word in page.words if id(word) not in gone)) if hidden else page
    return Sheet(shown, hidden, tuple(strips_of(word for word in shown.words if not word.turned)))


def words_within(sheets: Iterable[Sheet]) -> frozenset[str]:
    """All words as they stand within lines: the evidence for whether a hyphen at a line's end is real."""
    strips = (strip for sheet in sheets for strip in sheet.strips)
    return frozenset(word.text.strip(".,;:()").lower() for strip in strips for word in strip.words[:-1])


def layouts(sheets: Sequence[Sheet], margins: dict[int, list[Row]], known: AbstractSet[str]) -> list[Layout]:
    """The layout of each page, its margins left out."""
    size = body_size(strip for sheet in sheets for strip in sheet.strips)
    pages = [without(sheet.page, margins.get(sheet.page.number, [])) for sheet in sheets]
    return [laid_out(page, find_tables(page, known), size) for page in pages]


def whole_tables(pages: Sequence[Layout], known: AbstractSet[str]) -> list[WholeTable]:
    """The tables of all pages, each whole where nothing stands between its parts."""
    parts = [part for page in pages for column in page.columns for part in column]
    follows = {id(below): above for above, below in pairwise(parts)}
    tables = [part for part in parts if isinstance(part, PageTable)]
    return stitched(tables, lambda above, below: follows[id(below)] is not above, known)


def set_pages(galley: Galley, pages: Sequence[Layout], known: AbstractSet[str]) -> None:
    """All that the pages tell, one after the other."""
    usual = leadings(lines for page in pages for lines in page.lines)
    flow = Flow(galley, usual, whole_tables(pages, known))
    for page in pages:
        for column in page.columns:
            flow.column(column)
        for line in page.turned:
            flow.end()
            flow.column([line])
        flow.notes(page.notes)
    flow.end()


def set_margins(galley: Galley, sheet: Sheet, rows: Iterable[Row]) -> None:
    """What a page repeats or numbers, and what it hides, behind all text."""
    for row in rows:
        galley.margin(Printed(row, sheet.page.number, 0.0).ink())
    for strip in strips_of(sheet.hidden):
        galley.margin(spaced(Ink(word.text, word.spot(sheet.page.number)) for word in strip.words), UNSEEN)

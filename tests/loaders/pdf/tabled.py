"""The tables of PDF pages made in code, as rows of text."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.lib import colors
from reportlab.platypus import SimpleDocTemplate, Table

from loaders.formats.grids import Grid, expanded, without_empty
from loaders.formats.pdf.page import Page
from loaders.formats.pdf.sheet import read_page
from loaders.formats.pdf.stitching import stitched
from loaders.formats.pdf.table import PageTable
from loaders.formats.pdf.tables import find_tables

from .drawing import Paper, drawn

Texts = list[list[str]]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")


def pages_of(path: Path) -> list[Page]:
    """All pages of a file."""
    with pypdfium2.PdfDocument(path) as document:
        return [read_page(document, number) for number in range(1, len(document) + 1)]


def page_of(folder: Path, draw: Callable[[Paper], object]) -> Page:
    """A page drawn by a function."""
    return pages_of(drawn(folder / "page.pdf", draw))[0]


def set_out(folder: Path, rows: Sequence[Sequence[Any]], style: Sequence[Any], **more: Any) -> Path:
    """A file with one table, as long as it takes."""
    path = folder / "table.pdf"
    table = Table([list(row) for row in rows], style=list(style), **more)
    SimpleDocTemplate(str(path), leftMargin=40, rightMargin=40, invariant=1).build([table])
    return path


def texts(table: PageTable) -> Texts:
    """A table's cells; what a cell spans beyond its first place is empty."""
    return printed(expanded(table.rows))


def printed(grid: Grid) -> Texts:
    """What stands in a grid as it is set, without rows and columns in which nothing does."""
    return [[slot.cell.text if slot.first else "" for slot in row] for row in without_empty(grid)]


def tables_of(page: Page) -> list[Texts]:
    """The tables of a page."""
    return [texts(table) for table in find_tables(page)]


def whole_tables(path: Path) -> list[Texts]:
    """The tables of a file, whole."""
    parts = [table for page in pages_of(path) for table in find_tables(page)]
    return [printed(expanded(whole.rows)) for whole in stitched(parts, lambda *_: False)]

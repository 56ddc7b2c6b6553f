"""All tables of a page."""

from collections.abc import Set as AbstractSet

from loaders.formats.pdf.page import Page
from loaders.formats.pdf.ruled import ruled_tables
from loaders.formats.pdf.table import PageTable


def find_tables(page: Page, known: AbstractSet[str] = frozenset()) -> list[PageTable]:
    """The tables of a page, from above downwards; `known` are the document's words, which tell what hyphens are real."""
    return ruled_tables(page, known)

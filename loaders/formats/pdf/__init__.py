"""PDF: pages' words and rules, the tables that they make, and the reading of whole documents."""

from pathlib import Path

from loaders.document import Document
from loaders.formats.format import Format


def read(path: Path) -> Document:
    """The document in a PDF file.

    Raises UnreadablePlan where it is broken, locked or has no text, or a page is no page of a plan.
    """
    from loaders.formats.pdf.reading import read as read_file

    return read_file(path)


FORMAT = Format("pdf", frozenset({".pdf"}), read)

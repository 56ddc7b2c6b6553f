"""Word documents (.docx, .docm, .dotx), straight from the XML of their parts.

Headings and lists have the numbers that Word prints, notes stand at the end, what floats stands behind the paragraph
that holds it, headers and footers are margins. Pages are known only where Word noted where they end.
"""

import hashlib
from pathlib import Path

from loaders.document import Document
from loaders.formats.blocks import TooLarge
from loaders.formats.format import Format, printable_name
from loaders.formats.galley import Galley
from loaders.formats.word.package import Package
from loaders.formats.word.pages import set_document

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
}
READ_BY = "rodatraden Word reader 1"


def read(path: Path) -> Document:
    """The document in a Word file.

    Raises UnreadablePlan where it is none, locked, damaged, or larger than any plan.
    """
    data = path.read_bytes()
    package = Package(path, data)
    galley = Galley()
    try:
        set_document(package, galley)
    except TooLarge as error:
        raise package.broken("a table in it is larger than any plan's") from error
    if not galley.at:
        raise package.broken("there is no text in it")
    media = TYPES.get(path.suffix.lower(), TYPES[".docx"])
    return galley.document(printable_name(path), hashlib.sha256(data).hexdigest(), media, READ_BY)


FORMAT = Format("word", frozenset(TYPES), read)

"""What a file is by its content, whatever its name says: known by its first bytes, and by the names within an archive."""

import os
from pathlib import Path

#: So much of a file's beginning and end is looked at.
LOOKED_AT = 64 * 1024
#: What is known, by ending: what a person calls it.
KINDS = {
    ".pdf": "PDF",
    ".docx": "a Word document",
    ".xlsx": "an Excel workbook",
    ".ods": "an OpenDocument sheet",
    ".xls": "an old Excel workbook",
    ".html": "a web page",
    ".mht": "a saved web page",
    ".zip": "a zip archive",
    ".doc": "an old Word document",
    ".odt": "an OpenDocument text",
    ".pptx": "a PowerPoint presentation",
    ".ppt": "an old PowerPoint presentation",
    ".rtf": "a text in RTF",
    ".png": "a picture",
    ".jpg": "a picture",
}
#: How the first bytes of kinds go, blanks before them aside.
BEGINNINGS = (
    (b"%pdf-", ".pdf"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"mime-version:", ".mht"),
    (b"{\\rtf", ".rtf"),
    (b"\x89png\r\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
)
ARCHIVE, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: How the directory of an old Office file spells the name of a locked new one.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: Names that tell what an archive is, and what a compound file of old Office is.
WITHIN_ARCHIVES = (
    (b"word/document.xml", ".docx"),
    (b"xl/workbook.", ".xlsx"),
    (b"ppt/presentation.xml", ".pptx"),
    (b"opendocument.spreadsheet", ".ods"),
    (b"opendocument.text", ".odt"),
)
WITHIN_COMPOUNDS = tuple(
    (name.encode("utf-16-le"), ending)
    for name, ending in (("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt"))
)


def kind_of(path: Path) -> str | None:
    """The ending that a file's content asks for; None where it tells nothing. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
        file.seek(max(len(head), os.fstat(file.fileno()).st_size - LOOKED_AT))
        tail = file.read(LOOKED_AT)
    if head.startswith(ARCHIVE):
        return _told(WITHIN_ARCHIVES, head + tail, path.suffix) or ".zip"
    if head.startswith(COMPOUND):
        return _told(WITHIN_COMPOUNDS, head + tail, path.suffix)
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    return next((ending for beginning, ending in BEGINNINGS if bare.startswith(beginning)), None)


def _told(names: tuple[tuple[bytes, str], ...], data: bytes, named: str) -> str | None:
    """What the names within a file tell; where there are several, as of one document in another, what the file is called."""
    found = [ending for name, ending in names if name in data]
    return named.lower() if named.lower() in found else next(iter(found), None)

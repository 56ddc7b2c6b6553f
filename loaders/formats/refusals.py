"""What a file is by its first bytes, whatever its name says."""

from pathlib import Path

from loaders.errors import UnreadablePlan
from loaders.formats.content import ARCHIVE, COMPOUND, ENCRYPTED

#: What a zip file begins with, whole or broken.
ZIP = b"PK"
#: What files that are no zip begin with.
OTHERS = (
    (b"%PDF", "a PDF file. Give its name the ending .pdf"),
    (b"{\\rtf", "an RTF file. Open it in Word and save it as .docx"),
    (b"\x7fELF", "a program. Give a document"),
    (b"MZ", "a program. Give a document"),
)
#: What files begin with that are no text.
PACKED = (
    (COMPOUND, "an Office file in the form of 1997. Open it in its program and save it as .docx or .xlsx"),
    (ARCHIVE, "an Office file or an archive. Give its name the right ending (.docx, .xlsx, .zip)"),
    (b"\x89PNG", "a picture. Give the page as .html"),
    (b"\xff\xd8\xff", "a picture. Give the page as .html"),
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def refuse_empty(path: Path, data: bytes) -> None:
    """Raise UnreadablePlan for a file without content."""
    if not data.strip(b"\0\r\n\t "):
        raise UnreadablePlan(f"{path}: the file is empty. Fetch it anew.")


def refuse_other_than_text(path: Path, data: bytes) -> None:
    """Raise UnreadablePlan for what is no text, saying what it is."""
    for begin, what in (*OTHERS, *PACKED):
        if data.startswith(begin):
            raise UnreadablePlan(f"{path}: this is {what}.")
    if b"\0" in data and not data.startswith(UTF_16):
        raise UnreadablePlan(f"{path}: this is a binary file, not text. Give the page as .html.")


def refuse_other_kinds(path: Path, data: bytes, program: str) -> None:
    """Raise UnreadablePlan for whatever is no zip, saying what it is; `program` is what would write a proper one."""
    refuse_empty(path, data)
    if data.startswith(COMPOUND):
        if ENCRYPTED in data:
            raise UnreadablePlan(f"{path}: it is locked by a password. Open it in {program} and save it without one.")
        raise UnreadablePlan(f"{path}: an Office file in the form of 1997. Open it in {program} and save it as .docx.")
    for begin, what in OTHERS:
        if data.startswith(begin):
            raise UnreadablePlan(f"{path}: this is {what}.")
    if not data.startswith(ZIP):
        raise UnreadablePlan(f"{path}: this is no {program} file. Give one that {program} saved as .docx, or its text.")

"""Plain UTF-8 text: tab-separated cells, or text out of PDF and slides with cells wrapped over lines."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from graph.records import Source
from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.cells import lines_of, rows_of
from loaders.formats.format import Format, printable_name

#: The share of cells with a blank inside above which tabs stand between cells; below it they are just blanks.
CELLS_WITH_BLANKS = 0.2


def read(path: Path) -> Document:
    """The document in a text file.

    Raises UnreadablePlan where it is empty, binary or not UTF-8.
    """
    data = path.read_bytes()
    text = decode(path, data)
    source = Source(
        name=printable_name(path),
        sha256=hashlib.sha256(data).hexdigest(),
        format="text/plain",
        text=text,
        line_count=len(lines_of(text)),
        read_by="rodatraden text reader 1",
    )
    document = Document(source, lines_of(text))
    tabbed = [line for line in document.lines if "\t" in line.text] if is_tabbed(document) else []
    return replace(document, rows=rows_of(document, tabbed))


def decode(path: Path, data: bytes) -> str:
    """The file's text with plain line ends."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadablePlan(f"{path}: this is UTF-16 text. Save it as UTF-8: iconv -f UTF-16 -t UTF-8 IN > OUT")
    if b"\0" in data:
        raise UnreadablePlan(f"{path}: this is a binary file, not text. Give a text file (.txt) in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadablePlan(
            f"{path}, line {line}: not UTF-8 (perhaps Latin-1). Convert it: iconv -f ISO-8859-1 -t UTF-8 IN > OUT"
        ) from error
    if not text.strip():
        raise UnreadablePlan(f"{path}: the file is empty. Give a file with the plan's text.")
    return without_soft_hyphens(text.replace("\r\n", "\n").replace("\r", "\n"))


def without_soft_hyphens(text: str) -> str:
    """The text as it shows in print: a soft hyphen is a hyphen at a line's end and nothing within a line."""
    return re.sub("\u00ad(?=[ \t]*(?:\n|$))", "-", text).replace("\u00ad", "")


def is_tabbed(document: Document) -> bool:
    """Whether tabs stand between cells: then cells hold blanks, which they do not where tabs replace blanks."""
    cells = [cell.strip() for line in document.lines if "\t" in line.text for cell in line.text.split("\t")]
    printed = [cell for cell in cells if cell]
    return bool(printed) and sum(" " in cell for cell in printed) / len(printed) > CELLS_WITH_BLANKS


FORMAT = Format("text", frozenset({".txt", ".text", ".tsv"}), read)

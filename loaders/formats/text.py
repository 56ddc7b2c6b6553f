"""Plain UTF-8 text: tab-separated cells, or text out of PDF and slides with cells wrapped over lines."""

import hashlib
import re
from pathlib import Path

from graph.place import Place
from graph.records import Source
from loaders.document import Document, Line, Piece, Row
from loaders.errors import UnreadablePlan
from loaders.formats.format import Format, printable_name
from loaders.words.clean import clean

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
    return Document(source, document.lines, rows_of(document) if is_tabbed(document) else ())


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


def lines_of(text: str) -> tuple[Line, ...]:
    """The text's lines; a line end closes a line, it does not open another."""
    lines, start = [], 0
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        lines.append(Line(number, start, line))
        start += len(line) + 1
    return tuple(lines)


def is_tabbed(document: Document) -> bool:
    """Whether tabs stand between cells: then cells hold blanks, which they do not where tabs replace blanks."""
    cells = [cell.strip() for line in document.lines if "\t" in line.text for cell in line.text.split("\t")]
    printed = [cell for cell in cells if cell]
    return bool(printed) and sum(" " in cell for cell in printed) / len(printed) > CELLS_WITH_BLANKS


def rows_of(document: Document) -> tuple[Row, ...]:
    """Each line with tabs as a row of cells."""
    return tuple(row_of(document, line) for line in document.lines if "\t" in line.text)


def row_of(document: Document, line: Line) -> Row:
    """The cells between a line's tabs."""
    cells = (re.match(r"[^\t]*", line.text[start:]) for start in cell_starts(line.text))
    spans = zip(cell_starts(line.text), cells, strict=True)
    return Row(tuple(cell_at(document, line.start + start, match.end() if match else 0) for start, match in spans))


def cell_starts(text: str) -> list[int]:
    """Where the cells of a line begin."""
    return [0, *(match.end() for match in re.finditer("\t", text))]


def cell_at(document: Document, start: int, length: int) -> Piece:
    """One cell; an empty one keeps the place where it would stand."""
    span = document.span(start, start + length)
    return Piece(clean(document.source.text[start : start + length]), Place((span,)))


FORMAT = Format("text", frozenset({".txt", ".text", ".tsv"}), read)

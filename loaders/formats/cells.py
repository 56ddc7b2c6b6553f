"""The text that all formats come to: lines, a table's row on a line of its own with tabs between its cells."""

import re
from collections.abc import Iterable

from loaders.document import Document, Line, Piece, Row
from loaders.words.clean import clean


def lines_of(text: str) -> tuple[Line, ...]:
    """The text's lines; a line end closes a line, it does not open another."""
    lines, start = [], 0
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        lines.append(Line(number, start, line))
        start += len(line) + 1
    return tuple(lines)


def rows_of(document: Document, lines: Iterable[Line]) -> tuple[Row, ...]:
    """Each of some lines as a row of cells."""
    return tuple(row_of(document, line) for line in lines)


def row_of(document: Document, line: Line) -> Row:
    """The cells between a line's tabs; an empty one keeps the place where it would stand."""
    edges = [(match.start(), match.end()) for match in re.finditer(r"(?:^|(?<=\t))[^\t]*", line.text)]
    cells = [_cell(document, line.start + start, line.start + end) for start, end in edges]
    return Row(tuple(cells), document.place(line.start, line.end))


def _cell(document: Document, start: int, end: int) -> Piece:
    return Piece(clean(document.source.text[start:end]), document.place(start, end))

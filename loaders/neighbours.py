"""Two cells that wrapped text put on one line: where the second begins."""

import re

from loaders.document import Document, Line, Piece

#: A word that begins with a capital or a dash, after another word; or anything after a wide gap.
WIDE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
CAPITAL = re.compile(r"(?<=[^\W_]) (?=[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]{2,}\b)")


def part(document: Document, lines: tuple[Line, ...]) -> tuple[Piece, Piece | None]:
    """The cell that a block begins with on its first line, and the one that fills the rest of it, if there are two.

    The second begins behind a wide gap, or else at the last capital from which the first line is no longer than
    the longest of the others: a column is as wide as its longest line.
    """
    at = boundary(lines)
    if at is None:
        return document.cut_lines(lines), None
    start = lines[0].start
    return document.cut(start, start + at), document.cut(start + at, lines[-1].end)


def boundary(lines: tuple[Line, ...]) -> int | None:
    """The position in the first line where a second cell begins; None where there is no sign of one."""
    text = lines[0].text.rstrip()
    if gaps := list(WIDE_GAP.finditer(text.lstrip().rjust(len(text)))):
        return gaps[-1].end()
    width = max((len(line.text.strip()) for line in lines[1:]), default=0)
    fitting = [
        match.end() for match in CAPITAL.finditer(text) if len(lines) == 1 or len(text) - match.end() <= width + 2
    ]
    return fitting[-1] if fitting and len(lines) == 1 else fitting[0] if fitting else None

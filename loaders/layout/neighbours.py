"""Two cells that wrapped text put on one line: where the second begins."""

import re

from loaders.document import Document, Line, Piece

#: A word that begins with a capital or a dash, after another word; or anything after a wide gap.
WIDE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
CAPITAL = re.compile(r"(?<=[^\W_]) (?=[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]{2,}\b)")
#: Words that no cell ends with: a capital behind one of them begins a name ("Mottagning i Köping").
GOES_ON = re.compile(r"\b(?:i|på|av|för|till|från|med|mot|inom|vid|om|och|eller|som|the)$")


def part(document: Document, lines: tuple[Line, ...]) -> tuple[Piece, Piece | None]:
    """The cell that a block begins with on its first line, and the one that fills the rest of it, if there are two.

    The second begins behind a wide gap, or else at the first capital from which the first line is no longer than
    the longest of the others: a column is as wide as its longest line. Where that is the first line, at any capital.
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
    capitals = [match.end() for match in CAPITAL.finditer(text) if not GOES_ON.search(text[: match.start()])]
    if len(lines) == 1:
        return capitals[-1] if capitals else None
    return next((at for at in capitals if len(text) - at <= width + 2), capitals[0] if capitals else None)

"""What stands in one cell: the items of a list, or a name with a text behind it."""

import re

from loaders.document import Document, Piece
from loaders.layout.neighbours import CAPITAL, GOES_ON
from loaders.words.clean import even

BULLET = re.compile(r"[•‣▪■●◦❖\uf000-\uf0ff]\s*")
#: A text behind a name is a sentence of so many letters at least.
SHORTEST_TEXT = 40
LONGEST_NAME = 90


def items(document: Document, cell: Piece) -> tuple[Piece, ...]:
    """The items of a bulleted list that fills a cell; none where none does."""
    start = cell.place.start
    raw = even(document.source.text[start : cell.place.end])
    marks = list(BULLET.finditer(raw))
    if not marks or raw[: marks[0].start()].strip():
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(raw)]
    return tuple(document.cut(start + mark.end(), start + end) for mark, end in zip(marks, ends, strict=True))


def name_and_text(document: Document, cell: Piece) -> tuple[Piece, Piece | None]:
    """A cell parted where a sentence begins behind a name: at the first capital that does not begin a name in it."""
    start = cell.place.start
    raw = even(document.source.text[start : cell.place.end])
    if not raw.rstrip().endswith("."):
        return cell, None
    for capital in CAPITAL.finditer(raw, 0, LONGEST_NAME):
        before, behind = raw[: capital.start()], raw[capital.end() :]
        if "." in before:
            break
        if not GOES_ON.search(before) and len(behind) >= SHORTEST_TEXT:
            return document.cut(start, start + capital.start()), document.cut(start + capital.end(), cell.place.end)
    return cell, None

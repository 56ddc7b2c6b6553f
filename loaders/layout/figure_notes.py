"""Footnotes: the line that a mark behind a figure ("48%1", "393,8*") points at."""

import re

from loaders.document import Document, Line, Piece

NOTE = re.compile(r"\s*(?P<mark>[1-9]|\*{1,3})[ \t]?\s*(?P<text>[^\W\d_].*)")
#: A mark right behind a figure; a digit is one only behind a per cent sign.
MARK = re.compile(r"(?:(?<=%)[1-9]|(?<=[\d%])\*{1,3})$")


def mark_of(figure: str) -> str | None:
    """The mark that a figure bears."""
    match = MARK.search(figure.strip())
    return match[0] if match else None


def footnote(document: Document, figure: str, line: int) -> Piece | None:
    """The text of the note nearest to a line that a figure's mark points at; None where it bears none."""
    mark = mark_of(figure)
    notes = [note for note in document.lines if mark and is_note(note, mark)]
    nearest = min(notes, key=lambda note: abs(note.number - line), default=None)
    match = NOTE.match(nearest.text) if nearest else None
    return document.cut(nearest.start + match.start("text"), nearest.end) if nearest and match else None


def is_note(line: Line, mark: str) -> bool:
    """Whether a line is a note with a mark."""
    match = NOTE.match(line.text)
    return match is not None and match["mark"] == mark


def is_footnote(document: Document, line: Line) -> bool:
    """Whether a line is a note that some figure's mark points at, and no numbered heading."""
    match = NOTE.match(line.text)
    return match is not None and re.search(rf"%{re.escape(match['mark'])}(?!\d)", document.source.text) is not None

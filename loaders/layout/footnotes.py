"""Footnotes marked with stars: which stars stand behind a name or a figure, and what the lines below the table say."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graph.records import Element
from loaders.document import Document, Line, Piece
from loaders.layout.bullets import breaks_off

#: Stars at the end of a cell, several parted by slashes: "Folktandvården**", "Resursramar (mnkr)*/**".
MARKS = re.compile(r"(?<!\*)\*{1,4}(?:\s?/\s?\*{1,4}){0,5}$")
#: A footnote's first line.
NOTE = re.compile(r"\s*(?P<mark>\*{1,4})(?!\*)\s*(?=[^\s*/])")

Noted = TypeVar("Noted", bound=Element)


def marks(text: str) -> tuple[str, ...]:
    """The marks that a text ends with."""
    found = MARKS.search(text.rstrip())
    return tuple(re.findall(r"\*+", found[0])) if found else ()


def unmarked(text: str) -> str:
    """The text without the marks at its end."""
    found = MARKS.search(text.rstrip())
    return text[: found.start()].rstrip() if found else text


@dataclass(frozen=True)
class Footnotes:
    """The footnotes of a table by their marks."""

    by_mark: Mapping[str, Piece] = field(default_factory=dict)

    def added(self, record: Noted, *texts: str | None) -> Noted:
        """A record with the notes that the marks at the end of some texts mean; a mark without a footnote is a note."""
        found = list(dict.fromkeys(mark for text in texts for mark in marks(text or "")))
        notes = [self.by_mark[mark] for mark in found if mark in self.by_mark]
        words = tuple(self.by_mark[mark].text if mark in self.by_mark else mark for mark in found)
        place = record.place
        for note in notes:
            place += note.place
        return replace(record, note=(*record.note, *words), place=place) if found else record


def footnotes(document: Document, lines: Iterable[Line]) -> Footnotes:
    """The footnotes among the lines of a table; of two with the same mark the first."""
    held: dict[str, list[Line]] = {}
    own: list[Line] | None = None
    gap = False
    for line in lines:
        begins = NOTE.match(line.text)
        if begins:
            own = [] if begins["mark"] in held else held.setdefault(begins["mark"], [])
        elif own and not line.blank and not goes_on(own[-1], line, gap=gap):
            own = None
        if own is not None and not line.blank:
            own.append(line)
        gap = line.blank
    return Footnotes({mark: piece(document, note) for mark, note in held.items()})


def goes_on(above: Line, line: Line, *, gap: bool) -> bool:
    """Whether a line goes on a footnote: right below, or behind a blank line where the text breaks off."""
    return not gap or breaks_off(above.text) or line.text.strip()[:1].islower()


def piece(document: Document, lines: list[Line]) -> Piece:
    """A footnote without its mark."""
    begins = NOTE.match(lines[0].text)
    return document.cut(lines[0].start + (begins.end() if begins else 0), lines[-1].end)

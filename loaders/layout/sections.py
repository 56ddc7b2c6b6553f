"""Headings that may be numbered and wrapped, and what stands below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from loaders.document import Document, Line, Piece
from loaders.layout.bullets import Entry, breaks_off, entries
from loaders.layout.headings import LONGEST, is_heading

NUMBER = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÅÄÖ])")
MOST_LINES = 4


def unnumbered(text: str) -> str:
    """A heading's text without its number."""
    number = NUMBER.match(text)
    return text[number.end() :] if number else text


@dataclass(frozen=True)
class Heading:
    """A heading on its lines: its number, if it has one, and the whole of it as printed."""

    number: str | None
    piece: Piece
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        """Its text without the number."""
        return self.piece.text[len(self.number) :].lstrip(". ") if self.number else self.piece.text

    @property
    def level(self) -> int:
        """How deep it stands: 1 for "3", 2 for "3.1"; 0 without a number."""
        return self.number.count(".") + 1 if self.number else 0


def headings(document: Document, pattern: re.Pattern[str]) -> Iterator[Heading]:
    """The headings whose first line, without its number, a pattern matches from the beginning."""
    for line in document.lines:
        number = NUMBER.match(line.text)
        begin = number.end() if number else len(line.text) - len(line.text.lstrip())
        if not line.blank and len(line.text) < LONGEST and pattern.match(line.text, begin):
            yield heading(document, line)


def heading(document: Document, line: Line) -> Heading:
    """The heading that begins on a line, with the lines that it goes on in."""
    lines = [line]
    for below in document.between(line.number + 1, line.number + MOST_LINES - 1):
        wrapped = below.text.strip()[:1].islower() or (breaks_off(lines[-1].text) and not NUMBER.match(below.text))
        if below.blank or not wrapped:
            break
        lines.append(below)
    number = NUMBER.match(line.text)
    return Heading(number["number"] if number else None, document.cut_lines(lines), tuple(lines))


def below(document: Document, head: Heading) -> tuple[Line, ...]:
    """The lines of a section: down to the next heading numbered no deeper, or to the document's end."""
    lines = document.between(head.lines[-1].number + 1, len(document.lines))
    for at, line in enumerate(lines):
        number = NUMBER.match(line.text)
        if number and head.level and number["number"].count(".") < head.level and is_heading(document, line):
            return lines[:at]
    return lines


def near(document: Document, head: Heading, pattern: re.Pattern[str], most: int) -> tuple[Line, ...]:
    """The lines below a heading, at most so many, down to the next that a pattern for such headings matches."""
    first = head.lines[-1].number + 1
    return tuple(
        takewhile(lambda line: not pattern.match(line.text.strip()), document.between(first, first + most - 1))
    )


def listed(document: Document, lines: tuple[Line, ...]) -> Iterator[tuple[Piece | None, Entry]]:
    """The bullets of some lines, each with the heading right above its run; a paragraph behind bullets ends the list."""
    group: Piece | None = None
    begun = False
    for entry in entries(document, lines):
        last = entry.lines[-1]
        if entry.bullet:
            begun = True
            if entry.piece:
                yield group, entry
        elif is_heading(document, last):
            group = document.cut_lines([last])
        elif begun:
            return

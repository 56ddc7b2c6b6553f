"""Bulleted lists as printed: bullets whose text goes on below, over blank lines or not, and the texts between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Document, Line, Piece

#: Marks of bullets, those of symbol fonts (private use) among them; a hyphen, and a number before a word in lower
#: case, are one only where a line begins.
MARK = re.compile(r"[•‣▪■●◦·\uf000-\uf0ff]\s*|^\s*(?:[-–]\s+(?=\S)|\d{1,2}[.)]\s+(?=[a-zåäö]))")
NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ]")
#: A line that is shorter than this had room for the next word.
SHORTEST_FULL_LINE = 25
#: Words that no bullet and no heading ends with.
OPEN_WORDS = frozenset(
    [
        "i",
        "på",
        "av",
        "för",
        "med",
        "till",
        "från",
        "hos",
        "om",
        "mot",
        "vid",
        "inom",
        "under",
        "över",
        "efter",
        "utan",
        "enligt",
        "genom",
        "mellan",
        "och",
        "eller",
        "samt",
        "som",
        "att",
        "en",
        "ett",
        "den",
        "det",
        "de",
    ]
)


@dataclass(frozen=True)
class Entry:
    """A bullet, or a text between bullets: its text without the mark, and the lines that it stands on."""

    piece: Piece
    bullet: bool
    lines: tuple[Line, ...]

    @property
    def in_list(self) -> bool:
        """Whether it is of a list: a bullet, or a paragraph that begins in lower case, as it goes on what announces it."""
        return self.bullet or self.piece.text[:1].islower()


def entries(document: Document, lines: tuple[Line, ...]) -> Iterator[Entry]:
    """The bullets and texts of some lines, in their order; a line may hold several bullets."""
    held: list[Line] = []
    bullet, gap = False, False
    for line in lines:
        for part, marked in () if line.blank else parts(line):
            if held and (marked or not goes_on(held[-1], part, bullet=bullet, gap=gap)):
                yield Entry(document.cut_lines(held), bullet, tuple(held))
                held = []
            bullet = bullet if held else marked
            held.append(part)
        gap = line.blank
    if held:
        yield Entry(document.cut_lines(held), bullet, tuple(held))


def parts(line: Line) -> Iterator[tuple[Line, bool]]:
    """A line parted at its bullets, each part without the mark, with whether it had one."""
    marks = list(MARK.finditer(line.text))
    if not marks or line.text[: marks[0].start()].strip():
        yield part(line, 0, marks[0].start() if marks else len(line.text)), False
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(line.text)
        yield part(line, mark.end(), end), True


def part(line: Line, start: int, end: int) -> Line:
    """A stretch of a line."""
    return Line(line.number, line.start + start, line.text[start:end], line.page)


def goes_on(above: Line, line: Line, *, bullet: bool, gap: bool) -> bool:
    """Whether a line without a mark goes on a bullet or a text; `gap` tells that a blank line stands between.

    A line that begins in lower case or with a parenthesis does; behind a blank line, or a line that had room for more,
    a bullet goes on where it breaks off. A numbered heading, or a page that begins with a capital, does not.
    """
    first = line.text.strip()[:1]
    if first.islower() or first == "(":
        return bullet or not gap
    if NUMBERED.match(line.text) or line.text.startswith(" "):
        return False
    full = len(above.text.strip()) >= SHORTEST_FULL_LINE
    return breaks_off(above.text) if bullet and (gap or not full) else not gap


def breaks_off(text: str) -> bool:
    """Whether a line's end shows that its sentence goes on; behind nothing but a mark it does."""
    words = text.lower().split()
    return not words or words[-1].endswith((",", "-", "–", "/", "&")) or words[-1] in OPEN_WORDS

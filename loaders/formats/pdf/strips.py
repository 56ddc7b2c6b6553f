"""Words side by side: strips of words that stand close to each other, and the rows that strips on one line make."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.place import Box
from loaders.formats.pdf.page import Word
from loaders.formats.pdf.table import PageTable
from loaders.spots import hull

#: A gap wider than this part of the line's height parts a strip from the next; blanks in justified text are narrower.
WIDE = 0.8
#: What stands on one line shares this much of the lower one's height.
SHARED = 0.5
#: A list item's mark, those of symbol fonts (private use) among them; word processors use "o" for lists in lists.
BULLET = re.compile("[•‣▪■●◦·➢➤►▶✓\uf000-\uf0ff]")
ALONE = re.compile("[o*–—-]")
#: What numbers a heading or an item: "3.1", "a)", "12."; the text behind it may stand as far off as this.
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?|\d{1,2}\)|[a-zåäö]\)|\(\w\)")
FARTHEST = 5


@dataclass(frozen=True)
class Strip:
    """Some words from left to right with no wide gap between them, or a table; and the box around it."""

    words: tuple[Word, ...]
    box: Box
    table: PageTable | None = None

    @cached_property
    def text(self) -> str:
        """What is printed."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def size(self) -> float:
        """The height of its longest word."""
        return max(self.words, key=lambda word: len(word.text)).size if self.words else 0.0

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.words) and all(word.bold for word in self.words)

    @property
    def marked(self) -> bool:
        """Whether it begins with a list item's mark."""
        return bool(self.words) and is_mark(self.words[0].text, alone=len(self.words) > 1)

    @property
    def leads(self) -> bool:
        """Whether it is nothing but a mark or a number, with its text farther to the right."""
        return len(self.words) == 1 and (
            is_mark(self.text, alone=len(self.text) == 1) or NUMBER.fullmatch(self.text) is not None
        )


Row = tuple[Strip, ...]


def is_mark(word: str, *, alone: bool) -> bool:
    """Whether a word is, or begins with, a list item's mark; some signs are one only where they stand alone."""
    return BULLET.match(word) is not None or (alone and ALONE.fullmatch(word) is not None)


def strip_of(words: Sequence[Word]) -> Strip:
    """The strip of some words."""
    return Strip(tuple(words), hull([word.box for word in words]))


def strips_of(words: Iterable[Word]) -> list[Strip]:
    """The strips that some words of a page make."""
    return [strip for row in rows_of(map(strip_of, runs(words))) for strip in joined(row)]


def runs(words: Iterable[Word]) -> list[list[Word]]:
    """Words in the order in which they are drawn, parted where one does not stand close behind the one before."""
    found: list[list[Word]] = []
    last: Word | None = None
    for word in words:
        if last and follows(last, word):
            found[-1].append(word)
        else:
            found.append([word])
        last = word
    return found


def follows(last: Word, word: Word) -> bool:
    """Whether a word stands close behind another on its line."""
    gap = word.left - last.right
    return -last.size / 2 < gap < WIDE * min(last.size, word.size) and shared(last.box, word.box) >= SHARED


def shared(one: Box, other: Box) -> float:
    """How much of the lower of two heights both share."""
    lower = min(one[3] - one[1], other[3] - other[1])
    return (min(one[3], other[3]) - max(one[1], other[1])) / max(lower, 0.01)


def rows_of(strips: Iterable[Strip]) -> list[Row]:
    """Strips by the lines that they stand on, from top to foot and from left to right; a table is a row of its own."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda each: each.box[1] if each.table else (each.box[1] + each.box[3]) / 2):
        row = rows[-1] if rows else None
        if row and not strip.table and not row[0].table and shared(row[0].box, strip.box) >= SHARED:
            row.append(strip)
            if strip.size > row[0].size:
                row[0], row[-1] = strip, row[0]
        else:
            rows.append([strip])
    return [tuple(sorted(row, key=lambda each: each.box[0])) for row in rows]


def joined(row: Row) -> list[Strip]:
    """The strips of a row with those made one that have no wide gap between, or of which the left one leads the right."""
    groups: list[list[Strip]] = []
    for strip in row:
        last = groups[-1][-1] if groups else None
        if last and not last.table and strip.box[0] - last.box[2] < reach(last, strip):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return [
        group[0] if len(group) == 1 else strip_of([word for strip in group for word in strip.words]) for group in groups
    ]


def reach(last: Strip, strip: Strip) -> float:
    """How far behind a strip another may stand to be part of it."""
    return FARTHEST * strip.size if last.leads else WIDE * min(last.size, strip.size)

"""Words set as lines, and a cell's lines as one."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter

from loaders.formats.galley import BLANK, Ink
from loaders.formats.pdf.page import Word
from loaders.words.clean import join

#: Words of which the lower one reaches into this share of the other's height are on one line.
ON_LINE = 0.5
#: A mark after a word is smaller than this share of it, and no farther than that share of its height.
SMALLER, ATTACHED = 0.9, 0.13

#: A word shorter than this is not too long for a cell.
LONG = 6
#: A date, or a span of years, as one word.
DATE = re.compile(r"(?:19|20)\d\d[-–](?:\d\d-\d\d|(?:19|20)\d\d)")
LEFT, BOTTOM = attrgetter("left"), attrgetter("bottom")


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the line that they are on, from left to right; what runs up or down is a line as it was drawn."""
    if len(words) == 1:
        return [list(words)]
    lines: list[list[Word]] = []
    turned = []
    top = bottom = 0.0
    for word in sorted(words, key=BOTTOM):
        high, size = word.top, word.size
        if word.turned:
            turned.append(word)
        elif lines and (high <= top or bottom - high >= ON_LINE * min(size, bottom - top)):
            lines[-1].append(word)
        else:
            lines.append([word])
            top, bottom = high, word.bottom
    for line in lines:
        line.sort(key=LEFT)
    return [*lines, [word for word in words if word.turned]] if turned else lines


def middle(word: Word) -> float:
    """Halfway from a word's top to its bottom."""
    return (word.top + word.bottom) / 2


def set_line(line: Sequence[Word], page: int) -> list[Ink]:
    """A line's words with blanks between, none before a raised mark that stands at its word ("48 %1")."""
    before = line[0]
    inks = [Ink(before.text, before.spot(page))]
    for word in line[1:]:
        if word.size >= SMALLER * before.size or word.left - before.right >= ATTACHED * before.size:
            inks.append(BLANK)
        inks.append(Ink(word.text, word.spot(page)))
        before = word
    return inks


def set_cell(words: Sequence[Word], page: int, known: AbstractSet[str] = frozenset()) -> tuple[Ink, ...]:
    """A cell's lines as one; a word that a line's end breaks is made whole, `known` words telling which hyphens stay."""
    inks: list[Ink] = []
    alone = False
    for line in lines_of(words):
        more = set_line(line, page)
        inks = continued(inks, more, known, alone=alone) if inks else more
        alone = len(line) == 1
    return tuple(inks)


def continued(inks: list[Ink], more: list[Ink], known: AbstractSet[str], *, alone: bool = False) -> list[Ink]:
    """Ink that goes on with a further line; `alone` tells that its last line is one word, too long for it perhaps."""
    left, right = text_of(inks[-5:]), text_of(more[:3])
    if alone and is_broken(inks[-1].text, more[0].text, known):
        return inks + more
    whole = join(left, right, known)
    if whole == f"{left} {right}":
        return [*inks, BLANK, *more]
    if whole == left + right:
        return inks + more
    return [*inks[:-1], Ink(inks[-1].text[:-1], inks[-1].spot), *more]


def is_broken(before: str, after: str, known: AbstractSet[str]) -> bool:
    """Whether a word or a date too long for its cell goes on in the next line, as the document's words or its form tell."""
    if is_broken_date(before, after):
        return True
    return len(before) >= LONG and before[-1].isalpha() and (before + after).strip(".,;:()").lower() in known


def is_broken_date(before: str, after: str) -> bool:
    """Whether a narrow column breaks a date, or a span of years, between its figures."""
    return DATE.fullmatch(before + after) is not None and not before.isdigit() and not DATE.fullmatch(before)


def text_of(inks: Iterable[Ink]) -> str:
    """What ink says."""
    return "".join(ink.text for ink in inks).strip()

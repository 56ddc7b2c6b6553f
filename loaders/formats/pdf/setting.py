"""Words set as lines, and a cell's lines as one."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from loaders.formats.galley import BLANK, Ink
from loaders.formats.pdf.page import Word
from loaders.words.clean import join

#: Words whose middles differ less than this share of the line's height are on one line.
ON_LINE = 0.45
#: A mark after a word is smaller than this share of it, and no farther than that share of its height.
SMALLER, ATTACHED = 0.9, 0.13


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the line that they are on, from left to right; what runs up or down is a line as it was drawn."""
    lines: list[list[Word]] = []
    for word in sorted((word for word in words if not word.turned), key=middle):
        if lines and middle(word) - middle(lines[-1][0]) <= ON_LINE * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    turned = [word for word in words if word.turned]
    return [sorted(line, key=lambda word: word.left) for line in lines] + ([turned] if turned else [])


def middle(word: Word) -> float:
    """Halfway from a word's top to its bottom."""
    return (word.top + word.bottom) / 2


def set_line(line: Sequence[Word], page: int) -> list[Ink]:
    """A line's words with blanks between, none before a raised mark that stands at its word ("48 %1")."""
    inks = [Ink(line[0].text, line[0].spot(page))]
    for before, word in pairwise(line):
        mark = word.size < SMALLER * before.size and word.left - before.right < ATTACHED * before.size
        inks += [*([] if mark else [BLANK]), Ink(word.text, word.spot(page))]
    return inks


def set_cell(words: Sequence[Word], page: int, known: AbstractSet[str] = frozenset()) -> tuple[Ink, ...]:
    """A cell's lines as one; a word that a line's end breaks is made whole, `known` words telling which hyphens stay."""
    inks: list[Ink] = []
    for line in lines_of(words):
        more = set_line(line, page)
        inks = continued(inks, more, known) if inks else more
    return tuple(inks)


def continued(inks: list[Ink], more: list[Ink], known: AbstractSet[str]) -> list[Ink]:
    """Ink that goes on with a further line."""
    left, right = text_of(inks[-5:]), text_of(more[:3])
    whole = join(left, right, known)
    if whole == f"{left} {right}":
        return [*inks, BLANK, *more]
    if whole == left + right:
        return inks + more
    return [*inks[:-1], Ink(inks[-1].text[:-1], inks[-1].spot), *more]


def text_of(inks: Iterable[Ink]) -> str:
    """What ink says."""
    return "".join(ink.text for ink in inks).strip()

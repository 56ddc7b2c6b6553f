"""Words that a page draws without a blank between, told apart by where their signs are: "2,5" and "4,1" of two cells."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from loaders.formats.pdf.glyphs import Glyphs, spans_of
from loaders.formats.pdf.page import Rule, Word

#: What one word seldom holds: a second decimal sign, a sign or a letter behind a figure's end, a capital within.
TOGETHER = re.compile(r"\d[,.]\d+[,.]\d|\d%\w|[a-zåäö](?=[A-ZÅÄÖ0-9])|\d(?=[a-zåäöA-ZÅÄÖ])")
#: Signs of two words are farther apart than this share of their height, and than signs of the same word by this much.
GAP, MORE = 0.12, 3.0
#: A word is no higher than so many times its size on one line, and lines are this far apart at least.
TALL, LINE = 1.3, 1.15
#: A line runs between two cells' words where at least so much of a word is on either side.
BESIDE = 1.5

Span = tuple[int, int]


def words_of(glyphs: Glyphs, down: Sequence[Rule] = (), *, odd: bool = False) -> list[Word]:
    """The words of a page, in pieces where gaps or lines down part them.

    `odd` tells to look at each one's colour and whether it is drawn at all.
    """
    places = sorted(match.start() for match in TOGETHER.finditer(glyphs.text))
    borders, found = sorted(down), list[Word]()
    lines = [rule.at for rule in borders]
    for span in spans_of(glyphs):
        word = glyphs.word(*span)
        suspect = places and bisect_left(places, span[0]) < bisect_left(places, span[1])
        near = bisect_left(lines, word.left + BESIDE) < bisect_left(lines, word.right - BESIDE)
        crossed = crossing(word, borders) if near else []
        parts = pieces(glyphs, span, word, crossed) if (suspect or crossed) and not word.turned else [span]
        if word.bottom - word.top > TALL * word.size:
            parts = on_lines(glyphs, span, word.size)
        more = [word] if len(parts) == 1 else [glyphs.word(*part) for part in parts]
        found += [seen(each, glyphs, part[0]) for each, part in zip(more, parts, strict=True)] if odd else more
    return found


def seen(word: Word, glyphs: Glyphs, place: int) -> Word:
    """A word with its colour, and whether it is drawn at all."""
    return word._replace(fill=glyphs.colour(place), unseen=glyphs.unseen(place))


def crossing(word: Word, borders: Sequence[Rule]) -> list[float]:
    """Where lines down run through a word."""
    middle, found = (word.top + word.bottom) / 2, []
    for at in range(bisect_left(borders, (word.left + BESIDE,)), len(borders)):
        rule = borders[at]
        if rule.at > word.right - BESIDE:
            break
        if rule.start <= middle <= rule.end:
            found.append(rule.at)
    return found


def pieces(glyphs: Glyphs, span: Span, word: Word, crossed: Sequence[float]) -> list[Span]:
    """A word's places in the text parted where a gap or a line is."""
    sides = [glyphs.sides(place) for place in range(*span)]
    cuts = [span[0] + at for at in cuts_between(sides, word.size, crossed)]
    return list(pairwise([span[0], *cuts, span[1]]))


def on_lines(glyphs: Glyphs, span: Span, size: float) -> list[Span]:
    """A word's places in the text parted where the next sign stands a line further down: signs of turned words stand closer."""
    middles = [glyphs.middle(place) for place in range(*span)]
    cuts = [span[0] + at for at, (above, below) in enumerate(pairwise(middles), 1) if below - above > LINE * size]
    return list(pairwise([span[0], *cuts, span[1]]))


def cuts_between(sides: Sequence[tuple[float, float]], size: float, crossed: Sequence[float]) -> list[int]:
    """The signs that begin a new word, given each one's left and right side and the lines that run between them."""
    gaps = [after[0] - before[1] for before, after in pairwise(sides)]
    least = max(GAP * size, MORE * median(gaps) if len(gaps) > 1 else 0.0)
    return [
        at
        for at, (gap, (before, after)) in enumerate(zip(gaps, pairwise(sides), strict=True), 1)
        if gap > least or any(sum(before) / 2 < line < sum(after) / 2 for line in crossed)
    ]

"""List items' marks that are drawn, not written, as browsers do: dots right before a word."""

from bisect import bisect_left
from collections.abc import Sequence

from graph.place import Box
from loaders.formats.pdf.page import Word

#: A page with more dots than this shows a chart or a map.
MOST = 300
#: A dot is nearer to its word than this part of the line's height, about halfway up, and lower than this part of it.
NEAR, HALFWAY, LOW = 1.5, 0.25, 0.6
#: In points, from a dot's middle to its line's.
FARTHEST = 10.0


def with_dots(words: Sequence[Word], dots: Sequence[Box]) -> list[Word]:
    """The words of a page with a mark before each that a dot stands before."""
    if not dots or len(dots) > MOST:
        return list(words)
    middles = sorted(((word.top + word.bottom) / 2, at) for at, word in enumerate(words))
    before = {at: dot for dot in dots if (at := marked(words, beside(words, middles, dot), dot)) is not None}
    found = []
    for at, word in enumerate(words):
        if at in before:
            left, _, right, _ = before[at]
            found.append(word._replace(text="•", left=left, right=right, bold=False))
        found.append(word)
    return found


def beside(words: Sequence[Word], middles: Sequence[tuple[float, int]], dot: Box) -> list[int]:
    """The places of the words on whose line a dot stands, as high as a list item's mark does."""
    at, height = (dot[1] + dot[3]) / 2, dot[3] - dot[1]
    near = middles[bisect_left(middles, (at - FARTHEST,)) : bisect_left(middles, (at + FARTHEST,))]
    return [
        place
        for middle, place in near
        if height < LOW * words[place].size and abs(middle - at) < HALFWAY * words[place].size
    ]


def marked(words: Sequence[Word], near: Sequence[int], dot: Box) -> int | None:
    """The place of the word right behind a dot, of those on its line, if none stands right before it."""
    left, _, right, _ = dot
    if any(-1 < left - words[at].right < NEAR * words[at].size for at in near):
        return None
    behind = [at for at in near if -1 < words[at].left - right < NEAR * words[at].size]
    return min(behind, key=lambda at: words[at].left, default=None)

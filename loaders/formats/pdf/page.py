"""What a page holds, in points from its upper left corner as it is shown: cropped and turned."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.place import Box
from loaders.spots import Spot

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)


class Word(NamedTuple):
    """A word: its box goes from the line's top to its bottom, `size` is that line's height (about 1.2 times the font's).

    `fill` is its colour, told on pages where anything is light, else black. `unseen` is drawn in no ink, as the words
    under a scanned picture are. `turned` runs upwards or downwards. `bold` is set in a bold font.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    fill: Colour = BLACK
    unseen: bool = False
    turned: bool = False
    bold: bool = False

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2

    def spot(self, page: int) -> Spot:
        """Where it is, on a page."""
        return Spot(page, (round(self.left, 1), round(self.top, 1), round(self.right, 1), round(self.bottom, 1)))


class Rule(NamedTuple):
    """A drawn line, across or down: `at` is its place on the other axis, `start` and `end` its ends."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A filled area and its colour."""

    box: Box
    colour: Colour


@dataclass(frozen=True)
class Page:
    """One page: words in the order in which they are drawn, drawn lines, filled areas, pictures. `number` is 1-based.

    `unmapped` is the share of its words whose font does not tell what its signs mean.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Box, ...] = ()
    unmapped: float = 0.0

    def within(self, box: Box) -> list[tuple[int, Word]]:
        """The words whose middle is in a box, with their places in `words`, in the order in which they are drawn."""
        left, top, right, bottom = box
        middles = self._middles
        first, last = bisect_left(middles, (top,)), bisect_right(middles, (bottom, len(self.words)))
        found = sorted(at for _, at in middles[first:last])
        return [(at, self.words[at]) for at in found if left <= self.words[at].middle <= right]

    @cached_property
    def _middles(self) -> list[tuple[float, int]]:
        """Halfway from each word's top to its bottom, with the word's place, from above downwards."""
        return sorted(((word.top + word.bottom) / 2, at) for at, word in enumerate(self.words))

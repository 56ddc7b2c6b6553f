"""Printed lines: a row of a column as a line of text, and whether a blank line parts it from the one above."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import quantiles

from graph.place import Box
from loaders.formats.galley import BLANK, Ink
from loaders.formats.pdf.page import Word
from loaders.formats.pdf.strips import BULLET, Row, Strip, is_mark
from loaders.spots import hull

#: What stands in the text for a gap that no blank makes.
WIDE_BLANK = Ink("   ")
#: A paragraph's gap is wider than the usual one by this part of a line's height; slides are set wider, lists go on over more.
GAP, SLIDE_GAP, LIST_GAP = 0.3, 0.7, 1.6
#: A line whose height differs by this has another style; a heading of more than a block is taller by that.
STYLE, MUCH_TALLER = 1.08, 1.3
#: A line that ends nearer to the column's edge than this part of its width had no room for more.
ROOM = 0.15
#: Lines begin farther left or right than others by this part of their height.
INDENT = 0.6
#: The blanks of a justified line differ by less.
EVEN = 1.6
#: So many letters in a row, each alone, are a word set apart for looks.
SPACED_OUT = 4
DIGIT = re.compile(r"\d")
SENTENCE_END = re.compile(r"[.!?:;]['\"”’)]?\d?$")


@dataclass(frozen=True)
class Printed:
    """One line of a column: its strips, its page, how far to the right the column goes, whether the page is a slide."""

    strips: Row
    page: int
    right: float
    slide: bool = False

    @cached_property
    def box(self) -> Box:
        """Around all of it."""
        return hull([strip.box for strip in self.strips])

    @cached_property
    def size(self) -> float:
        """The height of its longest strip's signs."""
        return max(self.strips, key=lambda strip: len(strip.text)).size

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(strip.bold for strip in self.strips)

    @property
    def text(self) -> str:
        """What is printed."""
        return "   ".join(strip.text for strip in self.strips)

    @property
    def marked(self) -> bool:
        """Whether it begins a list's item."""
        return self.strips[0].marked

    @cached_property
    def begin(self) -> float:
        """Where its words begin, behind a list item's mark."""
        words = self.strips[0].words
        return words[1].left if self.marked and len(words) > 1 else words[0].left

    @property
    def full(self) -> bool:
        """Whether it goes to the column's right edge."""
        return self.right - self.box[2] < ROOM * (self.right - self.box[0])

    @property
    def justified(self) -> bool:
        """Whether its wide gaps are blanks of one sentence, drawn out to the column's edge: between words, and even."""
        gaps = [right.box[0] - left.box[2] for left, right in pairwise(self.strips)]
        words = all(len(strip.words) == 1 and not DIGIT.search(strip.text) for strip in self.strips[1:-1])
        return len(gaps) > 1 and words and self.full and max(gaps) < EVEN * min(gaps)

    def ink(self) -> Iterator[Ink]:
        """Its words with blanks between, each with its spot; a list item's mark is always the same."""
        between = BLANK if self.justified else WIDE_BLANK
        for at, strip in enumerate(self.strips):
            if at:
                yield between
            yield from strip_ink(strip, self.page)


def strip_ink(strip: Strip, page: int) -> Iterator[Ink]:
    """The words of a strip with blanks between."""
    for at, word in enumerate(close_set(strip.words)):
        if at:
            yield BLANK
        text = marked_text(word.text, alone=len(strip.words) > 1) if not at else word.text
        yield Ink(text, word.spot(page))


def marked_text(word: str, *, alone: bool) -> str:
    """A line's first word with a list item's mark as all have it; dashes stay."""
    if not is_mark(word, alone=alone) or word in "*–—-":
        return word
    return "•" + BULLET.sub("", word, count=1) if word != "o" else "•"


def close_set(words: Sequence[Word]) -> list[Word]:
    """Words with those made of letters that stand apart for looks; a gap wider than the others parts two such words."""
    made: list[Word] = []
    for run in runs_of_letters(words):
        made += run if len(run) < SPACED_OUT else whole(run)
    return made


def runs_of_letters(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Neighbouring words of one letter each together, each other word by itself."""
    run: list[Word] = []
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
            continue
        if run:
            yield run
        yield [word]
        run = []
    if run:
        yield run


def whole(letters: list[Word]) -> list[Word]:
    """The words that single letters make."""
    gaps = [right.left - left.right for left, right in pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 2]
    words = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > 1.8 * usual:
            words.append([letter])
        else:
            words[-1].append(letter)
    return [one_word(word) for word in words]


def one_word(letters: list[Word]) -> Word:
    """One word of several."""
    left, top, right, bottom = hull([letter.box for letter in letters])
    return letters[0]._replace(
        text="".join(letter.text for letter in letters), left=left, top=top, right=right, bottom=bottom
    )


def leadings(columns: Iterable[Sequence[Printed]]) -> Mapping[int, float]:
    """For each height of lines, in points, how far such lines are usually from foot to foot, in such heights.

    None are farther than most lines of the document: headings seldom go on over two lines.
    """
    found: dict[int, list[float]] = defaultdict(list)
    for lines in columns:
        for above, below in pairwise(lines):
            distance = (below.box[3] - above.box[3]) / max(below.size, 1.0)
            if same_style(above, below) and 0.5 < distance < 2:
                found[round(below.size)].append(distance)
    most = usual([distance for each in found.values() for distance in each])
    return {size: min(usual(each), most) for size, each in found.items()}


def usual(distances: list[float]) -> float:
    """The distance within paragraphs, of those within and between them."""
    return quantiles(distances, n=4)[0] if len(distances) > 1 else min(distances, default=1.0)


def same_style(above: Printed, below: Printed) -> bool:
    """Whether two lines are of one height, and neither is bold where the other is not; a bold text may end in a line."""
    ends, begins = above.strips[-1].words[-1].bold, below.strips[0].words[0].bold
    bold = begins if above.bold else ends if below.bold else True
    return bold and max(above.size, below.size) < STYLE * min(above.size, below.size)


def heads_block(above: Printed, below: Printed) -> bool:
    """Whether the upper of two lines is a small heading and the lower no list: on slides they make one block."""
    heading = above.bold > below.bold or above.size > below.size
    return heading and not below.marked and above.size < MUCH_TALLER * below.size


def parted(above: Printed, below: Printed, leading: float, listed: Printed | None) -> bool:
    """Whether a blank line stands between two lines of a column; `listed` is the list item that the upper one is part of."""
    distance = (below.box[3] - above.box[3]) / max(below.size, 1.0)
    gap = SLIDE_GAP if below.slide else GAP
    if not same_style(above, below) and not (below.slide and heads_block(above, below)):
        return True
    if listed and (below.marked or below.begin > listed.begin - INDENT * below.size):
        return distance > leading + (LIST_GAP if below.marked else gap)
    if listed and not below.marked:
        return True
    indented = below.box[0] - above.box[0] > INDENT * below.size and SENTENCE_END.search(above.text) is not None
    return distance > leading + gap or (indented and not below.marked)


def goes_on(above: Printed, below: Printed, *, listed: bool) -> bool:
    """Whether a line that begins a column or a page goes on the paragraph, or the list, that the last one ended with."""
    if not same_style(above, below):
        return False
    if below.marked:
        return listed
    if SENTENCE_END.search(above.text):
        return False
    return below.text[:1].islower() or (above.full and len(above.text) > 40)

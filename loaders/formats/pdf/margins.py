"""Headers, footers and page numbers, told by what they say: the same, or counting, at like places of many pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.formats.pdf.columns import body_size
from loaders.formats.pdf.page import Page
from loaders.formats.pdf.strips import Row, Strip, rows_of

#: Margins stand in this part of a page's height from its edges, and have no more lines.
ZONE = 0.2
MOST_LINES = 5
#: Lines stand at like places where they differ by no more than so many points.
NEAR = 4.0
#: A header is no taller than this beside the text.
TALLEST = 1.3
#: Within this part of the height from the edges a page's number needs no other page to tell that it is one.
EDGE = 0.1
#: So many pages of a long document say it alike; of a short one two do.
OFTEN, LONG = 3, 4
#: A table's head stands closer above its rows than this, in line heights, and begins as many cells as this where they do.
CLOSE, ALIGNED = 0.8, 2
#: So many lines drawn downwards part a table's cells; two are a box.
BORDERS = 3
DIGITS = re.compile(r"\d+")
#: A page's number and nothing else, told to be one: "Sida 3 (40)", "3/40", "- 3 -".
PAGE_NUMBER = re.compile(
    r"(?i)(?:sid(?:a|an|nr)?|page|s)\b\.?\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d{1,4}|\s*\(\d{1,4}\))?"
    r"|\d{1,4}\s*(?:\(\d{1,4}\)|(?:av|of|/)\s*\d{1,4})|[-–—]\s?\d{1,4}\s?[-–—]"
)
#: The same at a line's end; a number alone is one where it counts.
COUNTED = re.compile(
    r"(?i)(?:^|\b(?:sid(?:a|an|nr)?|page|s)\b\.?\s*|[-–—]\s?)(\d{1,4})(?:\s*(?:(?:av|of|/)\s*\d{1,4}|\(\d{1,4}\))|\s?[-–—])?$"
)


@dataclass(frozen=True)
class Edge:
    """A line near a page's upper or lower edge; `inner` is the next line farther from it."""

    page: Page
    row: Row
    upper: bool
    inner: Row

    @cached_property
    def text(self) -> str:
        """What it says."""
        return text_of(self.row)

    @property
    def slot(self) -> tuple[bool, int]:
        """Where it stands, roughly."""
        return self.upper, round(self.row[0].box[1] / NEAR)

    def sayings(self) -> Iterator[tuple[object, ...]]:
        """What other pages may say too: all of it, or all but the figures with one that counts as pages do.

        In a header a number counts pages only where it says so: "Mål 1", "Mål 2" may head pages one after the other.
        """
        yield self.upper, self.text
        like = DIGITS.sub("#", self.text)
        for at, number in enumerate(self.counting()):
            yield self.upper, like, at, number - self.page.number

    def counting(self) -> list[int]:
        """The numbers that may count pages."""
        if not self.upper:
            return [int(digits[:9]) for digits in DIGITS.findall(self.text)[:6]]
        return [int(found[1]) for strip in self.row if (found := COUNTED.search(strip.text))]


class Margins:
    """What the pages of a document repeat or number."""

    def __init__(self, pages: Sequence[tuple[Page, Sequence[Strip]]]) -> None:
        """Of all pages, each with its strips."""
        self._often = 2 if len(pages) <= LONG else OFTEN
        self._size = body_size(strip for _, strips in pages for strip in strips)
        rows = [(page, rows_of(strips)) for page, strips in pages]
        self._edges = [edge for page, each in rows for edge in edges_of(page, each)]
        self._heads = {text_of(row) for page, each in rows for row in within(page, each) if len(row) > 1}
        self._said = self._places()
        self._slots = Counter(edge.slot for edge in self._edges if self._support(edge) > 1)
        self._pages = len(pages)
        self._words = sum(len(strip.words) for _, strips in pages for strip in strips)

    def of_pages(self) -> dict[int, list[Row]]:
        """For each page that has any the lines of its header and its footer, by the page's number.

        Where nothing else is left on any page, all of it is text.
        """
        found: dict[int, list[Row]] = defaultdict(list)
        ended: set[tuple[int, bool]] = set()
        for edge in self._edges:
            side = edge.page.number, edge.upper
            if side not in ended and self.is_margin(edge):
                found[edge.page.number].append(edge.row)
            else:
                ended.add(side)
        words = sum(len(strip.words) for rows in found.values() for row in rows for strip in row)
        return dict(found) if words < self._words else {}

    def is_margin(self, edge: Edge) -> bool:
        """Whether a line is part of a header or a footer."""
        if max(strip.size for strip in edge.row) > TALLEST * self._size or in_table(edge) or edge.text in self._heads:
            return False
        return self.is_repeated(edge) or self.is_in_slot(edge) or numbers_page(edge)

    def is_repeated(self, edge: Edge) -> bool:
        """Whether enough pages say the same at a like place."""
        return self._support(edge) >= self._often

    def is_in_slot(self, edge: Edge) -> bool:
        """Whether a line stands where most pages have a header or a footer: a chapter's own, on a page or two."""
        upper, slot = edge.slot
        same = sum(self._slots[upper, slot + near] for near in (-1, 0, 1))
        return same >= OFTEN and 2 * same > self._pages and distance(edge) > CLOSE * edge.row[0].size

    def _support(self, edge: Edge) -> int:
        """How many pages say the same at a like place, this one among them."""
        at = edge.slot[1]
        return max(sum(self._said[saying, at + near] for near in (-1, 0, 1)) for saying in edge.sayings())

    def _places(self) -> Counter[tuple[object, int]]:
        """How many lines say something at a place."""
        return Counter((saying, edge.slot[1]) for edge in self._edges for saying in set(edge.sayings()))


def edges_of(page: Page, rows: list[Row]) -> Iterator[Edge]:
    """The lines near a page's upper edge from above, then those near its lower edge from below."""
    for upper, ordered in ((True, rows), (False, rows[::-1])):
        for at, row in enumerate(ordered[:MOST_LINES]):
            far = row[0].box[1] if upper else page.height - row[0].box[3]
            if far > ZONE * page.height:
                break
            yield Edge(page, row, upper, ordered[at + 1] if at + 1 < len(ordered) else ())


def within(page: Page, rows: Iterable[Row]) -> Iterator[Row]:
    """The lines of a page that are not near its edges: where a table's head stands that later pages print on top."""
    return (row for row in rows if ZONE * page.height < row[0].box[1] < (1 - ZONE) * page.height)


def text_of(row: Row) -> str:
    """What a line says."""
    return "  ".join(strip.text for strip in row)


def numbers_page(edge: Edge) -> bool:
    """Whether a line at the very edge tells by itself that it is the page's number."""
    far = edge.row[0].box[1] if edge.upper else edge.page.height - edge.row[0].box[3]
    return far < EDGE * edge.page.height and PAGE_NUMBER.fullmatch(edge.text) is not None


def in_table(edge: Edge) -> bool:
    """Whether a line is a table's: its head, repeated where it goes on, or any row between borders."""
    if bordered(edge):
        return True
    below = [strip.box[0] for strip in edge.inner]
    aligned = [strip for strip in edge.row if any(abs(strip.box[0] - left) < 2 for left in below)]
    return edge.upper and len(aligned) >= ALIGNED and distance(edge) < CLOSE * edge.row[0].size


def bordered(edge: Edge) -> bool:
    """Whether lines drawn downwards go on from beside this line to beside the next, out of the page's edge."""
    boxes = [strip.box for strip in (*edge.row, *edge.inner)]
    top, foot = min(box[1] for box in boxes) + 2, max(box[3] for box in boxes) - 2
    height = edge.page.height
    beyond = [
        rule
        for rule in edge.page.down
        if rule.start < top
        and rule.end > foot
        and (rule.end > ZONE * height if edge.upper else rule.start < height - ZONE * height)
    ]
    return len(beyond) >= BORDERS


def distance(edge: Edge) -> float:
    """How far it is from the next line."""
    if not edge.inner:
        return edge.page.height
    own, inner = (edge.row, edge.inner) if edge.upper else (edge.inner, edge.row)
    return min(strip.box[1] for strip in inner) - max(strip.box[3] for strip in own)


def words_in(rows: Iterable[Row]) -> set[int]:
    """The identities of the words of some lines."""
    return {id(word) for row in rows for strip in row for word in strip.words}

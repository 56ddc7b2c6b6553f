"""A document's text without blanks, hyphens and punctuation, lower case: there a wrapped heading is one word.

Headings and column heads are looked for here, so that one pattern finds "Målvärde År 2025" in one line, in cells, and
broken over five lines with a hyphen.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from loaders.document import Document, Line, Piece, Row
from loaders.words.clean import MARKUP, letters

#: Letters, digits and per cent signs.
KEPT = re.compile(r"[^\W_]+|%+")


@dataclass(frozen=True)
class Squeezed:
    """The squeezed text and, for each of its characters, the offset in the document."""

    document: Document
    text: str
    offsets: tuple[int, ...]

    @cached_property
    def line_starts(self) -> frozenset[int]:
        """Positions of the first character of each line that has any."""
        firsts = (bisect_left(self.offsets, line.start) for line in self.document.lines)
        return frozenset(at for at in firsts if at < len(self.offsets))

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Of each line that has any, the positions of its first character and of the next line's."""
        return tuple(pairwise([*sorted(self.line_starts), len(self.text)]))

    @cached_property
    def rows(self) -> tuple[tuple[Row, tuple[tuple[int, int], ...]], ...]:
        """The rows of cells, each with the positions of its cells' first characters and of what follows them."""
        return tuple((row, tuple(self._edges(cell) for cell in row.cells)) for row in self.document.rows)

    def _edges(self, cell: Piece) -> tuple[int, int]:
        at = bisect_left(self.offsets, cell.place.start)
        return at, bisect_left(self.offsets, cell.place.end) if cell else at

    def ends_line(self, end: int) -> bool:
        """Whether the character before position `end` is the last of its line."""
        return end >= len(self.text) or end in self.line_starts

    def line(self, position: int) -> Line:
        """The line that a position falls on."""
        return self.document.line_at(self.offsets[position])


def squeeze(text: str) -> str:
    """Letters, digits and per cent signs of a text, lower case."""
    return letters(MARKUP.sub("", text))


def squeezed(document: Document) -> Squeezed:
    """A document squeezed, its margins left out; lower-casing that changes a character's length keeps the first."""
    text = MARKUP.sub(lambda match: " " * len(match[0]), document.told)
    runs = list(KEPT.finditer(text))
    offsets = chain.from_iterable(range(*run.span()) for run in runs)
    return Squeezed(document, "".join(_lower(run[0]) for run in runs), tuple(offsets))


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[0] for char in text)

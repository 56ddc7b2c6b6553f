"""What colours say: a mark without words becomes the words of the document's own legend, or stays without.

A legend is what stands below a paragraph that announces it: marks with a few words each, or "Grön = enligt plan".
"""

import colorsys
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from loaders.formats.blocks import Block, Box, Grid, Paragraph
from loaders.formats.galley import Ink

ANNOUNCED = re.compile(
    r"(?i)teckenförklaring|färgförklaring|symbolförklaring|statusförklaring|färgkod|\bförklaring|\blegend"
)
#: The colours of marks; what is no colour of these is no sign but decoration.
NAMES = {
    "grön": "green", "röd": "red", "gul": "yellow", "orange": "orange", "blå": "blue", "grå": "grey", "lila": "purple",
    "green": "green", "red": "red", "yellow": "yellow", "blue": "blue", "grey": "grey", "gray": "grey", "purple": "purple",
}  # fmt: skip
SAID = re.compile(
    rf"(?i)\b({'|'.join(NAMES)})(?:t|a)?\s?(?:[=:–-]|betyder)\s?(\w[^=:,;.•\n]{{1,60}}?)\s*(?=[,;.•]|$|\b(?:{'|'.join(NAMES)})(?:t|a)?\s?[=:])"
)
#: Hues in degrees, up to each: the name of the colour.
HUES = ((15, "red"), (43, "orange"), (68, "yellow"), (170, "green"), (260, "blue"), (335, "purple"), (361, "red"))
#: Paler and darker than this, a colour is decoration.
LEAST_SATURATION, LEAST_VALUE = 0.3, 0.3
#: A legend's words are no longer, and it has no more entries, than this.
LONGEST, MOST = 60, 12
#: All legends together explain no more than this.
MOST_COLOURS = 200
#: Signs that are nothing but a spot of colour.
SPOTS = frozenset("●■⬤◼◆•▪∎⚫ ")


class Legend:
    """The words for colours that a document explains."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks among which the legends are."""
        self._blocks = blocks

    @cached_property
    def _words(self) -> dict[str, str | None]:
        """The words for each colour; none where they differ."""
        found: dict[str, str | None] = {}
        for sign, words in islice(_entries(list(_flat(self._blocks))), MOST_COLOURS):
            found[sign] = words if found.get(sign, words) == words else None
        return found

    def words(self, sign: str) -> str | None:
        """What a colour says: the same colour's words, else those of the only colour of its name."""
        if sign in self._words:
            return self._words[sign]
        alike = {words for other, words in self._words.items() if named(other) == named(sign)}
        return alike.pop() if len(alike) == 1 else None

    def told(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks with words for the marks that it explains; a mark that is none is no mark any more."""
        for block in blocks:
            if isinstance(block, Grid):
                rows = enumerate(block.rows)
                yield Grid(tuple(self._row(row, head=at < block.head) for at, row in rows), block.head, block.layout)
            elif block.sign and is_bare(block.text):
                words = self.words(block.sign)
                yield Paragraph((Ink(words),), block.item) if words else block
            else:
                yield block

    def _row(self, row: tuple[Box, ...], *, head: bool) -> tuple[Box, ...]:
        """A row; a cell filled like one with words beside it, or of a head, is but decorated."""
        if not any(box.fill or _holds_more(box) for box in row):
            return row
        plain = {box.fill for box in row if not all(map(is_empty, box.blocks))}
        return tuple(self._box(box, decorated=head or box.fill in plain) for box in row)

    def _box(self, box: Box, *, decorated: bool) -> Box:
        if not all(map(is_empty, box.blocks)):
            return replace(box, blocks=tuple(self.told(box.blocks)), fill=None)
        signs = [block.sign for block in box.blocks if isinstance(block, Paragraph) and block.sign]
        sign = signs[0] if signs else (None if decorated else box.fill)
        if sign is None or named(sign) is None:
            return replace(box, fill=None)
        words = self.words(sign)
        return replace(box, blocks=(Paragraph((Ink(words),)),), fill=None) if words else replace(box, fill=sign)


def _holds_more(box: Box) -> bool:
    """Whether a cell holds a mark or a table."""
    return any(isinstance(block, Grid) or block.sign for block in box.blocks)


def named(colour: str) -> str | None:
    """The name of a colour that may be a sign; none for white, black, pale ones."""
    if not colour.startswith("#"):
        return colour
    try:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    except ValueError:
        return None
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < LEAST_SATURATION or value < LEAST_VALUE:
        return None
    return next(name for until, name in HUES if hue * 360 < until)


def is_empty(block: Block) -> bool:
    """Whether a block has no words, but perhaps a mark."""
    return isinstance(block, Paragraph) and is_bare(block.text) and (bool(block.sign) or not block.text.strip())


def is_bare(text: str) -> bool:
    """Whether a text is nothing but spots."""
    return not text.strip() or set(text) <= SPOTS


def _entries(blocks: list[Paragraph]) -> Iterator[tuple[str, str]]:
    """The colours and words of all legends."""
    for at, block in enumerate(blocks):
        if ANNOUNCED.search(block.text) and len(block.text) < 4 * LONGEST:
            for below in blocks[at : at + MOST]:
                words = below.text.strip("●■⬤◼◆•▪= –-:\t\n")
                if below.sign and 1 < len(words) <= LONGEST and below is not block:
                    yield below.sign, words
        found = SAID.findall(block.text) if len(block.text) < 10 * LONGEST else []
        if len(found) > 1 or (found and any(ANNOUNCED.search(above.text) for above in blocks[max(0, at - MOST) : at])):
            yield from ((NAMES[name.lower()], words.strip()) for name, words in found)


def _flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs in their order; of a row, a mark without words together with the words in the next cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            mark: str | None = None
            for box in row:
                inner = list(_flat(box.blocks))
                yield from (replace(one, sign=one.sign or mark) for one in inner if not is_empty(one))
                signs = [one.sign for one in inner if one.sign]
                empty = all(map(is_empty, inner))
                mark = (signs[0] if signs else box.fill) if empty else None

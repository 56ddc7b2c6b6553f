"""A table of a Word document: its rows and merged cells, and the pages that a row stands on."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from loaders.formats.blocks import MOST_PLACES, MOST_ROWS, Block, Box, Grid, Paragraph, TooLarge
from loaders.formats.element import Element, child, children
from loaders.formats.grids import MOST_COLUMNS
from loaders.formats.word.package import W
from loaders.formats.word.runs import FORMS, form_of
from loaders.formats.word.story import Story
from loaders.formats.word.styles import is_on

ROWS, CELLS = frozenset({f"{W}tr"}), frozenset({f"{W}tc"})
ROW, CELL, VALUE = f"{W}trPr", f"{W}tcPr", f"{W}val"
HEAD, DELETED, BEFORE = f"{W}tblHeader", f"{W}del", f"{W}gridBefore"
WIDTH, DOWN, SIDEWAYS, SHADE, FILL = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}shd", f"{W}fill"
#: What stands around paragraphs, tables, rows or cells.
AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def within(parent: Element, tags: AbstractSet[str]) -> list[Element]:
    """The elements of some names in another, and in what stands around them; of two forms of the same one."""
    found = []
    for one in parent:
        tag = one.tag
        if tag in tags:
            found.append(one)
        elif tag in AROUND:
            found += within(one, tags)
        elif tag == FORMS:
            found += within(form_of(one), tags)
    return found


@dataclass
class Place:
    """A cell while its table is read: where it begins, and how far it spans."""

    column: int
    blocks: tuple[Block, ...] = ()
    fill: str | None = None
    width: int = 1
    height: int = 1

    def box(self) -> Box:
        """The cell as it is at the end."""
        return Box(self.blocks, self.width, self.height, self.fill)


@dataclass
class Cells:
    """A table being read. `inner` tells what stands in a cell; `open` are the cells that may go on below, by column."""

    story: Story
    inner: Callable[[Story, Element], list[Block]]
    open: dict[int, Place] = field(default_factory=dict)
    places: int = 0

    def grid(self, table: Element) -> Grid:
        """The table."""
        rows: list[list[Place]] = []
        head = 0
        found = within(table, ROWS)
        if len(found) > MOST_ROWS:
            raise TooLarge
        for row in found:
            told = children(child(row, ROW))
            if DELETED in told:
                self.story.deleted += 1
                continue
            head += HEAD in told and is_on(told[HEAD]) and head == len(rows)
            rows.append(list(self._row(row, _number(told.get(BEFORE), 0))))
        return Grid(tuple(tuple(place.box() for place in row) for row in rows), head)

    def _row(self, row: Element, before: int) -> Iterator[Place]:
        """The cells that begin in a row. One that goes on from above is counted there; a page may end within the row."""
        if before:
            yield Place(0, width=before)
        column, begin, furthest, last = before, self.story.page, self.story.page, None
        for cell in within(row, CELLS):
            self.story.page = begin
            told = children(child(cell, CELL))
            place = Place(
                column, tuple(self.inner(self.story, cell)), _fill(told.get(SHADE)), _number(told.get(WIDTH), 1)
            )
            if begin is not None and furthest is not None:
                begin, furthest = self._pages(place, begin, furthest)
            column += place.width
            self._count(place)
            if last and SIDEWAYS in told and told[SIDEWAYS].get(VALUE) != "restart":
                last.width += place.width
            elif not self._goes_on(place, told.get(DOWN)):
                last = place
                yield place
        self.story.page = furthest

    def _count(self, place: Place) -> None:
        """Count a cell's columns. Raises TooLarge where there are more than any plan's table has."""
        self.places += place.width
        if self.places > MOST_PLACES:
            raise TooLarge

    def _goes_on(self, place: Place, down: Element | None) -> bool:
        """Whether a cell is but the lower part of one above, which is as much higher then."""
        above = self.open.get(place.column)
        if down is not None and down.get(VALUE) != "restart" and above and above.width == place.width:
            above.height += 1
            return True
        if self.open:
            for column in range(place.column, place.column + place.width):
                self.open.pop(column, None)
        if down is not None:
            self.open[place.column] = place
        return False

    def _pages(self, place: Place, begin: int, furthest: int) -> tuple[int, int]:
        """The page that the row's next cells begin on, and the last that the row reaches, behind a cell of it."""
        now = self.story.page or begin
        inks = (ink for block in place.blocks if isinstance(block, Paragraph) for ink in block.ink)
        first = next((ink.spot.page for ink in inks if ink.spot and ink.text.strip()), None)
        return max(begin, first or (begin if place.blocks else now)), max(furthest, now)


def _fill(shade: Element | None) -> str | None:
    """The colour that a cell is filled with."""
    fill = shade.get(FILL, "auto") if shade is not None else "auto"
    return None if fill == "auto" else f"#{fill.lower()}"


def _number(one: Element | None, usual: int) -> int:
    """The number that an element tells, if it tells one, up to the widest."""
    text = one.get(VALUE, "") if one is not None else ""
    return min(int(text) or usual, MOST_COLUMNS) if text.isdecimal() and len(text) < 9 else usual

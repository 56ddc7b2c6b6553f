"""A line of a timeline: bars for editions, marks for what is due, in parts of the width, so that it fits any screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.drawing.scale import Scale

#: How far an end that nobody knows is drawn, in years.
OPEN = 0.5
#: Heights in picture units: of a lane of bars, of a row of marks, and what is left above and below them.
LANE, MARK, AIR = 24, 27, 9


@dataclass(frozen=True)
class Axis:
    """The years of a timeline, the first and the last, both whole; places are parts of the width in per cent."""

    first: int
    last: int

    @property
    def years(self) -> tuple[int, ...]:
        """All years, each a column."""
        return tuple(range(self.first, self.last + 1))

    @property
    def column(self) -> float:
        """How wide a year is."""
        return 100 / len(self.years)

    def at(self, moment: float) -> float:
        """Where a moment in years and parts of them stands; what lies outside stands at the edge."""
        found = Scale(self.first, self.last + 1, 0, 100).at(moment)
        return round(min(max(found, 0.0), 100.0), 3)


@dataclass(frozen=True)
class Box:
    """A part of the width: `left` and `width` in per cent, `top` in picture units."""

    left: float
    width: float
    top: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width


def axis(years: Iterable[float]) -> Axis:
    """The axis over some moments; a single year where there are none is no axis, so the caller gives at least one."""
    found = [int(year) for year in years]
    return Axis(min(found), max(found))


def bar(axis: Axis, start: float, end: float, lane: int) -> Box:
    """The bar of an edition in a lane."""
    left = axis.at(start)
    return Box(left, axis.at(end) - left, AIR + LANE * lane)


def marks(axis: Axis, stretches: Sequence[tuple[float, float]], lanes: int) -> tuple[Box, ...]:
    """Where marks stand under the bars: each from its start to its end, in the first row in which it meets no other."""
    rows: list[float] = []
    found: dict[int, Box] = {}
    for index in sorted(range(len(stretches)), key=lambda each: stretches[each]):
        left, right = axis.at(stretches[index][0]), axis.at(stretches[index][1])
        row = next((place for place, end in enumerate(rows) if end <= left), len(rows))
        rows[row : row + 1] = [max(right, left + 0.001)]
        found[index] = Box(left, right - left, AIR + LANE * lanes + MARK * row)
    return tuple(found[index] for index in range(len(stretches)))


@dataclass(frozen=True)
class Room:
    """Where the words of a mark may stand, in per cent of the width; some end where their mark ends."""

    left: float
    width: float
    ends: bool = False


def rooms(boxes: Sequence[Box]) -> tuple[Room, ...]:
    """The room for the words of each mark: to the next mark of its row or the edge, or back where it is alone and late."""
    return tuple(_room(box, [other for other in boxes if other.top == box.top and other is not box]) for box in boxes)


def _room(box: Box, others: Sequence[Box]) -> Room:
    free = min([other.left for other in others if other.left > box.left], default=100) - box.left
    return Room(0, box.right, ends=True) if not others and box.right > free else Room(box.left, free)


def height(lanes: int, boxes: Sequence[Box]) -> float:
    """How high a line is with its marks."""
    return max([AIR + LANE * lanes, *(box.top + MARK for box in boxes)]) + AIR / 2

"""A map of kinds: boxes on a grid, and between them curves that leave and reach their sides at places of their own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

#: A box, and what is free between two.
WIDE, HIGH, BESIDE, BELOW = 172.0, 66.0, 100.0, 66.0
#: What is free around all.
MARGIN = 4.0


@dataclass(frozen=True)
class Box:
    """A box by its upper left corner."""

    key: str
    x: float
    y: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + WIDE / 2, self.y + HIGH / 2


@dataclass(frozen=True)
class Curve:
    """A curve from a box to another: a path of SVG's, and where along it its words stand."""

    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Model:
    """The picture: its size, its boxes by their keys, and a curve for each link, in their order."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    curves: tuple[Curve, ...]


def model(cells: Mapping[str, tuple[int, int]], links: Iterable[tuple[str, str]]) -> Model:
    """Boxes in cells (column, row), and links between those that are there."""
    boxes = {key: _box(key, *cell) for key, cell in cells.items()}
    ends = [(boxes[start], boxes[end]) for start, end in links]
    ports = _ports(ends)
    curves = tuple(
        _curve(ports[index, 0], ports[index, 1], _side(*pair), _side(*reversed(pair)))
        for index, pair in enumerate(ends)
    )
    width = max((box.x + WIDE for box in boxes.values()), default=0) + MARGIN
    height = max((box.y + HIGH for box in boxes.values()), default=0) + MARGIN
    return Model(width, height, boxes, curves)


def _box(key: str, column: int, row: int) -> Box:
    return Box(key, MARGIN + column * (WIDE + BESIDE), MARGIN + row * (HIGH + BELOW))


def _side(box: Box, other: Box) -> tuple[int, int]:
    """The side of a box that faces another: right or left, below or above where they stand over each other."""
    if box.x == other.x:
        return 0, 1 if other.y > box.y else -1
    return 1 if other.x > box.x else -1, 0


def _ports(ends: list[tuple[Box, Box]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Where each link (by number, and 0 for its start or 1 for its end) meets its box: those of a side in even steps."""
    sides = defaultdict(list)
    for number, (start, end) in enumerate(ends):
        sides[start.key, _side(start, end)].append((number, 0, start, end))
        sides[end.key, _side(end, start)].append((number, 1, end, start))
    found = {}
    for (_, side), met in sides.items():
        along = 1 if side[0] else 0
        met.sort(key=lambda one: (_slope(one[2], one[3], along), one[3].middle))
        for place, (number, which, box, _) in enumerate(met, 1):
            found[number, which] = _port(box, side, place / (len(met) + 1))
    return found


def _slope(box: Box, other: Box, along: int) -> float:
    """How steeply a link leaves a side: the steep ones at its ends do not cross the flat ones in its middle."""
    (x, y), (to_x, to_y) = box.middle, other.middle
    over, across = (to_y - y, abs(to_x - x)) if along else (to_x - x, abs(to_y - y))
    return over / across if across else inf


def _port(box: Box, side: tuple[int, int], share: float) -> tuple[float, float]:
    if side[0]:
        return box.x + (WIDE if side[0] > 0 else 0), box.y + HIGH * share
    return box.x + WIDE * share, box.y + (HIGH if side[1] > 0 else 0)


def _curve(start: tuple[float, float], end: tuple[float, float], out: tuple[int, int], into: tuple[int, int]) -> Curve:
    """A curve that leaves and reaches its boxes at right angles; its words stand in its middle."""
    reach = max(abs(end[0] - start[0]), abs(end[1] - start[1])) * 0.45
    first = start[0] + out[0] * reach, start[1] + out[1] * reach
    last = end[0] + into[0] * reach, end[1] + into[1] * reach
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (first, last, end))
    middle = tuple((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(start, first, last, end, strict=True))
    return Curve(f"M{start[0]:.1f},{start[1]:.1f}C{points}", round(middle[0], 1), round(middle[1], 1))

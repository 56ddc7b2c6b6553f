"""Things in columns, left to right, and the links between them as curves that cross as seldom as is easily had.

Each column's order comes from where the things that its things are linked to stand (the barycentre), swept to and fro.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: How often the columns are swept: more changes little.
SWEEPS = 6
#: Between things in a column, between columns, and how far a link within a column goes out at most.
GAP, AISLE, BULGE = 10.0, 96.0, 60.0
#: A picture that is no taller has its columns about its middle; in a taller one they begin at its top.
CENTRED = 640.0


@dataclass(frozen=True)
class Block:
    """A thing to be placed: its key, its column (from 0; empty ones take no room), its width and height in picture units."""

    key: str
    column: int
    width: float
    height: float


@dataclass(frozen=True)
class Placed:
    """Where a thing stands: its left upper corner and its size."""

    key: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Layers:
    """A picture's size, its things by key, column by column from the top, and the left edge and width of each column."""

    width: float
    height: float
    placed: Mapping[str, Placed]
    columns: Mapping[int, tuple[float, float]]


def layers(
    blocks: Sequence[Block], links: Sequence[tuple[str, str]], top: float = 0, centred: float = CENTRED
) -> Layers:
    """Things placed, below `top`; links to things that are not there, or from a thing to itself, are passed over.

    Columns stand about the middle of a picture that is no taller than `centred`.

    Things that nothing tells apart keep the order that they are given in.
    """
    ordered = _ordered(blocks, _neighbours(blocks, links))
    edges = _edges(ordered)
    heights = {column: _height(found) for column, found in ordered.items()}
    tallest = max(heights.values(), default=0.0)
    placed: dict[str, Placed] = {}
    for column, found in ordered.items():
        at = top + ((tallest - heights[column]) / 2 if tallest <= centred else 0.0)
        for each in found:
            placed[each.key] = Placed(each.key, edges[column][0], at, each.width, each.height)
            at += each.height + GAP
    last = max((x + width for x, width in edges.values()), default=0.0)
    return Layers(last + (BULGE if edges else 0.0), top + tallest, placed, edges)


def curve(start: Placed, end: Placed) -> str:
    """A link as the path of an SVG: from side to side between columns, out and back at the right within one."""
    if start.x == end.x:
        right = max(start.x + start.width, end.x + end.width)
        out = min(14 + abs(end.middle - start.middle) / 6, BULGE)
        first, last = (start.x + start.width, start.middle), (end.x + end.width, end.middle)
        return _path(first, (right + out, first[1]), (right + out, last[1]), last)
    left, right_one = (start, end) if start.x < end.x else (end, start)
    first, last = (left.x + left.width, left.middle), (right_one.x, right_one.middle)
    bend = max((last[0] - first[0]) / 2, 24.0)
    return _path(first, (first[0] + bend, first[1]), (last[0] - bend, last[1]), last)


def _path(*points: tuple[float, float]) -> str:
    first, *others = (f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{first}C{', '.join(others)}"


def _neighbours(blocks: Sequence[Block], links: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    there = {each.key for each in blocks}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for start, end in links:
        if start in there and end in there and start != end:
            found[start].append(end)
            found[end].append(start)
    return found


def _ordered(blocks: Sequence[Block], neighbours: Mapping[str, Sequence[str]]) -> dict[int, list[Block]]:
    """The columns in their order, each with its things in theirs."""
    columns: dict[int, list[Block]] = {column: [] for column in sorted({each.column for each in blocks})}
    for each in blocks:
        columns[each.column].append(each)
    at = {each.key: place for found in columns.values() for each, place in zip(found, _shares(found), strict=True)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            mean = {
                each.key: _mean([at[other] for other in neighbours.get(each.key, ())], at[each.key])
                for each in columns[column]
            }
            columns[column].sort(key=lambda each: mean[each.key])
            at.update(zip((each.key for each in columns[column]), _shares(columns[column]), strict=True))
    return columns


def _shares(found: Sequence[Block]) -> list[float]:
    """How far down its column each thing stands, as a share of the column."""
    return [(place + 0.5) / len(found) for place in range(len(found))]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _edges(ordered: Mapping[int, Sequence[Block]]) -> dict[int, tuple[float, float]]:
    widths = {column: max(each.width for each in found) for column, found in ordered.items()}
    lefts = [0.0]
    for before, _ in pairwise(widths):
        lefts.append(lefts[-1] + widths[before] + AISLE)
    return {column: (left, widths[column]) for column, left in zip(widths, lefts, strict=False)}


def _height(found: Sequence[Block]) -> float:
    return sum(each.height for each in found) + GAP * max(len(found) - 1, 0)

"""A document as a strip from its first line to its last: on which lines each kind stands, drawn kind by kind in lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from webapp.drawing.scale import Scale

#: The picture's width, the height of a lane and what is between lanes, in picture units.
WIDTH, LANE, BETWEEN = 1000.0, 16.0, 4.0
#: The least width of a mark: one line of thousands is still seen.
LEAST = 1.2


@dataclass(frozen=True)
class Part:
    """A stretch of lines that one click leads to: its first and last line, and where it lies."""

    first: int
    last: int
    x: float
    width: float


@dataclass(frozen=True)
class Strip:
    """The picture: its height, each lane's top, each lane's marks as an SVG path, and the parts."""

    height: float
    tops: tuple[float, ...]
    lanes: tuple[str, ...]
    parts: tuple[Part, ...]

    def at(self, line: int, count: int) -> float:
        """Where a line of `count` stands."""
        return round(_scale(count).at(line), 2)


def strip(lanes: Sequence[Iterable[int]], count: int, size: int) -> Strip:
    """The strip of a document of `count` lines: each lane's lines (1-based), in parts of `size` lines."""
    scale = _scale(count)
    tops = tuple(index * (LANE + BETWEEN) for index in range(len(lanes)))
    parts = tuple(
        Part(first, last := min(first + size - 1, count), round(scale.at(first), 2), _width(scale, first, last))
        for first in range(1, max(count, 1) + 1, size)
    )
    paths = tuple(_path(scale, runs(lines), top) for lines, top in zip(lanes, tops, strict=True))
    return Strip(len(lanes) * (LANE + BETWEEN) - BETWEEN, tops, paths, parts)


def runs(lines: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The unbroken runs of some numbers: first and last of each."""
    grouped = groupby(enumerate(sorted(set(lines))), key=lambda pair: pair[1] - pair[0])
    found = ([number for _, number in run] for _, run in grouped)
    return tuple((run[0], run[-1]) for run in found)


def _scale(count: int) -> Scale:
    """Line 1 begins at 0; the end of the last line is the picture's edge."""
    return Scale(1, max(count, 1) + 1, 0, WIDTH)


def _width(scale: Scale, first: int, last: int) -> float:
    return round(scale.at(last + 1) - scale.at(first), 2)


def _path(scale: Scale, found: Iterable[tuple[int, int]], top: float) -> str:
    return "".join(
        f"M{scale.at(first):.2f} {top:g}h{max(_width(scale, first, last), LEAST):.2f}v{LANE:g}H{scale.at(first):.2f}z"
        for first, last in found
    )

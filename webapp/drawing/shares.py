"""Rows of counts as bars of parts laid end to end, all rows on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

#: A part is at least so wide, so that it can be seen and hit.
LEAST = 8.0


@dataclass(frozen=True)
class Part:
    """A part of a bar: which of the row's counts it is (0-based), where it begins and how wide it is."""

    index: int
    start: float
    width: float


def shares(rows: Sequence[Sequence[int]], width: float) -> tuple[tuple[Part, ...], ...]:
    """The parts of each row, those of nought left out; the longest row fills the width."""
    least = max((sum(1 for count in row if count) * LEAST for row in rows), default=0)
    most = max((sum(row) for row in rows), default=0)
    scale = max(width - least, 0) / most if most else 0
    return tuple(_parts(row, scale) for row in rows)


def _parts(row: Sequence[int], scale: float) -> tuple[Part, ...]:
    parts: list[Part] = []
    at = 0.0
    for index, count in enumerate(row):
        if count:
            parts.append(Part(index, at, LEAST + count * scale))
            at += parts[-1].width
    return tuple(parts)

"""Two things' figures beside each other as bars on one axis from nought, a pair of bars for each year and role."""

from collections.abc import Sequence
from dataclasses import dataclass

#: How long the longest bar is, and how high a bar is and stands under the one before, in picture units.
LENGTH, HEIGHT, STEP, GAP = 260.0, 18.0, 22.0, 12.0


@dataclass(frozen=True)
class PairBar:
    """A bar: which pair (0-based) and which of the two it is of, where it stands, how long it is, whether below nought."""

    pair: int
    second: bool
    top: float
    length: float
    negative: bool


@dataclass(frozen=True)
class Pairs:
    """All bars, and how high the picture is."""

    bars: tuple[PairBar, ...]
    height: float


def pairs(values: Sequence[tuple[float, float]]) -> Pairs:
    """The bars of some pairs of values; lengths are by size, what is below nought is marked as such."""
    most = max((abs(value) for pair in values for value in pair), default=0.0)
    bars = tuple(
        PairBar(
            at, bool(side), at * (2 * STEP + GAP) + side * STEP, abs(value) / most * LENGTH if most else 0.0, value < 0
        )
        for at, pair in enumerate(values)
        for side, value in enumerate(pair)
    )
    return Pairs(bars, len(values) * (2 * STEP + GAP))

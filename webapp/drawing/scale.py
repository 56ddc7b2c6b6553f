"""Axes: from values to places, and the round values that are written along them."""

from dataclasses import dataclass
from math import floor, log10

#: Steps between round values, times a power of ten.
STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True)
class Scale:
    """A straight axis: `low` to `high` in values stand at `start` to `end` in picture units (`end` may be the smaller)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands; a scale without extent puts all in its middle."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, about: int = 5) -> tuple[float, ...]:
        """Round values within the axis, about so many."""
        step = _step(self.low, self.high, about)
        first = floor(self.low / step)
        found = (round((first + count) * step, 10) for count in range(about * 3 + 2))
        return tuple(value for value in found if self.low <= value <= self.high)


def nice(low: float, high: float, start: float, end: float, about: int = 5) -> Scale:
    """A scale from the round value below `low` to the one above `high`."""
    step = _step(low, high, about)
    first, last = floor(low / step) * step, -floor(-high / step) * step
    return Scale(first, last if last > first else first + step, start, end)


def _step(low: float, high: float, about: int) -> float:
    extent = (high - low) or abs(high) or 1.0
    size = 10 ** floor(log10(extent / about))
    return float(next(step * size for step in STEPS if step * size * about >= extent * 0.999))

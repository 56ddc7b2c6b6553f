"""Measured times, and tables of them for a terminal or a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True)
class Times:
    """Several measurements of one thing, in seconds."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)

    @property
    def least(self) -> float:
        """The shortest."""
        return min(self.seconds)

    @property
    def most(self) -> float:
        """The longest."""
        return max(self.seconds)

    def percentile(self, share: float) -> float:
        """What so many of a hundred are not above."""
        ordered = sorted(self.seconds)
        return ordered[max(0, ceil(share / 100 * len(ordered)) - 1)]

    def as_json(self) -> dict[str, float]:
        """The three figures."""
        return {"median": self.median, "min": self.least, "max": self.most}


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its columns even, figures to the right."""
    cells = [tuple(columns), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = tuple("-" * (width - 1) + (":" if at else "-") for at, width in enumerate(widths))
    return "\n".join(line(row, widths) for row in (cells[0], rule, *cells[1:]))


def line(row: Sequence[str], widths: Sequence[int]) -> str:
    """One row."""
    first, *others = (
        cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "| " + " | ".join((first, *others)) + " |"

"""Where in a document something stands."""

from dataclasses import dataclass
from typing import NamedTuple

#: Left, top, right, bottom in points, from the page's upper left corner.
Box = tuple[float, float, float, float]


class Span(NamedTuple):
    """One unbroken stretch of a document's text.

    Lines are 1-based and both inclusive; `start` and `end` count code points from the document's beginning, 0-based,
    end exclusive (RFC 5147). Page (1-based), box, sheet and cell where the
    format has such.
    """

    start: int
    end: int
    first_line: int
    last_line: int
    page: int | None = None
    box: Box | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True)
class Place:
    """The stretches that together state one thing; never empty."""

    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        """Raise ValueError for a place that is nowhere."""
        if not self.spans:
            raise ValueError("a place needs at least one span")

    @property
    def first_line(self) -> int:
        """The first line of the first span."""
        return self.spans[0].first_line

    @property
    def last_line(self) -> int:
        """The last line of the last span."""
        return self.spans[-1].last_line

    @property
    def start(self) -> int:
        """Where the first span starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last span ends."""
        return self.spans[-1].end

    def __add__(self, other: "Place") -> "Place":
        """Both places together, in the document's order, each stretch once."""
        return Place(tuple(sorted(set(self.spans) | set(other.spans), key=lambda span: (span.start, span.end))))

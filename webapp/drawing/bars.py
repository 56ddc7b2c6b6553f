"""Amounts as bars on one axis from nought: to the left what is below it, with a tick where another amount stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.drawing.scale import Scale

#: How long the axis is, in picture units; the picture is stretched to where it stands.
LENGTH = 1000.0


@dataclass(frozen=True)
class Bar:
    """From where to where a bar goes (`start` is the lesser end), whether it is below nought, and where its tick stands."""

    start: float
    width: float
    negative: bool
    tick: float | None


@dataclass(frozen=True)
class Bars:
    """Where nought stands, and a bar for each amount; None for what has none."""

    zero: float
    bars: tuple[Bar | None, ...]


def bars(amounts: Sequence[tuple[float | None, float | None]]) -> Bars:
    """The bars of some amounts, each with the amount its tick is for; what has no amount of its own has no bar."""
    known = [0.0, *(each for pair in amounts for each in pair if each is not None)]
    scale = Scale(min(known), max(known), 0.0, LENGTH)
    zero = scale.at(0) if scale.high > scale.low else 0.0
    return Bars(zero, tuple(_bar(amount, other, scale, zero) for amount, other in amounts))


def _bar(amount: float | None, other: float | None, scale: Scale, zero: float) -> Bar | None:
    if amount is None or scale.high == scale.low:
        return None
    at = scale.at(amount)
    return Bar(min(at, zero), abs(at - zero), amount < 0, None if other is None else scale.at(other))

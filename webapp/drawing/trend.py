"""Figures by year: dots that are joined where year follows year, bars for targets, gaps where a year has none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from webapp.drawing.scale import Scale, nice
from webapp.drawing.words import LETTER

#: More years in a row than this are drawn only where they have a figure.
LONGEST = 15
#: Between the lines of two labels of one year.
LEADING = 17.0
#: How far from each other the dots of one year stand that differ.
APART = 11.0
#: Where in its band a year's dots stand, as a share of it: what is written beside them stands to their right.
PLACE = 0.32


@dataclass(frozen=True)
class Frame:
    """How large a picture is, in its units: a year is at least `band` wide; the rest are margins and the plot's height."""

    left: float
    top: float
    bottom: float
    band: float
    height: float
    size: float = 14
    labels: bool = True


LARGE = Frame(left=58, top=34, bottom=34, band=94, height=220)
SMALL = Frame(left=2, top=8, bottom=20, band=46, height=62, size=12, labels=False)
#: A year's share of a picture that would else be narrower than this, up to a limit.
WIDTH, WIDEST = 440.0, 150.0


@dataclass(frozen=True)
class Mark:
    """A figure: `series` names what it is, `bar` where it goes for the whole year (a target), `whole` where it covers it.

    `key` is what the caller knows it by, `label` what is written beside it.
    """

    key: int
    series: str
    year: int
    number: float
    bar: bool = False
    whole: bool = True
    label: str = ""


@dataclass(frozen=True)
class Placed:
    """A mark and where it stands; `start` and `end` are a bar's, the label begins at `label_x` on the line `label_y`."""

    mark: Mark
    x: float
    y: float
    start: float
    end: float
    label_x: float
    label_y: float


@dataclass(frozen=True)
class Band:
    """A year's part of the picture; `gap` where years before it are left out, `empty` where it has no figure."""

    year: int
    start: float
    end: float
    x: float
    gap: bool
    empty: bool


@dataclass(frozen=True)
class Join:
    """A line between the figures of two years that follow each other."""

    series: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Trend:
    """The whole picture, the plot from `top` to `base`."""

    width: float
    height: float
    left: float
    top: float
    base: float
    scale: Scale
    ticks: tuple[tuple[float, float], ...]
    bands: tuple[Band, ...]
    placed: tuple[Placed, ...]
    joins: tuple[Join, ...]

    @property
    def zero(self) -> float | None:
        """Where nought stands; None where it is outside the picture."""
        return self.scale.at(0) if self.scale.low <= 0 <= self.scale.high else None


def trend(marks: Sequence[Mark], years: Iterable[int], frame: Frame, *, from_zero: bool = False) -> Trend:
    """The picture of some figures; `years` have a place besides those of the figures. Without any year it is empty."""
    numbers = [mark.number for mark in marks] + ([0.0] if from_zero or not marks else [])
    base = frame.top + frame.height
    scale = nice(min(numbers), max(numbers), base, frame.top, about=4 if frame.labels else 2)
    told = {mark.year for mark in marks}
    shown = _shown(told | set(years))
    bands = _bands(shown, told, _frame(frame, marks, len(shown)))
    placed = tuple(
        each for band in bands for each in _placed(band, [m for m in marks if m.year == band.year], scale, frame)
    )
    return Trend(
        width=max((band.end for band in bands), default=frame.left) + 4,
        height=base + frame.bottom,
        left=frame.left,
        top=frame.top,
        base=base,
        scale=scale,
        ticks=tuple((value, scale.at(value)) for value in scale.ticks(4 if frame.labels else 2)),
        bands=bands,
        placed=placed,
        joins=tuple(_joins(placed, bands)),
    )


def _frame(frame: Frame, marks: Sequence[Mark], years: int) -> Frame:
    """The same with bands as wide as the longest label needs, and wider where there are few."""
    if not frame.labels:
        return frame
    longest = max((len(mark.label) for mark in marks), default=0)
    needed = (longest * LETTER * frame.size + 2.5 * APART + 8) / (1 - PLACE)
    band = max(frame.band, needed, min(WIDTH / max(years, 1), WIDEST))
    return Frame(frame.left, frame.top, frame.bottom, band, frame.height, frame.size)


def _bands(shown: Sequence[int], told: set[int], frame: Frame) -> tuple[Band, ...]:
    return tuple(
        Band(
            year=year,
            start=(start := frame.left + at * frame.band),
            end=start + frame.band,
            x=start + frame.band * (PLACE if frame.labels else 0.5),
            gap=at > 0 and year - shown[at - 1] > 1,
            empty=year not in told,
        )
        for at, year in enumerate(shown)
    )


def _shown(years: set[int]) -> list[int]:
    """All years from the first to the last, unless they are too many."""
    if years and max(years) - min(years) < LONGEST:
        return list(range(min(years), max(years) + 1))
    return sorted(years)


def _placed(band: Band, marks: list[Mark], scale: Scale, frame: Frame) -> Iterable[Placed]:
    lines = spread([scale.at(mark.number) for mark in marks], frame.top, frame.top + frame.height, LEADING)
    inset = (band.end - band.start) * 0.06
    for mark, line in zip(marks, lines, strict=True):
        x = band.x if mark.bar else band.x + _aside(mark, marks)
        yield Placed(
            mark=mark,
            x=x,
            y=scale.at(mark.number),
            start=band.start + inset,
            end=band.end - inset,
            label_x=band.x + 1.5 * APART,
            label_y=line,
        )


def _aside(mark: Mark, marks: list[Mark]) -> float:
    """How far a dot stands to the side of its year's middle: those of one series that differ stand beside each other."""
    alike = [each for each in marks if each.series == mark.series and not each.bar]
    return (alike.index(mark) - (len(alike) - 1) / 2) * APART if len(alike) > 1 else 0.0


def spread(places: Sequence[float], low: float, high: float, apart: float) -> list[float]:
    """Places moved as little as it takes to be `apart` from each other between `low` and `high`, in their own order.

    Where there is no room for all they go beyond `low`.
    """
    order = sorted(range(len(places)), key=lambda at: (places[at], at))
    moved: list[float] = []
    for at in order:
        moved.append(max(places[at], moved[-1] + apart) if moved else max(places[at], low))
    limit = high
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], limit)
        limit = moved[at] - apart
    return [place for _, place in sorted(zip(order, moved, strict=True))]


def _joins(placed: Sequence[Placed], bands: Sequence[Band]) -> Iterable[Join]:
    """Lines between the dots of years that follow each other, where each has one dot of the series for its whole year."""
    dots = sorted((each for each in placed if not each.mark.bar), key=lambda one: one.mark.series)
    for series, found in groupby(dots, key=lambda one: one.mark.series):
        by_year: dict[int, list[Placed]] = {}
        for each in found:
            by_year.setdefault(each.mark.year, []).append(each)
        for before, after in pairwise(bands):
            one, other = by_year.get(before.year, []), by_year.get(after.year, [])
            if not after.gap and len(one) == len(other) == 1 and one[0].mark.whole and other[0].mark.whole:
                yield Join(series, one[0].x, one[0].y, other[0].x, other[0].y)

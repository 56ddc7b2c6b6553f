"""How a measure or a budget line went by year, ready to draw: its spots as marks of a picture, and what no picture can show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext

from graph.derived.items import Item
from graph.follow_up.follow_up import Following
from graph.follow_up.ties import Route
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import Single
from webapp.drawing.trend import LARGE, Frame, Mark, Trend, trend
from webapp.figures.readings import CHANGES, Reading, Spot, main_unit, spots
from webapp.languages import number
from webapp.threads.read import following
from webapp.wishes import with_suggested

#: What is aimed at, planned or promised: it goes for the whole year.
BARS = frozenset({rt.Target, rt.Budget, rt.RegionalPlanBudget, rt.Decided, rt.ExpectedEffect})
#: How a limit is written before its number.
LIMITS = {rt.AtLeast: "≥ ", rt.AtMost: "≤ ", rt.Above: "> ", rt.Below: "< "}
MILLION, THOUSAND = Decimal(1_000_000), Decimal(1_000)


@dataclass(frozen=True)
class Course:
    """A picture and what goes with it: `spots` by the keys of its marks, `words` the targets in words by year.

    `unit` is what the axis is in (None where numbers have none), `size` how many kronor one on the axis is (0: no money);
    `elsewhere` counts numbers in other units, `undated` figures without a year: they stand in the table only.
    """

    chart: Trend
    spots: tuple[Spot, ...]
    words: dict[int, tuple[Reading, ...]]
    unit: Iri | None
    size: Decimal
    elsewhere: int
    undated: int

    @property
    def roles(self) -> tuple[Iri, ...]:
        """The roles that are drawn, in their order."""
        return tuple(dict.fromkeys(spot.role for spot in self.spots))

    @property
    def bars(self) -> frozenset[Iri]:
        """The roles that are drawn as bars."""
        return BARS

    @property
    def differing(self) -> tuple[tuple[int, Iri], ...]:
        """The years and roles of which documents tell different things."""
        return tuple(dict.fromkeys((spot.year, spot.role) for spot in self.spots if spot.differs))

    @property
    def partial(self) -> bool:
        """Whether a part of a year is drawn."""
        return any(spot.partial for spot in self.spots)

    @property
    def suggested(self) -> bool:
        """Whether something drawn is of the thing by a suggestion only."""
        return any(spot.suggested for spot in self.spots)


def course(found: Sequence[Reading], frame: Frame = LARGE) -> Course:
    """What can be drawn of some readings."""
    numbers = [each for each in found if each.size is not None and each.role not in CHANGES]
    money = any(each.sek is not None for each in numbers)
    unit = None if money else main_unit(numbers)
    drawn = spots(each for each in numbers if money or each.unit == unit)
    size = _size(drawn) if money else Decimal(0)
    words = _in_words(found)
    return Course(
        chart=trend(
            [_mark(at, spot, size) for at, spot in enumerate(drawn)],
            words,
            frame,
            from_zero=money and _far_apart(drawn),
        ),
        spots=drawn,
        words=words,
        unit=unit,
        size=size,
        elsewhere=sum(not money and each.unit != unit for each in numbers),
        undated=sum(each.year is None for each in found),
    )


def _size(drawn: Iterable[Spot]) -> Decimal:
    largest = max((abs(spot.number) for spot in drawn), default=Decimal(0))
    return MILLION if largest >= MILLION else THOUSAND if largest >= THOUSAND else Decimal(1)


def _far_apart(drawn: Sequence[Spot]) -> bool:
    """Whether amounts lie so far apart that how they differ is seen on an axis from nought."""
    numbers = [spot.number for spot in drawn] or [Decimal(0)]
    return max(numbers) - min(numbers) > max(map(abs, numbers)) / 3


def _in_words(found: Iterable[Reading]) -> dict[int, tuple[Reading, ...]]:
    """Targets without a place on the axis: words, and changes by so much."""
    targets = [each for each in found if each.role == rt.Target and each.year is not None and each.size is None]
    years = sorted({each.year for each in targets if each.year is not None})
    return {year: tuple({each.as_written: each for each in targets if each.year == year}.values()) for year in years}


def _mark(at: int, spot: Spot, size: Decimal) -> Mark:
    shown = spot.number / size if size else spot.number
    return Mark(
        key=at,
        series=spot.role.local.lower(),
        year=spot.year,
        number=float(shown),
        bar=spot.role in BARS,
        whole=not spot.partial,
        label=_label(spot, round(shown, 1) if size else shown),
    )


def _label(spot: Spot, shown: Decimal) -> str:
    """A number as it is written beside its mark, with the signs of what it is."""
    written = LIMITS.get(spot.first.comparator or Iri(""), "") + number(shown)
    if spot.role == rt.Target:
        written = gettext("mål:") + " " + written
    signs = ("≠ " if spot.differs else "") + ("◔ " if spot.partial else "")
    return signs + written


Told = tuple[tuple[Single, ...], ...]


def told(view: View, thing: Iri) -> Told:
    """All that tells of a thing, for a question's VALUES: the thing, what tells of it, how that is known, how sure, why."""
    known = following(view)
    item = known.items.by_iri.get(thing)
    return told_of(known, item) if item else ((thing, thing, Route.STATED.value, None, None),)


def told_of(known: Following, item: Item) -> Told:
    """The same of an item; without suggestions where the address asks for none."""
    return tuple(
        (
            item.iri,
            tie.thing,
            tie.route.value,
            None if tie.route is Route.STATED else tie.confidence,
            tie.evidence or None,
        )
        for _, tie in known.tied(item)
        if tie.route is not Route.SUGGESTED or with_suggested()
    )

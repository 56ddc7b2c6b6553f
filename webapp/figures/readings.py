"""Figures as documents tell them, row by row, and as spots: what several documents tell alike is one, what differs is not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from ontology import rt
from ontology.iri import Iri
from webapp.ask import made
from webapp.figures.printed import agree, step
from webapp.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A value or an amount as one document tells it (a row of a sheet), and how that is known to tell of the thing.

    `known` is "stated", "confirmed", "lineage" or "suggested"; `number` is in the unit, `sek` in kronor.
    """

    role: Iri
    value: Iri
    value_label: str
    as_written: str
    thing: Iri
    thing_label: str
    plan: Iri
    plan_label: str
    edition: int
    known: str
    passage: Iri
    file: str
    line: int
    year: int | None = None
    confidence: Decimal | None = None
    evidence: str | None = None
    number: Decimal | None = None
    sek: Decimal | None = None
    unit: Iri | None = None
    comparator: Iri | None = None
    target_kind: Iri | None = None
    period: str | None = None
    part_of_year: bool | None = None
    column: str | None = None
    measure: Iri | None = None
    measure_label: str | None = None

    @property
    def size(self) -> Decimal | None:
        """The number to draw; None where it is words, a change, of no told year, or out of all bounds."""
        if self.year is None or self.target_kind is not None or self.comparator in IN_WORDS:
            return None
        told = self.sek if self.sek is not None else self.number
        return told if told is not None and abs(told) < LARGEST else None


#: What is as large as this is no figure of a plan, and would leave no room in a picture for those that are.
LARGEST = Decimal(10) ** 15
#: Targets that say which way to go, not where.
IN_WORDS = frozenset({rt.Increase, rt.Decrease, rt.BetterThanBenchmark})
#: Roles that say how much something changed: no level, so not beside levels.
CHANGES = frozenset({rt.Change, rt.PriceChange, rt.VolumeChange, rt.Remaining})


@dataclass(frozen=True)
class Spot:
    """What is drawn once: a number of a year in a role, and all that tell it; `differs` where others tell another."""

    year: int
    role: Iri
    number: Decimal
    partial: bool
    readings: tuple[Reading, ...]
    differs: bool = False

    @property
    def suggested(self) -> bool:
        """Whether only suggested links say that it is of this thing."""
        return all(each.known == "suggested" for each in self.readings)

    @property
    def first(self) -> Reading:
        """The one that is surest to tell of the thing."""
        return self.readings[0]


#: The surest first.
KNOWN = ("stated", "confirmed", "lineage", "suggested")


def readings(found: Sheet) -> tuple[Reading, ...]:
    """The rows of a sheet, each value once."""
    rows: dict[tuple[object, Iri], Reading] = {}
    for one in made(found.answer, Reading):
        rows.setdefault((one.measure, one.value), one)
    return tuple(rows.values())


def main_unit(found: Iterable[Reading]) -> Iri | None:
    """The unit that most numbers that can be drawn are in: only those are drawn, since an axis has one unit."""
    units = [each.unit for each in found if each.size is not None]
    return max(units, key=lambda unit: (units.count(unit), unit is not None, unit or ""), default=None)


def spots(found: Iterable[Reading]) -> tuple[Spot, ...]:
    """What can be drawn, by year and role."""
    drawn = [each for each in found if each.size is not None and each.role not in CHANGES]
    drawn.sort(key=_place)
    return tuple(spot for _, same in groupby(drawn, key=_place) for spot in _told(list(same)))


def _place(one: Reading) -> tuple[int, str, bool, str]:
    """What must be alike for two figures to be of the same: a part of a year is another part where it is called so."""
    partial = bool(one.part_of_year)
    return one.year or 0, one.role, partial, (one.period or "") if partial else ""


def _told(same: list[Reading]) -> Iterator[Spot]:
    """Spots of one year and role; the most exact number stands for those that are the same, rounded."""
    left = sorted(same, key=lambda one: (_step(one) == 0, _step(one), KNOWN.index(one.known), one.value))
    found: list[Spot] = []
    while left:
        exact = left[0]
        alike = [one for one in left if one is exact or _agree(exact, one)]
        left = [one for one in left if one not in alike]
        alike.sort(key=lambda one: (KNOWN.index(one.known), one.edition, one.value))
        found.append(
            Spot(exact.year or 0, exact.role, exact.size or Decimal(0), bool(exact.part_of_year), tuple(alike))
        )
    yield from (replace(each, differs=len(found) > 1) for each in found)


def _step(one: Reading) -> Decimal:
    return step(one.size or Decimal(0), one.as_written)


def _agree(one: Reading, other: Reading) -> bool:
    return agree(one.size or Decimal(0), _step(one), other.size or Decimal(0), _step(other))

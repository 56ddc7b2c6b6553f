"""Columns of figures that tell how other columns differ, and what that says about a row's cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations

from loaders.layout.headers import Column
from loaders.words.numbers import to_decimal
from loaders.words.roundings import half_steps
from loaders.words.units import money_unit_in, unit_in
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

#: Which meanings the difference of a column is between: the newer or the forecast, then what it is compared with.
COMPARED: dict[str, tuple[str, str]] = {
    "off_budget": ("now", "budget"),
    "off_before": ("now", "before"),
    "off_forecast": ("forecast", "budget_year"),
    "change": ("now", "before"),
    "share": ("now", "before"),
}
ROLES: dict[str, Iri] = {
    "now": rt.Outcome,
    "before": rt.Outcome,
    "earlier": rt.Outcome,
    "books": rt.Outcome,
    "budget": rt.Budget,
    "budget_year": rt.Budget,
    "forecast": rt.Forecast,
    "off_budget": rt.Change,
    "off_before": rt.Change,
    "off_forecast": rt.Change,
    "change": rt.Change,
    "share": rt.Change,
}
#: The weight of a comparison that comes out.
COMES_OUT = 2
LAST_YEAR = frozenset({"before", "books"})


@dataclass(frozen=True)
class FigureColumn:
    """A column of figures: its meaning, role, year, unit if its head tells one, and its heading as printed.

    `per_cent` is None where no head of the table has a per cent sign.
    """

    meaning: str
    role: Iri
    year: int | None
    text: str
    unit: Iri | None = None
    per_cent: bool | None = None


def layout_of(columns: Sequence[Column], year: int) -> "Layout":
    """The layout of the columns of figures of a head, in a report on a year; "last year" is the year before."""
    chosen = [column for column in columns if column.meaning in ROLES]
    signs = any("%" in column.text for column in chosen)
    made = (
        FigureColumn(
            column.meaning,
            ROLES[column.meaning],
            column.year or year - (column.meaning in LAST_YEAR),
            column.text,
            unit_in(column.text),
            "%" in column.text if signs else None,
        )
        for column in chosen
    )
    return Layout(tuple(made))


@dataclass(frozen=True)
class Comparison:
    """The positions of a change, and of the two columns that it is the change between."""

    change: int
    new: int
    old: int


@dataclass(frozen=True)
class Judgement:
    """How well cells fit their columns, whether any comparison comes out, whether all do and no cell is empty."""

    score: int
    told: bool
    fits: bool


@dataclass(frozen=True)
class Layout:
    """The columns of figures of a table, and what they say about each other."""

    columns: tuple[FigureColumn, ...]

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The comparisons that the head makes: each with the nearest columns of its meanings, those before it first."""
        made = []
        for at, column in enumerate(self.columns):
            sides = [self.nearest(at, meaning) for meaning in COMPARED.get(column.meaning, ())]
            if len(sides) == 2 and sides[0] is not None and sides[1] is not None:
                made.append(Comparison(at, sides[0], sides[1]))
        return tuple(made)

    def nearest(self, at: int, meaning: str) -> int | None:
        """The position of the last column of a meaning before a position, else of the first behind it."""
        found = [position for position, column in enumerate(self.columns) if column.meaning == meaning]
        before = [position for position in found if position < at]
        return before[-1] if before else found[0] if found else None

    @cached_property
    def twins(self) -> tuple[tuple[int, int], ...]:
        """Pairs of columns of one role and year, which in a report on a whole year should agree."""
        pairs = combinations(enumerate(self.columns), 2)
        return tuple(
            (left, right)
            for (left, one), (right, other) in pairs
            if one.role == other.role != rt.Change and one.year == other.year and one.meaning != other.meaning
        )

    def judge(self, cells: Sequence[str]) -> "Judgement":
        """How well cells fit: the more comparisons come out and the more twins agree, the better."""
        numbers = [number_of(cell) for cell in cells]
        weights = [self.weight(cells, numbers, comparison) for comparison in self.comparisons]
        score = sum(weights)
        for left, right in self.twins:
            one, other = numbers[left], numbers[right]
            score += 1 if one is not None and one == other else -1 if (one is None) != (other is None) else 0
        full = None not in numbers and all(weight == COMES_OUT for weight in weights)
        return Judgement(score, COMES_OUT in weights, full)

    def weight(self, cells: Sequence[str], numbers: Sequence[Decimal | None], comparison: Comparison) -> int:
        """2 for a comparison that comes out; less than nought for one that doesn't, or that lacks a side."""
        change, new, old = (numbers[at] for at in (comparison.change, comparison.new, comparison.old))
        if change is None:
            return -1 if new is not None and old is not None else 0
        if new is None or old is None:
            return -2
        per_cent = cells[comparison.change].endswith("%") or bool(self.columns[comparison.change].per_cent)
        return COMES_OUT if is_difference(change, new, old) or (per_cent and is_share(change, new, old)) else -1


@lru_cache(maxsize=10_000)
def number_of(cell: str) -> Decimal | None:
    """The number in a cell."""
    return to_decimal(cell)


def is_difference(change: Decimal, new: Decimal, old: Decimal) -> bool:
    """Whether a change is the difference of two figures, as far as roundings go."""
    return abs(new - old - change) <= half_steps((change, new, old))


def is_share(change: Decimal, new: Decimal, old: Decimal) -> bool:
    """Whether a change is the difference in per cent of the old figure, give or take one of its last decimal."""
    if not old:
        return not change
    step = half_steps((change,)) * 2
    rounding = (half_steps((new,)) + half_steps((old,)) * abs(new / old)) * 100 / abs(old)
    return abs((new - old) * 100 / old - change) <= step + rounding


def unit_of_cell(cell: str, column: FigureColumn, table: Iri | None) -> Iri | None:
    """The unit of a figure: its own per cent sign, its column's head, the table's heading; a change is in its own."""
    if cell.rstrip("*").endswith("%") or column.per_cent:
        return Unit.PERCENT
    return money_unit_in(cell) or column.unit or (None if column.role == rt.Change and table == Unit.PERCENT else table)

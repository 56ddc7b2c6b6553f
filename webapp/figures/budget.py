"""A plan's budget: its tables as sections, their lines as trees, each column with what was printed in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ontology import rt
from ontology.iri import Iri
from webapp.ask import made
from webapp.figures.sums import Check, Column, checks, column_of
from webapp.sheet import Sheet

#: What a bar shows first of a year, in plans and in reports; what it is held against.
PLANNED = (rt.Budget, rt.ExpectedEffect, rt.RegionalPlanBudget, rt.Decided, rt.Forecast, rt.Change, rt.Outcome)
REPORTED = (rt.Outcome, rt.RealisedEffect, rt.Forecast, rt.Budget, rt.ExpectedEffect, rt.Remaining, rt.Change)
AGAINST = {
    rt.Outcome: ((0, rt.Budget), (-1, rt.Outcome)),
    rt.RealisedEffect: ((0, rt.ExpectedEffect),),
    rt.Forecast: ((0, rt.Budget),),
    rt.Budget: ((-1, rt.Budget), (-1, rt.Outcome), (0, rt.RegionalPlanBudget)),
}


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A row of the sheet: a line and one amount of it; a line without amounts has one row with none."""

    kind: Iri
    table: str | None
    thing: Iri
    thing_label: str
    part_of: Iri | None
    part_of_label: str | None
    total: bool | None
    year: int | None
    role: Iri | None
    amount: Iri | None
    sek: Decimal | None
    as_written: str | None
    column: str | None
    period: str | None
    part_of_year: bool | None
    passage: Iri | None
    file: str | None
    line: int | None
    start: int


@dataclass(frozen=True)
class Line:
    """A budget line with its amounts, the lines that are part of it (varav), and whether it is a sum."""

    iri: Iri
    title: str
    total: bool
    depth: int
    amounts: tuple[Amount, ...]
    parts: tuple["Line", ...]
    checks: tuple[Check, ...] = ()
    cover: tuple[Check, ...] = ()

    def at(self, column: Column | None) -> tuple[Amount, ...]:
        """Its amounts in a column."""
        return tuple(each for each in self.amounts if column_of(each) == column)

    def sek(self, column: Column | None) -> Decimal | None:
        """Its one amount in a column; None where there is none, or where it is told twice."""
        found = {each.sek for each in self.at(column)}
        return found.pop() if len(found) == 1 else None

    def check(self, column: Column | None) -> Check | None:
        """Whether it adds up in a column, where it is a sum."""
        return next((each for each in self.checks if each.column == column), None)

    def covered(self, column: Column | None) -> Check | None:
        """How much of it its parts cover in a column."""
        return next((each for each in self.cover if each.column == column), None)

    @property
    def all(self) -> tuple["Line", ...]:
        """It and all its parts, in the order they are printed in."""
        return (self, *(each for part in self.parts for each in part.all))


@dataclass(frozen=True)
class Section:
    """A table of the plan: its lines of one class under one heading; `columns` in their order.

    `shown` is the column that bars show, `against` the one they are held against; None where there is none.
    """

    kind: Iri
    table: str | None
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    shown: Column | None
    against: Column | None

    @cached_property
    def all(self) -> tuple[Line, ...]:
        """All lines, in the order they are printed in."""
        return tuple(each for line in self.lines for each in line.all)


def amounts(found: Sheet) -> tuple[Amount, ...]:
    """The rows of the sheet, each amount once."""
    rows: dict[tuple[Iri, Iri | None], Amount] = {}
    for one in made(found.answer, Amount):
        rows.setdefault((one.thing, one.amount), one)
    return tuple(rows.values())


def sections(
    found: Sequence[Amount], sums: Mapping[Iri, Sequence[Iri]], year: int, *, report: bool
) -> tuple[Section, ...]:
    """The tables of a plan in their order; bars show `year` where they can."""
    by_line: dict[Iri, list[Amount]] = {}
    for one in sorted(found, key=lambda one: one.start):
        by_line.setdefault(one.thing, []).append(one)
    tables: dict[tuple[Iri, str | None], list[Iri]] = {}
    for iri, own in by_line.items():
        tables.setdefault((own[0].kind, own[0].table), []).append(iri)
    return tuple(_section(key, lines, by_line, sums, year, report) for key, lines in tables.items())


def _section(
    key: tuple[Iri, str | None],
    lines: Sequence[Iri],
    by_line: Mapping[Iri, Sequence[Amount]],
    sums: Mapping[Iri, Sequence[Iri]],
    year: int,
    report: bool,
) -> Section:
    parts: dict[Iri | None, list[Iri]] = {}
    for iri in lines:
        above = by_line[iri][0].part_of
        parts.setdefault(above if above in lines else None, []).append(iri)
    tops = tuple(_line(iri, 0, parts, by_line, sums) for iri in parts.get(None, ()))
    every = [each for line in tops for one in line.all for each in one.amounts]
    columns = tuple(dict.fromkeys(column_of(each) for each in sorted(every, key=_in_order)))
    shown = _shown(columns, every, year, REPORTED if report else PLANNED)
    return Section(*key, tops, columns, shown, _against(columns, every, shown))


def _line(
    iri: Iri,
    depth: int,
    parts: Mapping[Iri | None, Sequence[Iri]],
    by_line: Mapping[Iri, Sequence[Amount]],
    sums: Mapping[Iri, Sequence[Iri]],
) -> Line:
    own = by_line[iri]
    told = _told(own)
    below = tuple(_line(each, depth + 1, parts, by_line, sums) for each in parts.get(iri, ()))
    return Line(
        iri=iri,
        title=own[0].thing_label,
        total=bool(own[0].total),
        depth=depth,
        amounts=told,
        parts=below,
        checks=checks(told, [_told(by_line.get(each, ())) for each in sums.get(iri, ())]),
        cover=checks(told, [each.amounts for each in below]),
    )


def _told(own: Iterable[Amount]) -> tuple[Amount, ...]:
    return tuple(each for each in own if each.amount is not None)


def _in_order(one: Amount) -> tuple[int, int, int]:
    """Columns by year, plans' own wishes for the time beyond last; within a year as they stand on the line."""
    return one.year or 9999, REPORTED[::-1].index(one.role) if one.role in REPORTED else -1, one.line or 0


def _shown(columns: Sequence[Column], every: Sequence[Amount], year: int, roles: Sequence[Iri]) -> Column | None:
    """The column of the year in the role that matters most; else the one that most lines have."""
    counts = {column: sum(column_of(each) == column for each in every) for column in columns}
    of_year = [column for column in columns if column[0] == year and column[1] in roles]
    if of_year:
        return min(of_year, key=lambda column: (roles.index(column[1] or Iri("")), -counts[column]))
    return max(columns, key=lambda column: (counts[column], column[0] or 0), default=None)


def _against(columns: Sequence[Column], every: Sequence[Amount], shown: Column | None) -> Column | None:
    """The column that the shown one is held against: a budget for an outcome, the year before for a budget."""
    if shown is None or shown[0] is None or shown[1] is None:
        return None
    for later, role in AGAINST.get(shown[1], ()):
        found = [column for column in columns if column[:2] == (shown[0] + later, role)]
        if found:
            return max(found, key=lambda column: sum(column_of(each) == column for each in every))
    return None

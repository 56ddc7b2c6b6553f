"""A store with documents of an invented region: plans, reports, a later edition, and a report that disagrees."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from graph.memory import MemoryStore
from graph.place import Place
from graph.records import (
    Activity,
    AllocationLine,
    Amount,
    Doubt,
    GrantLine,
    IncomeStatementLine,
    Indicator,
    IndicatorValue,
    InitiativeLine,
    Kept,
    Reading,
    Record,
    Region,
    RevenueLine,
)
from graph.view import View
from loaders.corpus import Told, facts_from
from loaders.run import read
from ontology import rt
from ontology.iri import Iri

CASES = Path(__file__).parents[1] / "data" / "plans"
CASE = "forvaltningsplan-celler"
OTHERS = ("arsredovisning-celler", "arsredovisning-siffror-celler", "verksamhetsplan-namnd", "enhetsplan-punktlistor")


@pytest.fixture(scope="session")
def view() -> View:
    """What the documents state."""
    plan = case(CASE)
    store = MemoryStore()
    with store.writing() as draft:
        for reading in (plan, next_edition(plan), report_on(plan), neighbour(plan), *map(case, OTHERS)):
            draft.put(reading)
    return store.view()


def case(name: str) -> Reading:
    """A document of the tests' own, under a name of its own."""
    folder = CASES / name
    reading = read(
        Told(folder / "plan.txt", facts_from(tomllib.loads((folder / "facts.toml").read_text("utf-8"))))
    ).reading
    return replace(reading, source=replace(reading.source, name=f"{name}.txt"))


def next_edition(plan: Reading) -> Reading:
    """The plan a year later: the first activity is gone, another one has its number, and a target has moved."""
    edition = replace(plan.plan, title="Nästa plan", year=plan.plan.year + 1, place=None)
    activities = [each for each in plan.records if isinstance(each, Activity)]
    kept = replace(activities[1], title=activities[1].title.upper().replace(" ", "  "), serves=(), part_of=())
    new = replace(activities[0], title="Helt ny", description="Något annat", serves=(), part_of=(), coordinated_with=())
    target = next(each for each in values(plan) if each.role == rt.Target and each.target_kind is None)
    moved = replace(target, number=target.number + 1, as_written="flyttat")  # type: ignore[operator]  # it has one
    return Reading(replace(plan.source, name="next.txt"), edition, (kept, new, target.of, moved), (), ())


def neighbour(plan: Reading) -> Reading:
    """Another region's plan: what a plan does and measures, one figure of it known for a part of the year only."""
    region = Region(code="98", name="Region Granne")
    edition = replace(plan.plan, region=region, organisation=replace(plan.plan.organisation, region=region), place=None)
    activities = [each for each in plan.records if isinstance(each, Activity)][:6]
    alone = [replace(each, serves=(), part_of=(), coordinated_with=()) for each in activities]
    measured = [each for each in values(plan) if each.role in (rt.Target, rt.Outcome)]
    in_part = replace(measured[-1], part_of_year=True)
    figures = [each for each in measured[:-1] if each.of != in_part.of]
    records = (*alone, *dict.fromkeys(each.of for each in figures), *figures, in_part.of, in_part)
    return Reading(replace(plan.source, name="neighbour.txt"), edition, records, (), ())


def values(plan: Reading) -> Iterator[IndicatorValue]:
    """The plan's figures for whole years."""
    return (
        each
        for each in plan.records
        if isinstance(each, IndicatorValue) and each.year and each.number is not None and not each.part_of_year
    )


def report_on(plan: Reading) -> Reading:
    """A later report that gives one of the plan's outcomes anew, the outcome of one of its grants, and odd sums.

    It stands in the same words, and has a line that nobody understood.
    """
    edition = replace(plan.plan, kind=rt.AnnualReport, title="Årsredovisning", year=plan.plan.year + 1, place=None)
    place = plan.records[-1].place
    unread = Kept(plan.records[0].place.spans[0], rt.UnreadPassage)
    value = next(values(plan))
    restated = (value.of, replace(value, number=value.number + 1, as_written="annat"))  # type: ignore[operator]
    records = (*restated, *granted(plan.records), *sums(place), *other_money(place), *missed(place))
    doubt = Doubt(rt.YearNotTold, place, "Året framgår inte.", "The year is not told.")
    return Reading(replace(plan.source, name="report.txt"), edition, records, (doubt,), (unread,))


def granted(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """A grant of the plan with its outcome, and what it says was planned, which differs."""
    amount = next(
        each
        for each in records
        if isinstance(each, Amount) and isinstance(each.of, GrantLine) and each.role == rt.Budget and each.year
    )
    outcome = replace(amount, role=rt.Outcome, sek=amount.sek - Decimal(1000))
    return (
        amount.of,
        outcome,
        replace(amount, sek=amount.sek + Decimal(9_000_000), as_written="annat", part_of_year=None),
    )


def sums(place: Place) -> tuple[Record, ...]:
    """Two sums of the same two parts, of which one is right; one more part has no amount in 2032."""
    parts = [AllocationLine(title=title, place=place) for title in ("Syd", "Nord", "Väst")]
    whole = AllocationLine(title="Hela", is_total=True, sum_of=tuple(parts), place=place)
    right = ((parts[0], 2031, 10), (parts[1], 2031, 20), (parts[2], 2031, 5), (whole, 2031, 35))
    figures = (*right, (parts[0], 2032, 10), (parts[1], 2032, 20), (whole, 2032, 33))
    return (*parts, whole, *(amount(line, year, sek, rt.Budget, place) for line, year, sek in figures))


def other_money(place: Place) -> tuple[Record, ...]:
    """A row of an income statement, of a part of the year and of the whole; revenue and an initiative."""
    row = IncomeStatementLine(title="Löner", place=place)
    budget = amount(row, 2031, -100, rt.Budget, place)
    outcome = replace(
        amount(row, 2031, -90, rt.Outcome, place), part_of_year=True, period_text="delår 2", column="Delår"
    )
    whole = replace(amount(row, 2031, -110, rt.Outcome, place), column="Helår")
    revenue, initiative = RevenueLine(title="Tvätt", place=place), InitiativeLine(title="Fler platser", place=place)
    more = (amount(revenue, 2031, 3, rt.PriceChange, place), amount(initiative, 2031, 7, rt.Budget, place))
    return row, budget, outcome, whole, revenue, initiative, *more


def missed(place: Place) -> tuple[Record, ...]:
    """A measure that missed its target two years in a row, and one that missed it in the first year alone."""
    never, once = (Indicator(title=title, place=place) for title in ("Svar i tid", "Besök i tid"))
    outcomes = ((never, 2031, 80), (never, 2032, 85), (once, 2031, 80), (once, 2032, 95))
    told = [figure(of, rt.Outcome, year, number, place) for of, year, number in outcomes]
    aims = [
        replace(figure(of, rt.Target, year, 90, place), comparator=rt.AtLeast)
        for of in (never, once)
        for year in (2031, 2032)
    ]
    return never, once, *told, *aims


def figure(of: Indicator, role: Iri, year: int, number: int, place: Place) -> IndicatorValue:
    """A figure of a whole year."""
    return IndicatorValue(of=of, role=role, year=year, number=Decimal(number), as_written=str(number), place=place)


def amount(line: Record, year: int, sek: int, role: str, place: Place) -> Amount:
    """An amount of whole kronor."""
    return Amount(of=line, year=year, sek=Decimal(sek), role=role, as_written=str(sek), place=place)  # type: ignore[arg-type]

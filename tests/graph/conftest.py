"""A small plan of an invented region, built by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

import pytest

from graph.place import Place, Span
from graph.records import (
    Activity,
    AllocationLine,
    Amount,
    Assignment,
    ByNumber,
    Doubt,
    FocusArea,
    Indicator,
    IndicatorValue,
    Kept,
    Organisation,
    Plan,
    Reading,
    Record,
    Region,
    Source,
)
from ontology import rt
from ontology.vocab import Unit

TEXT = """Sjöviks omsorgsplan {year}–{last}

Trygga hem
U1\tFler ska få stöd hemma
7\tNattpatruller i varje ort\tU1, U9
Svarstid i telefon\t81,5 %\t90 %
Hemtjänst\t120,5
varav nätter\t20
Orten växer och åldras.
"""


@dataclass(frozen=True)
class Sheet:
    """A text in which a place is found by its words."""

    text: str

    def span(self, words: str) -> Span:
        """Where the words stand for the first time."""
        start = self.text.index(words)
        line = self.text.count("\n", 0, start) + 1
        return Span(start, start + len(words), line, line + words.count("\n"))

    def place(self, *words: str) -> Place:
        """The stretches together."""
        return Place(tuple(map(self.span, words)))


REGION = Region(code="97", name="Region Sjövik")
BOARD = Organisation(name="Omsorgsnämnden", slug="on", region=REGION)
CARE = Organisation(name="Omsorgsförvaltningen", slug="of", region=REGION, parent=BOARD)


def undertakings(sheet: Sheet) -> tuple[Record, ...]:
    """A focus area, an assignment and an activity that serves it and one that is not there."""
    area = FocusArea(name="Trygga hem", place=sheet.place("Trygga hem"))
    assignment = Assignment(
        notation="U1",
        description="Fler ska få stöd hemma",
        focus_area=area,
        place=sheet.place("U1\tFler ska få stöd hemma"),
    )
    activity = Activity(
        notation="7",
        title="Nattpatruller i varje ort",
        serves=(ByNumber(Assignment, "U1"), ByNumber(Assignment, "U9")),
        focus_area_by_order=area,
        table="Aktiviteter",
        place=sheet.place("7\tNattpatruller i varje ort\tU1, U9"),
    )
    return area, assignment, activity


def measured(sheet: Sheet, year: int) -> tuple[Record, ...]:
    """An indicator with an outcome and a target."""
    words = "Svarstid i telefon"
    indicator = Indicator(title=words, reporting=(rt.Monthly, rt.Yearly), place=sheet.place(words))
    outcome = IndicatorValue(
        of=indicator,
        role=rt.Outcome,
        as_written="81,5 %",
        year=year - 2,
        number=Decimal("81.50"),
        unit=Unit.PERCENT,
        column="Utfall",
        part_of_year=True,
        place=sheet.place("81,5 %"),
    )
    target = IndicatorValue(
        of=indicator,
        role=rt.Target,
        as_written="90 %",
        year=year,
        number=Decimal(90),
        unit=Unit.PERCENT,
        comparator=rt.AtLeast,
        column="Mål",
        place=sheet.place("90 %"),
    )
    return indicator, outcome, target


def money(sheet: Sheet, year: int) -> tuple[Record, ...]:
    """A line and a part of it, the part's amount last and without a year."""
    care = AllocationLine(title="Hemtjänst", place=sheet.place("Hemtjänst"))
    nights = AllocationLine(title="nätter", parent=care, place=sheet.place("varav nätter"))
    whole, part = Decimal(120_500_000), Decimal(20_000_000)
    budget = Amount(of=care, role=rt.Budget, sek=whole, as_written="120,5", year=year, place=sheet.place("120,5"))
    of_nights = Amount(of=nights, role=rt.Budget, sek=part, as_written="20", place=sheet.place("nätter\t20"))
    return care, nights, budget, of_nights


def small_plan(year: int = 2031, name: str = "sjovik.txt", *, extra: str = "", title: str = "Omsorgsplan") -> Reading:
    """A plan with one of most things; `extra` is added to its text."""
    sheet = Sheet(TEXT.format(year=year, last=year + 2) + extra)
    checksum = sha256(sheet.text.encode()).hexdigest()
    records = (*undertakings(sheet), *measured(sheet, year), *money(sheet, year))
    edition = Plan(
        kind=rt.ManagementPlan,
        title=title,
        year=year,
        period_start=year,
        period_end=year + 2,
        organisation=CARE,
        region=REGION,
        place=sheet.place(f"Sjöviks omsorgsplan {year}–{year + 2}"),
    )
    prose = Kept(sheet.span("Orten växer och åldras."), rt.ProsePassage)
    heading = Kept(sheet.span("Trygga hem"), rt.HeadingPassage)
    doubt = Doubt(rt.YearNotTold, records[-1].place, "Året framgår inte.", "The year is not told.", records[-1])
    source = Source(name, checksum, "text/plain", sheet.text, sheet.text.count("\n"), "plain text")
    return Reading(source, edition, records, (doubt,), (prose, heading))


@pytest.fixture
def plan() -> Callable[..., Reading]:
    """Make the small plan."""
    return small_plan


@pytest.fixture
def sheet() -> Callable[[str], Sheet]:
    """Make a text in which places are found by their words."""
    return Sheet

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


def small_plan(year: int = 2031, name: str = "sjovik.txt", *, extra: str = "", title: str = "Sjöviks omsorgsplan") -> Reading:
    """A plan with one of most things; `extra` is added to its text."""
    sheet = Sheet(TEXT.format(year=year, last=year + 2) + extra)
    area = FocusArea(name="Trygga hem", place=sheet.place("Trygga hem"))
    assignment = Assignment(
        notation="U1", description="Fler ska få stöd hemma", focus_area=area, place=sheet.place("U1\tFler ska få stöd hemma")
    )
    activity = Activity(
        notation="7",
        title="Nattpatruller i varje ort",
        serves=(ByNumber(Assignment, "U1"), ByNumber(Assignment, "U9")),
        focus_area_by_order=area,
        table="Aktiviteter",
        place=sheet.place("7\tNattpatruller i varje ort\tU1, U9"),
    )
    indicator = Indicator(title="Svarstid i telefon", reporting=(rt.Monthly, rt.Yearly), place=sheet.place("Svarstid i telefon"))
    outcome = IndicatorValue(
        of=indicator, role=rt.Outcome, as_written="81,5 %", year=year - 2, number=Decimal("81.50"), unit=Unit.PERCENT,
        column="Utfall", part_of_year=True, place=sheet.place("81,5 %"),
    )  # fmt: skip
    target = IndicatorValue(
        of=indicator, role=rt.Target, as_written="90 %", year=year, number=Decimal(90), unit=Unit.PERCENT,
        comparator=rt.AtLeast, column="Mål", place=sheet.place("90 %"),
    )  # fmt: skip
    care = AllocationLine(title="Hemtjänst", place=sheet.place("Hemtjänst"))
    nights = AllocationLine(title="nätter", parent=care, place=sheet.place("varav nätter"))
    budget = Amount(of=care, role=rt.Budget, sek=Decimal(120_500_000), as_written="120,5", year=year, place=sheet.place("120,5"))
    night_budget = Amount(of=nights, role=rt.Budget, sek=Decimal(20_000_000), as_written="20", place=sheet.place("nätter\t20"))
    return Reading(
        source=Source(name, sha256(sheet.text.encode()).hexdigest(), "text/plain", sheet.text, sheet.text.count("\n"), "plain text"),
        plan=Plan(
            kind=rt.ManagementPlan, title=title, year=year, period_start=year, period_end=year + 2,
            organisation=CARE, region=REGION, place=sheet.place(f"Sjöviks omsorgsplan {year}–{year + 2}"),
        ),  # fmt: skip
        records=(area, assignment, activity, indicator, outcome, target, care, nights, budget, night_budget),
        doubts=(Doubt(rt.YearNotTold, night_budget.place, "Året framgår inte.", "The year is not told.", night_budget),),
        kept=(Kept(sheet.span("Orten växer och åldras."), rt.ProsePassage), Kept(area.place.spans[0], rt.HeadingPassage)),
    )


@pytest.fixture
def plan() -> Callable[..., Reading]:
    """Make the small plan."""
    return small_plan


@pytest.fixture
def sheet() -> Callable[[str], Sheet]:
    """Make a text in which places are found by their words."""
    return Sheet

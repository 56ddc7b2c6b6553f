"""Tables of figures of reports: columns in the order of their cells, roles, years and columns of the values."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from graph.records import (
    Amount,
    IncomeStatementLine,
    IndicatorValue,
    ProductionMeasure,
    Reading,
    SavingLine,
    WorkforceMeasure,
)
from loaders.coverage import coverage
from loaders.document import Document
from loaders.facts import Facts
from ontology import rt

FOLDER = Path(__file__).parents[1] / "data" / "plans"
CASES = ("arsredovisning-siffror-radbruten", "arsredovisning-siffror-celler")


@pytest.fixture(params=CASES)
def report(
    request: pytest.FixtureRequest,
    read_as: Callable[[str, Facts], Reading],
    facts_of: Callable[[str], Facts],
) -> Reading:
    """A report of our own, from wrapped text and from cells."""
    return read_as((FOLDER / request.param / "plan.txt").read_text("utf-8"), facts_of(request.param))


def test_the_columns_of_a_value_are_as_printed(report: Reading) -> None:
    visits = next(one for one in report.records if isinstance(one, ProductionMeasure))
    values = [one for one in report.records if isinstance(one, IndicatorValue) and one.of is visits]
    assert [(one.column, one.role, one.year) for one in values] == [
        ("Ack utf Inn År", rt.Outcome, 2031),
        ("Ack Bud Inn år", rt.Budget, 2031),
        ("Ack avv Bud %", rt.Change, 2031),
        ("Ack utf Fg År", rt.Outcome, 2030),
        ("Ack avv Fg år %", rt.Change, 2031),
        ("Helår Prognos", rt.Forecast, 2031),
        ("Helår Budget", rt.Budget, 2031),
        ("Bokslut Utf Fg år", rt.Outcome, 2030),
    ]


def test_a_measure_of_another_table_is_another_measure(report: Reading) -> None:
    groups = {one.group for one in report.records if isinstance(one, ProductionMeasure)}
    assert {"Produktionsdata – Egna kliniker", "Produktionsdata – Tandvård"} <= groups


def test_a_change_is_this_year_less_last_year(report: Reading) -> None:
    for measure in (one for one in report.records if isinstance(one, WorkforceMeasure)):
        by_column = {
            one.column: one.number for one in report.records if isinstance(one, IndicatorValue) and one.of is measure
        }
        now, before, change = (by_column.get(name) for name in ("Innevarande År", "Föregeående År", "Förändring"))
        if now is not None and before is not None and change is not None:
            assert now - before == change, measure.title


def test_a_range_is_no_amount(report: Reading) -> None:
    (line,) = (one for one in report.records if isinstance(one, SavingLine) and one.due == "2034")
    assert line.note == ("21 – 34",)
    assert not [one for one in report.records if isinstance(one, Amount) and one.of is line]


def test_deviations_of_a_statement_are_changes(report: Reading) -> None:
    changes = [
        one
        for one in report.records
        if isinstance(one, Amount) and isinstance(one.of, IncomeStatementLine) and one.role == rt.Change
    ]
    assert {one.column for one in changes} <= {"Ack avv från budget", "Ack Avv Fg år"}
    assert Decimal(2_200_000) in {one.sek for one in changes}


def test_no_line_of_a_report_is_left_unread(report: Reading, as_document: Callable[[str], Document]) -> None:
    assert coverage(as_document(report.source.text), report).unread == ()

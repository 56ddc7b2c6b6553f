"""The tables of figures of the corpus' annual report: how much they state, and that it adds up."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from graph.records import (
    Amount,
    IncomeStatementLine,
    IndicatorValue,
    InvestmentLine,
    ProductionMeasure,
    Reading,
    ResultLine,
    SavingLine,
    WorkforceMeasure,
)
from loaders.facts import Facts
from ontology import rt


@pytest.fixture(scope="module")
def reading(corpus_of: Callable[[str], Any], read_as: Callable[[str, Facts], Reading]) -> Reading:
    (report,) = corpus_of("AnnualReport")
    return read_as(report.text, report.facts)


def test_all_that_its_tables_of_figures_state_is_found(reading: Reading) -> None:
    counted = Counter(type(record) for record in reading.records)
    assert {kind: counted[kind] for kind in (ProductionMeasure, WorkforceMeasure, ResultLine, InvestmentLine)} == {
        ProductionMeasure: 86,
        WorkforceMeasure: 58,
        ResultLine: 16,
        InvestmentLine: 15,
    }
    values = Counter(type(one.of) for one in reading.records if isinstance(one, IndicatorValue))
    assert (values[ProductionMeasure], values[WorkforceMeasure]) == (656, 188)
    amounts = Counter(type(one.of) for one in reading.records if isinstance(one, Amount))
    assert [amounts[kind] for kind in (IncomeStatementLine, ResultLine, SavingLine, InvestmentLine)] == [
        221,
        64,
        32,
        28,
    ]


def test_outcomes_of_last_year_agree_but_for_what_the_report_prints_otherwise(reading: Reading) -> None:
    by_measure: dict[ProductionMeasure, set[object]] = {}
    for one in reading.records:
        if isinstance(one, IndicatorValue) and isinstance(one.of, ProductionMeasure) and is_outcome_of_last_year(one):
            by_measure.setdefault(one.of, set()).add(one.number)
    differing = {measure.title for measure, numbers in by_measure.items() if len(numbers) > 1}
    assert differing == {"Medicinsk Teknik", "Hjälpmedelscentrum", "Besök, övriga yrkesgrupper"}


def is_outcome_of_last_year(value: IndicatorValue) -> bool:
    """Whether a value stands in one of the two columns of the year before."""
    return value.role == rt.Outcome and value.year == 2023 and (value.column or "").startswith(("Ack", "Bokslut"))


def test_what_is_odd_in_them_is_said(reading: Reading) -> None:
    kinds = Counter(one.kind for one in reading.doubts)
    assert kinds[rt.ColumnNotTold] == 0
    assert kinds[rt.ValueNotRead] >= 2
    assert kinds[rt.InferredFromOrder] >= 2

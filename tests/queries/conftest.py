"""A store with two documents of an invented region: a plan, and a report on its first year."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from graph.memory import MemoryStore
from graph.records import Amount, GrantLine, IndicatorValue, Kept, Reading, Record
from graph.view import View
from loaders.corpus import Told, facts_from
from loaders.run import read
from ontology import rt

CASE = Path(__file__).parents[1] / "data" / "plans" / "forvaltningsplan-celler"


@pytest.fixture(scope="session")
def view() -> View:
    """What the two documents state."""
    plan = read(Told(CASE / "plan.txt", facts_from(tomllib.loads((CASE / "facts.toml").read_text("utf-8"))))).reading
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan)
        draft.put(report_on(plan))
    return store.view()


def report_on(plan: Reading) -> Reading:
    """A later report that gives one of the plan's outcomes anew, and the outcome of one of its grants.

    It stands in the same words, and has a line that nobody understood.
    """
    edition = replace(plan.plan, kind=rt.AnnualReport, title="Årsredovisning", year=plan.plan.year + 1, place=None)
    text = plan.source.text
    unread = Kept(plan.records[-1].place.spans[0], rt.UnreadPassage)
    records = (*restated(plan.records), *granted(plan.records))
    return Reading(replace(plan.source, name="report.txt", text=text), edition, records, (), (unread,))


def restated(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """An indicator of the plan with another number for the same year."""
    value = next(
        each
        for each in records
        if isinstance(each, IndicatorValue) and each.year and each.number is not None and not each.part_of_year
    )
    assert value.number is not None
    return value.of, replace(value, number=value.number + 1, as_written="annat")


def granted(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """A grant of the plan with its outcome."""
    amount = next(
        each
        for each in records
        if isinstance(each, Amount) and isinstance(each.of, GrantLine) and each.role == rt.Budget and each.year
    )
    return amount.of, replace(amount, role=rt.Outcome, sek=amount.sek - Decimal(1000))

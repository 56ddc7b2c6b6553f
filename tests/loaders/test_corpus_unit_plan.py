"""The unit plan of the corpus: how much it states, and what its scorecard says of some measures."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from graph.records import Activity, FocusArea, Goal, Indicator, IndicatorValue, Reading, Statement
from loaders.coverage import coverage
from loaders.document import Document
from loaders.facts import Facts
from ontology import rt


@pytest.fixture(scope="module")
def reading(corpus_of: Callable[[str], Any], read_as: Callable[[str, Facts], Reading]) -> Reading:
    (plan,) = corpus_of("UnitPlan")
    return read_as(plan.text, plan.facts)


def test_all_that_it_states_is_found(reading: Reading) -> None:
    counted = Counter(type(record) for record in reading.records)
    assert [counted[kind] for kind in (FocusArea, Activity, Indicator, IndicatorValue, Goal)] == [5, 30, 17, 46, 22]
    kinds = Counter(record.kind for record in reading.records if isinstance(record, Statement))
    assert kinds == {rt.Vision: 2, rt.Mission: 6, rt.Principle: 19, rt.Comment: 6}


def test_no_line_is_left_unread(reading: Reading, as_document: Callable[[str], Document]) -> None:
    assert coverage(as_document(reading.source.text), reading).unread == ()


def test_every_activity_has_its_time_its_people_and_its_area(reading: Reading) -> None:
    activities = [record for record in reading.records if isinstance(record, Activity)]
    assert all(one.due_by and one.due_by.year == 2023 and one.responsible and one.focus_area for one in activities)
    by_area = Counter(one.focus_area.name for one in activities if one.focus_area)
    assert list(by_area.values()) == [7, 7, 6, 1, 9]
    assert Counter(one.due for one in activities) == {"Q4": 24, "Q3": 3, "Q2": 3}
    assert sum(len(one.responsible) for one in activities) == 32


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Andel besvarade samtal", "Outcome 2021 99.3, Outcome 2022 98.8, Target 2023 96, Target 2025 96"),
        ("Patientupplevelse", "Outcome 2020 93.9, Target None 90"),
        (
            "Ökning av antal ärenden via 1177.se",
            "Outcome 2021 710, Outcome 2022 818, Target 2023 None, Target 2025 None",
        ),
        ("Antal miljöavvikelser totalt", "Outcome 2021 5, Outcome 2022 0"),
        ("Klädregler och hygienrutiner", ""),
    ],
)
def test_values_stand_in_their_columns(title: str, expected: str, reading: Reading) -> None:
    values = [record for record in reading.records if isinstance(record, IndicatorValue) and record.of.title == title]
    assert ", ".join(f"{one.role.local} {one.year} {one.number}" for one in values) == expected

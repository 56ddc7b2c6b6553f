"""What a plan builds on: the regional plan that it names with its years, and no other."""

from collections.abc import Callable

import pytest

from graph.records import Region
from loaders.built_on import built_on
from loaders.document import Document
from ontology import rt

REGION = Region(code="99", name="Region Sjövik")


@pytest.mark.parametrize(
    ("sentence", "title", "years"),
    [
        ("Planen bygger på regionplan 2027–2029, med dess mål.", "regionplan 2027–2029", (2027, 2029)),
        ("Den utgår från regionplanen och\nbudgeten 2027-29.", "regionplanen och budgeten 2027-29", (2027, 2029)),
        (
            "Vi grundar oss. Planen baseras på Region Sjöviks regionplan 2028 - 2030",
            "regionplan 2028 - 2030",
            (2028, 2030),
        ),
    ],
)
def test_a_regional_plan_named_with_its_years_is_built_on(
    sentence: str, title: str, years: tuple[int, int], as_document: Callable[[str], Document]
) -> None:
    plan = built_on(as_document(f"Inledning\n\n{sentence}\n"), REGION)
    assert plan is not None
    assert (plan.kind, plan.title, plan.year, plan.period_end) == (rt.RegionalPlan, title, years[0], years[1])
    assert (plan.organisation.name, plan.region) == ("Region Sjövik", REGION)
    assert plan.place is not None
    assert plan.place.first_line == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Målen utgår från regionplanen och dess uppdrag.",
        "Beloppen följer beslutad nivå i regionplan 2027–2029.",
        "Vården bygger på kunskap. Regionplan 2027–2029 antas i juni.",
    ],
)
def test_a_plan_only_mentioned_is_not_built_on(sentence: str, as_document: Callable[[str], Document]) -> None:
    assert built_on(as_document(sentence + "\n"), REGION) is None

"""What comparing is worth against pairs judged by hand before any was suggested: of real plans, and of invented ones.

Two real regions whose plans are of different kinds, and two invented ones with measures of every grade.
"""

import csv
from collections.abc import Mapping
from decimal import Decimal

import pytest

from graph.derived.items import Items
from graph.derived.reading import read_items
from graph.iris import BASE
from graph.likeness import Likeness
from graph.suggesting.relations.comparable_with import suggest
from graph.suggesting.suggestion import Suggestion
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.rt import RT

from .two_regions import ROOT, invented

KEYS = {"real": "comparable-with", "made": "comparable-invented"}
SURE = Decimal("0.8")
Key = Mapping[tuple[Iri, Iri], Mapping[str, str]]
Found = Mapping[tuple[Iri, Iri], Suggestion]


@pytest.fixture(scope="module")
def real(real_view: View) -> Items:
    return read_items(real_view)


@pytest.fixture(scope="module")
def made() -> Items:
    return read_items(invented())


@pytest.fixture(scope="module", params=KEYS)
def held(request: pytest.FixtureRequest) -> tuple[Key, Found]:
    items: Items = request.getfixturevalue(request.param)
    found = {(each.subject, each.object): each for each in suggest(items, Likeness(items.all))}
    return key(KEYS[request.param]), found


def key(name: str) -> Key:
    with (ROOT / "tests" / "data" / "links" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {(Iri(BASE + row["subject"]), Iri(BASE + row["object"])): row for row in csv.DictReader(file)}


def likened(suggestion: Suggestion | None) -> bool:
    return suggestion is not None and suggestion.grade != rt.NotComparable


def test_what_is_sure_is_right(held: tuple[Key, Found]) -> None:
    judged, found = held
    sure = [pair for pair, each in found.items() if each.confidence >= SURE and pair in judged]
    right = [pair for pair in sure if judged[pair]["grade"] != "NotComparable"]
    assert len(right) >= 0.85 * len(sure) > 20


def test_what_nobody_judged_counts_as_wrong_and_still_most_sure_ones_are_right(real: Items) -> None:
    judged = key(KEYS["real"])
    sure = [(each.subject, each.object) for each in suggest(real, Likeness(real.all)) if each.confidence >= SURE]
    assert sum(judged.get(pair, {"grade": "NotComparable"})["grade"] != "NotComparable" for pair in sure) >= 0.75 * len(
        sure
    )


def test_clear_ones_are_found_and_most_others(held: tuple[Key, Found]) -> None:
    judged, found = held
    clear = [pair for pair, row in judged.items() if row["clear"] == "yes"]
    alike = [pair for pair, row in judged.items() if row["grade"] != "NotComparable"]
    assert sum(likened(found.get(pair)) for pair in clear) >= 0.75 * len(clear)
    assert sum(likened(found.get(pair)) for pair in alike) >= 0.65 * len(alike)


def test_few_that_only_look_alike_are_said_to_be_comparable(held: tuple[Key, Found]) -> None:
    judged, found = held
    alike = [pair for pair, row in judged.items() if row["grade"] == "NotComparable"]
    assert sum(likened(found.get(pair)) for pair in alike) <= 0.15 * len(alike)


def test_grades_of_measures_and_money_are_those_a_person_gives(made: Items) -> None:
    judged = key(KEYS["made"])
    found = {(each.subject, each.object): each for each in suggest(made, Likeness(made.all))}
    both = [
        (judged[pair]["grade"], found[pair].grade)
        for pair in judged.keys() & found.keys()
        if all(made.by_iri[end].family in (rt.Measure, rt.BudgetLine) for end in pair)
    ]
    right = sum(Iri(RT + told) == grade for told, grade in both)
    assert right >= 0.9 * len(both) > 20
    assert {grade for _, grade in both} == {rt.SameMeasure, rt.Close, rt.SameTheme, rt.NotComparable}


def test_not_three_times_as_many_are_suggested_as_a_person_would_make(real: Items) -> None:
    a_persons = sum(row["grade"] != "NotComparable" for row in key(KEYS["real"]).values())
    assert sum(map(likened, suggest(real, Likeness(real.all)))) <= 2 * a_persons


def test_plans_much_alike_have_not_many_links_for_each_thing(made: Items) -> None:
    found = list(suggest(made, Likeness(made.all)))
    smaller = {each.subject for each in found}
    assert len(found) <= 4 * len(smaller)


def test_what_is_not_comparable_is_never_surer_than_half_and_says_why(held: tuple[Key, Found]) -> None:
    _, found = held
    apart = [each for each in found.values() if each.grade == rt.NotComparable]
    assert apart
    for each in apart:
        assert each.confidence <= Decimal("0.5")
        assert each.evidence.split(".")[0].split(": ")[0] in WHY or "kan inte jämföras med" in each.evidence


#: What keeps two things apart, as it is told first.
WHY = {
    "Olika slags tal", "Olika nämnare", "Olika gränser", "Olika mått", "Olika nivå: en enhet mot en hel förvaltning",
    "Olika nivå", "Den ena har bara tal för en del av året", "Raderna rymmer olika mycket",
    "Vad en sådan rad rymmer skiljer sig mellan regioner", "Det är bra att den ena stiger och den andra sjunker",
}  # fmt: skip


def test_nothing_flat_is_said_of_what_is_not_comparable() -> None:
    view = invented()
    links = f"?link <{rt.grade}> <{rt.NotComparable}> ; <{rt.subject}> ?here ; <{rt.object_}> ?there"
    assert view.ask(f"ASK {{ {links} }}")
    assert not view.ask(f"ASK {{ {links} . ?here <{rt.suggests}> ?there }}")


@pytest.mark.parametrize("name", KEYS)
def test_every_judged_pair_is_of_things_that_are_there(name: str, request: pytest.FixtureRequest) -> None:
    judged = key(KEYS[name])
    assert {end for pair in judged for end in pair} <= request.getfixturevalue(name).by_iri.keys()
    assert {row["grade"] for row in judged.values()} <= {"SameMeasure", "Close", "SameTheme", "NotComparable"}
    assert all(here < there for here, there in judged)


def test_evidence_can_be_judged_in_one_glance(held: tuple[Key, Found]) -> None:
    _, found = held
    for each in found.values():
        assert 0 < len(each.evidence) <= 200
        assert each.subject < each.object

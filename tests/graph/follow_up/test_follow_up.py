"""The follow-up of Region Exempel's plan of 2027 by its annual report, against a table made by hand."""

from collections import Counter

import pytest

from graph.derived.items import Edition
from graph.follow_up.follow_up import Following, FollowUp
from graph.follow_up.standing import Standing
from graph.follow_up.targets import TargetRow
from graph.follow_up.ties import Route
from graph.follow_up.verdict import Verdict, Why
from ontology import rt
from ontology.iri import Iri

from ..region_exempel import derived, documents

#: How the activities of the plan stand in the report, read by hand.
ACTIVITIES = {
    "1": Standing.ON_PLAN, "2": Standing.ON_PLAN, "3": Standing.OFF_PLAN, "4": Standing.ON_PLAN, "5": Standing.OFF_PLAN,
    "6": Standing.NOT_MENTIONED, "7": Standing.PARTLY, "8": Standing.ON_PLAN, "9": Standing.DONE, "10": Standing.ON_PLAN,
    "11": Standing.ONGOING, "12": Standing.ON_PLAN, "13": Standing.NOT_STARTED, "14": Standing.ON_PLAN,
    "15": Standing.ON_PLAN, "16": Standing.OFF_PLAN, "17": Standing.DONE, "18": Standing.OFF_PLAN, "19": Standing.ON_PLAN,
    "20": Standing.ON_PLAN, "21": Standing.ON_PLAN, "22": Standing.OFF_PLAN, "23": Standing.ONGOING, "24": Standing.DONE,
    "25": Standing.ON_PLAN, "26": Standing.DONE, "27": Standing.OFF_PLAN,
}  # fmt: skip
#: What became of the targets of 2027 that the report, or the plan of 2028, has an outcome for.
TARGETS = {
    "Förtroende för länets sjukhus": Why.NO_BENCHMARK,
    "Förtroende för vårdcentralen": Why.NO_BENCHMARK,
    "Deltagande i tarmscreening": Verdict.NOT_REACHED,
    "Deltagande i mammografi": Why.DIRECTION,
    "Hälsosamtal för 55-åringar": Verdict.NOT_REACHED,
    "Besök via video eller chatt": Verdict.NOT_REACHED,
    "Primärvårdens andel av kostnaden": Verdict.NOT_REACHED,
    "Patienter som får vård inom vårdgarantin BUP Utredning (30 dagar)": Verdict.NOT_REACHED,
    "Väntan i telefon till 1177 (minuter)": Why.UNIT,
    "Beläggning på vårdplatser": Why.PART_OF_YEAR,
    "Sjukfrånvaro": Verdict.NOT_REACHED,
    "Hållbart engagemang (HME-index)": Verdict.NOT_REACHED,
    "Resultat och helårsprognos": Why.PART_OF_YEAR,
    "Inhyrd personal (andel av egna personalkostnader)": Verdict.NOT_REACHED,
}


@pytest.fixture(scope="module")
def following() -> Following:
    """The follow-up with the links by hand."""
    return Following(documents(linked=True))


@pytest.fixture(scope="module")
def suggested() -> Following:
    """The follow-up with the links that are derived."""
    return Following(derived())


def edition(following: Following, kind: Iri, year: int) -> Edition:
    """A document."""
    (found,) = [each for each in following.items.editions if each.kind == kind and each.year == year]
    return found


def plan(following: Following, kind: Iri = rt.ManagementPlan, year: int = 2027) -> FollowUp:
    """The follow-up of a plan."""
    return following.of(edition(following, kind, year))


def told(row: TargetRow) -> Verdict | Why:
    """What is said of a target."""
    return row.judgement.why or row.judgement.verdict


@pytest.mark.parametrize("links", ["following", "suggested"])
def test_activities_stand_as_the_report_says(links: str, request: pytest.FixtureRequest) -> None:
    told = plan(request.getfixturevalue(links))
    found = {each.item.notation: each.standing for each in told.items if each.item.kind == rt.Activity}
    assert {number: standing for number, standing in found.items() if number} == ACTIVITIES


def test_derived_links_judge_the_same_targets(suggested: Following) -> None:
    assert {row.item.label: told(row) for row in plan(suggested).targets if row.outcome} == TARGETS


def test_a_status_comes_with_the_reports_words_and_how_it_is_known(following: Following) -> None:
    (way_in,) = [each for each in plan(following).items if each.item.notation == "7"]
    assert {(each.said.part, each.said.words) for each in way_in.within if each.said} == {
        ("Webb", "Planenligt"), ("Telefon", "Ej planenligt")
    }  # fmt: skip
    assert {each.tie.route for each in way_in.mentions} == {Route.SUGGESTED}
    assert {each.year for each in way_in.mentions} == {2027}


def test_targets_are_judged_or_it_says_why_not(following: Following) -> None:
    found = {row.item.label: told(row) for row in plan(following).targets if row.outcome}
    assert found == TARGETS


def test_a_target_without_an_outcome_of_its_year_shows_the_latest_before(following: Following) -> None:
    rows = {row.item.label: row for row in plan(following).targets}
    row = rows["Infektioner som uppstått i vården"]
    assert (told(row), row.outcome) == (Why.NO_OUTCOME, None)
    assert row.latest
    assert row.latest.figure.year == 2026, "the next plan tells of the year between"


def test_a_report_of_the_year_before_never_tells_how_a_plan_went(following: Following) -> None:
    later = plan(following, year=2028)
    assert [(each.edition.year, each.within) for each in later.tellers] == [(2027, False)]
    assert {each.standing for each in later.items} == {Standing.NO_REPORT, Standing.BEFORE}
    (staff,) = [each for each in later.items if each.item.label == "Sjukfrånvaro"]
    assert (staff.standing, staff.within) == (Standing.BEFORE, ())
    assert {(each.year, each.tie.route) for each in staff.before} == {(2027, Route.SUGGESTED)}


def test_only_an_organisations_own_report_is_held_silent(following: Following) -> None:
    unit = plan(following, rt.UnitPlan)
    assert [each.owes for each in unit.tellers] == [False]
    assert Standing.NOT_MENTIONED not in {each.standing for each in unit.items}


def test_a_report_tells_of_its_own_rows(following: Following) -> None:
    report = plan(following, rt.AnnualReport)
    assert {mention.tie.route for each in report.items for mention in each.mentions} == {Route.STATED}
    counts = Counter(each.standing for each in report.items)
    assert (counts[Standing.DONE], counts[Standing.PARTLY], counts[Standing.NOT_MENTIONED]) == (4, 1, 0)


def test_without_suggestions_nothing_of_the_plan_is_mentioned() -> None:
    stated = plan(Following(documents(linked=False)))
    assert {each.standing for each in stated.items} == {Standing.NOT_MENTIONED}
    assert {told(row) for row in stated.targets} == {Why.NO_OUTCOME}


def test_grants_are_held_against_what_the_report_says_they_came_to(following: Following) -> None:
    rows = {row.item.label: row for row in plan(following).money if row.item.kind == rt.GrantLine and row.outcome}
    assert {name: (row.budget.sek, row.difference) for name, row in rows.items()} == {
        "God vård nära": (48_000_000, -1_100_000), "Jämlik cancervård": (11_400_000, 0), "Kvinnors hälsa": (6_100_000, -900_000),
        "Psykisk hälsa": (18_200_000, None),
    }  # fmt: skip

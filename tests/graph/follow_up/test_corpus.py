"""The follow-up, coverage and impact of real plans: counts, and facts that were read by hand."""

from collections import Counter

import pytest

from graph.chains.chains import Chains
from graph.chains.gaps import Lack, gaps
from graph.derived.items import Edition
from graph.follow_up.follow_up import FollowUp
from graph.follow_up.standing import Standing
from graph.follow_up.ties import Route
from graph.follow_up.verdict import Verdict, Why
from graph.view import View
from ontology import rt
from ontology.iri import Iri


@pytest.fixture(scope="module")
def chains(real_view: View) -> Chains:
    """The corpus with all that is derived of it."""
    return Chains(real_view)


def edition(chains: Chains, kind: Iri, year: int) -> Edition:
    """A document."""
    (found,) = [each for each in chains.items.editions if each.kind == kind and each.year == year]
    return found


def told_of(chains: Chains, kind: Iri, year: int) -> FollowUp:
    """The follow-up of a document."""
    return chains.following.of(edition(chains, kind, year))


def test_the_report_of_2024_tells_of_its_own_activities(chains: Chains) -> None:
    report = told_of(chains, rt.AnnualReport, 2024)
    activities = Counter(each.standing for each in report.items if each.item.kind == rt.Activity)
    assert activities == {Standing.ON_PLAN: 48, Standing.OFF_PLAN: 3, Standing.PARTLY: 1}
    assert {mention.tie.route for each in report.items for mention in each.mentions} == {Route.STATED}


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("Täckningsgrad mammografi", Verdict.NOT_REACHED),
        ("Täckningsgrad aortascreening", Verdict.REACHED),
        ("Sjukfrånvaro", Verdict.NOT_REACHED),
        ("Vårdrelaterade infektioner i slutenvård", Verdict.REACHED),
        ("Beläggningsgrad", Verdict.NOT_REACHED),
        ("Kvarstannade", Verdict.REACHED),
        ("Andel invånare som har förtroende för sjukhusen", Why.DIRECTION),
        ("Medelväntetid 1177", Why.UNIT),
    ],
)
def test_targets_of_2024_are_judged_or_it_says_why_not(chains: Chains, measure: str, told: Verdict | Why) -> None:
    (row,) = [row for row in told_of(chains, rt.AnnualReport, 2024).targets if row.item.label == measure]
    assert (row.judgement.why or row.judgement.verdict) == told


def test_the_report_of_2024_never_tells_how_later_plans_went(chains: Chains) -> None:
    for year in (2025, 2026):
        plan = told_of(chains, rt.ManagementPlan, year)
        assert [(each.edition.year, each.within) for each in plan.tellers] == [(2024, False)]
        assert {each.standing for each in plan.items} <= {Standing.NO_REPORT, Standing.BEFORE}
        assert all(not each.within for each in plan.items)
        assert {row.judgement.verdict for row in plan.targets} == {Verdict.CANNOT_TELL}


def test_a_half_years_outcome_is_not_held_against_the_target_of_2025(chains: Chains) -> None:
    rows = [row for row in told_of(chains, rt.ManagementPlan, 2025).targets if row.outcome]
    assert all(row.judgement.why is Why.PART_OF_YEAR for row in rows if row.outcome and row.outcome.figure.part_of_year)


def test_money_of_the_report_is_held_against_its_budget(chains: Chains) -> None:
    rows = {row.item.label: row for row in told_of(chains, rt.AnnualReport, 2024).money}
    assert rows["Medicinsk apparatur"].difference == -105_100_000
    assert rows["Bilar och transportmedel"].percent is not None


def test_a_boards_own_status_matrix_is_followed(chains: Chains) -> None:
    board = told_of(chains, rt.OperationalPlan, 2026)
    told = [each for each in board.items if each.mentions]
    assert {each.item.kind for each in told} == {rt.SavingLine}
    assert sum(len(each.mentions) for each in told) == 47


def test_what_hangs_in_the_air_in_two_plans(chains: Chains) -> None:
    counts = {
        year: Counter(gap.lack for gap in gaps(chains, edition(chains, rt.ManagementPlan, year)))
        for year in (2025, 2026)
    }
    assert (counts[2025][Lack.NO_ACTIVITY], counts[2026][Lack.NO_ACTIVITY]) == (9, 1)
    assert (counts[2025][Lack.NOT_ASKED_FOR], counts[2026][Lack.NOT_ASKED_FOR]) == (10, 0)
    assert (counts[2025][Lack.NO_INDICATOR], counts[2026][Lack.NO_INDICATOR]) == (56, 43)

"""How far the thread reaches in Region Exempel's plan of 2027, and what hangs in the air."""

from decimal import Decimal

import pytest

from graph.chains.chain import Chain, Hold, Hop, Limb, furthest
from graph.chains.chains import Chains
from graph.chains.coverage import AreaCoverage, Reach, coverage
from graph.chains.gaps import Gap, Lack, gaps
from graph.derived.items import Edition
from ontology import rt

from ..region_exempel import AGENCY, MEASURED, PAID, called, documents


@pytest.fixture(scope="module")
def chains() -> Chains:
    """With links by hand."""
    return Chains(documents(linked=True))


def plan(chains: Chains) -> Edition:
    """The plan of 2027."""
    (found,) = [each for each in chains.editions() if each.kind == rt.ManagementPlan and each.year == 2027]
    return found


def of(chains: Chains, assignment: str) -> Chain:
    """An assignment's chain."""
    (found,) = [each for each in chains.of(plan(chains)) if each.assignment.label == assignment]
    return found


def test_reports_have_no_chains(chains: Chains) -> None:
    assert rt.AnnualReport not in {each.kind for each in chains.editions()}


def test_a_whole_chain_holds_with_suggestions_and_breaks_without(chains: Chains) -> None:
    assert of(chains, "RF5").broken(stated=False) is None
    assert of(chains, "RF5").broken(stated=True) is Hop.INDICATOR
    (limb,) = [each for each in of(chains, "RF5").limbs if each.item.label == AGENCY]
    assert [hold.item.label for hold in limb.indicators] == [MEASURED]
    assert [(hold.item.label, hold.confidence) for hold in limb.money] == [(PAID, Decimal("0.75"))]
    assert all(not hold.stated and hold.evidence for hold in (*limb.indicators, *limb.money))


def test_an_assignment_that_nothing_serves_breaks_at_once(chains: Chains) -> None:
    assert of(chains, "Pröva hälsorum i tre glesbygder").broken(stated=False) is Hop.ACTIVITY


def test_a_chain_is_as_long_as_its_longest_limb() -> None:
    assert furthest([Hop.INDICATOR, Hop.OUTCOME, Hop.ACTIVITY]) is Hop.OUTCOME
    assert furthest([Hop.OUTCOME, None]) is None


def test_hops_held_by_different_activities_make_no_chain(chains: Chains) -> None:
    """One that is measured and another that is paid are no thread from one end to the other."""
    one, other = (called(chains.items, name) for name in (AGENCY, "17 Regional bemanningspool"))
    hold = Hold(called(chains.items, MEASURED), stated=True)
    limbs = (Limb(one, (hold,), (), ()), Limb(other, (), (hold,), (hold,)))
    assert Chain(called(chains.items, "RF5"), limbs).broken(stated=True) is Hop.MONEY


def test_weak_suggestions_are_left_aside() -> None:
    strict = Chains(documents(linked=True), Decimal("0.8"))
    assert of(strict, "RF5").broken(stated=False) is Hop.MONEY


def found(chains: Chains, lack: Lack) -> dict[str, Gap]:
    """What lacks something, by name."""
    return {gap.item.label: gap for gap in gaps(chains, plan(chains)) if gap.lack is lack}


def test_what_hangs_in_the_air_is_told_kind_by_kind(chains: Chains) -> None:
    assert set(found(chains, Lack.NO_ACTIVITY)) == {
        "Pröva hälsorum i tre glesbygder", "Inrätta ett råd av patienter och närstående"
    }  # fmt: skip
    assert len(found(chains, Lack.NOT_ASKED_FOR)) == 4
    assert "6 DELMÅL 1 fler hembesök" in found(chains, Lack.NOT_MENTIONED)
    assert AGENCY not in found(chains, Lack.NOT_MENTIONED)
    assert "Magnetkamera i Granvik" in found(chains, Lack.UNUSED_MONEY)
    assert "Summa" not in found(chains, Lack.UNUSED_MONEY)


def test_a_gap_shows_what_would_fill_it(chains: Chains) -> None:
    assert [hold.item.label for hold in found(chains, Lack.NO_INDICATOR)[AGENCY].filled] == [MEASURED]
    assert [hold.item.label for hold in found(chains, Lack.UNUSED_MONEY)[PAID].filled] == [AGENCY]
    assert found(chains, Lack.NO_INDICATOR)["1 Listningstak på vårdcentral"].filled == ()


def test_coverage_counts_what_is_stated_apart_from_what_is_suggested(chains: Chains) -> None:
    areas: dict[str | None, AreaCoverage] = {
        each.area.label if each.area else None: each for each in coverage(chains, plan(chains))
    }
    staff = areas["Rätt bemanning"]
    assert (staff.activities, staff.asked) == (5, 5)
    assert staff.hops[Hop.INDICATOR] == Reach(0, 1)
    assert staff.hops[Hop.OUTCOME] == Reach(0, 5)
    assert staff.whole == Reach(0, 1)
    assert (areas[None].activities, areas[None].asked) == (4, 0)
    assert sum(each.activities for each in areas.values()) == 31

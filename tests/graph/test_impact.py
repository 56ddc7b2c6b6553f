"""What depends on a thing and what it serves, through what is stated, the years, and suggestions."""

from decimal import Decimal

import pytest

from graph.errors import UnknownThing
from graph.impact import Impact, Reached, impact
from graph.network import Network
from graph.paths import paths
from ontology import rt

from .region_exempel import AGENCY, MEASURED, PAID, documents


@pytest.fixture(scope="module")
def network() -> Network:
    """Region Exempel with links by hand."""
    return Network(documents(linked=True), Decimal("0.5"))


@pytest.fixture(scope="module")
def stated() -> Network:
    """The same without them."""
    return Network(documents(linked=True))


def plan_of(network: Network, title: str) -> frozenset[str]:
    """The names of a plan."""
    return frozenset(thing.iri for thing in network.find(title) if thing.kind == rt.ManagementPlan)


def of(network: Network, name: str) -> Impact:
    """The impact of a thing of the plan of 2027."""
    (found,) = impact(network, name, plan_of(network, "Förvaltningsplan och budget 2027"))
    return found


def labels(reached: tuple[Reached, ...]) -> dict[str, Reached]:
    """What is reached, by name; figures aside."""
    return {each.thing.label: each for each in reached if each.thing.kind != rt.IndicatorValue}


def test_what_is_stated_alone_is_found_without_suggestions(stated: Network) -> None:
    found = of(stated, AGENCY)
    assert set(labels(found.depends)) == {"2027 Hyrkostnaden högst 2,8%"}
    assert set(labels(found.serves)) == {"RF5", "RF8", "Rätt bemanning"}
    assert not any(each.suggested for each in (*found.depends, *found.serves))


def test_suggestions_reach_further_and_say_so_on_all_that_lies_behind(network: Network) -> None:
    found = of(network, AGENCY)
    serves, depends = labels(found.serves), labels(found.depends)
    assert serves[MEASURED].suggested
    assert serves[MEASURED].steps[-1].link == rt.MeasuredBy
    assert serves["Arbetsplatsen ska vara hållbar"].suggested, "the goal is stated of the indicator, which is suggested"
    assert not serves["RF5"].suggested
    assert depends["Fri från inhyrd personal"].steps[-1].link == rt.SameUndertaking
    assert serves[PAID].steps[-1].ground
    assert serves[PAID].steps[-1].ground.evidence.startswith("Gemensamt ord")


def test_a_measure_is_felt_by_what_it_measures_and_by_its_next_edition(network: Network) -> None:
    depends = labels(of(network, MEASURED).depends)
    assert AGENCY in depends
    later = [each for each in of(network, MEASURED).depends if each.steps[-1].link == rt.continues]
    assert [each.thing.label for each in later] == [MEASURED]
    assert not later[0].suggested


def test_each_way_is_whole_and_each_thing_is_reached_once(network: Network) -> None:
    for found in impact(network, "RF5"):
        for reached in (found.depends, found.serves):
            assert len({each.thing.iri for each in reached}) == len(reached)
            assert all(each.steps[-1].thing == each.thing for each in reached)
            known = {found.thing.iri, *(each.thing.iri for each in reached)}
            assert {each.before for each in reached} - {None} <= known


def test_what_would_have_nothing_left_says_so(stated: Network) -> None:
    depends = labels(of(stated, "RF5").depends)
    assert depends["19 Mentorsår för nya sjuksköterskor"].alone
    assert not depends[AGENCY].alone, "it serves RF8, too"


def test_what_no_plan_asked_for_has_is_told(stated: Network) -> None:
    with pytest.raises(UnknownThing, match="none of the plans"):
        impact(stated, AGENCY, frozenset())


def test_a_way_through_a_suggestion_is_marked_and_left_out_where_only_what_is_stated_is_asked_for(
    network: Network, stated: Network
) -> None:
    (way, *_) = paths(network, AGENCY, PAID)
    assert [(step.link, step.stated) for step in way.steps] == [(rt.FundedBy, False)]
    assert way.steps[0].ground
    assert way.steps[0].ground.suggested
    (around, *_) = paths(stated, AGENCY, PAID)
    assert rt.statedIn in {step.link for step in around.steps}

"""Which figures of two measures say the same."""

from decimal import Decimal

from graph.derived.items import Figure, Item
from graph.suggesting.figures import apart, same_figures, same_targets
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

from .invented import edition, item, outcome

REPORT, PLAN = edition(rt.AnnualReport, 2031), edition(rt.ManagementPlan, 2032)


def told(*figures: Figure, **more: object) -> Item:
    return item(REPORT, rt.Indicator, "Svarstid", figures=figures, **more)


def planned(*figures: Figure, **more: object) -> Item:
    return item(PLAN, rt.Indicator, "Svarstid", figures=figures, **more)


def target(number: str | None) -> Figure:
    return Figure(
        Iri("t"), rt.Target, 2031, Decimal(number) if number else None, None, None, None, number or "öka", False
    )


def test_the_same_outcome_of_the_same_year_is_the_same_figure() -> None:
    assert same_figures(told(outcome(2031, "81.5")), planned(outcome(2031, "81.50"))) == (outcome(2031, "81.5"),)


def test_another_year_number_unit_or_a_part_of_the_year_is_not() -> None:
    ours = told(outcome(2031, "81.5"))
    for other in (
        outcome(2030, "81.5"),
        outcome(2031, "81.6"),
        outcome(2031, "81.5", Unit.MIN),
        outcome(2031, "81.5", part=True),
    ):
        assert same_figures(ours, planned(other)) == ()


def test_a_word_is_no_target_that_is_the_same() -> None:
    assert same_targets(told(target("90")), planned(target("90")))
    assert not same_targets(told(target(None)), planned(target(None)))


def test_figures_far_apart_other_units_and_other_directions_are_of_other_measures() -> None:
    assert apart(told(outcome(2031, "204", None)), planned(outcome(2031, "8.9", None)))
    assert not apart(told(outcome(2031, "7.6")), planned(outcome(2031, "7.3")))
    assert apart(told(outcome(2031, "99")), planned(outcome(2032, "8", Unit.MIN)))
    assert apart(told(links={rt.betterDirection: (rt.Higher,)}), planned(links={rt.betterDirection: (rt.Lower,)}))
    assert not apart(told(), planned())

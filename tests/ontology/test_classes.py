"""The ontology as Python classes tells what is under what, what may be said of what, and what it is called."""

import owlready2  # type: ignore[import-untyped]
import pytest

from ontology import rt
from ontology.classes import Terms
from ontology.iri import Iri
from ontology.vocab import Skos


def test_a_class_tells_what_is_over_and_under_it(terms: Terms) -> None:
    assert {rt.Assignment, rt.PlanElement} < terms.above(rt.BoardAssignment)
    assert rt.BoardAssignment not in terms.above(rt.BoardAssignment)
    assert terms.below(rt.Measure) == {rt.Indicator, rt.ProductionMeasure, rt.WorkforceMeasure, rt.PlanningAssumption}
    assert terms.is_a(rt.FrameLine, rt.BudgetLine)
    assert terms.is_a(rt.FrameLine, rt.FrameLine)
    assert not terms.is_a(rt.BudgetLine, rt.FrameLine)
    assert terms.is_a(rt.BudgetLine, Iri(Skos.NS + "Concept"))


def test_a_class_tells_what_may_be_said_of_it(terms: Terms) -> None:
    assert {rt.sek, rt.year, rt.ofBudgetLine, rt.statedIn, rt.passage} < terms.properties_of(rt.Amount)
    assert rt.number not in terms.properties_of(rt.Amount)
    assert terms.properties_of(rt.BudgetLine) <= terms.properties_of(rt.FrameLine)


def test_a_property_tells_what_it_links(terms: Terms) -> None:
    assert terms.domain(rt.region) == {rt.Plan, rt.Organisation}
    assert terms.range(rt.serves) == {rt.Assignment}
    assert terms.range(rt.year) == set()
    assert terms.inverse(rt.serves) == rt.servedBy
    assert terms.inverse(rt.servedBy) == rt.serves
    assert terms.inverse(rt.role) is None
    assert terms.inverse(rt.year) is None


def test_a_term_tells_what_it_is_called(terms: Terms) -> None:
    assert terms.label(rt.ManagementPlan, "sv") == "förvaltningsplan"
    assert terms.label(rt.serves, "en") == "serves"
    assert terms.comment(rt.Outcome, "sv").startswith("Så blev det")


def test_a_concept_is_of_its_scheme(terms: Terms) -> None:
    assert rt.Unchanged in terms.concepts_of(rt.Status) & terms.concepts_of(rt.ChangeKind)
    assert terms.concepts_of(rt.Aspect) == {rt.Implementation, rt.Effect}


def test_what_is_no_term_is_told(terms: Terms) -> None:
    with pytest.raises(KeyError):
        terms.above(Iri("https://w3id.org/rodatraden/ns#Nothing"))


def test_the_classes_are_pythons_own(terms: Terms) -> None:
    assert issubclass(terms[rt.BoardAssignment], terms[rt.Assignment])
    assert not issubclass(terms[rt.Goal], terms[rt.Activity])


def test_the_world_that_all_share_is_left_alone(terms: Terms) -> None:
    assert terms.world is not owlready2.default_world
    assert owlready2.default_world[rt.Activity] is None

"""What documents state, as things that can be compared: each with its words, its figures and what it is tied to."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from graph.derived.items import Item, Items
from graph.derived.reading import read_items
from graph.memory import MemoryStore
from graph.records import Reading
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit


@pytest.fixture
def items(plan: Callable[..., Reading]) -> Items:
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan(2032, "later.txt"))
        draft.put(plan(2031, "earlier.txt"))
    return read_items(store.view())


def one(items: Items, family: Iri) -> tuple[Item, ...]:
    """The things of the first edition that are of a family."""
    return items.of_family(items.editions[0], family)


def test_editions_come_by_year_with_their_organisations(items: Items) -> None:
    assert [(each.year, each.start, each.end) for each in items.editions] == [(2031, 2031, 2033), (2032, 2032, 2034)]
    assert [above.local for above in items.editions[0].above] == ["on"]


def test_values_and_amounts_are_with_what_they_are_of(items: Items) -> None:
    (measure,) = one(items, rt.Measure)
    outcome, target = measure.figures
    assert (outcome.role, outcome.number, outcome.part_of_year) == (rt.Outcome, Decimal("81.5"), True)
    assert (target.role, target.year, target.unit, target.comparator) == (rt.Target, 2031, Unit.PERCENT, rt.AtLeast)
    care, nights = one(items, rt.BudgetLine)
    assert [each.sek for each in (*care.sums, *nights.sums)] == [120_500_000, 20_000_000]
    assert nights.linked(rt.parentLine) == (care.iri,)


def test_what_a_thing_is_tied_to_is_told_the_inferred_area_too(items: Items) -> None:
    (activity,), (area,) = one(items, rt.Activity), one(items, rt.FocusArea)
    assert (activity.kind, activity.notation, activity.title) == (rt.Activity, "7", "Nattpatruller i varje ort")
    assert activity.linked(rt.focusArea) == (area.iri,)
    assert {items.by_iri[each].label for each in activity.linked(rt.serves)} == {"U1", "U9"}
    assert (activity.line, activity.table) == (5, "Aktiviteter")


def test_nothing_but_what_plans_state_is_an_item(items: Items) -> None:
    assert {item.family for item in items.all} == {
        rt.Activity, rt.Assignment, rt.BudgetLine, rt.FocusArea, rt.Measure,
    }  # fmt: skip

"""Which items are alike, and in which words."""

from hypothesis import given
from hypothesis import strategies as st

from graph.derived.items import Edition, Item
from graph.likeness import Likeness
from ontology import rt
from ontology.iri import Iri

EDITION = Edition(
    Iri("plan"), Iri("document"), rt.ManagementPlan, "Plan", 2031, 2031, 2033, Iri("org"), (), Iri("region")
)
TITLES = (
    "Oberoende av hyrbemanning",
    "Inhyrd personal (andel av personalkostnader)",
    "Fler mobila team i hemsjukvården",
    "Mobil hemsjukvård för barn",
    "Kortare väntan till tandvården",
    "Renovering av operationssalar",
    "Sjukfrånvaro",
)


def item(title: str, description: str = "") -> Item:
    return Item(Iri(f"i:{title}"), rt.Activity, rt.Activity, EDITION, title, title=title, description=description)


ITEMS = tuple(map(item, TITLES))


def test_the_nearest_comes_first_with_the_words_they_share() -> None:
    near = Likeness(ITEMS).near(ITEMS[2], ITEMS, 3)
    assert near[0].item is ITEMS[3]
    assert {"mobila/mobil", "hemsjukvården/hemsjukvård"} <= set(near[0].shared)
    assert 0 < near[0].score <= 1


def test_different_words_for_the_same_thing_meet() -> None:
    (near,) = Likeness(ITEMS).near(ITEMS[0], ITEMS[1:], 1)
    assert near.item is ITEMS[1]
    assert "hyrbemanning/inhyrd" in near.shared


def test_what_shares_no_word_is_not_near() -> None:
    assert not Likeness(ITEMS).near(ITEMS[6], ITEMS, 5)


def test_nothing_is_near_itself_and_an_equal_is_as_near_as_can_be() -> None:
    twin = Item(Iri("twin"), rt.Activity, rt.Activity, EDITION, TITLES[4], title=TITLES[4])
    (near,) = Likeness((*ITEMS, twin)).near(twin, (*ITEMS, twin), 1)
    assert near.item is ITEMS[4]
    assert near.score > 0.999


def test_rare_words_weigh_more() -> None:
    likeness = Likeness(ITEMS)
    assert likeness.rarity("tandvård") > likeness.rarity("mobil")


def test_what_is_said_of_a_thing_counts_less_than_its_name() -> None:
    named, described = item("Tandvården"), item("Annat", "Tandvården")
    likeness = Likeness((*ITEMS, named, described))
    assert likeness.score(ITEMS[4], named) > likeness.score(ITEMS[4], described) > 0


@given(st.permutations(ITEMS))
def test_the_order_of_items_does_not_matter(order: list[Item]) -> None:
    def told(items: tuple[Item, ...]) -> list[tuple[str, float]]:
        return [(near.item.iri, round(near.score, 9)) for near in Likeness(items).near(ITEMS[2], items, 5)]

    assert told(tuple(order)) == told(ITEMS)

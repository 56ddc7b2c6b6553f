"""Which of the comparable pairs are told: of different regions, few, of the nearest editions, whatever the order."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.derived.items import Item
from ontology import rt
from ontology.iri import Iri

from .two_regions import HERE, THERE, comparing, edition, figure, item

WORDS = st.sampled_from(
    [
        "hyrbemanning",
        "inhyrd",
        "vårdplatser",
        "läkemedel",
        "digitala",
        "kallelser",
        "mobila",
        "team",
        "sjukfrånvaro",
        "tandhälsa",
        "BUP",
        "bemanning",
        "1177",
    ]
)
KINDS = st.sampled_from([rt.Activity, rt.Goal, rt.Indicator, rt.SavingLine, rt.AllocationLine, rt.Risk])
REGIONS = st.sampled_from(["11", "12", "13"])


@st.composite
def things(draw: st.DrawFn) -> list[Item]:
    """Some things of a few regions, each in one or two editions."""
    made: dict[str, Item] = {}
    for number in range(draw(st.integers(2, 14))):
        title = " ".join(draw(st.lists(WORDS, min_size=1, max_size=3, unique=True)))
        of = edition(draw(REGIONS), draw(st.integers(2030, 2032)))
        one = item(of, title, draw(KINDS), figures=(figure("5"),))
        made[f"{one.iri}/{number}"] = replace(one, iri=Iri(f"{one.iri}/{number}"))
    return list(made.values())


def told(items: list[Item]) -> set[tuple[Iri, Iri, Iri, float]]:
    return {
        (each.verdict.pair.here.iri, each.verdict.pair.there.iri, each.verdict.grade, round(each.likely, 9))
        for each in comparing(*items).chosen()
    }


@settings(max_examples=25)
@given(things(), st.randoms())
def test_order_does_not_matter(items: list[Item], chance: object) -> None:
    shuffled = list(items)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(shuffled) == told(items)


@settings(max_examples=25)
@given(things())
def test_swapping_regions_swaps_the_pairs(items: list[Item]) -> None:
    """Names sort the other way round, and the same pairs with the same grades are told."""
    swap = {"i:11": "i:13", "i:13": "i:11"}

    def swapped(name: Iri) -> Iri:
        return Iri(swap.get(name[:4], name[:4]) + name[4:])

    def other(one: Item) -> Item:
        of = replace(one.edition, region=swapped(one.edition.region), plan=swapped(one.edition.plan))
        return replace(one, iri=swapped(one.iri), edition=of)

    before = Counter((frozenset({here, there}), grade) for here, there, grade, _ in told(items))
    after = Counter(
        (frozenset({swapped(here), swapped(there)}), grade) for here, there, grade, _ in told(list(map(other, items)))
    )
    ties = len(items) != len({one.title for one in items})
    assert before == after or ties


@settings(max_examples=25)
@given(things())
def test_only_things_of_different_regions_and_near_years_are_paired(items: list[Item]) -> None:
    of = {one.iri: one.edition for one in items}
    for here, there, _, likely in told(items):
        assert of[here].region != of[there].region
        assert abs(of[here].year - of[there].year) <= 2
        assert here < there
        assert 0 <= likely <= 1


@settings(max_examples=25)
@given(things())
def test_a_thing_has_few_links(items: list[Item]) -> None:
    region = {one.iri: one.edition.region for one in items}
    links = Counter(pair for here, there, *_ in told(items) for pair in ((here, region[there]), (there, region[here])))
    assert all(count <= 8 for count in links.values())


def test_the_nearest_editions_are_paired_once() -> None:
    earlier, same, later = (item(edition("11", year), "Hyrbemanning", rt.Activity) for year in (2030, 2031, 2032))
    there = item(THERE, "Hyrbemanning", rt.Activity)
    (found,) = comparing(earlier, same, later, there).chosen()
    assert {found.verdict.pair.here, found.verdict.pair.there} == {same, there}


def test_of_editions_as_near_the_latest_is_taken() -> None:
    earlier, later = (item(edition("11", year), "Hyrbemanning", rt.Activity) for year in (2030, 2032))
    (found,) = comparing(earlier, later, item(THERE, "Hyrbemanning", rt.Activity)).chosen()
    assert later in (found.verdict.pair.here, found.verdict.pair.there)


def test_one_region_alone_has_nothing_to_compare() -> None:
    assert comparing(item(HERE, "Hyrbemanning"), item(edition("11", 2030), "Hyrbemanning")).chosen() == ()
    assert comparing().chosen() == ()


def test_hostile_texts_are_compared_like_others() -> None:
    odd = ("per " * 5_000, "0 " * 5_000, "(" * 9_000, "andel av " * 2_000, "\u202e\x00\ud7ff", "å" * 100_000)
    items = [item(of, text, rt.Indicator) for of in (HERE, THERE) for text in odd]
    assert isinstance(comparing(*items).chosen(), tuple)

"""What stands for the same thing in other documents, and how that is known."""

from decimal import Decimal

from graph.derived.records import LineageLink, SuggestedLink
from graph.follow_up.ties import Route, Tie, Ties
from ontology import rt
from ontology.iri import Iri


def carried(earlier: str, later: str, confidence: str = "0.9") -> LineageLink:
    """A later thing carries on an earlier one."""
    return LineageLink(
        iri=Iri(f"{earlier}>{later}"), label="", earlier=Iri(earlier), later=Iri(later), changes=(rt.Reworded,),
        confidence=Decimal(confidence), method="", evidence="",
    )  # fmt: skip


def held_same(row: str, item: str, confidence: str, review: Iri = rt.Unreviewed) -> SuggestedLink:
    """A report's row is held to tell of a plan's item."""
    return SuggestedLink(
        iri=Iri(f"{row}={item}"), label="", subject=Iri(row), object=Iri(item), relation=rt.SameUndertaking,
        confidence=Decimal(confidence), method="", evidence="Samma namn.", review=review,
    )  # fmt: skip


def of(thing: str, lineage: list[LineageLink], suggested: list[SuggestedLink]) -> dict[str, Tie]:
    """What tells of a thing."""
    return {str(tie.thing): tie for tie in Ties(lineage, suggested, Decimal("0.5")).of(Iri(thing))}


def test_a_thing_tells_of_itself() -> None:
    assert of("a", [], []) == {"a": Tie(Iri("a"), Route.STATED, Decimal(1))}


def test_the_years_are_gone_through_both_ways_and_the_weakest_link_counts() -> None:
    found = of("b", [carried("a", "b", "0.8"), carried("b", "c"), carried("c", "d", "0.6")], [])
    assert {name: (tie.route, tie.confidence) for name, tie in found.items() if name != "b"} == {
        "a": (Route.LINEAGE, Decimal("0.8")), "c": (Route.LINEAGE, Decimal("0.9")), "d": (Route.LINEAGE, Decimal("0.6"))
    }  # fmt: skip


def test_one_half_of_a_split_does_not_tell_of_the_other() -> None:
    lineage = [carried("whole", "one"), carried("whole", "two")]
    assert set(of("one", lineage, [])) == {"one", "whole"}
    assert set(of("whole", lineage, [])) == {"whole", "one", "two"}


def test_a_suggestion_says_so_and_is_followed_from_other_years_too() -> None:
    found = of("new", [carried("old", "new", "0.7")], [held_same("row", "old", "0.9")])
    assert (found["row"].route, found["row"].confidence) == (Route.SUGGESTED, Decimal("0.7"))
    assert found["row"].evidence == "Samma namn."
    assert found["row"].links == (Iri("old>new"), Iri("row=old"))


def test_weak_suggestions_are_left_aside_but_not_what_a_person_confirmed() -> None:
    assert set(of("item", [], [held_same("row", "item", "0.4")])) == {"item"}
    assert of("item", [], [held_same("row", "item", "0.4", rt.Accepted)])["row"].route is Route.CONFIRMED


def test_circles_end() -> None:
    assert set(of("a", [carried("a", "b"), carried("b", "a")], [])) == {"a", "b"}

"""A printed number leads to the one thing that is meant, or to a finding."""

import pytest

from graph.place import Place, Span
from graph.records import Activity, Assignment, BoardAssignment, ByNumber, Milestone, Record
from graph.references import fold_number, resolve
from ontology import rt


def at(line: int) -> Place:
    """A place on a line of its own."""
    return Place((Span(line * 10, line * 10 + 5, line, line),))


def milestone(number: str, title: str = "") -> Milestone:
    """A milestone of an activity that is named by number, and perhaps by title."""
    return Milestone(title="Klart", of_activity=ByNumber(Activity, number, title), place=at(9))


BUILD = Activity(notation="53", title="Bygg om badhuset", place=at(1))
TEACH = Activity(notation="53", title="Lär ut livräddning", place=at(2))
U1 = Assignment(notation="U1", description="Fler ska bada", place=at(3))


@pytest.mark.parametrize("printed", ["U1", "u1", "U 1", "U1.", "U\N{NO-BREAK SPACE}1"])
def test_a_number_is_found_however_it_is_spaced(printed: str) -> None:
    reference = ByNumber(Assignment, printed)
    resolved = resolve([U1, Activity(title="Simma", serves=(reference,), place=at(4))])
    assert resolved.links[reference] == U1
    assert not resolved.doubts


def test_hyphens_are_one() -> None:
    assert fold_number("U24\N{NON-BREAKING HYPHEN}1") == fold_number("U24-1") != fold_number("U241")


def test_a_board_assignment_is_an_assignment_but_an_activity_is_none() -> None:
    board = BoardAssignment(notation="7", description="Städa", place=at(1))
    reference = ByNumber(Assignment, "7")
    serving = Activity(title="Simma", notation="7", serves=(reference,), place=at(4))
    assert resolve([serving, board]).links[reference] == board


@pytest.mark.parametrize(
    ("title", "meant"), [("Bygg om badhuset", BUILD), ("bygg om  badhus-et", BUILD), ("Lär ut livräddning", TEACH)]
)
def test_of_several_the_title_decides(title: str, meant: Record) -> None:
    pointing = milestone("53", title)
    resolved = resolve([BUILD, TEACH, pointing])
    assert resolved.links[ByNumber(Activity, "53", title)] == meant
    assert not resolved.doubts


@pytest.mark.parametrize("title", ["", "Måla om", "Bygg ut och lär ut"])
def test_where_no_title_decides_there_is_no_link_but_a_finding(title: str) -> None:
    pointing = milestone("53", title)
    resolved = resolve([BUILD, TEACH, pointing])
    assert not resolved.links
    assert [(doubt.kind, doubt.about) for doubt in resolved.doubts] == [(rt.AmbiguousReference, pointing)]


def test_twins_are_not_told_apart() -> None:
    twin = Activity(notation="53", title="Bygg om badhuset", place=at(5))
    resolved = resolve([BUILD, twin, milestone("53", "Bygg om badhuset")])
    assert [doubt.kind for doubt in resolved.doubts] == [rt.AmbiguousReference]


def test_an_assignment_only_referred_to_is_made_once() -> None:
    serving = [Activity(title=title, serves=(ByNumber(Assignment, "U9"),), place=at(4)) for title in ("Simma", "Dyka")]
    resolved = resolve([U1, *serving])
    (bare,) = resolved.bare
    assert (bare.notation, bare.description, bare.place) == ("U9", None, serving[0].place)
    assert resolved.links[ByNumber(Assignment, "U9")] == bare
    assert [(doubt.kind, doubt.about) for doubt in resolved.doubts] == [(rt.ReferredOnly, bare)]


def test_any_other_number_that_leads_nowhere_is_a_finding() -> None:
    pointing = milestone("99")
    resolved = resolve([BUILD, pointing])
    assert not resolved.links
    assert not resolved.bare
    (doubt,) = resolved.doubts
    assert (doubt.kind, doubt.about, doubt.place) == (rt.DanglingReference, pointing, pointing.place)
    assert "99" in doubt.sv
    assert "99" in doubt.en

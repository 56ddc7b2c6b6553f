"""A thread drawn downwards never loses a strand between two rows, and never lets two things share a lane."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.strands import Course, Knot, Row, Tie, course

knots = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=12)


@st.composite
def threads(draw: st.DrawFn) -> tuple[list[Knot], list[Tie]]:
    drawn = sorted(draw(knots))
    found = [Knot(f"k{index}", group, ended) for index, (group, ended) in enumerate(drawn)]
    names = st.sampled_from([each.name for each in found])
    ties = draw(st.lists(st.builds(Tie, names, names, st.booleans()), max_size=16))
    return found, ties


def upper(row: Row) -> set[int]:
    return {strand.top for strand in row.strands} | ({row.lane} if row.above else set())


def lower(row: Row) -> set[int]:
    return {strand.bottom for strand in row.strands} | ({row.lane} if row.below else set())


@given(threads())
def test_what_leaves_a_row_enters_the_next(given_: tuple[list[Knot], list[Tie]]) -> None:
    rows = course(*given_).rows
    for before, after in pairwise(rows):
        assert lower(before) == upper(after)
    assert upper(rows[0]) == set()
    assert lower(rows[-1]) == set()


@given(threads())
def test_things_of_an_edition_have_lanes_of_their_own(given_: tuple[list[Knot], list[Tie]]) -> None:
    found: Course = course(*given_)
    knots = [row for row in found.rows if row.kind == "knot"]
    assert len({(row.group, row.lane) for row in knots}) == len(knots) == len(given_[0])
    assert all(row.lane < found.lanes for row in knots)


@given(threads())
def test_nothing_passes_through_a_knot(given_: tuple[list[Knot], list[Tie]]) -> None:
    for row in course(*given_).rows:
        assert row.kind == "joint" or row.lane not in {strand.top for strand in row.strands}


def test_one_that_splits_forks_after_its_edition() -> None:
    found = course(
        [Knot("a", 2027), Knot("b", 2028), Knot("c", 2028, ended=True)], [Tie("a", "b"), Tie("a", "c", sure=False)]
    )
    assert [row.kind for row in found.rows] == ["knot", "joint", "knot", "knot", "end"]
    assert [(one.top, one.bottom, one.sure) for one in found.rows[1].strands] == [(0, 0, True), (0, 1, False)]
    assert found.lanes == 2


def test_a_tie_over_an_edition_passes_it() -> None:
    found = course([Knot("a", 1), Knot("b", 2), Knot("c", 3)], [Tie("a", "c")])
    assert [row.lane for row in found.rows if row.kind == "knot"] == [0, 1, 0]

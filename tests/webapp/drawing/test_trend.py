"""Figures by year: within the picture, in order, joined only where year follows year, nothing where nothing is told."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.trend import LARGE, SMALL, Frame, Mark, spread, trend

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 2))
MARKS = st.lists(
    st.builds(
        Mark,
        key=st.integers(0, 99),
        series=st.sampled_from(("outcome", "target", "benchmark")),
        year=st.integers(2015, 2035),
        number=NUMBERS,
        bar=st.booleans(),
        whole=st.booleans(),
        label=st.text("0123456789 ,", max_size=12),
    ),
    max_size=12,
)
FRAMES = st.sampled_from((LARGE, SMALL))


def dot(year: int, number: float, series: str = "outcome", *, whole: bool = True) -> Mark:
    """A figure of a year."""
    return Mark(year, series, year, number, whole=whole)


@given(MARKS, st.sets(st.integers(2015, 2035), max_size=3), FRAMES)
def test_all_figures_stand_within_the_picture_in_their_years_band(
    marks: list[Mark], years: set[int], frame: Frame
) -> None:
    found = trend(marks, years, frame)
    bands = {band.year: band for band in found.bands}
    assert len(found.placed) == len(marks)
    for each in found.placed:
        band = bands[each.mark.year]
        assert band.start <= each.start < each.end <= band.end <= found.width
        assert found.top - 0.01 <= each.y <= found.base + 0.01
        assert not band.empty
    assert all(one.end == pytest.approx(other.start) for one, other in pairwise(found.bands))


@given(MARKS, FRAMES)
def test_what_is_more_stands_higher(marks: list[Mark], frame: Frame) -> None:
    placed = sorted(trend(marks, (), frame).placed, key=lambda each: each.mark.number)
    assert all(one.y >= other.y - 1e-6 for one, other in pairwise(placed))


@given(MARKS)
def test_years_without_a_figure_are_there_and_empty_unless_they_are_too_many(marks: list[Mark]) -> None:
    found = trend(marks, (), LARGE)
    told = {mark.year for mark in marks}
    assert {band.year for band in found.bands if not band.empty} == told
    gaps = [after for before, after in pairwise(found.bands) if after.year - before.year > 1]
    assert [band for band in found.bands if band.gap] == gaps
    assert not gaps or max(told) - min(told) >= 15


@given(MARKS)
def test_lines_join_only_years_that_follow_each_other(marks: list[Mark]) -> None:
    found = trend(marks, (), LARGE)
    for join in found.joins:
        ends = [
            {each.mark.year for each in found.placed if (each.x, each.y) == place and each.mark.series == join.series}
            for place in ((join.x1, join.y1), (join.x2, join.y2))
        ]
        assert any(later - earlier == 1 for earlier in ends[0] for later in ends[1])


def test_a_missing_year_a_part_of_a_year_and_a_year_told_twice_break_the_line() -> None:
    assert len(trend([dot(2024, 1), dot(2025, 2)], (), LARGE).joins) == 1
    assert trend([dot(2024, 1), dot(2026, 2)], (), LARGE).joins == ()
    assert trend([dot(2024, 1), dot(2025, 2, whole=False)], (), LARGE).joins == ()
    assert trend([dot(2024, 1), dot(2025, 2), dot(2025, 3)], (), LARGE).joins == ()
    assert trend([dot(2024, 1), dot(2025, 2, "benchmark")], (), LARGE).joins == ()


def test_figures_of_a_year_that_differ_stand_beside_each_other() -> None:
    found = trend([dot(2025, 2), dot(2025, 2.1)], (), LARGE)
    assert found.placed[0].x < found.placed[1].x


def test_nothing_is_an_empty_picture() -> None:
    found = trend([], (), LARGE)
    assert (found.bands, found.placed, found.joins) == ((), (), ())
    assert [band.empty for band in trend([], [2026], LARGE).bands] == [True]


@given(st.lists(st.floats(0, 300), max_size=9), st.floats(1, 30))
def test_labels_of_a_year_do_not_cover_each_other(places: list[float], apart: float) -> None:
    moved = spread(places, 0, 300, apart)
    in_order = [place for _, place in sorted(zip(places, moved, strict=True), key=lambda pair: (pair[0], pair[1]))]
    assert all(later - earlier >= apart - 1e-6 for earlier, later in pairwise(in_order))
    assert all(place <= 300 + 1e-6 for place in moved)
    if len(places) * apart <= 300:
        assert all(place >= -1e-6 for place in moved)


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([200, 10, 100], 0, 300, 17) == [200, 10, 100]

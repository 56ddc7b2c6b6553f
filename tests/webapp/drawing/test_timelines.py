"""A timeline keeps to its width, lets no two marks of a row meet, and is no more exact than the words are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.timeline import axis, bar, height, marks, rooms
from webapp.drawing.times import moment, stretch, whole_year

years = st.integers(1990, 2060)
stretches = st.lists(
    st.tuples(st.floats(1990, 2060), st.floats(0, 4)).map(lambda one: (one[0], one[0] + one[1])), max_size=12
)


@given(st.lists(years, min_size=1, max_size=6), stretches, st.integers(0, 3))
def test_all_stands_within_the_width(told: list[int], times: list[tuple[float, float]], lanes: int) -> None:
    found = axis(told)
    boxes = marks(found, times, lanes)
    for box in (*boxes, bar(found, min(told), max(told) + 1, lanes)):
        assert 0 <= box.left <= box.left + box.width <= 100.001
        assert box.top < height(lanes + 1, boxes)


@given(st.lists(years, min_size=1, max_size=6), stretches)
def test_marks_of_a_row_do_not_meet(told: list[int], times: list[tuple[float, float]]) -> None:
    boxes = marks(axis(told), times, 1)
    rooms_ = rooms(boxes)
    for one, room in zip(boxes, rooms_, strict=True):
        others = [each for each in boxes if each is not one and each.top == one.top and each.left >= one.left]
        assert all(each.left >= one.left + one.width - 0.001 for each in others)
        assert 0 <= room.left <= room.left + room.width <= 100.001
        assert room.left == one.left or (
            room.ends and not [each for each in boxes if each.top == one.top and each is not one]
        )


def test_a_year_is_as_wide_as_its_column() -> None:
    found = axis((2027, 2030))
    assert found.years == (2027, 2028, 2029, 2030)
    (box,) = marks(found, [(2028, 2029)], 1)
    assert (box.left, box.width) == (25, 25)


@pytest.mark.parametrize(
    ("text", "last", "start", "precision"),
    [
        ("2027-10-15", date(2027, 10, 15), 2027.787, "day"),
        ("oktober 2027", date(2027, 10, 31), 2027.75, "month"),
        ("2027-10", date(2027, 10, 31), 2027.75, "month"),
        ("Q2", date(2027, 6, 30), 2027.25, "quarter"),
        ("hösten 2027", date(2027, 12, 31), 2027.5, "part"),
        ("2027", date(2027, 12, 31), 2027, "year"),
        ("2027–2029", date(2029, 12, 31), 2027, "years"),
        ("2027–28", date(2028, 12, 31), 2027, "years"),
    ],
)
def test_a_time_is_drawn_as_wide_as_it_is_told(text: str, last: date, start: float, precision: str) -> None:
    found = stretch(text, last)
    assert found.precision == precision
    assert found.start == pytest.approx(start, abs=0.002)
    assert found.end == moment(last)


def test_a_year_ends_where_the_next_begins() -> None:
    assert moment(date(2027, 12, 31)) == whole_year(2028).start == whole_year(2027).end

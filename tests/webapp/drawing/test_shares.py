"""Rows of counts as bars of parts."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.shares import LEAST, shares

ROWS = st.lists(st.lists(st.integers(0, 500), max_size=8), max_size=8)


@given(ROWS)
def test_parts_stand_end_to_end_within_the_width(rows: list[list[int]]) -> None:
    for row, parts in zip(rows, shares(rows, 800), strict=True):
        assert [part.index for part in parts] == [index for index, count in enumerate(row) if count]
        ends = [0.0, *(part.start + part.width for part in parts)]
        assert [part.start for part in parts] == ends[:-1]
        assert ends[-1] <= 800 + 1e-6
        assert all(part.width >= LEAST for part in parts)


def test_larger_counts_are_wider() -> None:
    ((few, many),) = shares([[2, 20]], 400)
    assert many.width > few.width

"""The strip of a document: every line is drawn in its lane, and every part leads somewhere."""

import re

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.strip import LEAST, WIDTH, runs, strip

LINES = st.sets(st.integers(1, 400))


@given(LINES)
def test_runs_hold_just_the_numbers(numbers: set[int]) -> None:
    assert {each for first, last in runs(numbers) for each in range(first, last + 1)} == numbers


@given(st.lists(LINES, min_size=1, max_size=4), st.integers(400, 2000), st.integers(1, 300))
def test_marks_and_parts_stay_within_and_cover_all(lanes: list[set[int]], count: int, size: int) -> None:
    drawn = strip(lanes, count, size)
    assert [path.count("M") for path in drawn.lanes] == [len(runs(lane)) for lane in lanes]
    for path in drawn.lanes:
        for x, width in re.findall(r"M([\d.]+) \d+h([\d.]+)", path):
            assert 0 <= float(x) <= WIDTH
            assert float(width) + 0.01 >= LEAST
            assert float(x) + float(width) <= WIDTH + LEAST
    assert drawn.parts[0].first == 1
    assert drawn.parts[-1].last == count
    assert all(after.first == before.last + 1 for before, after in zip(drawn.parts, drawn.parts[1:], strict=False))


def test_a_document_without_lines_is_drawn_empty() -> None:
    assert strip([[], []], 0, 200).lanes == ("", "")

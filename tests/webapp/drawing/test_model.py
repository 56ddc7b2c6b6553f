"""The map of kinds: boxes beside each other, curves from side to side, no two at one place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.model import HIGH, WIDE, model

CELL = st.tuples(st.integers(0, 5), st.integers(0, 5))
CELLS = st.dictionaries(st.sampled_from("abcdefgh"), CELL, min_size=1).filter(
    lambda cells: len(set(cells.values())) == len(cells)
)


@given(CELLS, st.data())
def test_all_lies_within_and_curves_end_at_their_boxes(cells: dict[str, tuple[int, int]], data: st.DataObject) -> None:
    names = st.sampled_from(sorted(cells))
    pairs = (
        data.draw(st.lists(st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]))) if len(cells) > 1 else []
    )
    drawn = model(cells, pairs)
    assert all(0 <= box.x <= drawn.width - WIDE and 0 <= box.y <= drawn.height - HIGH for box in drawn.boxes.values())
    assert len(drawn.curves) == len(pairs)
    for (start, end), curve in zip(pairs, drawn.curves, strict=True):
        numbers = [float(each) for each in re.findall(r"-?\d+\.\d", curve.path)]
        assert _at_edge(drawn.boxes[start], *numbers[:2])
        assert _at_edge(drawn.boxes[end], *numbers[-2:])


def _at_edge(box: object, x: float, y: float) -> bool:
    across, down = x - box.x, y - box.y  # type: ignore[attr-defined]
    beside = min(abs(across), abs(across - WIDE)) < 0.2 and -0.1 <= down <= HIGH + 0.1
    below = min(abs(down), abs(down - HIGH)) < 0.2 and -0.1 <= across <= WIDE + 0.1
    return beside or below


def test_links_of_one_side_meet_it_at_places_of_their_own() -> None:
    drawn = model({"a": (0, 1), "b": (1, 0), "c": (1, 1), "d": (1, 2)}, [("a", "b"), ("a", "c"), ("a", "d")])
    starts = [curve.path.split("C")[0] for curve in drawn.curves]
    assert len(set(starts)) == 3
    heights = [float(start.split(",")[1]) for start in starts]
    assert heights == sorted(heights)


def test_nothing_makes_an_empty_picture() -> None:
    assert model({}, []).curves == ()

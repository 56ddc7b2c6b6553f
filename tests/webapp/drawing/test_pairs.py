"""Two things' figures as bars."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.pairs import HEIGHT, LENGTH, pairs

NUMBERS = st.floats(-1e9, 1e9)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6))
def test_bars_are_as_long_as_their_values_and_none_covers_another(values: list[tuple[float, float]]) -> None:
    found = pairs(values)
    assert len(found.bars) == 2 * len(values)
    assert all(0 <= bar.length <= LENGTH for bar in found.bars)
    tops = [bar.top for bar in found.bars]
    assert all(after - before >= HEIGHT for before, after in pairwise(tops))
    assert all(bar.negative == (values[bar.pair][bar.second] < 0) for bar in found.bars)


def test_the_larger_is_longer() -> None:
    first, second = pairs([(10, 5)]).bars
    assert first.length == 2 * second.length

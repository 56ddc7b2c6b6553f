"""Amounts as bars: as long as they are large, from nought, what is below it on its own side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.bars import LENGTH, bars

SEK = st.none() | st.integers(-(10**11), 10**11).map(float)


@given(st.lists(st.tuples(SEK, SEK), max_size=20))
def test_bars_are_within_the_axis_and_in_proportion(amounts: list[tuple[float | None, float | None]]) -> None:
    found = bars(amounts)
    assert len(found.bars) == len(amounts)
    known = [each for pair in amounts for each in pair if each is not None]
    extent = max([0.0, *known]) - min([0.0, *known])
    for (sek, other), bar in zip(amounts, found.bars, strict=True):
        assert (bar is None) == (sek is None or extent == 0)
        if bar and sek is not None:
            assert -1e-6 <= bar.start <= bar.start + bar.width <= LENGTH + 1e-6
            assert bar.width == pytest.approx(abs(sek) / extent * LENGTH, abs=1e-6)
            assert (bar.tick is None) == (other is None)
            edge = bar.start + bar.width if bar.negative else bar.start
            assert edge == pytest.approx(found.zero, abs=1e-6)


def test_what_is_below_nought_goes_to_the_left() -> None:
    found = bars([(-1.0, None), (3.0, 2.0)])
    below, above = found.bars
    assert below
    assert above
    assert (found.zero, below.start, below.width, below.negative) == (250, 0, 250, True)
    assert (above.start, above.width, above.negative, above.tick) == (250, 750, False, 750)

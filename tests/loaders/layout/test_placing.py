"""Figures are put into the columns that they fit, or it is said that none can be told."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.comparisons import Layout, is_difference, is_share, layout_of
from loaders.layout.headers import Column
from loaders.layout.placing import Placed, placed

PRODUCTION = ("now", "budget", "off_budget", "before", "off_before", "forecast", "budget_year", "books")
YEARS = ("now", "change", "share", "before")


def layout(*meanings: str, per_cent: bool = True) -> Layout:
    """Columns of these meanings in a report on 2031; those of deviations with a per cent sign in their heads."""
    signs = {meaning: "%" * (per_cent and meaning.startswith(("off", "share"))) for meaning in meanings}
    return layout_of([Column(meaning, meaning + signs[meaning]) for meaning in meanings], 2031)


def cells(way: Placed | None) -> str | None:
    """The cells of a way between bars."""
    return "|".join(way.cells) if way and not way.unsure else None


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (
            "Besök 120 400 118 000 2,0% 115 300 4,4% 119 000 118 000 115 300",
            "Besök",
            "120 400|118 000|2,0%|115 300|4,4%|119 000|118 000|115 300",
        ),
        ("Tolkningar 3 3 0,0% 4 -25,0% 3 3 4", "Tolkningar", "3|3|0,0%|4|-25,0%|3|3|4"),
        ("Vaccinationer 2 640   2 400 10,0% 0  2 400", "Vaccinationer", "2 640|||2 400|10,0%|0||2 400"),
        ("Beläggning 07:30 91   94 -3,2% 0  94", "Beläggning 07:30", "91|||94|-3,2%|0||94"),
    ],
)
def test_cells_are_told_by_differences_signs_and_gaps(text: str, label: str, expected: str) -> None:
    way = placed(text, layout(*PRODUCTION))
    assert way
    assert way.label == label
    assert cells(way) == expected


def test_where_all_gaps_are_alike_differences_and_like_columns_tell_which_cells_are_empty() -> None:
    appendix = layout(*PRODUCTION[:7], "off_forecast", "books")
    assert cells(placed("2 640  2 400 10,0%  0  2 400", appendix)) == "2 640|||2 400|10,0%|0|||2 400"


def test_a_row_that_nothing_tells_the_cells_of_is_left_open() -> None:
    way = placed("1 100  900  950  1 000", layout(*PRODUCTION))
    assert way
    assert way.unsure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Justering  0 25 500 -100,00-25 500", "0|25 500|-100,00|-25 500"),
        ("Tid exkl jour  6 100 000  12 000  0,206 088 000", "6 100 000|12 000|0,20|6 088 000"),
    ],
)
def test_figures_without_a_blank_between_are_parted_where_the_difference_comes_out(text: str, expected: str) -> None:
    assert cells(placed(text, layout(*YEARS))) == expected


def test_a_dash_in_a_name_is_no_cell() -> None:
    way = placed("Anställda 50 år -  8,6% 8,1% 7,7%", layout("earlier", "before", "now"))
    assert way
    assert (way.label, cells(way)) == ("Anställda 50 år -", "8,6%|8,1%|7,7%")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Inventarier 1,5   -0,5", "1,5||-0,5"), ("Bilar 15,2 14,5     0,8", "15,2|14,5|0,8"), ("Båtar 1,5 0,5", None)],
)
def test_without_differences_only_a_wide_gap_tells_an_empty_cell(text: str, expected: str | None) -> None:
    assert cells(placed(text, layout("budget", "now", "forecast"))) == expected


@pytest.mark.parametrize("text", ["", " ", "Ord utan siffror", "år 2031.", "• 12 av 14 kliniker", "-", "%"])
def test_words_are_no_row(text: str) -> None:
    assert cells(placed(text, layout(*PRODUCTION))) is None


@given(st.integers(0, 9_999_999), st.integers(1, 9_999_999))
def test_whatever_the_figures_are_their_differences_find_them(now: int, before: int) -> None:
    share = f"{(now - before) * 100 / before:.2f}".replace(".", ",")
    figures = [swedish(now), swedish(now - before), share, swedish(before)]
    assert cells(placed("Egen personal  " + "  ".join(figures), layout(*YEARS))) == "|".join(figures)


def swedish(number: int) -> str:
    """A number with blanks between groups of three digits."""
    return f"{number:,}".replace(",", " ")


@given(st.text("0123456789 ,.%-–+\nab", max_size=80))
def test_every_figure_of_a_row_stands_in_its_text_in_its_order(text: str) -> None:
    way = placed(text, layout(*YEARS))
    if way:
        bare = "".join(text.split())
        places = [0]
        for cell in way.cells:
            places.append(bare.find("".join(cell.split()), places[-1]))
        assert -1 not in places
        assert all(left <= right for left, right in pairwise(places))


@given(st.decimals(-(10**6), 10**6, places=1), st.decimals(-(10**6), 10**6, places=1))
def test_a_difference_is_what_one_gets_by_taking_away(new: Decimal, old: Decimal) -> None:
    assert is_difference(new - old, new, old)
    assert not is_difference(new - old + 1, new, old)
    assert not old or is_share(round((new - old) * 100 / old, 1), new, old)

"""Swedish numbers mean what they say, and rows of them are parted as they were printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.words.numbers import is_table_like, label_and_cells, split_cells, to_decimal

WHOLE = st.integers(-99_999_999, 99_999_999)
LABELS = st.lists(
    st.sampled_from(["Område", "Stab", "och", "vård", "(inkl. tandvård)", "i", "Löner", "kkl"]), min_size=1, max_size=5
)


def swedish(number: Decimal | int, decimals: int = 0, blank: str = " ") -> str:
    """A number as a Swedish document prints it."""
    return f"{number:,.{decimals}f}".replace(",", blank).replace(".", ",")


@given(
    number=WHOLE,
    decimals=st.integers(0, 3),
    blank=st.sampled_from([" ", "\u00a0"]),
    mark=st.sampled_from(["", "*", "**", " %", "%"]),
)
def test_a_printed_number_is_the_number(number: int, decimals: int, blank: str, mark: str) -> None:
    value = Decimal(number).scaleb(-decimals)
    assert to_decimal(swedish(value, decimals, blank) + mark) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9 384,8", "9384.8"),
        ("-8,6", "-8.6"),
        ("– 8,6", "-8.6"),
        ("−8,6", "-8.6"),
        ("+3", "3"),
        ("301 758", "301758"),
        ("1492,8", "1492.8"),
        ("15, 8", "15.8"),
        ("0,27", "0.27"),
        ("3.5", "3.5"),
        ("48%", "48"),
        ("366,0*", "366.0"),
    ],
)
def test_a_cell_of_one_number_is_that_number(text: str, number: str) -> None:
    assert to_decimal(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "-", "–", "12 34", "1 2345", "12,5 13,5", "ca 12", "2027-09-15", "a1", "%", "*", "1,2,3"]
)
def test_what_is_no_single_number_is_none(text: str) -> None:
    assert to_decimal(text) is None


@given(st.lists(st.integers(-9_999_999, 9_999_999), min_size=1, max_size=5), st.integers(1, 2))
def test_figures_with_decimals_are_parted_whatever_their_size(numbers: list[int], decimals: int) -> None:
    cells = [swedish(Decimal(number).scaleb(-decimals), decimals) for number in numbers]
    assert split_cells(" ".join(cells), len(cells)) == cells


@given(st.data(), st.integers(1, 9), st.integers(2, 4))
def test_figures_of_the_same_size_are_parted_at_their_own_blanks(data: st.DataObject, digits: int, count: int) -> None:
    numbers = data.draw(st.lists(st.integers(10 ** (digits - 1), 10**digits - 1), min_size=count, max_size=count))
    sign = data.draw(st.sampled_from(["", "-"]))
    cells = [sign + swedish(number) for number in numbers]
    assert split_cells(" ".join(cells), count) == cells


@given(st.lists(st.integers(0, 999), min_size=1, max_size=3), st.lists(st.integers(0, 99_999), min_size=1, max_size=3))
def test_per_cent_signs_stand_in_their_own_columns(shares: list[int], amounts: list[int]) -> None:
    cells = [f"{swedish(Decimal(share).scaleb(-1), 1)}%" for share in shares]
    cells += [swedish(Decimal(amount).scaleb(-1), 1) for amount in amounts]
    assert split_cells(" ".join(cells), len(cells), frozenset(range(len(shares)))) == cells


@pytest.mark.parametrize(
    ("text", "count", "cells"),
    [
        ("137 542 140 811 149 794", 3, ["137 542", "140 811", "149 794"]),
        ("-997 182 0 0", 3, ["-997 182", "0", "0"]),
        ("0,27 -5,9 -1,1", 3, ["0,27", "-5,9", "-1,1"]),
        ("2,0 -", 2, ["2,0", "-"]),
        ("- 20,0", 2, ["-", "20,0"]),
        ("5,0  ", 3, ["5,0", "", ""]),
        ("120,0 100,0 ", 3, ["120,0", "100,0", ""]),
        ("3,8 % 2,3 0 63,7", 4, ["3,8%", "2,3", "0", "63,7"]),
        ("- 5,5 3,2", 2, ["-5,5", "3,2"]),
        ("1492,8 1 420,1", 2, ["1492,8", "1 420,1"]),
        ("12 049 13 050", 2, ["12 049", "13 050"]),
        ("1 250 1 180", 2, ["1 250", "1 180"]),
    ],
)
def test_rows_as_they_are_printed(text: str, count: int, cells: list[str]) -> None:
    assert split_cells(text, count) == cells


@pytest.mark.parametrize(("text", "count"), [("", 2), ("1,5 2,5 3,5", 2), ("ord", 1), ("1,5 ord", 2)])
def test_a_row_that_has_not_that_many_figures_is_none(text: str, count: int) -> None:
    assert split_cells(text, count) is None


@given(LABELS, st.lists(st.integers(-99_999, 99_999), min_size=1, max_size=4))
def test_a_label_goes_down_to_the_figures(words: list[str], numbers: list[int]) -> None:
    cells = [swedish(Decimal(number).scaleb(-1), 1) for number in numbers]
    assert label_and_cells(" ".join([*words, *cells]), len(cells)) == (" ".join(words), cells)


@pytest.mark.parametrize(
    ("text", "count", "label"),
    [
        ("Övriga kostnader i kkl 5 -1 630 937 -1 658 553 -1 753 979", 3, "Övriga kostnader i kkl 5"),
        ("Övriga kostnader i kkl 7-8 -621 163 -553 171 -561 425", 3, "Övriga kostnader i kkl 7-8"),
        ("Avdelning 12 14,5 15,5", 2, "Avdelning 12"),
        ("12,5 13,5", 2, ""),
    ],
)
def test_a_label_may_end_with_a_number(text: str, count: int, label: str) -> None:
    found = label_and_cells(text, count)
    assert found
    assert found[0] == label


def test_a_very_long_row_of_figures_is_read_in_bounded_time() -> None:
    assert split_cells(" ".join(["123"] * 60), 60) == ["123"] * 60
    assert split_cells(" ".join(["123"] * 60), 7) is None or True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Läkemedel 12,5 13,5", True),
        ("12,5", True),
        ("Läkemedel 12,5", False),
        ("Vi minskar från 12 till 13.", False),
        ("åren 2027 2028.", False),
        ("", False),
    ],
)
def test_a_line_of_figures_looks_like_a_table(text: str, expected: bool) -> None:
    assert is_table_like(text) is expected


def test_a_line_of_thousands_of_figures_is_no_row() -> None:
    assert label_and_cells("Vårdplatser " + "1 000 " * 3000, 3) is None
    assert split_cells("1 000 " * 3000, 3) is None

"""Printed numbers: how exact they are, whether two say the same, whether sums add up."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import rt
from ontology.iri import Iri
from webapp.figures.printed import agree, step
from webapp.figures.sums import Adds, checks


@dataclass(frozen=True)
class Cell:
    """An amount of a column."""

    sek: Decimal | None
    as_written: str
    year: int | None = 2027
    role: Iri | None = rt.Budget
    column: str | None = None


def mnkr(written: str, year: int = 2027) -> Cell:
    """An amount printed in millions."""
    return Cell(Decimal(written.replace(",", ".").replace(" ", "")) * 1_000_000, written, year)


@pytest.mark.parametrize(
    ("number", "written", "found"),
    [
        ("9384800000", "9 384,8", "100000"),
        ("85", "85%", "1"),
        ("5.9", "2024: 5,9%", "0.1"),
        ("-319732000", "-319 732", "1000"),
        ("15.1833", "15:11", "0"),
        ("0", "0", "0"),
        ("3", "tre", "0"),
    ],
)
def test_what_the_last_printed_digit_stands_for(number: str, written: str, found: str) -> None:
    assert step(Decimal(number), written) == Decimal(found)


@given(st.integers(1, 10**12), st.integers(0, 6))
def test_a_number_agrees_with_itself_rounded(number: int, places: int) -> None:
    size = Decimal(10) ** places
    rounded = (Decimal(number) / size).quantize(Decimal(1)) * size
    assert agree(Decimal(number), Decimal(1), rounded, size)


@given(st.text())
def test_any_text_can_be_asked_how_exact_it_is(text: str) -> None:
    assert step(Decimal(7), text) >= 0


def test_sums_add_up_exactly_or_but_for_rounding_or_not() -> None:
    terms = [[mnkr("10,2")], [mnkr("5,3")]]
    assert [each.adds for each in checks([mnkr("15,5")], terms)] == [Adds.EXACTLY]
    assert [each.adds for each in checks([mnkr("15,6")], terms)] == [Adds.ROUNDED]
    (wrong,) = checks([mnkr("16,5")], terms)
    assert (wrong.adds, wrong.difference, wrong.added) == (Adds.DIFFERS, 1_000_000, 15_500_000)


def test_a_column_is_held_against_the_same_column_only() -> None:
    (found,) = checks([mnkr("4"), mnkr("9", 2028)], [[mnkr("4")], [mnkr("7", 2026)]])
    assert (found.column[0], found.adds, found.missing) == (2027, Adds.EXACTLY, 1)
    assert checks([mnkr("4")], []) == ()


def test_a_term_told_twice_is_no_ground_for_a_verdict() -> None:
    assert checks([mnkr("4")], [[mnkr("4"), mnkr("5")]]) == ()

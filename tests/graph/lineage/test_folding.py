"""When two editions say the same."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.lineage.folding import cut_off, folded, same

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Om- och  nybyggnation.", "om – och nybyggnation"),
        ("rehab-koordinator", "Rehab koordinator"),
        ("”Nära” vård", "nära vård"),
        ("1 250 listade", "1250 listade"),
    ],
)
def test_case_blanks_hyphens_and_punctuation_tell_nothing(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("högst 1,2 %", "högst 12 %"), ("85", "85 %"), ("<4", ">4"), ("vård", "värd")]
)
def test_numbers_signs_and_letters_do(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("earlier", "later", "alike"),
    [
        ("Under 2031 ska köerna bort", "Under 2032 ska köerna bort.", True),
        ("Pågår för 2031 på basis av 2030 års arbete", "Pågår för 2032 på basis av 2031 års arbete", True),
        ("Beslutad 2024, under 2031", "Beslutad 2024, under 2032", True),
        ("Fasas ut 2033", "Fasas ut 2034", False),
        ("Plan 2031–2033", "Plan 2032–2034", True),
        ("Under 2031 ska köerna bort", "Under 2032 ska köerna kortas", False),
        ("Under 2031", "Under 2031 och 2032", False),
        ("", "", True),
        ("Under 2031 ska köerna…", "Under 2032 ska köerna bort helt", True),
        ("Under 2031 ska köerna…", "Under 2032 ska alla…", False),
    ],
)
def test_the_plan_year_moves_on_and_other_years_do_not(plan: Make, earlier: str, later: str, *, alike: bool) -> None:
    assert same(earlier, later, plan(2031).edition, plan(2032).edition) is alike


@pytest.mark.parametrize(
    ("short", "whole", "cut"),
    [
        ("Omställning till framtidens vård och", "Omställning till framtidens vård och omsorg", True),
        ("Hälso-", "Hälsofrämjande arbete", True),
        ("Vårdval", "Vårdval vårdcentral", False),
        ("Vård och omsorg", "Vård och omsorg", False),
    ],
)
def test_a_name_cut_off_by_its_column(short: str, whole: str, *, cut: bool) -> None:
    assert cut_off(short, whole) is cut

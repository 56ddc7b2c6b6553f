"""How two things are worded."""

import pytest

from graph.derived.items import Item
from graph.likeness import Likeness
from graph.suggesting.wording import Alike, Wordings
from ontology import rt

from .invented import all_of, edition, item, tied

REPORT, PLAN = edition(rt.AnnualReport, 2031), edition(rt.ManagementPlan, 2032)
OTHERS = tuple(
    item(PLAN, rt.Activity, title)
    for title in ("Fler nattpatruller", "Trygga hem", "Kortare svarstid i telefon", "Samordnade inköp av bilar")
)


def alike(here: Item, there: Item, *more: Item) -> Alike:
    items = all_of(here, there, *OTHERS, *more)
    return Wordings(items, Likeness(items.all)).alike(here, there)


def told(title: str, **more: object) -> Item:
    return item(REPORT, rt.Activity, title, **more)


def planned(title: str, **more: object) -> Item:
    return item(PLAN, rt.Activity, title, **more)


def test_the_same_name_is_the_same_whatever_its_signs_and_letters() -> None:
    found = alike(told("Etablera nattpatrull."), planned("Etablera Nattpatrull"))
    assert found.same
    assert found.named == 1.0


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("Psykisk hälsa hos unga", "Psyisk hälsa hos unga", True),
        ("Delmål 1 för hembesök", "Delmål 2 för hembesök", False),
        ("Nattpatrull", "Nattpatrull i varje ort", False),
    ],
)
def test_a_slip_of_the_pen_is_the_same_name_a_number_is_not(here: str, there: str, *, same: bool) -> None:
    assert alike(told(here), planned(there)).same is same


def test_a_short_name_is_within_what_is_said_of_the_other() -> None:
    found = alike(told("Utveckla arbetssätt"), planned("Patrull", description="Utveckla arbetssätt på natten"))
    assert found.within == pytest.approx(1.0)
    assert found.named < 0.2


def test_what_a_report_says_of_a_row_is_said_of_the_row() -> None:
    row = told("Utveckla arbetssätt")
    status = item(REPORT, rt.StatusReport, description="Nattpatrullen har startat", links=tied(reportsOn=row))
    assert alike(row, planned("Nattpatrull"), status).within == pytest.approx(1.0)
    assert alike(row, planned("Nattpatrull")).within == 0.0


def test_parts_that_a_report_tells_apart_are_names_of_their_own() -> None:
    row = told("Utveckla arbetssätt för kontakt med den som behöver stöd")
    parts = tuple(
        item(REPORT, rt.StatusReport, description=text, texts=(name,), links=tied(reportsOn=row))
        for name, text in (("Svarstid", "Planenligt"), ("Växel", "Ej planenligt"))
    )
    assert alike(row, planned("Svarstid"), *parts).named > 0.9


def test_the_first_sentence_of_a_name_is_a_name() -> None:
    assert alike(told("Oberoende hyr. Effekten kan synas på annat håll"), planned("Oberoende hyr")).named > 0.9


def test_initials_before_a_year_are_what_they_stand_for() -> None:
    found = alike(told("Plan för hem och stöd 2035"), planned("Förverkliga HoS2035"))
    assert found.within > 0.4


def test_what_has_only_a_number_is_called_nothing() -> None:
    here = item(REPORT, rt.Assignment, notation="U31-1")
    found = alike(here, item(PLAN, rt.Assignment, notation="U31-1"))
    assert not found.same
    assert found.named == found.within == 0.0


def test_a_word_with_a_hyphen_is_found_without_it_and_counts_no_more_for_it() -> None:
    assert alike(told("PET-CT i hemmet"), planned("PETCT i hemmet")).named > 0.5
    assert set(alike(told("PET-CT i hemmet"), planned("PET-CT på natten")).met) == {"pet", "ct"}

"""Tables whose cells are shown, as people set them: more columns than are known, heads again, lists in cells."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import chain

import pytest

from graph.records import (
    Activity,
    Amount,
    FocusArea,
    Goal,
    IndicatorValue,
    Milestone,
    Reading,
    SavingLine,
    StatusReport,
)
from loaders.facts import Facts
from ontology import rt

Read = Callable[[str, Facts], Reading]
FACTS = Facts(
    type="ManagementPlan", title="Plan 2031", region="99", organisation="Vårdförvaltningen", period=(2031, 2033)
)
HEAD = ["Ramförändringar (mnkr)", "2031", "2032"]
ROWS = [["Uppräkning av löner", "12,5", "13,0"], ["Varav vårdval", "2,5", "3,0"], ["Nya uppdrag", "", "4,0"]]
TOTAL = ["Summa för året", "12,5", "17,0"]


def tabbed(*rows: Sequence[str]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def amounts(reading: Reading) -> list[tuple[str, str, int | None, Decimal]]:
    found = [record for record in reading.records if isinstance(record, Amount)]
    return [(each.of.title, each.of.parent.title if each.of.parent else "", each.year, each.sek) for each in found]


@pytest.fixture
def plain(read_as: Read) -> list[tuple[str, str, int | None, Decimal]]:
    return amounts(read_as("Ekonomi\n\n" + tabbed(HEAD, *ROWS, TOTAL), FACTS))


def test_a_column_that_nobody_knows_is_left_out(read_as: Read, plain: list[object]) -> None:
    assert len(plain) == 7
    before = [["Nr", *HEAD], *([str(at), *row] for at, row in enumerate([*ROWS, TOTAL]))]
    behind = [[*HEAD, "Diarienr"], *([*row, "VF 31/7"] for row in [*ROWS, TOTAL])]
    within = [[HEAD[0], "", *HEAD[1:]], *([row[0], "", *row[1:]] for row in [*ROWS, TOTAL])]
    for rows in (before, behind, within):
        assert amounts(read_as("Ekonomi\n\n" + tabbed(*rows), FACTS)) == plain


def test_a_head_printed_again_is_no_row_and_begins_no_table(read_as: Read, plain: list[object]) -> None:
    for gap in ("", "\n"):
        text = "Ekonomi\n\n" + tabbed(HEAD, ROWS[0]) + gap + tabbed(HEAD, *ROWS[1:], TOTAL)
        assert amounts(read_as(text, FACTS)) == plain


def test_units_may_stand_in_the_cells(read_as: Read, plain: list[object]) -> None:
    cells = [[row[0], *(f"{cell} mnkr" if cell else "–" for cell in row[1:])] for row in [*ROWS, TOTAL]]
    assert amounts(read_as("Ekonomi\n\n" + tabbed(["Ramförändringar", "2031", "2032"], *cells), FACTS)) == plain


def test_what_each_row_prints_again_is_the_same(read_as: Read) -> None:
    head = ["Perspektiv", "Mål", "Indikator", "Målvärde 2031", "Nuläge 2029", "Redovisas"]
    rows = [
        ["Invånare", "Alla når oss", "Besök i tid", "90 %", "Ögon 71 %", "År"],
        ["Invånare", "Alla når oss", "Besök i tid", "80 %", "Hörsel 66 %", "År"],
        ["Invånare", "Alla litar på oss", "Förtroende", "mäts först nästa år", "", "År"],
    ]
    reading = read_as("Mål\n\n" + tabbed(head, *rows), FACTS)
    assert [goal.title for goal in reading.records if isinstance(goal, Goal)] == ["Alla når oss", "Alla litar på oss"]
    values = [each for each in reading.records if isinstance(each, IndicatorValue)]
    assert {(each.of.label, each.as_written) for each in values} == {
        ("Besök i tid Ögon", "90 %"),
        ("Besök i tid Ögon", "71 %"),
        ("Besök i tid Hörsel", "80 %"),
        ("Besök i tid Hörsel", "66 %"),
        ("Förtroende", "mäts först nästa år"),
    }


def test_a_cell_may_hold_an_area_with_its_text_and_lists(read_as: Read) -> None:
    head = ["Insatsområde", "Verksamhetens aktiviteter 2031", "Klart", "Ansvarig"]
    area = "Nära vård Vården ska finnas där människor bor, så att ingen behöver resa i onödan."
    row = [area, "• Öppna en mottagning • Ring före besöket", "• Q2 • Q4", "• Bo A • Eva B, Bo A"]
    reading = read_as("Aktiviteter\n\n" + tabbed(head, row), FACTS)
    (found,) = (each for each in reading.records if isinstance(each, FocusArea))
    assert (found.name, found.description) == ("Nära vård", area.removeprefix("Nära vård "))
    told = [(each.title, each.due, each.responsible) for each in reading.records if isinstance(each, Activity)]
    assert told == [("Öppna en mottagning", "Q2", ("Bo A",)), ("Ring före besöket", "Q4", ("Eva B", "Bo A"))]


def test_milestones_may_be_a_list_under_a_head_over_heads(read_as: Read) -> None:
    head = ["Insatsområde", *(f"Milstolpar mot 2039 {year}" for year in (2031, 2032, 2033))]
    row = ["Nära vård", "• 1. En mottagning • 2. Två team", "–", "Bara i Norrhult"]
    reading = read_as("Bilaga\n\n" + tabbed(head, row), FACTS)
    told = [(each.title, each.year) for each in reading.records if isinstance(each, Milestone)]
    assert told == [("En mottagning", 2031), ("Två team", 2031), ("Bara i Norrhult", 2033)]


def test_a_row_may_go_on_a_row_s_statuses(read_as: Read) -> None:
    head = ["Aktivitet", "Tidplan", "Ansvarig", "Status", "Kommentar"]
    rows = [
        ["Digitala besök", "2031", "Bo A", "Webb: Planenligt", "Webben är öppen."],
        ["", "", "", "App: Ej planenligt", "Appen dröjer."],
    ]
    reading = read_as("Nära vård\n\n" + tabbed(head, *rows), FACTS)
    told = [(each.note, each.description) for each in reading.records if isinstance(each, StatusReport)]
    assert told == [(("Webb",), "Webben är öppen."), (("App",), "Appen dröjer.")]


def test_years_may_stand_over_the_aspects_of_actions(read_as: Read) -> None:
    aspects = list(chain.from_iterable((f"{year} GT", f"{year} EE") for year in (2031, 2032)))
    head = ["Åtgärdsområden", *aspects, "Bruttoeffekt (mnkr)"]
    reading = read_as("Handlingsplan\n\n" + tabbed(head, ["Inköp", "3", "", "4", "2", "80"]), FACTS)
    told = [(each.year, each.aspect, each.as_written) for each in reading.records if isinstance(each, StatusReport)]
    assert told == [(2031, rt.Implementation, "3"), (2032, rt.Implementation, "4"), (2032, rt.Effect, "2")]
    assert [each.title for each in reading.records if isinstance(each, SavingLine)] == ["Inköp"]

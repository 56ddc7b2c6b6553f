"""Scorecards: each value goes to its column where that is told, and to none where it is not."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Goal, Indicator, IndicatorValue, Reading
from loaders.facts import Facts
from loaders.readers.score_columns import cells_of
from ontology import rt

HEAD = "Prioriterade mått Frekvens Utfall 2030\n\nAck utfall\n2031-10\n\nMålvärde \n2032\n\nMålvärde \n2034\n\n"
ROLES = [rt.Outcome, rt.Outcome, rt.Target, rt.Target]
Read = Callable[[str, Facts], Reading]


def values(reading: Reading) -> list[tuple[str, int | None, str]]:
    """Role, year and text of all values."""
    return [(one.role.local, one.year, one.as_written) for one in reading.records if isinstance(one, IndicatorValue)]


def kinds(reading: Reading) -> list[tuple[str, str]]:
    """Kind and severity of what was odd in the table."""
    return [
        (one.kind.local, one.severity.local)
        for one in reading.doubts
        if one.kind not in {rt.UnknownRegion, rt.PlanFactInferred}
    ]


percents = st.decimals(0, 100, places=1).map(lambda number: f"{number}".replace(".", ",") + "%")
counts = st.integers(0, 99).map(str)
thousands = st.integers(1000, 9999).map(lambda number: f"{number:,}".replace(",", " "))
money = st.decimals(-99, 99, places=1).map(lambda number: f"{number}".replace(".", ",") + " mnkr")
words = st.sampled_from(["Öka", "Minska", "Behålla"])
figures = st.one_of(*(st.tuples(kind, kind) for kind in (percents, counts, thousands, money)))


@settings(max_examples=80, deadline=None)
@given(
    outcomes=figures, targets=st.one_of(st.tuples(words, words), st.none()), gap=st.sampled_from([" ", "  ", "\n\n"])
)
def test_a_full_row_is_read_as_it_is_printed(
    outcomes: tuple[str, str], targets: tuple[str, str] | None, gap: str, read_as: Read, facts: Facts
) -> None:
    row = [*outcomes, *(targets or outcomes)]
    reading = read_as(HEAD + "Hamnen\n\nAndel båtar inom 15 dagar Delår, År " + gap.join(row) + "\n", facts)
    years = (2030, 2031, 2032, 2034)
    assert values(reading) == [(role.local, year, text) for role, year, text in zip(ROLES, years, row, strict=True)]
    assert kinds(reading) == []


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="0123456789 ,.%<>-–()Öka:mnkr", max_size=60), columns=st.integers(0, 5))
def test_values_cover_the_text_and_keep_their_order(text: str, columns: int) -> None:
    cells = cells_of(text, [rt.Outcome] * columns)
    if cells is None:
        return
    assert "".join(text[cell.start : cell.end] for cell in cells).replace(" ", "") == text.replace(" ", "")
    assert len(cells) <= columns
    assert all(cell.columns for cell in cells)


@pytest.mark.parametrize(
    ("row", "expected", "odd"),
    [
        ("85,9 % 86,3 %", [("Outcome", 2030, "85,9 %"), ("Outcome", 2031, "86,3 %")], [("InferredFromOrder", "Info")]),
        ("12 450 13 100", [("Outcome", 2030, "12 450"), ("Outcome", 2031, "13 100")], [("InferredFromOrder", "Info")]),
        ("7,8% -1,8%", [("Outcome", 2030, "7,8%"), ("Outcome", 2031, "-1,8%")], [("InferredFromOrder", "Info")]),
        (
            "Mått från 2029: 93,9% >90%",
            [("Outcome", 2029, "Mått från 2029: 93,9%"), ("Target", None, ">90%")],
            [("YearNotTold", "Warning")],
        ),
        (
            "710 818 Öka",
            [("Outcome", 2030, "710"), ("Outcome", 2031, "818"), ("Target", None, "Öka")],
            [("YearNotTold", "Warning"), ("InferredFromOrder", "Info")],
        ),
        ("5", [], [("ColumnNotTold", "Warning")]),
        ("lågt antal svar", [], [("ValueNotRead", "Warning")]),
        ("1 2 3 4 5", [], [("ValueNotRead", "Warning")]),
        ("– 4 – 9", [("Outcome", 2031, "4"), ("Target", 2034, "9")], []),
        ("", [], []),
    ],
)
def test_a_row_with_too_few_values_tells_what_it_can(
    row: str, expected: list[tuple[str, int | None, str]], odd: list[tuple[str, str]], read_as: Read, facts: Facts
) -> None:
    reading = read_as(HEAD + f"Hamnen\n\nBåtar i hamn År {row}\n", facts)
    assert values(reading) == expected
    assert kinds(reading) == odd
    assert [one.title for one in reading.records if isinstance(one, Indicator)] == ["Båtar i hamn"]


def test_part_of_a_year_is_told_by_the_head_or_by_the_cell(read_as: Read, facts: Facts) -> None:
    reading = read_as(HEAD + "Hamnen\n\nBåtar i hamn År 0,5 0,44 (delår 2) 1 2\n\nHus i hamn År 5 6 7 8\n", facts)
    periods = [one.period_text for one in reading.records if isinstance(one, IndicatorValue) and one.part_of_year]
    assert periods == ["delår 2", "ack 2031-10"]


def test_a_figure_without_the_sign_that_its_row_has_is_per_cent_and_said_to_be(read_as: Read, facts: Facts) -> None:
    reading = read_as(HEAD + "Hamnen\n\nBåtar i hamn År 92,3% 91,8 95% 95%\n", facts)
    assert {one.unit and one.unit.local for one in reading.records if isinstance(one, IndicatorValue)} == {"PERCENT"}
    assert kinds(reading) == [("UnitInferred", "Info")]


def test_a_heading_is_the_goal_stated_before_where_it_says_the_same(read_as: Read, facts: Facts) -> None:
    goals = "Långsiktiga målsättningar 2032-2034\n\nLevande hamn\nBåtar som går i tid\n\n"
    reading = read_as(goals + HEAD + "Levande hamn\n\nBåtar i hamn År 1 2 3 4\n\nSkog\n\nTräd År 1 2 3 4\n", facts)
    assert [goal.title for goal in reading.records if isinstance(goal, Goal)] == [
        "Levande hamn",
        "Båtar som går i tid",
        "Skog",
    ]
    assert [one.goal and one.goal.title for one in reading.records if isinstance(one, Indicator)] == [
        "Levande hamn",
        "Skog",
    ]


def test_names_and_reporting_over_several_lines(read_as: Read, facts: Facts) -> None:
    rows = "Hamnen\n\nAntal båtar som lägger till \n\n(dag, natt och helg) Månad,\nDelår, År 1 2 3 4\n\nFyrar\nsom lyser År\n\n5 6 7 8\n"
    reading = read_as(HEAD + rows, facts)
    found = [
        (one.title, [kind.local for kind in one.reporting]) for one in reading.records if isinstance(one, Indicator)
    ]
    assert found == [
        ("Antal båtar som lägger till (dag, natt och helg)", ["Monthly", "Interim", "Yearly"]),
        ("Fyrar som lyser", ["Yearly"]),
    ]
    assert [number for _, _, number in values(reading)] == list("12345678")


def test_cells_keep_their_columns(read_as: Read, facts: Facts) -> None:
    rows = [
        "Prioriterade mått\tFrekvens\tUtfall 2030\tAck utfall 2031-10\tMålvärde 2032\tMålvärde 2034",
        "Levande hamn\t\t\t\t\t",
        "Båtar i hamn\tDelår, År\t\t4,5 %\t\t9 %",
    ]
    reading = read_as("Styrkort för hamnen\n" + "\n".join(rows) + "\n", facts)
    assert values(reading) == [("Outcome", 2031, "4,5 %"), ("Target", 2034, "9 %")]
    assert [goal.title for goal in reading.records if isinstance(goal, Goal)] == ["Levande hamn"]


def test_prose_behind_the_table_is_no_row(read_as: Read, facts: Facts) -> None:
    text = (
        HEAD
        + "Hamnen\n\nBåtar i hamn År 1 2 3 4\n\nUnder ett År händer mycket i hamnen, och år 2031 var 14 båtar här.\n"
    )
    assert len([one for one in read_as(text, facts).records if isinstance(one, Indicator)]) == 1


@pytest.mark.parametrize(
    "hostile", ["1 234 " * 3000, "öka " * 5000, "5 (" * 5000, "år 2030 " * 3000, "< " * 5000, "-" * 5000]
)
def test_long_rows_are_read_in_no_time(hostile: str) -> None:
    assert cells_of(hostile, ROLES) is None


ROWS = [
    ("Andel båtar i tid", "Månad", "87 %", "95 %"),
    ("Antal haverier", "Tertial", "45", "Minska"),
    ("Nöjda passagerare", "År", "-", ">80"),
    ("Resultat", "Månad", "-2,4 mnkr", "0"),
]


@pytest.mark.parametrize("blank", ["\t", " "], ids=["cells", "text"])
def test_a_scorecard_of_one_outcome_and_one_target(blank: str, read_as: Read, facts: Facts) -> None:
    head = blank.join(["Nyckeltal", "Mätfrekvens", "Utfall 2031", "Mål 2032"])
    printed = [blank.join(row) for row in ROWS]
    reading = read_as("\n".join(["Styrkort", "", head, "", "Hamnen", *printed, ""]), facts)
    expected = [(at, text) for row in ROWS for at, text in zip((2031, 2032), row[2:], strict=True) if text != "-"]
    assert [(year, text) for _, year, text in values(reading)] == expected
    assert [one.group for one in reading.records if isinstance(one, Indicator)] == ["Hamnen"] * len(ROWS)
    assert kinds(reading) == []

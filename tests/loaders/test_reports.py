"""Annual reports: rows come out whole from wrapped text, whatever their figures, and only what is stated comes out."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import (
    Activity,
    Amount,
    ControlPoint,
    FocusArea,
    Goal,
    GrantLine,
    IncomeStatementLine,
    Indicator,
    IndicatorValue,
    Perspective,
    ProductionMeasure,
    Reading,
    Record,
    StatusReport,
)
from loaders.coverage import coverage
from loaders.document import Document
from loaders.facts import Facts
from loaders.words.statuses import status_of
from ontology import rt

Kind = TypeVar("Kind", bound=Record)
Read = Callable[[str], Reading]
CASES = Path(__file__).parents[1] / "data" / "plans"
CELLS, WRAPPED = "arsredovisning-celler", "arsredovisning-radbruten"
INDICATORS = "Indikator - Trygg vård\n\nIndikator Utfall\n2030\n\nMål\n2031\n\nUtfall\n2031\n\nUtveckling Kommentar\n\n"
ACTIVITIES = "Nära hemmet\n\nAktivitet Tidplan Ansvarig Status Kommentar\n\n"
CONTROLS = "Intern kontroll nämnden\n\nGranskningsområde Resultat av granskning Åtgärder under hösten 2031\n\n"


@pytest.fixture(scope="session")
def read(read_as: Callable[[str, Facts], Reading]) -> Read:
    """What a text states that is the annual report of an invented region."""
    facts = Facts(
        type="AnnualReport",
        title="Årsredovisning 2031",
        region="99",
        organisation="Vårdförvaltningen",
        period=(2031, 2031),
    )
    return lambda text: read_as(text, facts)


def of(reading: Reading, kind: type[Kind]) -> list[Kind]:
    """The records of a kind."""
    return [record for record in reading.records if isinstance(record, kind)]


def test_cells_and_wrapped_text_state_the_same(read: Read) -> None:
    cells, wrapped = (stated(read((CASES / case / "plan.txt").read_text("utf-8"))) for case in (CELLS, WRAPPED))
    assert cells == wrapped


def stated(reading: Reading) -> set[tuple[object, ...]]:
    """What a report states, without places and without the comments on parts of a row, which only lines part."""
    return {
        *((one.title, one.perspective and one.perspective.name) for one in of(reading, Goal)),
        *((one.name,) for one in of(reading, Perspective)),
        *((one.title, one.goal and one.goal.title) for one in of(reading, Indicator)),
        *((one.of.title, one.role, one.year, one.as_written, one.number) for one in of(reading, IndicatorValue)),
        *((one.title, one.serves, one.due_by, one.responsible, one.note) for one in of(reading, Activity)),
        *((one.name, one.description) for one in of(reading, FocusArea)),
        *((one.title, one.scope) for one in of(reading, ControlPoint)),
        *((one.reports_on.label, one.status, one.note, one.measures) for one in of(reading, StatusReport)),
        *((one.of.title, one.role, one.year, one.sek, one.note) for one in of(reading, Amount)),
    }


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Planenligt", rt.OnPlan),
        ("Ej planenligt", rt.OffPlan),
        ("Ej\nplanenligt", rt.OffPlan),
        ("ej påbörjad", rt.NotStarted),
        ("Klart", rt.Done),
        ("Positiv", rt.Improved),
        ("Oförändrad", rt.Unchanged),
        ("Negativ", rt.Worsened),
        ("Stabil", rt.Unchanged),
        ("Enligt tidplan", rt.OnPlan),
        ("Påbörjad", rt.Ongoing),
        ("Delvis genomförd", None),
        ("Ej uppfyllt", None),
        ("Grön", None),
        ("Planen", None),
        ("", None),
    ],
)
def test_a_status_is_told_by_its_words(words: str, status: object) -> None:
    assert status_of(words) == status


@dataclass(frozen=True)
class Cell:
    """A figure as printed, with whether it is a number."""

    text: str
    is_number: bool


PERCENT = st.decimals(0, 100, places=1).map(lambda number: Cell(f"{number} %".replace(".", ","), True))
LIMIT = st.integers(1, 99).map(lambda number: Cell(f"<{number}%", True))
CLOCK = st.tuples(st.integers(0, 99), st.integers(0, 59)).map(lambda time: Cell(f"{time[0]}:{time[1]:02}", True))
REMARKED = st.integers(0, 99).map(lambda number: Cell(f"{number}%\n(annat\nurval, 5%)", True))
CELL = st.one_of(PERCENT, LIMIT, CLOCK, REMARKED, st.just(Cell("-", False)))
TARGET = st.one_of(CELL, st.sampled_from(["Öka", "Färre", "Högre"]).map(lambda word: Cell(word, False)))
NAME = st.sampled_from(["Svarstid 4477", "Andel nöjda inom 30\ndagar av alla", "Positiv syn på\nvården (skala 1–5)"])


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(st.tuples(NAME, CELL, TARGET, CELL, st.sampled_from(["Positiv", "Negativ"])), min_size=1, max_size=4),
    gap=st.sampled_from([" ", "\n\n"]),
)
def test_a_wrapped_row_gives_a_value_for_each_figure_in_its_column(
    rows: list[tuple[str, Cell, Cell, Cell, str]], gap: str, read: Read
) -> None:
    printed = (f"{name}{gap}{a.text} {b.text} {c.text} {trend} Så blev det." for name, a, b, c, trend in rows)
    reading = read(INDICATORS + "\n\n".join(printed) + "\n")
    expected = [
        (role, year, " ".join(cell.text.split()))
        for _, before, target, now, _ in rows
        for role, year, cell in ((rt.Outcome, 2030, before), (rt.Target, 2031, target), (rt.Outcome, 2031, now))
        if cell.text != "-"
    ]
    assert [one.title for one in of(reading, Indicator)] == [" ".join(row[0].split()) for row in rows]
    assert [(one.role, one.year, one.as_written) for one in of(reading, IndicatorValue)] == expected
    numbers = [cell.is_number for _, *cells, _ in rows for cell in cells if cell.text != "-"]
    assert [one.number is not None for one in of(reading, IndicatorValue)] == numbers
    assert [one.as_written for one in of(reading, StatusReport)] == [row[4] for row in rows]


def test_digits_alone_are_grouped_as_figures_of_a_size(read: Read) -> None:
    reading = read(INDICATORS + "Sålda prov 1 051 250 1 155 Positiv Fler prov.\n")
    assert [one.as_written for one in of(reading, IndicatorValue)] == ["1 051", "250", "1 155"]


def test_a_goal_of_other_words_is_a_goal_of_its_own(read: Read) -> None:
    goals = "Läget\n\nTrygga länsbor Status\nGod ekonomi i allt Positiv\n\n\n\n"
    reading = read(goals + INDICATORS + "Andel nöjda 5% 6% 7% Positiv Bra.\n")
    assert [goal.title for goal in of(reading, Goal)] == ["God ekonomi i allt", "Trygg vård"]
    assert [one.goal and one.goal.title for one in of(reading, Indicator)] == ["Trygg vård"]


@pytest.mark.parametrize(
    ("title", "ids", "rest"),
    [
        ("U12. Öppna en buss", ["U12"], "Öppna en buss"),
        ("KF24-1, KF23-5. Öppna en buss", ["KF24-1", "KF23-5"], "Öppna en buss"),
        ("KF23-30Öppna en buss", ["KF23-30"], "Öppna en buss"),
        ("KF7 Öppna en buss", ["KF7"], "Öppna en buss"),
        ("PET-CT i norr", [], "PET-CT i norr"),
        ("Handlingsplan 1/1100", [], "Handlingsplan 1/1100"),
    ],
)
def test_an_activity_serves_the_ids_that_its_title_begins_with(
    title: str, ids: list[str], rest: str, read: Read
) -> None:
    (activity,) = of(read(f"{ACTIVITIES}{title}\n\nQ2 2031 Vera Åk Planenligt Klar i maj.\n"), Activity)
    assert ([one.notation for one in activity.serves], activity.title) == (ids, rest)


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2031", date(2031, 12, 31)),
        ("Q1 2031", date(2031, 3, 31)),
        ("2031–33", date(2033, 12, 31)),
        ("2031–\n2032", date(2032, 12, 31)),
        ("2031-", None),
        ("Löpande", None),
    ],
)
def test_a_time_plan_ends_on_the_last_day_of_what_it_states(due: str, last: date | None, read: Read) -> None:
    (activity,) = of(read(f"{ACTIVITIES}Öppna en buss {due} Vera Åk Planenligt Klar.\n"), Activity)
    assert (activity.due, activity.due_by) == (due.replace("\n", ""), last)


def test_names_are_parted_by_commas_and_blank_lines_and_told_once(read: Read) -> None:
    text = f"{ACTIVITIES}Öppna en buss\n\n2031 Vera\nÅk, Siri\nBrunn\n\nVera\nÅk\n\nPlanenligt Klar.\n"
    (activity,) = of(read(text), Activity)
    assert activity.responsible == ("Vera Åk", "Siri Brunn")


def test_a_row_with_several_statuses_has_a_report_for_each_part(read: Read) -> None:
    text = "Samla tjänster\n\n2031 Vera Åk\n\nWebb:\nPlanenligt\n\nChatt:\nEj planenligt\n\nÖppen.\n\nStängd.\n"
    reports = of(read(ACTIVITIES + text), StatusReport)
    assert [(one.note, one.status, one.description) for one in reports] == [
        (("Webb",), rt.OnPlan, "Öppen."),
        (("Chatt",), rt.OffPlan, "Stängd."),
    ]


def test_a_comment_that_cannot_be_shared_out_goes_with_every_part(read: Read) -> None:
    text = "Samla tjänster\n\n2031 Vera Åk\n\nWebb:\nPlanenligt\n\nChatt:\nEj planenligt\n\nEn av två är öppen.\n"
    assert {one.description for one in of(read(ACTIVITIES + text), StatusReport)} == {"En av två är öppen."}


def test_an_area_that_goes_on_is_the_same_area(read: Read) -> None:
    row = "Öppna en buss 2031 Vera Åk Planenligt Klar.\n\n\n\n\n\n"
    more = "Nära hemmet, fortsättning\n\nAktivitet Tidplan Ansvarig Status Kommentar\n\nRita en karta 2031 Vera Åk Planenligt Ja.\n"
    reading = read(ACTIVITIES + row + more)
    assert [area.name for area in of(reading, FocusArea)] == ["Nära hemmet"]
    assert {one.focus_area and one.focus_area.name for one in of(reading, Activity)} == {"Nära hemmet"}


def test_a_table_without_a_heading_goes_on_the_area_before(read: Read) -> None:
    page = "Öppna en buss 2031 Vera Åk Planenligt Bussen är öppen\n" + "\n" * 7
    more = "Aktivitet Tidplan Ansvarig Status Kommentar\n\nRita en karta 2031 Vera Åk Planenligt Ritad.\n"
    reading = read(ACTIVITIES + page + more)
    assert [area.name for area in of(reading, FocusArea)] == ["Nära hemmet"]
    assert {one.focus_area and one.focus_area.name for one in of(reading, Activity)} == {"Nära hemmet"}
    assert [one.description for one in of(reading, StatusReport)] == ["Bussen är öppen", "Ritad."]


OTHER_INDICATORS = "Indikator - Trygg vård\n\nIndikator Målvärde Resultat Måluppfyllelse Kommentar\n\n"


@pytest.mark.parametrize("word", ["Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt", "Uppnås inte", "Grön", "Ökande"])
def test_a_status_in_a_report_s_own_words_is_kept_as_written(word: str, read: Read) -> None:
    reading = read(f"{OTHER_INDICATORS}Andel nöjda 80 % 71 % {word} Fler svarade i år.\n")
    (report,) = of(reading, StatusReport)
    assert (report.as_written, report.status, report.description) == (word, None, "Fler svarade i år.")
    assert report.column == "Måluppfyllelse"
    assert [(one.role, one.year, one.column) for one in of(reading, IndicatorValue)] == [
        (rt.Target, 2031, "Målvärde"),
        (rt.Outcome, 2031, "Resultat"),
    ]
    assert len([one for one in reading.doubts if one.kind == rt.InferredFromOrder]) == 2


@pytest.mark.parametrize("word", ["Uppfyllt", "Ej uppfyllt", "Gul"])
def test_goals_go_as_the_report_s_own_words_say(word: str, read: Read) -> None:
    (report,) = of(read(f"Läget\n\nTrygga länsbor Status\nGod ekonomi i allt {word}\n"), StatusReport)
    assert (report.reports_on.label, report.as_written, report.status) == ("God ekonomi i allt", word, None)


def test_activities_with_colours_keep_their_rows_apart(read: Read) -> None:
    rows = "Öppna en buss 2031 Vera Åk Grön Klar i maj.\n\nRita en karta 2031 Siri Brunn Röd Inte påbörjat än.\n"
    reading = read(ACTIVITIES + rows)
    assert [one.responsible for one in of(reading, Activity)] == [("Vera Åk",), ("Siri Brunn",)]
    assert [(one.as_written, one.column, one.description) for one in of(reading, StatusReport)] == [
        ("Grön", "Status", "Klar i maj."),
        ("Röd", "Status", "Inte påbörjat än."),
    ]


def test_a_table_s_head_names_no_area(read: Read) -> None:
    reading = read(
        f"{OTHER_INDICATORS}Andel nöjda 80 % 71 % Oklart Ja.\n\nAktivitet Tidplan Ansvarig Status Kommentar\n\n"
        "Öppna en buss 2031 Vera Åk Planenligt Klar.\n"
    )
    assert of(reading, FocusArea) == []


def test_words_in_a_status_s_stead_are_no_part_of_the_label(read: Read) -> None:
    (report,) = of(read(f"{CONTROLS}Kontroll av larm\n\nInga fel.\n\nIngen åtgärd.\n"), StatusReport)
    assert (report.label, report.column) == ("Uppföljning 2031: Kontroll av larm", "Resultat av granskning")


def test_reports_on_parts_are_told_apart_by_their_labels(read: Read) -> None:
    text = "Samla tjänster\n\n2031 Vera Åk\n\nWebb:\nPlanenligt\n\nChatt:\nPlanenligt\n\nÖppen.\n"
    assert [one.label for one in of(read(ACTIVITIES + text), StatusReport)] == [
        "Planenligt (Webb): Samla tjänster",
        "Planenligt (Chatt): Samla tjänster",
    ]


def test_a_statement_with_deviations_has_headings_over_its_rows(read: Read) -> None:
    text = (
        "Resultaträkning (mnkr)\n Utfall 2031 Budget 2031 Avvikelse Utfall 2030\nIntäkter\nPatientavgifter 9,2 9,0 0,2 8,5\n"
        "Bidrag 1,0 2,0 -1,0 1,5\nSumma intäkter 10,2 11,0 -0,8 10,0\nResultat 10,2 11,0 -0,8 10,0\n"
    )
    reading = read(text)
    assert [one.title for one in of(reading, IncomeStatementLine)] == [
        "Intäkter",
        "Patientavgifter",
        "Bidrag",
        "Summa intäkter",
        "Resultat",
    ]
    assert [(one.role, one.year, one.sek) for one in of(reading, Amount) if one.of.title == "Bidrag"] == [
        (rt.Outcome, 2031, 10**6),
        (rt.Budget, 2031, 2 * 10**6),
        (rt.Change, 2031, -(10**6)),
        (rt.Outcome, 2030, 15 * 10**5),
    ]


def test_production_by_year_compares_with_what_its_heads_tell(read: Read) -> None:
    head = "Produktion hos oss\n\n Ack utfall 2031 Ack budget 2031 Avvikelse % Ack utfall 2030 Helårsprognos\n"
    rows = "Besök 12 310 12 100 1,7% 12 000 12 400\n- varav på distans 1 310 1 100 19,1% 1 250 1 400\n"
    reading = read(head + rows)
    assert [(one.title, one.part_of and one.part_of.title) for one in of(reading, ProductionMeasure)] == [
        ("Besök", None),
        ("på distans", "Besök"),
    ]
    assert [(one.role, one.year, one.as_written) for one in of(reading, IndicatorValue)][:5] == [
        (rt.Outcome, 2031, "12 310"),
        (rt.Budget, 2031, "12 100"),
        (rt.Change, 2031, "1,7%"),
        (rt.Outcome, 2030, "12 000"),
        (rt.Forecast, 2031, "12 400"),
    ]


def test_rows_with_their_names_behind_are_whole_though_no_change_comes_out(read: Read) -> None:
    head = (
        "Sammanställning produktion\n\nAck utf Inn År Ack Bud Inn år Ack avv Bud % Ack utf Fg År Ack avv Fg år % "
        "Helår Prognos Helår Budget Avv Bud mot prog % Bokslut Utf Fg år\n\n"
    )
    rows = (
        " 907  908 -7,7%  902 -7,2%  901  908 -0,7%  902Besök\n\n"
        " 311  8  1 460,0%  976 -39,9%  270  8  9 800,0%  976- Varav på distans\n\n"
        " 25  37 -4,1%  26 -9,2%  29  37 -6,5%  26- Varav i hemmet\n"
    )
    reading = read(head + rows)
    assert [one.title for one in of(reading, ProductionMeasure)] == ["Besök", "på distans", "i hemmet"]
    assert [one.as_written for one in of(reading, IndicatorValue) if one.of.title == "på distans"] == [
        "311",
        "8",
        "1 460,0%",
        "976",
        "-39,9%",
        "270",
        "8",
        "9 800,0%",
        "976",
    ]


def test_a_row_with_its_name_behind_that_no_table_has_is_unread(
    read: Read, as_document: Callable[[str], Document]
) -> None:
    text = "Läget i länet\n\n 907  908 -7,7%  902 -7,2%Besök\n"
    assert coverage(as_document(text), read(text)).unread == (3,)


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHER_INDICATORS}Andel nöjda 80 % 71 % Oklart Ja.\n",
        "Läget per område\n\nOmråde Ack utfall 2031 Ack budget 2031 Avvikelse\nNorr 12,3 12,1 0,2\n",
    ],
)
def test_a_table_of_which_no_row_is_read_is_told(text: str, read: Read) -> None:
    reading = read(text)
    assert [one.kind for one in reading.doubts].count(rt.TableNotUnderstood) == 1
    assert not of(reading, IndicatorValue)


def test_investments_by_category_may_tell_a_deviation(read: Read) -> None:
    text = "Investeringar\n\nInvesteringskategori, mnkr Budget 2031 Utfall 2031 Avvikelse\n\nDatorer 3,0 2,5 0,5\nSumma 3,0 2,5 0,5\n"
    assert [(one.role, one.sek) for one in of(read(text), Amount)][:3] == [
        (rt.Budget, 3 * 10**6),
        (rt.Outcome, 25 * 10**5),
        (rt.Change, 5 * 10**5),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Kontroll av avtal om larm\nvid alla enheter i länet\n\nTvå enheter saknade avtal\noch en hade fel.\n\nNya avtal\ntecknas.",
        "Kontroll av avtal om larm\nvid alla enheter i länet\n\nTvå enheter saknade avtal och en hade fel. Nya avtal tecknas.",
        "Kontroll av avtal om larm vid alla enheter i länet  Två enheter saknade avtal\noch en hade fel.\n\nNya avtal\ntecknas.",
        "Kontroll av avtal om larm vid alla enheter i länet   Två enheter saknade avtal och en hade fel. Nya avtal tecknas.",
    ],
)
def test_cells_of_a_control_are_told_apart_where_they_share_a_line(row: str, read: Read) -> None:
    other = "Kontroll av en helt annan sak\nsom tar lika mycket plats på raden här som den andra\noch till\n\nInget\nfel.\n\nIngen\nåtgärd.\n\n"
    reading = read(CONTROLS + other + row + "\n")
    report = of(reading, StatusReport)[-1]
    assert of(reading, ControlPoint)[-1].title == "Kontroll av avtal om larm vid alla enheter i länet"
    assert report.description == "Två enheter saknade avtal och en hade fel."
    assert report.measures == "Nya avtal tecknas."


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Utfall 20,8 mnkr, i nivå med budget.", [(rt.Outcome, 2031, 20_800_000)]),
        ("Utfallet blev 1,5 mnkr.", [(rt.Outcome, 2031, 1_500_000)]),
        ("Utfall 2030 9,7 mnkr.", [(rt.Outcome, 2030, 9_700_000)]),
        ("Vi budgeterade 30 mnkr av möjliga 53,4 mnkr.", [(rt.Budget, 2031, 30_000_000)]),
        ("Förvaltningen erhöll 900 tkr av möjliga 1 100 tkr.", [(rt.Outcome, 2031, 900_000)]),
        ("De rekvirerade medlen under 2031 uppgår till 18,6 mnkr.", [(rt.Outcome, 2031, 18_600_000)]),
        ("Utfall 10 mnkr för prov samt 5 mnkr för resor.", [(rt.Outcome, 2031, 10**7), (rt.Outcome, 2031, 5 * 10**6)]),
        ("En fast del på ca 21 mnkr ingår.", []),
        ("Kostnaden var 12 mnkr och målet 80% uppnåddes.", []),
        ("• Utökning av kvällsöppet 7,2 mnkr", []),
    ],
)
def test_only_what_a_sentence_says_of_its_grant_is_an_amount(
    sentence: str, amounts: list[tuple[object, ...]], read: Read
) -> None:
    reading = read(f"Statsbidrag\n\nSamtal för unga\n\nArbetet går bra. {sentence}\n")
    found: list[tuple[object, ...]] = [(one.role, one.year, one.sek) for one in of(reading, Amount)]
    assert found == amounts
    assert [line.title for line in of(reading, GrantLine)] == (["Samtal för unga"] if amounts else [])


def test_a_sentence_elsewhere_states_no_grant(read: Read) -> None:
    assert of(read("Ekonomi\n\nSamtal för unga\n\nUtfall 20,8 mnkr, i nivå med budget.\n"), GrantLine) == []


def test_the_annual_report_of_the_corpus_states_all_that_its_tables_do(
    corpus_of: Callable[[str], Any],
    read_as: Callable[[str, Facts], Reading],
    as_document: Callable[[str], Document],
) -> None:
    (report,) = corpus_of("AnnualReport")
    reading = read_as(report.text, report.facts)
    reports = of(reading, StatusReport)
    assert [len(of(reading, kind)) for kind in (Perspective, Goal, Indicator, FocusArea, Activity)] == [4, 9, 45, 6, 52]
    assert Counter(one.reports_on.CLASS for one in reports) == {
        rt.Goal: 9,
        rt.Indicator: 45,
        rt.Activity: 54,
        rt.ControlPoint: 10,
    }
    assert Counter(one.status for one in reports if isinstance(one.reports_on, Activity)) == {
        rt.OnPlan: 49,
        rt.OffPlan: 5,
    }
    assert Counter(one.role for one in of(reading, IndicatorValue) if isinstance(one.of, Indicator)) == {
        rt.Outcome: 82,
        rt.Target: 44,
    }
    grants = {(one.of.title, one.role): one.sek for one in of(reading, Amount) if isinstance(one.of, GrantLine)}
    assert grants["Fler vårdplatser", rt.Budget] == 30_000_000
    assert grants["Fler vårdplatser", rt.Outcome] == 51_200_000
    lines = {line.number: line.text for line in as_document(report.text).lines}
    unread = coverage(as_document(report.text), reading).unread
    assert not [lines[number] for number in unread if any(word in lines[number] for word in ("Positiv", "Planenligt"))]


@pytest.mark.parametrize("head", [INDICATORS, ACTIVITIES, CONTROLS, "Statsbidrag\n\nSamtal\n\n", "Läget Status\n"])
@pytest.mark.parametrize("unit", ["Öka 5 ", "2031 Vera ", "( ", "a: ", "1 ", "Utfall 1 ", "- ", "A. ", "\n \n"])
def test_hostile_text_is_read_in_time_that_grows_with_its_length(head: str, unit: str, read: Read) -> None:
    reading = read(head + unit * 1500)
    assert len(reading.records) < 20


@pytest.mark.parametrize("word", ["Indikator", "Nyckeltal", "Mått"])
def test_a_table_of_indicators_names_its_goal_behind_any_word_for_them(word: str, read: Read) -> None:
    table = INDICATORS.replace("Indikator", word) + "Andel som får svar 50 % 60 % 55 % Positiv Fler svarar. \n"
    goals = "Trygga länsbor Status \nTrygg vård Positiv \n\n"
    assert [indicator.goal and indicator.goal.title for indicator in of(read(goals + table), Indicator)] == [
        "Trygg vård"
    ]


def test_effects_may_have_been_brought_home(read: Read) -> None:
    listed = "Åtgärder\n\nDe effekter som har hämtats hem:\n\nPersonal, 120 tkr (jour)\n"
    assert [(each.sek, each.role) for each in of(read(listed), Amount)] == [(120_000, rt.RealisedEffect)]


@pytest.mark.parametrize(("said", "sek"), [("Beloppen är i tusen kronor.", 9_400), ("Alla belopp i mnkr", 9_400_000)])
def test_the_unit_of_an_income_statement_may_stand_on_a_line_above(said: str, sek: int, read: Read) -> None:
    table = f"Budget\n\n{said}\n\nResultaträkning\tBokslut 2030\tBudget 2031\nAvgifter\t8,1\t9,4\nResultat\t8,1\t9,4\n"
    reading = read(table)
    assert {amount.sek for amount in of(reading, Amount) if amount.year == 2031} == {sek}
    assert rt.UnitInferred not in {doubt.kind for doubt in reading.doubts}

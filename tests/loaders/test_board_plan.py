"""A board's plan in prose: what is a risk and what only speaks of risks, assumptions in sentences, tables with gaps."""

import tomllib
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from graph.records import (
    AllocationLine,
    Amount,
    IndicatorValue,
    InitiativeLine,
    Intention,
    Reading,
    Record,
    Reference,
    Risk,
    StatusReport,
)
from loaders.coverage import coverage
from loaders.document import Document
from loaders.facts import Facts
from loaders.words.numbers import label_and_cells
from ontology import rt

Read = Callable[[str, Facts], Reading]
Kind = TypeVar("Kind", bound=Record)


def all_of(reading: Reading, kind: type[Kind]) -> list[Kind]:
    """The records of a kind in the document's order."""
    return [record for record in reading.records if isinstance(record, kind)]


def titles(reading: Reading, kind: type[Record]) -> list[str]:
    """What a person calls the records of a kind."""
    return [record.label for record in all_of(reading, kind)]


OTHER_WORDS = """Kustplan

2 Mål

Mål 1.1: Kusten är trygg

Styrelsen avser att:
- bygga fyrar längs hela kusten

Mål 1.2: Båtarna går i tid

Förvaltningen får i uppdrag att:
1. ta fram en plan för isläge
2. utreda fler linjer

3 Ekonomi

Budgetram, mnkr Budget 2031 Plan 2032 Plan 2033
Hamnstyrelsen 4 512,5 4 601,0 4 698,3
varav kajer 1 020,4 1 041,0 1 063,2
varav fyrar 2 890,1 2 946,0 3 008,9
- därav lampor 410,0 418,2 426,5
varav bojar 602,0 614,0 626,2
Båtstyrelsen 312,0 318,1 324,9
Summa 4 824,5 4 919,1 5 023,2

Satsningar (mnkr) 2031 2032 2033
Fler bryggor 12,0 14,0 14,0
Digital lots 4,5 4,5 3,0

5 Styrande dokument
Nationella
• Hamnlagen
• Fyrlagen
Regionala
• Kuststrategi 2040
"""


def test_a_board_plan_in_other_words(read_as: Read, facts: Facts) -> None:
    reading = read_as(OTHER_WORDS, facts)
    assert [(one.label, one.goal and one.goal.notation, one.group) for one in all_of(reading, Intention)] == [
        ("bygga fyrar längs hela kusten", "1.1", "Styrelsen avser att"),
        ("ta fram en plan för isläge", "1.2", "Förvaltningen får i uppdrag att"),
        ("utreda fler linjer", "1.2", "Förvaltningen får i uppdrag att"),
    ]
    frames = all_of(reading, AllocationLine)
    assert [(one.label, one.parent and one.parent.label) for one in frames] == [
        ("Hamnstyrelsen", None),
        ("kajer", "Hamnstyrelsen"),
        ("fyrar", "Hamnstyrelsen"),
        ("lampor", "fyrar"),
        ("bojar", "Hamnstyrelsen"),
        ("Båtstyrelsen", None),
        ("Summa", None),
    ]
    assert [one.label for one in frames[-1].sum_of] == ["Hamnstyrelsen", "Båtstyrelsen"]
    amounts = [(one.year, one.sek) for one in all_of(reading, Amount) if one.of.label in {"lampor", "Digital lots"}]
    assert amounts == [
        *((2031, 410_000_000), (2032, 418_200_000), (2033, 426_500_000)),
        *((2031, 4_500_000), (2032, 4_500_000), (2033, 3_000_000)),
    ]
    assert [(one.title, one.group) for one in all_of(reading, Reference)] == [
        ("Hamnlagen", "Nationella"),
        ("Fyrlagen", "Nationella"),
        ("Kuststrategi 2040", "Regionala"),
    ]


@pytest.mark.parametrize("head", ["Båtar per hamn:", "Vi satsar på följande \nsatsningar:"])
def test_a_sentence_above_a_head_is_no_part_of_it(head: str, read_as: Read, facts: Facts) -> None:
    reading = read_as(f"Kustplan\n\n{head}\n\nNya satsningar (mnkr) 2031 2032\nBryggor 1,0 2,0\n", facts)
    assert {one.table for one in all_of(reading, InitiativeLine)} == {"Kustplan"}
    assert [(one.year, one.column) for one in all_of(reading, Amount)] == [(2031, "2031"), (2032, "2032")]


@pytest.mark.parametrize(
    "heading", ["Risker", "4.1 Identifierade risker", "4 Risk- och konsekvensanalys", "Riskbedömning"]
)
def test_bullets_under_a_heading_on_risks_are_risks(heading: str, read_as: Read, facts: Facts) -> None:
    text = f"Vårdplan\n\n{heading}\n\n• Isläge: Färjorna står.\n• Få söker nattjänster\n"
    assert titles(read_as(text, facts), Risk) == ["Isläge", "Få söker nattjänster"]


@pytest.mark.parametrize(
    "line",
    [
        "Arbetet har skett med vaksamhet på de\nrisker som kan uppstå på de yttersta öarna",
        "Antal risker  266  157",
        "Risk Granskningsområde Metod",
        "Risk för halka",
        "Det finns flera risker.",
    ],
)
def test_bullets_behind_a_line_that_only_speaks_of_risks_are_none(line: str, read_as: Read, facts: Facts) -> None:
    text = f"Vårdplan\n\n{line}\n\nAnnat\n\n• Simfenor delas ut\n• Färjan går\n"
    assert titles(read_as(text, facts), Risk) == []


def test_rates_of_several_years_in_a_sentence_are_an_assumption(read_as: Read, facts: Facts) -> None:
    text = "Vårdplan\n\nRamen bygger på en kostnadsutveckling enligt samrådet med 2,8 procent för\n2027. 2,6 % för år 2028.\n"
    values = [record for record in read_as(text, facts).records if isinstance(record, IndicatorValue)]
    assert [(value.of.title, value.year, value.number) for value in values] == [
        ("kostnadsutveckling enligt samrådet", 2027, Decimal("2.8")),
        ("kostnadsutveckling enligt samrådet", 2028, Decimal("2.6")),
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Simfenor       -24", ["", "", "", "-24"]),
        ("Simfenor   -3 -24", ["", "", "-3", "-24"][1:]),
        ("Simfenor     1 250", ["", "", "1 250"]),
        ("Simfenor -16 -17 0 -48", ["-16", "-17", "0", "-48"]),
    ],
)
def test_a_gap_before_the_figures_hides_the_first_cells(row: str, cells: list[str]) -> None:
    assert label_and_cells(row, len(cells)) == ("Simfenor", cells)


@pytest.fixture(scope="module")
def board(corpus: Path, as_document: Callable[[str], Document], read_as: Read) -> tuple[Document, Reading]:
    """The board's plan of the corpus."""
    told = tomllib.loads((corpus / "corpus.toml").read_text("utf-8"))["document"]
    (entry,) = (entry for entry in told if entry["type"] == "OperationalPlan")
    text = (corpus / entry["file"]).read_text("utf-8")
    facts = Facts(
        type=entry["type"],
        title=entry["title"],
        region=entry["region"],
        organisation=entry["organisation"],
        period=(entry["period"][0], entry["period"][1]),
    )
    return as_document(text), read_as(text, facts)


def test_the_boards_plan_of_the_corpus_is_read_whole(board: tuple[Document, Reading]) -> None:
    document, reading = board
    found = Counter(type(record).__name__ for record in reading.records)
    expected = {
        "FocusArea": 3,
        "Goal": 6,
        "Intention": 12,
        "PlanningAssumption": 8,
        "IndicatorValue": 38,
        "AllocationLine": 13,
        "Amount": 91 + 8 + 29,
        "SavingLine": 9,
        "StatusReport": 47,
        "InitiativeLine": 8,
        "Risk": 9,
        "Reference": 21,
    }
    assert {kind: found[kind] for kind in expected} == expected
    assert coverage(document, reading).unread == ()


def test_the_boards_frames_add_up(board: tuple[Document, Reading]) -> None:
    amounts = [record for record in board[1].records if isinstance(record, Amount)]
    frames = [amount for amount in amounts if isinstance(amount.of, AllocationLine)]
    for year in (2025, 2026, 2027, 2028):
        own = {amount.of: amount.sek for amount in frames if (amount.role, amount.year) == (rt.Budget, year)}
        (whole,) = (line for line in own if line.parent is None)
        parts = [line for line in own if line.parent == whole]
        assert len(parts) == 9
        assert abs(sum(own[line] for line in parts) - own[whole]) <= 5_000_000


def test_only_what_the_gaps_tell_has_year_and_aspect(board: tuple[Document, Reading]) -> None:
    reports = [record for record in board[1].records if isinstance(record, StatusReport)]
    assert Counter(report.year for report in reports) == {2025: 6, 2026: 12, 2027: 13, 2028: 14, None: 2}
    assert all(report.aspect is not None or report.year is None for report in reports)
    assert Counter(doubt.kind.local for doubt in board[1].doubts) == {"ColumnNotTold": 2, "ValueNotRead": 1}


def test_the_unit_of_another_table_is_not_its_own(read_as: Read, facts: Facts) -> None:
    text = "Kustplan\n\nKajernas driftbudget (tkr) 2030 2031\nKaj 812 835\n\nSatsningar 2031 2032\nBryggor 10 12\n"
    reading = read_as(text, facts)
    assert all_of(reading, Amount) == []
    assert "TableNotUnderstood" in {doubt.kind.local for doubt in reading.doubts}

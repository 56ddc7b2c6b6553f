"""Tables that stand close together are told apart; cells over several rows are one where lines show it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from loaders.formats.galley import Ink
from loaders.formats.grids import Cell
from loaders.formats.pdf.page import Rule
from loaders.formats.pdf.seams import seams, unseamed
from loaders.formats.pdf.setting import is_broken_date
from loaders.formats.pdf.stitching import stitched
from loaders.formats.pdf.table import PageTable
from loaders.words.clean import clean

from .tabled import GRID, TOP, whole_tables

BELOW = ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)
ABOVE = ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black)
BOLD = ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=15, leading=18)
MONEY = [["Anslag", "Belopp", "Kommentar"], *([f"Anslag nummer {at}", f"{at},5", "Fasas ut"] for at in range(2, 7))]
PLACES = [
    ["Plats", "Antal"],
    *([f"Vårdcentralen i Ort {at} med filialer i alla delar av länet", str(at)] for at in range(2, 7)),
]


def page(folder: Path, *parts: Flowable) -> Path:
    path = folder / "page.pdf"
    SimpleDocTemplate(str(path), leftMargin=40, rightMargin=40, invariant=1).build(list(parts))
    return path


def laid(rows: Sequence[Sequence[str]], widths: Sequence[int], *style: Any) -> Table:
    return Table([list(row) for row in rows], colWidths=list(widths), style=[TOP, BOLD, *style])


@pytest.mark.parametrize("between", [[], [Spacer(1, 10)], [Paragraph("Platser", HEADING)]])
def test_tables_with_lines_across_are_told_apart(tmp_path: Path, between: list[Flowable]) -> None:
    money, places = laid(MONEY, [100, 250, 150], ABOVE, BELOW), laid(PLACES, [360, 140], ABOVE, BELOW)
    assert whole_tables(page(tmp_path, money, *between, places)) == [MONEY, PLACES]


def test_ruled_tables_that_touch_are_told_apart(tmp_path: Path) -> None:
    path = page(tmp_path, laid(MONEY, [100, 250, 150], GRID), laid(PLACES, [360, 140], GRID))
    assert whole_tables(path) == [MONEY, PLACES]


def test_a_bold_sum_is_a_row_of_its_table(tmp_path: Path) -> None:
    rows = [*MONEY, ["Summa", "20,0", ""], ["Utanför ram", "1,0", ""]]
    bold = ("FONTNAME", (0, 6), (-1, 6), "Helvetica-Bold")
    assert whole_tables(page(tmp_path, laid(rows, [100, 250, 150], ABOVE, BELOW, bold))) == [rows]


def test_shorter_lines_part_the_rows_beside_a_cell_over_them(tmp_path: Path) -> None:
    rows = [["Område", "Aktivitet", "Klart"], *(["Trygg vård", f"Aktivitet {at}", f"Q{at}"] for at in range(1, 5))]
    shown = [rows[0], rows[1], *(["", *row[1:]] for row in rows[2:])]
    table = laid(shown, [150, 200, 100], ABOVE, BELOW, ("SPAN", (0, 1), (0, -1)))
    assert whole_tables(page(tmp_path, table)) == [shown]


def test_texts_over_all_columns_hide_none(tmp_path: Path) -> None:
    text = "En mening som går över alla kolumner i tabellen och en bit till"
    rows = [*MONEY, *([f"{text} {at}", "", ""] for at in range(3))]
    spans = [("SPAN", (0, at), (-1, at)) for at in (6, 7, 8)]
    assert whole_tables(page(tmp_path, laid(rows, [100, 250, 150], ABOVE, BELOW, *spans))) == [rows]


def test_cells_merged_in_a_table_make_no_seam() -> None:
    across = [Rule(at, 0, 90) for at in (0.0, 20.0, 40.0)]
    down = [Rule(0, 0, 40), Rule(90, 0, 40), Rule(30, 0, 20), Rule(60, 0, 40)]
    assert seams(across, down) == []
    assert len(unseamed(across, down)) == 1


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [("2031-08-1", "5", True), ("2031–203", "3", True), ("2031", "5", False), ("2031-08-15", "5", False)],
)
def test_dates_that_narrow_cells_break(before: str, after: str, broken: bool) -> None:
    assert is_broken_date(before, after) is broken


def test_a_letter_broken_off_behind_a_slash() -> None:
    assert clean("Månad, Delår/Å\nr") == "Månad, Delår/År"


def test_a_head_that_the_page_end_parts_is_one() -> None:
    first, rest = ["Mål", "Målvärde År", "Redo-"], ["", "2031", "visas"]
    body = ["Trygg vård", "85 %", "År"]
    parts = [part(1, [first]), part(2, [rest, body])]
    whole = stitched(parts, lambda *_: False)
    assert [[[cell.text for cell in row] for row in table.rows] for table in whole] == [
        [["Mål", "Målvärde År 2031", "Redovisas"], body]
    ]


def part(number: int, rows: list[list[str]]) -> PageTable:
    columns = (50.0, 150.0, 250.0, 350.0)
    cells = tuple(tuple(Cell((Ink(text, None),) if text else ()) for text in row) for row in rows)
    return PageTable(number, (50, 50, 350, 700), columns, cells)

"""Words that stand in columns without any line are a table; prose, columns of prose and contents are not."""

from pathlib import Path

import pytest

from .drawing import Paper
from .tabled import page_of, tables_of

HEAD = ["Mått", "Utfall 2030", "Mål 2031"]
PROSE = "Vården ska finnas nära den som behöver den. Därför flyttar vi resurser till de små orterna, år efter år. "


def put(
    paper: Paper, rows: list[list[str]], at: tuple[float, ...] = (60, 300, 420), y: float = 200, pitch: float = 16
) -> None:
    for row in rows:
        for x, cell in zip(at, row, strict=True):
            paper.text(x, y, cell, 9)
        y += pitch


def test_rows_of_figures_are_a_table(tmp_path: Path) -> None:
    rows = [HEAD, *([f"Andel nöjda patienter i område {row}", f"{row}1,5", f"{row}2,0"] for row in range(1, 9))]

    def page(paper: Paper) -> None:
        paper.paragraph(60, 60, 475, PROSE * 3)
        put(paper, rows)
        paper.paragraph(60, 400, 475, PROSE * 3)

    assert tables_of(page_of(tmp_path, page)) == [rows]


def test_wrapped_cells_are_one(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        put(paper, [HEAD])
        for row in range(6):
            y = 220 + 40 * row
            paper.text(60, y, "Andel patienter som fått en tid", 9)
            paper.text(60, y + 11, "inom tre dagar", 9)
            paper.text(300, y, f"{row}1 %", 9)
            paper.text(420, y, f"{row}5 %", 9)

    whole = "Andel patienter som fått en tid inom tre dagar"
    assert tables_of(page_of(tmp_path, page)) == [[HEAD, *([whole, f"{row}1 %", f"{row}5 %"] for row in range(6))]]


def one_column(paper: Paper) -> None:
    paper.paragraph(60, 80, 475, PROSE * 20)


def two_columns(paper: Paper) -> None:
    paper.paragraph(60, 80, 220, PROSE * 10)
    paper.paragraph(310, 80, 220, PROSE.upper() * 8)


def three_columns(paper: Paper) -> None:
    for x in (50, 220, 390):
        paper.paragraph(x, 80, 150, PROSE * 6, 9)


def contents(paper: Paper) -> None:
    for row in range(12):
        paper.text(60, 80 + 16 * row, f"{row + 1} Kapitel om vården och länet")
        paper.text(520, 80 + 16 * row, str(3 + 2 * row))


def bullets(paper: Paper) -> None:
    for x in (60, 320):
        for row in range(8):
            paper.text(x, 80 + 24 * row, "•")
            paper.text(x + 14, 80 + 24 * row, f"Punkt {row} om vården i länet")


@pytest.mark.parametrize("page", [one_column, two_columns, three_columns, contents, bullets])
def test_what_is_no_table_is_none(tmp_path: Path, page: object) -> None:
    assert callable(page)
    assert tables_of(page_of(tmp_path, page)) == []

"""Tables that go on over page breaks are made whole; rows that the break parts, too."""

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from loaders.formats.galley import Ink
from loaders.formats.grids import Cell
from loaders.formats.pdf.stitching import stitched
from loaders.formats.pdf.table import PageTable
from loaders.spots import Spot

from .tabled import GRID, TOP, set_out, whole_tables

SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=9.6)
HEAD = ["Nr", "Aktivitet", "Mål"]
COLUMNS = (50.0, 80.0, 300.0, 400.0)


def part(page: int, rows: list[list[str]], columns: tuple[float, ...] = COLUMNS, *, ruled: bool = True) -> PageTable:
    lefts = columns if len(columns) == len(rows[0]) + 1 and ruled else COLUMNS[:: 4 - len(columns) + 1]
    spots = [Spot(page, (left + 2, 50, left + 12, 60)) for left in lefts]
    cells = [[Cell((Ink(text, spot),) if text else ()) for text, spot in zip(row, spots, strict=False)] for row in rows]
    return PageTable(page, (columns[0], 50, columns[-1], 700), columns, tuple(map(tuple, cells)), frozenset(), ruled)


def texts(*parts: PageTable) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in whole.rows] for whole in stitched(parts, lambda *_: False)]


@pytest.mark.parametrize("again", [0, 1])
def test_a_long_table_is_one(tmp_path: Path, again: int) -> None:
    rows = [HEAD, *([str(row), f"Aktivitet {row}", f"{row} %"] for row in range(1, 120))]
    assert whole_tables(set_out(tmp_path, rows, [GRID], repeatRows=again)) == [rows]


@pytest.mark.parametrize(
    "style", [[GRID], [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]], ids=["ruled", "across"]
)
def test_a_row_that_the_break_parts_is_one(tmp_path: Path, style: list[tuple[object, ...]]) -> None:
    text = "Vi ökar takten i arbetet så att fler får en tid nära sig och kan komma när det passar"
    rows = [HEAD, *([str(row), " ".join([text] * 8), f"{row} %"] for row in range(1, 12))]
    cells = [[Paragraph(cell, SMALL) for cell in row] for row in rows]
    path = set_out(tmp_path, cells, [*style, TOP], colWidths=[30, 200, 60], repeatRows=1, splitByRow=0, splitInRow=1)
    assert whole_tables(path) == [rows]


def test_the_rest_of_a_row_goes_on_in_small_letters_or_without_its_number() -> None:
    above = part(1, [HEAD, ["1", "Vi", "5 %"], ["2", "Vi ökar takten", "7 %"]])
    whole = [[HEAD, ["1", "Vi", "5 %"], ["2", "Vi ökar takten i arbetet.", "7 %"]]]
    assert texts(above, part(2, [["", "i arbetet.", ""]])) == whole


def test_a_new_row_is_not_put_to_the_one_above() -> None:
    above = part(1, [HEAD, ["1", "Vi ökar takten", "5 %"]])
    assert len(texts(above, part(2, [["2", "vi minskar", "9 %"]]))[0]) == 3
    assert len(texts(above, part(2, [["", "Vi minskar", "9 %"]]))[0]) == 3


def test_heads_again_are_left_out_and_kept_as_lines() -> None:
    whole = stitched([part(1, [HEAD, ["1", "a", "b"]]), part(2, [HEAD, ["2", "c", "d"]])], lambda *_: False)
    assert [[cell.text for cell in row] for row in whole[0].rows] == [HEAD, ["1", "a", "b"], ["2", "c", "d"]]
    assert ["".join(ink.text for ink in line) for line in whole[0].heads] == ["Nr Aktivitet Mål"]
    assert [each.page for each in whole[0].parts] == [1, 2]


def test_columns_may_lie_elsewhere_but_are_as_wide() -> None:
    moved = tuple(at + 15 for at in COLUMNS)
    assert len(texts(part(1, [HEAD]), part(2, [["1", "a", "b"]], moved))) == 1
    assert len(texts(part(1, [HEAD]), part(2, [["1", "a", "b"]], (50, 200, 350, 400)))) == 2


def test_a_column_that_is_empty_on_a_page_is_found_again() -> None:
    rest = part(2, [["2", "d"]], (50, 190, 400), ruled=False)
    whole = texts(part(1, [HEAD, ["1", "a", "b"]], ruled=False), rest)
    assert whole == [[HEAD, ["1", "a", "b"], ["2", "", "d"]]]


def test_tables_with_something_between_stay_apart() -> None:
    parts = [part(1, [HEAD, ["1", "a", "b"]]), part(2, [["2", "c", "d"]])]
    assert len(stitched(parts, lambda *_: True)) == 2
    assert len(texts(parts[0], part(3, [["2", "c", "d"]]))) == 2

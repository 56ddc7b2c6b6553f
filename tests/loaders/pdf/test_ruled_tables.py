"""Tables between drawn lines, however these are drawn; frames and boxes are none."""

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from loaders.formats.pdf.tables import find_tables

from .drawing import Paper
from .tabled import GRID, TOP, page_of, set_out, tables_of, whole_tables

ROWS = [["Mått", "Utfall 2030", "Mål 2031"], ["Väntetid", "14", "10"], ["Nöjda", "71 %", "75 %"]]
SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=9.6)


@pytest.mark.parametrize(
    "style",
    [
        [GRID],
        [("GRID", (0, 0), (-1, -1), 3, colors.black)],
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black, 0, (1, 2))],
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black, 0, (4, 3))],
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black, 0, None, None, 2, 1.5)],
        [("GRID", (0, 0), (-1, -1), 0.5, colors.white), ("BACKGROUND", (0, 0), (-1, -1), colors.lavender)],
        [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)],
        [("BOX", (0, 0), (-1, -1), 1, colors.black), ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.grey)],
        [("BACKGROUND", (column, row), (column, row), colors.lavender) for column in range(3) for row in (0, 2)],
    ],
    ids=["thin", "thick", "dotted", "dashed", "double", "white on grey", "inner", "boxed", "filled cells"],
)
def test_borders_of_all_kinds_make_cells(tmp_path: Path, style: list[tuple[object, ...]]) -> None:
    assert whole_tables(set_out(tmp_path, ROWS, style)) == [ROWS]


def test_each_cell_is_a_box_of_its_own(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        for row, cells in enumerate(ROWS):
            for column, cell in enumerate(cells):
                paper.canvas.rect(60 + 120 * column, 700 - 24 * row, 120, 24)
                paper.text(64 + 120 * column, 842 - 708 + 24 * row, cell, 9)

    assert tables_of(page_of(tmp_path, page)) == [ROWS]


def test_one_path_draws_all_lines(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        path = paper.canvas.beginPath()
        for at in range(4):
            path.moveTo(60 + 120 * at, 628)
            path.lineTo(60 + 120 * at, 700)
            path.moveTo(60, 628 + 24 * at)
            path.lineTo(420, 628 + 24 * at)
        paper.canvas.drawPath(path)
        for row, cells in enumerate(ROWS):
            for column, cell in enumerate(cells):
                paper.text(64 + 120 * column, 842 - 684 + 24 * row, cell, 9)

    assert tables_of(page_of(tmp_path, page)) == [ROWS]


def test_merged_cells_span_columns_and_rows(tmp_path: Path) -> None:
    rows = [["Mått", "Väntetid", ""], ["", "2030", "2031"], ["Utfall", "14", "10"]]
    spans = [GRID, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]
    assert whole_tables(set_out(tmp_path, rows, spans)) == [rows]


def test_a_group_row_across_the_table_is_one_cell(tmp_path: Path) -> None:
    rows = [*ROWS[:2], ["Hållbar utveckling i hela länet under perioden", "", ""], ROWS[2]]
    assert whole_tables(set_out(tmp_path, rows, [GRID, ("SPAN", (0, 2), (-1, 2))])) == [rows]


def test_bands_have_the_columns_of_the_whole_table(tmp_path: Path) -> None:
    rows = [ROWS[0], *([f"Mått {row}", f"{row},5", f"{row},9"] for row in range(1, 12))]
    style = [("BACKGROUND", (0, 0), (-1, 0), colors.lavender)]
    for row in range(1, len(rows), 2):
        style += [("BACKGROUND", (0, row), (-1, row), colors.whitesmoke)]
        style += [("INNERGRID", (0, row), (-1, row), 0.5, colors.grey)]
    assert whole_tables(set_out(tmp_path, rows, style)) == [rows]


def test_lines_across_alone_make_a_table(tmp_path: Path) -> None:
    rows = [ROWS[0], *([f"Mått nummer {row} av alla", f"{row},5", f"{row},9"] for row in range(1, 9))]
    book = [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)]
    book += [("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)]
    assert whole_tables(set_out(tmp_path, rows, book, colWidths=[160, 80, 80])) == [rows]
    every = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]
    assert whole_tables(set_out(tmp_path, rows, every, colWidths=[160, 80, 80])) == [rows]


def test_words_broken_at_a_line_s_end_are_made_whole(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.grid(60, 100, [["", ""], ["", ""]], 100, 40)
        for y, left, right in ((115, "Kompetens-", "Hälso- och"), (127, "försörjning", "sjukvård")):
            paper.text(64, y, left, 9)
            paper.text(164, y, right, 9)
        paper.text(64, 155, "Utfall", 9)
        paper.text(164, 155, "14", 9)

    found = find_tables(page_of(tmp_path, page), frozenset({"kompetensförsörjning"}))
    assert [cell.text for cell in found[0].rows[0]] == ["Kompetensförsörjning", "Hälso- och sjukvård"]
    spots = [ink.spot for ink in found[0].rows[0][0].ink]
    assert [spot.page for spot in spots if spot] == [1, 1]
    assert all(one.box and other.box and one.box[1] < other.box[1] for one, other in [spots] if one and other)


def test_a_word_too_long_for_its_cell_is_made_whole_where_the_document_has_it(tmp_path: Path) -> None:
    rows = [[Paragraph("Kompetensförsörjning", SMALL), "Utfall"], [Paragraph("i år", SMALL), "14"]]
    path = set_out(tmp_path, rows, [GRID, TOP], colWidths=[62, 80])
    assert whole_tables(path)[0][0][0].startswith("Kompetensf")


def test_marks_of_notes_stay_at_their_word(tmp_path: Path) -> None:
    cell = Paragraph("48 %<super size=5>1</super>", SMALL)
    assert whole_tables(set_out(tmp_path, [*ROWS, ["Andel", cell, "50 %"]], [GRID])) == [
        [*ROWS, ["Andel", "48 %1", "50 %"]]
    ]


def test_bullets_stand_in_their_cell(tmp_path: Path) -> None:
    cell = [Paragraph("• Träna", SMALL), Paragraph("• Vila mer", SMALL)]
    assert whole_tables(set_out(tmp_path, [*ROWS, ["Att göra", cell, ""]], [GRID]))[0][3] == [
        "Att göra",
        "• Träna • Vila mer",
        "",
    ]


def test_frames_round_prose_are_no_tables(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.canvas.rect(40, 40, 515, 762)
        paper.canvas.rect(60, 600, 475, 120)
        paper.paragraph(70, 150, 450, "Vården ska finnas nära den som behöver den. " * 6)
        paper.canvas.setFillColor(colors.lavender)
        paper.canvas.rect(60, 400, 475, 80, fill=1)
        paper.canvas.setFillColor(colors.black)
        paper.paragraph(70, 390, 450, "Ekonomin ska vara i balans. " * 6)

    assert tables_of(page_of(tmp_path, page)) == []


def test_prose_between_lines_is_no_table(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        for y in (60, 200, 400, 700):
            paper.canvas.line(60, 842 - y, 535, 842 - y)
        for y in (80, 220, 420):
            paper.paragraph(60, y, 475, "Vården ska finnas nära den som behöver den, år efter år, i alla orter. " * 5)

    assert tables_of(page_of(tmp_path, page)) == []


def test_a_table_in_a_frame_is_found(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.canvas.rect(40, 40, 515, 762)
        paper.paragraph(60, 80, 450, "Vården ska finnas nära den som behöver den. " * 3)
        paper.grid(60, 200, ROWS, 150)

    assert tables_of(page_of(tmp_path, page)) == [ROWS]


def test_words_that_run_together_go_to_their_cells(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.grid(60, 100, [["Mått", "2030", "2031"], ["Väntetid", "", ""]], 100, 20)
        paper.text(241, 134, "12,5", 9)
        paper.text(261.5, 134, "14,1", 9)

    assert tables_of(page_of(tmp_path, page)) == [[["Mått", "2030", "2031"], ["Väntetid", "12,5", "14,1"]]]


def test_more_lines_than_tables_have_take_no_longer(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        for at in range(3000):
            paper.canvas.line(50 + at % 500, 50, 50 + at % 500, 700 - at / 10)
            paper.canvas.line(50, 50 + at / 5, 500, 50 + at / 5)
        paper.text(60, 100, "Karta", 9)

    assert tables_of(page_of(tmp_path, page)) == []

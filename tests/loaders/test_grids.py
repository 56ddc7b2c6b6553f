"""Merged cells come to plain rows: a cell for each column, a head of several rows made one."""

from loaders.formats.galley import Galley, Ink
from loaders.formats.grids import Cell, set_table
from loaders.spots import Spot
from ontology import rt


def cell(text: str, width: int = 1, height: int = 1, spot: Spot | None = None) -> Cell:
    return Cell((Ink(text, spot),) if text else (), width, height)


def set_rows(*rows: list[Cell], head: int = 0, loose: bool = False) -> list[str]:
    galley = Galley()
    set_table(galley, rows, head, loose=loose)
    return [line.text for line in galley.document("plan", "0", "text/plain", "test").lines if not line.blank]


def test_a_head_of_two_rows_is_one() -> None:
    rows = set_rows(
        [cell("Indikator", height=2), cell("Utfall", 2), cell("Mål", height=2)],
        [cell("2030"), cell("2031")],
        [cell("Väntetid"), cell("4"), cell("5"), cell("6")],
    )
    assert rows == ["Indikator\tUtfall 2030\tUtfall 2031\tMål", "Väntetid\t4\t5\t6"]


def test_a_head_is_as_deep_as_the_format_says() -> None:
    rows = set_rows([cell("Post"), cell("Ram 2031")], [cell(""), cell("mnkr")], [cell("Hyra"), cell("4")], head=2)
    assert rows == ["Post\tRam 2031 mnkr", "Hyra\t4"]


def test_a_year_below_a_name_is_of_the_head() -> None:
    rows = set_rows(
        [cell("Indikator", height=2), cell("Utfall", 2), cell("Mål")],
        [cell("2030"), cell("2031"), cell("2032")],
        [cell("Väntetid"), cell("4"), cell("5"), cell("6")],
    )
    assert rows == ["Indikator\tUtfall 2030\tUtfall 2031\tMål 2032", "Väntetid\t4\t5\t6"]


def test_a_name_is_over_the_years_below_it_though_nothing_is_merged() -> None:
    rows = set_rows(
        [cell("Område"), cell("Milstolpar"), cell("")],
        [cell(""), cell("2030"), cell("2031")],
        [cell("Trygghet"), cell("a"), cell("b")],
        loose=True,
    )
    assert rows == ["Område\tMilstolpar 2030\tMilstolpar 2031", "Trygghet\ta\tb"]


def test_years_and_units_below_names_are_of_the_head() -> None:
    rows = set_rows(
        [cell("Område", height=2), cell("Läge", 2), cell("Effekt"), cell("Kostnad")],
        [cell("2030"), cell("2031"), cell("30-32"), cell("(mnkr)")],
        [cell("Trygghet"), cell("1"), cell("2"), cell("3"), cell("4")],
    )
    assert rows[0] == "Område\tLäge 2030\tLäge 2031\tEffekt 30-32\tKostnad (mnkr)"


def test_a_row_of_the_body_is_no_head() -> None:
    rows = set_rows([cell("Aktivitet", 2), cell("Ansvarig", 2)], [cell("1."), cell("Nya hem"), cell("A"), cell("B")])
    assert rows == ["Aktivitet\t\tAnsvarig\t", "1.\tNya hem\tA\tB"]


def test_a_cell_over_rows_stands_in_the_first() -> None:
    rows = set_rows([cell("Mål"), cell("Mått")], [cell("Trygghet", height=2), cell("a")], [cell("b")])
    assert rows == ["Mål\tMått", "Trygghet\ta", "\tb"]


def test_a_title_over_all_columns_stands_above() -> None:
    rows = set_rows([cell("Budget 2031", 2)], [cell("Post"), cell("Mnkr")], [cell("Hyra", 2)], [cell("x"), cell("1")])
    assert rows == ["Budget 2031", "Post\tMnkr", "Hyra\t", "x\t1"]


def test_columns_without_print_are_none() -> None:
    assert set_rows([cell("a"), cell(""), cell("b")], [cell("c"), cell(""), cell("d")]) == ["a\tb", "c\td"]


def test_a_row_over_two_pages_has_a_span_on_each() -> None:
    galley = Galley()
    first, second = Spot(1, (10, 700, 50, 710)), Spot(2, (10, 40, 60, 50))
    set_table(
        galley,
        [[cell("a"), cell("b")], [Cell((Ink("ett", first), Ink(" "), Ink("två", second))), cell("1", spot=first)]],
    )
    row = galley.document("plan", "0", "application/pdf", "test").rows[1]
    place = row.cells[0].place
    assert [(span.page, span.box) for span in place.spans] == [(1, first.box), (2, second.box)]
    assert row.cells[0].text == "ett två"


def test_cells_of_a_sheet_are_named() -> None:
    galley = Galley()
    spots = [Spot(sheet="Mål", cells=(column, 7, column, 7)) for column in (2, 28)]
    galley.row([[Ink("a", spots[0])], [Ink("b", spots[1])]])
    document = galley.document("plan", "0", "text/plain", "test")
    assert document.rows[0].place.spans[0].cell == "B7:AB7"
    assert document.rows[0].cells[1].place.spans[0].cell == "AB7"


def test_margins_stand_behind_and_are_not_told() -> None:
    galley = Galley()
    galley.margin([Ink("Sida 1", Spot(1))])
    galley.line([Ink("Mål\tför\x00 året")])
    document = galley.document("plan", "0", "text/plain", "test")
    assert [line.text for line in document.lines if not line.blank] == ["Mål för  året"]
    assert document.margins[0].text == "Sida 1"
    assert "Sida" not in document.told


def test_hidden_text_is_kept_and_marked_once() -> None:
    galley = Galley()
    galley.line([Ink("Mål: "), Ink("nå ", hidden=True), Ink("alla", hidden=True)])
    galley.line([Ink("senast 2031", hidden=True)])
    galley.margin([Ink("Utkast", hidden=True)])
    (doubt,) = galley.document("plan", "0", "text/plain", "test").doubts
    assert (doubt.kind, doubt.place.start, doubt.place.end) == (rt.HiddenText, 5, 24)

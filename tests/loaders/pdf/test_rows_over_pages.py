"""A row that a page break parts is one row, and what spans it and the rows below goes on to span those."""

from loaders.formats.galley import Galley, Ink
from loaders.formats.grids import Cell, set_table
from loaders.formats.pdf.stitching import stitched
from loaders.formats.pdf.table import PageTable

COLUMNS = (40.0, 140.0, 240.0, 300.0)


def cell(text: str = "", width: int = 1, height: int = 1) -> Cell:
    return Cell((Ink(text),) if text else (), width, height)


def part(page: int, *rows: tuple[Cell, ...]) -> PageTable:
    return PageTable(page, (40, 50, 300, 500), COLUMNS, rows)


def test_a_cell_that_spans_the_rest_of_a_row_spans_the_rows_below_too() -> None:
    head = cell("Område"), cell("Aktivitet"), cell("Klart")
    begun = cell("Nära vård", height=2), cell("starta team"), cell("Q1")
    first = part(1, head, begun, (cell("utbilda alla som"), cell("Q2")))
    second = part(
        2,
        head,
        (cell(height=3), cell("arbetar hos oss"), cell()),
        (cell("ringa före"), cell("Q3")),
        (cell("dela bilar"), cell("Q4")),
        (cell("Ekonomi"), cell("spara"), cell("Q4")),
    )
    (whole,) = stitched([first, second], lambda _above, _below: False)
    galley = Galley()
    set_table(galley, whole.rows)
    document = galley.document("plan", "0", "application/pdf", "test")
    assert [line.text for line in document.lines if not line.blank] == [
        "Område\tAktivitet\tKlart",
        "Nära vård\tstarta team\tQ1",
        "\tutbilda alla som arbetar hos oss\tQ2",
        "\tringa före\tQ3",
        "\tdela bilar\tQ4",
        "Ekonomi\tspara\tQ4",
    ]


def test_a_text_over_rows_goes_on_over_a_page_where_its_row_does_not() -> None:
    head = cell("Område"), cell("Aktivitet"), cell("Klart")
    first = part(
        1,
        head,
        (cell("Nära vård är för den som", height=2), cell("Starta team"), cell("Q1")),
        (cell("Utbilda"), cell("Q2")),
    )
    second = part(
        2, head, (cell("är skör.", height=2), cell("Ringa före"), cell("Q3")), (cell("Dela bilar"), cell("Q4"))
    )
    (whole,) = stitched([first, second], lambda _above, _below: False)
    galley = Galley()
    set_table(galley, whole.rows)
    document = galley.document("plan", "0", "application/pdf", "test")
    assert [line.text for line in document.lines if not line.blank][1:4] == [
        "Nära vård är för den som är skör.\tStarta team\tQ1",
        "\tUtbilda\tQ2",
        "\tRinga före\tQ3",
    ]


def test_a_row_whose_texts_go_on_is_one_though_figures_do_too() -> None:
    head = cell("Område"), cell("Aktivitet"), cell("Hur"), cell("Klart")
    begun = cell("Hållbar"), cell("Kör bussar i"), cell("Ring före"), cell("kvartal 4")
    rest = cell("tillväxt"), cell("hela länet"), cell("eller skriv"), cell("2031")
    last = cell("Hälsa"), cell("Gå"), cell("Till fots"), cell("Q1")
    first, second = (
        PageTable(page, (40, 50, 400, 500), (*COLUMNS, 400.0), rows)
        for page, rows in ((1, (head, begun)), (2, (head, rest, last)))
    )
    (whole,) = stitched([first, second], lambda _above, _below: False)
    galley = Galley()
    set_table(galley, whole.rows)
    document = galley.document("plan", "0", "application/pdf", "test")
    assert [line.text for line in document.lines if not line.blank][1:] == [
        "Hållbar tillväxt\tKör bussar i hela länet\tRing före eller skriv\tkvartal 4 2031",
        "Hälsa\tGå\tTill fots\tQ1",
    ]

"""Sheets named by the headings of a text on another sheet are read within that text."""

from pathlib import Path

from xlsxwriter import Workbook

from loaders.formats.workbook import read

TEXT = [
    "Trygg och säker vård i hela Sjöviks län",
    None,
    "Vården ska vara trygg.",
    None,
    "Uppföljning",
    None,
    "Allt följs upp.",
]
TABLE = [["Aktivitet", "Ansvarig"], ["Ny jour", "Omsorg"]]


def texts(path: Path, sheets: dict[str, list[list[str | None]]]) -> list[str]:
    """What is read of a workbook, line by line."""
    with Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return [line.text for line in read(path).lines if not line.blank]


def test_a_table_stands_at_the_end_of_the_section_that_its_sheet_is_named_by(tmp_path: Path) -> None:
    found = texts(tmp_path / "plan.xlsx", {"Text": [[line] for line in TEXT], TEXT[0][:31]: TABLE})  # type: ignore[index]
    assert found == ["Text", TEXT[0], TEXT[2], "Aktivitet\tAnsvarig", "Ny jour\tOmsorg", TEXT[4], TEXT[6]]


def test_numbered_names_are_of_the_headings_in_their_order(tmp_path: Path) -> None:
    lines = [["Mått"], [None], ["Mått"], [None], ["Slut här."]]
    found = texts(tmp_path / "plan.xlsx", {"Text": lines, "Mått (1)": TABLE, "Mått (2)": [["a", "b"], ["c", "d"]]})
    assert found == ["Text", "Mått", "Aktivitet\tAnsvarig", "Ny jour\tOmsorg", "Mått", "Slut här.", "a\tb", "c\td"]


def test_a_sheet_that_no_heading_names_stays_under_its_name(tmp_path: Path) -> None:
    found = texts(tmp_path / "plan.xlsx", {"Text": [[line] for line in TEXT], "Budget": TABLE})
    assert found[-3:] == ["Budget", "Aktivitet\tAnsvarig", "Ny jour\tOmsorg"]


def test_a_marked_note_below_rows_of_one_cell_is_no_row(tmp_path: Path) -> None:
    rows = [*TABLE, ["Nämndens uppdrag"], ["Öppna en mottagning"], ["* Preliminärt"]]
    assert texts(tmp_path / "plan.xlsx", {"Mål": rows})[-2:] == ["Öppna en mottagning\t", "* Preliminärt"]

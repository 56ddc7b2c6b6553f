"""Workbooks come to lines and rows whose words know their sheet and cells; what is odd is told, what is bad refused."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.sheets.opendocument import in_swedish
from loaders.formats.workbook import read
from ontology import rt

SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def written(tmp_path: Path, *rows: list[object], name: str = "Plan", **more: Any) -> Path:
    """A workbook of one sheet; a pair is a value and its format."""
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, tuple):
                    sheet.write(at, column, value[0], book.add_format({"num_format": value[1]}))
                elif value is not None:
                    sheet.write(at, column, value)
        for area in more.get("merged", ()):
            sheet.merge_range(*area)
    return path


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines if not line.blank]


def changed(path: Path, part: str, data: bytes) -> Path:
    """The workbook with another part."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | {part: data}).items():
            archive.writestr(name, content)
    return path


def test_a_table_with_its_sheet_title_and_note(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ["Indikatorer för Sjövik"],
        [],
        ["Indikator", "Utfall 2030", "Mål 2031"],
        ["Täckningsgrad", (0.485, "0.0 %"), (0.5, "0 %")],
        ["Väntetid (dagar)", 12.0, 10],
        ["* Avser första halvåret"],
        name="Mål",
    )
    document = read(path)
    assert texts(document) == [
        "Mål",
        "Indikatorer för Sjövik",
        "Indikator\tUtfall 2030\tMål 2031",
        "Täckningsgrad\t48,5 %\t50 %",
        "Väntetid (dagar)\t12\t10",
        "* Avser första halvåret",
    ]
    (span,) = document.rows[1].cells[1].place.spans
    assert (span.sheet, span.cell) == ("Mål", "B4")
    assert document.rows[2].place.spans[0].cell == "A5:C5"


def test_a_long_text_below_its_heading_is_a_row(tmp_path: Path) -> None:
    long = "Delta i länets gemensamma arbete med att bygga nya hem för äldre i alla kommuner"
    rows = [["Aktivitet", "Klart"], ["Nya hem", "2031"], ["Nämndens uppdrag"], [long]]
    assert [len(row.cells) for row in read(written(tmp_path, *rows)).rows] == [2, 2, 2, 2]


def test_a_merged_head_is_one_row(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ["Indikator", "Utfall", None, "Mål"],
        [None, 2030, 2031, 2032],
        ["Väntetid", 4, 5, 6],
        merged=[(0, 0, 1, 0, "Indikator"), (0, 1, 0, 2, "Utfall")],
    )
    assert texts(read(path))[1:] == ["Indikator\tUtfall 2030\tUtfall 2031\tMål 2032", "Väntetid\t4\t5\t6"]


def test_tables_side_by_side_and_below(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ["Aktivitet", "Klart", None, "Risk", "Åtgärd"],
        ["Nya hem", "2031", None, "Brist på lokaler", "Hyra"],
        [],
        ["Post", "Budget 2031"],
        ["Hyra", 12],
        [],
        ["Summa", 12],
    )
    document = read(path)
    assert texts(document)[1:] == [
        "Aktivitet\tKlart",
        "Nya hem\t2031",
        "Risk\tÅtgärd",
        "Brist på lokaler\tHyra",
        "Post\tBudget 2031",
        "Hyra\t12",
        "Summa\t12",
    ]


def test_a_blank_column_within_a_table_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, ["Post", "Konto", None, 2031, 2032], ["Hyra", "a", None, 1, 2])
    assert texts(read(path))[1:] == ["Post\tKonto\t2031\t2032", "Hyra\ta\t1\t2"]


def test_what_is_odd_is_told_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget"
    sheet["A1"], sheet["B1"] = "Post", "Mnkr"
    sheet["A2"], sheet["B2"] = "Hyra", "=1+1"
    sheet["A3"], sheet["B3"] = "El", "#REF!"
    sheet["B3"].data_type = "e"
    sheet["A2"].comment = openpyxl.comments.Comment("Ny lokal", "A")
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("Gömt").sheet_state = "hidden"
    book["Gömt"]["A1"] = "Utkast"
    book.save(path)
    document = read(path)
    assert texts(document) == ["Budget", "Post\tMnkr", "Hyra\t", "El\t#REF!", "Ny lokal", "Gömt", "Utkast"]
    told = {(doubt.kind, doubt.place.spans[0].sheet, doubt.place.spans[0].cell) for doubt in document.doubts}
    assert (rt.ValueNotRead, "Budget", "B3") in told
    assert (rt.HiddenText, "Gömt", "A1") in told
    assert any("B2" in doubt.sv and doubt.kind == rt.ValueNotRead for doubt in document.doubts)
    assert any("3" in doubt.sv and doubt.kind == rt.HiddenText for doubt in document.doubts)


def test_macros_are_told_and_never_run(tmp_path: Path) -> None:
    path = changed(written(tmp_path, ["Mål", "Mått"], ["a", 1]), "xl/vbaProject.bin", b"\0" * 100)
    kinds = {(doubt.kind, doubt.severity) for doubt in read(path.rename(tmp_path / "plan.xlsm")).doubts}
    assert (rt.MacrosNotRun, rt.Info) in kinds


def test_cells_of_other_programs(tmp_path: Path) -> None:
    """Names with a prefix, attributes in another order, cells that do not say where they are."""
    rows = "".join(
        f'<x:row><x:c t="inlineStr"><x:is><x:t>rad {at}</x:t></x:is></x:c><x:c t="n" s="1"><x:v>0.25</x:v></x:c></x:row>'
        for at in range(3)
    )
    xml = f'<x:worksheet xmlns:x="{SPACE[7:-1]}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    path = changed(written(tmp_path, ["a", (0.5, "0%")]), SHEET, xml.encode())
    assert texts(read(path))[1:] == ["rad 0\t25%", "rad 1\t25%", "rad 2\t25%"]


def test_a_million_empty_rows_are_none(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 200_001))
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>Mål</t></is></c></row>'
    xml = f'<worksheet {SPACE}><dimension ref="A1:XFD1048576"/><sheetData>{first}{rows}<row r="1048576"/></sheetData></worksheet>'
    path = changed(written(tmp_path, ["a"], name="Mål"), SHEET, xml.encode())
    assert texts(read(path)) == ["Mål", "Mål"]


def ole(*words: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "".join(words).encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"Mal;Matt\n1;2\n", "no workbook"),
        (b"<html><table></table></html>", "web page"),
        (ole("EncryptedPackage"), "password"),
        (ole("Workbook"), "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_files_that_are_no_workbooks(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "plan.xlsx").write_bytes(data)
    with pytest.raises(UnreadablePlan, match=said) as refused:
        read(tmp_path / "plan.xlsx")
    assert "plan.xlsx" in str(refused.value)


def test_a_workbook_that_was_cut_off(tmp_path: Path) -> None:
    path = written(tmp_path, ["Mål", "Mått"])
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(UnreadablePlan, match="damaged"):
        read(path)


def test_another_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plan.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(UnreadablePlan, match="no workbook"):
        read(tmp_path / "plan.xlsx")


def test_cells_too_far_apart(tmp_path: Path) -> None:
    xml = f'<worksheet {SPACE}><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(UnreadablePlan, match="sheet Plan: its cells lie too far apart"):
        read(changed(written(tmp_path, ["a"]), SHEET, xml.encode()))


def test_entities_are_not_read(tmp_path: Path) -> None:
    xml = f'<!DOCTYPE a [<!ENTITY b "c">]><worksheet {SPACE}><sheetData/></worksheet>'
    with pytest.raises(UnreadablePlan, match="entities"):
        read(changed(written(tmp_path, ["a"]), SHEET, xml.encode()))


def test_a_part_that_unpacks_to_too_much(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="unpacks to more than"):
        read(changed(written(tmp_path, ["a"]), SHEET, b" " * 121_000_000))


def test_a_part_that_holds_more_than_it_tells(tmp_path: Path) -> None:
    path = changed(written(tmp_path, ["a"]), SHEET, b"<a>" + b" " * 5_000_000)
    data = bytearray(path.read_bytes())
    size = (5_000_003).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(UnreadablePlan, match="damaged"):
        read(path)


def test_one_long_text_in_many_cells(tmp_path: Path) -> None:
    strings = f"<sst {SPACE}><si><t>{'a' * 300_000}</t></si></sst>"
    path = changed(written(tmp_path, ["a", "b"]), "xl/sharedStrings.xml", strings.encode())
    with pytest.raises(UnreadablePlan, match="more than any cell can"):
        read(path)


def ods(content: str, manifest: str = "") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x" xmlns:s="s">{content}</o:d>')
        archive.writestr("META-INF/manifest.xml", f"<m>{manifest}</m>")
    return out.getvalue()


def test_an_open_document_shows_its_own_texts(tmp_path: Path) -> None:
    row = '<t:table-row t:number-rows-repeated="{times}">{cells}</t:table-row>'
    cell = '<t:table-cell t:value="0.485"><x:p>{text}</x:p></t:table-cell>'
    head = '<t:table-cell t:number-columns-spanned="2"><x:p>Utfall 2031</x:p></t:table-cell><t:covered-table-cell/>'
    content = '<t:table t:name="Mål">' + "".join(
        (
            row.format(times=2, cells='<t:table-cell t:number-columns-repeated="16384"/>'),
            row.format(times=1, cells=head),
            row.format(times=1, cells=cell.format(text="Mått") + cell.format(text="48,5 %")),
            row.format(times=1_000_000, cells='<t:table-cell t:number-columns-repeated="16384"/>'),
        )
    )
    (tmp_path / "plan.ods").write_bytes(ods(content + "</t:table>"))
    document = read(tmp_path / "plan.ods")
    assert texts(document) == ["Mål", "Utfall 2031", "Mått\t48,5 %"]
    assert document.rows[0].cells[1].place.spans[0].cell == "B4"


@pytest.mark.parametrize(
    ("text", "value", "swedish"),
    [
        ("7,214,600,000", "7214600000", "7 214 600 000"),
        ("600,000", "600000", "600 000"),
        ("600,000", "600", "600,000"),
        ("131,0", "131", "131,0"),
        ("48.5 %", "0.485", "48,5 %"),
        ("-1.234,50 kr", "-1234.5", "-1 234,50 kr"),
        ("2031", "2031", "2031"),
        ("mars 2031", "47908", "mars 2031"),
    ],
)
def test_numbers_of_other_countries(text: str, value: str, swedish: str) -> None:
    assert in_swedish(text, value) == swedish


def test_a_locked_open_document(tmp_path: Path) -> None:
    (tmp_path / "plan.ods").write_bytes(ods("", "<encryption-data/>"))
    with pytest.raises(UnreadablePlan, match="password"):
        read(tmp_path / "plan.ods")

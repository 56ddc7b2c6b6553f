"""The same table, whatever its cells span, is read alike out of a Word document and a web page."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Document
from loaders.formats.registry import format_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = st.text(st.sampled_from("abåÖ 019%–<&\u00a0-"), max_size=12)


@dataclass(frozen=True)
class Merged:
    """A cell: where it begins, how far it spans, what is printed in it."""

    row: int
    column: int
    height: int
    width: int
    text: str


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, list[Merged]]:
    """A table of rows and columns that cells cover without a gap."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    covered: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in covered:
                continue
            free = next((at for at in range(column, columns) if (row, at) in covered), columns) - column
            height, width = draw(st.integers(1, min(3, rows - row))), draw(st.integers(1, min(3, free)))
            covered |= {(row + down, column + right) for down in range(height) for right in range(width)}
            cells.append(Merged(row, column, height, width, draw(TEXT)))
    return rows, columns, cells


def as_page(rows: int, cells: list[Merged]) -> str:
    html = ""
    for row in range(rows):
        begun = (one for one in cells if one.row == row)
        html += (
            "<tr>"
            + "".join(f"<td colspan={one.width} rowspan={one.height}>{escape(one.text)}</td>" for one in begun)
            + "</tr>"
        )
    return f"<meta charset=utf-8><p>Tabell</p><table>{html}</table>"


def as_word(rows: int, cells: list[Merged]) -> str:
    xml = ""
    for row in range(rows):
        here = sorted((one for one in cells if one.row <= row < one.row + one.height), key=lambda one: one.column)
        xml += f"<w:tr>{''.join(word_cell(one, begun=one.row == row) for one in here)}</w:tr>"
    body = f"<w:body><w:p><w:r><w:t>Tabell</w:t></w:r></w:p><w:tbl>{xml}</w:tbl></w:body>"
    return f'<w:document xmlns:w="{W}">{body}</w:document>'


def word_cell(cell: Merged, *, begun: bool) -> str:
    down = f'<w:vMerge w:val="{"restart" if begun else "continue"}"/>' if cell.height > 1 else ""
    text = f'<w:r><w:t xml:space="preserve">{escape(cell.text)}</w:t></w:r>' if begun else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{cell.width}"/>{down}</w:tcPr><w:p>{text}</w:p></w:tc>'


def read(path: Path) -> Document:
    return format_of(path).read(path)


@given(tables())
def test_a_table_is_the_same_in_both(table: tuple[int, int, list[Merged]]) -> None:
    rows, _, cells = table
    with TemporaryDirectory() as folder:
        page, package = Path(folder) / "plan.html", Path(folder) / "plan.docx"
        page.write_text(as_page(rows, cells), "utf-8")
        with ZipFile(package, "w") as opened:
            opened.writestr("word/document.xml", as_word(rows, cells))
        one, other = read(page), read(package)
    assert [[cell.text for cell in row.cells] for row in one.rows] == [
        [cell.text for cell in row.cells] for row in other.rows
    ]
    for cell in cells:
        for word in cell.text.replace("\u00a0", " ").split():
            assert word in one.source.text
            assert word in other.source.text

"""Sheets of an OpenDocument workbook (.ods): each cell's text stands in it as it shows."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from loaders.errors import UnreadablePlan
from loaders.formats.grids import on_one_line
from loaders.formats.sheets.archive import parts
from loaders.formats.sheets.sheet import At, Odd, Sheet, error_in, hidden

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
#: A repeated cell or row that holds something is repeated no oftener than this; all sheets hold no more cells.
MOST_REPEATED, MOST_COLUMNS, MOST_FILLED = 5_000, 16_384, 1_000_000


def is_ours(data: bytes) -> bool:
    """Whether an archive says at its beginning that it is a workbook of this kind."""
    return b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]


def sheets(path: Path, data: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook in their order. Raises UnreadablePlan for what is broken or locked."""
    from lxml import etree

    held = parts(path, data)
    if b"encryption-data" in held.get(MANIFEST, b""):
        raise UnreadablePlan(f"{path}: the workbook is protected with a password. Save a copy without and load that.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(held.get(CONTENT, b""), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadablePlan(f"{path}: the workbook is damaged ({error}). Save it anew.") from error
    concealed = _hidden_styles(tree)
    left = MOST_FILLED
    for table in tree.iter("{*}table"):
        sheet = _sheet(table, concealed)
        left -= sum(bool(text) for row in sheet.rows for text in row)
        if left < 0:
            raise UnreadablePlan(f"{path}: more than {MOST_FILLED} cells are filled. Save only the plan's sheets.")
        yield sheet


def _hidden_styles(tree: Any) -> frozenset[str]:  # noqa: ANN401  lxml has no types
    """The names of table styles that hide their sheet."""
    return frozenset(
        _said(each.getparent(), "name")
        for each in tree.iter("{*}table-properties")
        if _said(each, "display") == "false"
    )


def _sheet(table: Any, concealed: frozenset[str]) -> Sheet:  # noqa: ANN401
    name = _said(table, "name")
    rows: list[list[str]] = []
    merged: dict[At, tuple[int, int]] = {}
    notes: list[tuple[At, str]] = []
    blank = 0
    for row in table.iter("{*}table-row"):
        times = _times(row, "number-rows-repeated")
        cells = _cells(row, len(rows) + blank, merged, notes)
        if not cells:
            blank += times
            continue
        if len(rows) + blank > 1_100_000:
            break
        rows += [[] for _ in range(blank)] + [list(cells) for _ in range(min(times, MOST_REPEATED))]
        blank = 0
    odd: list[Odd] = [hidden(name)] if _said(table, "style-name") in concealed else []
    odd += [
        error_in((at, column), text)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text.startswith(("#", "Err:")) and text.rstrip("!?/0").upper() in ERRORS
    ]
    return Sheet(name, rows, merged, tuple(odd), tuple(notes))


#: A number within a shown text, and a value as the file stores it.
FIGURES = re.compile(r"[0-9](?:[0-9.,\u00a0\u202f\u2019' ]{0,40}[0-9])?")
PLAIN = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,30})?")
#: What cells show in place of a value, without the signs at their end.
ERRORS = frozenset(
    {"#REF", "#DIV", "#NAME", "#NUM", "#VALUE", "#N/A", "#NULL", "#REFERENS", "#NAMN", "#VÄRDE", "#DIVISION"}
)


def _cells(
    row: Any,  # noqa: ANN401
    at: int,
    merged: dict[At, tuple[int, int]],
    notes: list[tuple[At, str]],
) -> list[str]:
    """The texts of a row without blank ones at its end; what is merged and noted joins the others."""
    cells: list[str] = []
    blank = 0
    for cell in row.iterchildren("{*}table-cell", "{*}covered-table-cell"):
        times = _times(cell, "number-columns-repeated")
        text = on_one_line(" ".join("".join(each.itertext()) for each in cell.iterchildren("{*}p")))
        if value := _said(cell, "value"):
            text = in_swedish(text, value)
        for note in cell.iterchildren("{*}annotation"):
            told = on_one_line(" ".join("".join(each.itertext()) for each in note.iterchildren("{*}p")))
            notes += [((at, len(cells) + blank), told)] if told else []
        if not text:
            blank += times
        elif len(cells) + blank < MOST_COLUMNS:
            cells += [""] * blank
            blank = 0
            size = _times(cell, "number-columns-spanned"), _times(cell, "number-rows-spanned")
            if size != (1, 1):
                merged[at, len(cells)] = size
            cells += [text] * min(times, MOST_REPEATED)
    return cells


def in_swedish(text: str, value: str) -> str:
    """A shown number with Swedish signs, whichever the program that wrote it uses: what its value is tells which they are."""
    found = FIGURES.search(text)
    if not found or not PLAIN.fullmatch(value):
        return text
    meant = abs(Decimal(value)) * (100 if "%" in text else 1)
    for mark in ("", ",", "."):
        whole, _, decimals = found[0].rpartition(mark) if mark in found[0] and mark else (found[0], "", "")
        whole, grouped = re.sub(r"\D", "", whole), bool(re.search(r"\D", whole))
        if decimals.isdecimal() or not decimals:
            read = Decimal(f"{whole or 0}.{decimals or 0}")
            if abs(read - meant) <= Decimal("0.5000001").scaleb(-len(decimals)):
                spelled = f"{int(whole or 0):,}".replace(",", " ") if grouped else whole
                figures = f"{spelled},{decimals}" if decimals else spelled
                return text[: found.start()] + figures + text[found.end() :]
    return text


def _times(element: Any, name: str) -> int:  # noqa: ANN401
    told = _said(element, name)
    return max(1, min(int(told), 1 << 20)) if told.isdecimal() and len(told) < 10 else 1


def _said(element: Any, name: str) -> str:  # noqa: ANN401
    """An attribute by its name without the namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")

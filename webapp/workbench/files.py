"""Answers to take along: for Excel, typed or as CSV that Excel reads, and the receipt. The endpoint itself gives the others."""

import csv
import io
from datetime import date
from decimal import Decimal

from flask import Response, request
from werkzeug.exceptions import BadRequest

from graph.asking.cells import Cell, Cells
from graph.output import FORMULA
from graph.workbook.safe import MOST_COLUMNS, MOST_ROWS
from webapp.sheet import MARK, SENT
from webapp.workbench.receipt import Receipt
from webapp.workbench.texts import gettext
from webapp.workbench.wanted import Wanted
from webapp.workbook import workbook

#: What is sent, by what the address asks for, and the ending of its file.
FILES = {
    "xlsx": (SENT["xlsx"], "xlsx"),
    "excel-csv": ("text/csv; charset=utf-8; header=present", "csv"),
    "receipt": ("text/plain; charset=utf-8", "txt"),
    "receipt-json": ("application/json", "json"),
}
#: Signs that a spreadsheet may read as a formula's beginning besides those of `graph.output`.
#: A workbook of so many cells takes some seconds to make; larger answers are taken as CSV.
MOST_CELLS = 250_000
FORMULAS = (*FORMULA, "\n", "＝", "＋", "－", "＠")


def file(wanted: Wanted, cells: Cells, receipt: Receipt, form: str) -> Response:
    """A whole answer as a file; raises BadRequest for forms that there are not."""
    if form not in FILES:
        raise BadRequest("format")
    kind, ending = FILES[form]
    response = Response(_written(wanted, cells, receipt, form), content_type=kind)
    name = wanted.question.name if wanted.question else f"svar-{receipt.query_sha256[:8]}"
    beside = "-kvitto" if form.startswith("receipt") else ""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}{beside}.{ending}"'
    return response


def fits_excel(cells: Cells) -> bool:
    """Whether a sheet of Excel has room for an answer, and it can be made in a few seconds."""
    size = cells.total * len(cells.columns)
    return cells.total < MOST_ROWS and len(cells.columns) <= MOST_COLUMNS and size <= MOST_CELLS


def _written(wanted: Wanted, cells: Cells, receipt: Receipt, form: str) -> str | bytes:
    if form == "receipt":
        return receipt.as_text()
    if form == "receipt-json":
        return receipt.as_json()
    if form == "excel-csv":
        return MARK + excel_csv(cells)
    title = gettext("Svar på en fråga i SPARQL")
    return workbook(title, cells.values(), cells.columns, wanted.query, request.url[:2_000], receipt.lines)


def excel_csv(cells: Cells) -> str:
    """CSV as Excel in Swedish reads it: semicolons, decimal commas; what would be a formula begins with an apostrophe."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_safe, cells.columns))
    for row in cells.rows:
        writer.writerow(map(_excel, row))
    return lines.getvalue()


def _excel(cell: Cell | None) -> str:
    if cell is None:
        return ""
    match cell.value:
        case bool():
            return cell.text
        case int():
            return cell.text
        case Decimal() | float():
            return cell.text.replace(".", ",") if cell.text.lstrip("+-")[:1].isdigit() else _safe(cell.text)
        case date():
            return cell.text
    return _safe(cell.text)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text

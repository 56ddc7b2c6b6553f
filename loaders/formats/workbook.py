"""Workbooks: .xlsx and .xlsm, .ods, and .xls of old; each sheet under its name, its tables as rows, cells named."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from graph.records import Doubt
from graph.workbook.forms import LISTS
from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.content import ARCHIVE, COMPOUND, ENCRYPTED
from loaders.formats.format import Format, printable_name
from loaders.formats.galley import Galley
from loaders.formats.sheets import biff, ooxml, opendocument
from loaders.formats.sheets.blocks import set_sheet
from loaders.formats.sheets.placing import placed
from loaders.formats.sheets.plainly import is_marked, set_plainly
from loaders.formats.sheets.sheet import At, Odd, Sheet
from loaders.formats.sheets.values import LOCKED
from loaders.spots import Printed
from ontology import rt

#: No workbook that is read is larger.
LARGEST = 100_000_000
MEDIA = {
    "ooxml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "opendocument": "application/vnd.oasis.opendocument.spreadsheet",
    "biff": "application/vnd.ms-excel",
}
MACROS = Odd(
    rt.MacrosNotRun,
    "Arbetsboken har makron. De körs aldrig; vad de skulle fylla i är inte läst.",
    "The workbook has macros. They are never run; what they would fill in is not read.",
    severity=rt.Info,
)


def read(path: Path) -> Document:
    """The document in a workbook; which kind it is, its contents tell. Raises UnreadablePlan where it is none."""
    if path.stat().st_size > LARGEST:
        raise UnreadablePlan(f"{path}: larger than {LARGEST // 1_000_000} MB. Save only the plan's sheets.")
    data = path.read_bytes()
    kind, sheets = _sheets(path, data)
    galley = Galley()
    listed = list(sheets)
    if any(is_marked(sheet) for sheet in listed):
        listed = [sheet for sheet in listed if sheet.name != LISTS]
        for sheet in listed:
            set_plainly(galley, sheet)
    else:
        for part in placed(listed):
            set_sheet(galley, part.sheet, named=part.named)
    odd = [(sheet.name, each) for sheet in listed for each in sheet.odd]
    document = galley.document(
        printable_name(path), hashlib.sha256(data).hexdigest(), MEDIA[kind], "rodatraden workbook reader 1"
    )
    if not any(row.cells for row in document.rows) and len([line for line in document.lines if not line.blank]) < 2:
        raise UnreadablePlan(f"{path}: nothing is written on its sheets. Give a workbook with the plan.")
    if kind == "ooxml" and ooxml.has_macros(data) and document.printed:
        odd.insert(0, (str(document.printed[0].spot.sheet), MACROS))
    return replace(document, doubts=(*document.doubts, *_doubts(document, odd))) if odd else document


def _sheets(path: Path, data: bytes) -> tuple[str, Iterable[Sheet]]:
    """Which kind of workbook it is by its first bytes, and its sheets."""
    if not data.strip():
        raise UnreadablePlan(f"{path}: the file is empty. Give a workbook with the plan.")
    if data.startswith(ARCHIVE):
        if opendocument.is_ours(data):
            return "opendocument", opendocument.sheets(path, data)
        return "ooxml", ooxml.sheets(path, data)
    if data.startswith(COMPOUND):
        if ENCRYPTED in data:
            raise UnreadablePlan(f"{path}: {LOCKED}")
        return "biff", biff.sheets(path, data)
    if data.lstrip()[:1] == b"<":
        raise UnreadablePlan(
            f"{path}: this is a web page or XML, not a workbook. Give it the ending .html, or save it as .xlsx."
        )
    raise UnreadablePlan(f"{path}: this is no workbook, though it is called one. Give it the ending that it has.")


def _doubts(document: Document, odd: Iterable[tuple[str, Odd]]) -> Iterator[Doubt]:
    """What was odd, each at its cell; where nothing is printed in that, at the name of its sheet."""
    runs: dict[tuple[str | None, At | None], Printed] = {}
    for run in document.printed:
        if run.spot.cells:
            left, top = run.spot.cells[:2]
            runs.setdefault((run.spot.sheet, None), run)
            runs.setdefault((run.spot.sheet, (top - 1, left - 1)), run)
    for sheet, each in odd:
        run = runs.get((sheet, each.at)) or runs[sheet, None]
        yield Doubt(each.kind, document.place(run.start, run.end), each.sv, each.en, None, each.severity)


FORMAT = Format("workbook", frozenset({".xlsx", ".xlsm", ".xls", ".ods"}), read)

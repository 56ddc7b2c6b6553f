"""Tables for Excel: the rows with types, and on a second sheet where they came from, so that each figure can be cited."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from flask_babel import gettext
from xlsxwriter import Workbook

from graph.answer import Answer, Value
from graph.workbook.safe import FIRST, LONGEST, OPTIONS, exact

WIDTH = 24


def workbook(
    title: str,
    answer: Answer,
    headings: tuple[str, ...],
    sparql: str,
    address: str,
    facts: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """An .xlsx file of an answer; numbers are numbers, dates dates, names of things their IRIs. `facts` go on the second sheet."""
    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        rows = book.add_worksheet(gettext("Tabell"))
        rows.freeze_panes(1, 0)
        rows.set_column(0, max(len(headings) - 1, 0), WIDTH)
        rows.write_row(0, 0, headings, bold)
        for at, row in enumerate(answer.rows, 1):
            rows.write_row(at, 0, map(_cell, row))
        rows.autofilter(0, 0, len(answer.rows), max(len(headings) - 1, 0))
        origin = book.add_worksheet(gettext("Källa"))
        origin.set_column(0, 1, WIDTH)
        told = ((gettext("Vad"), title), (gettext("Adress"), address), *facts, ("SPARQL", sparql))
        for at, pair in enumerate(told):
            origin.write_row(at, 0, map(_cell, pair))
    return out.getvalue()


def _cell(value: Value) -> str | float | bool | date | None:
    match value:
        case bool():
            return value
        case int() | Decimal() | float():
            return float(value) if exact(value) else str(value)
        case date():
            return value if value >= FIRST else value.isoformat()
        case str():
            return str(value)[:LONGEST]
    return value

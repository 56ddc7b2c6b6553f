"""Intern kontroll followed up: what was examined, what came out, what is done about it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import ControlPoint, StatusReport
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headed import above_next, heading_over
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.merged_cells import text_rows
from loaders.layout.rows import unbroken
from loaders.words.vocabulary import column_words

HEAD = HeaderWords(column_words("control_results"), frozenset({"area", "result", "measures"}), least=3)
#: What stands before the scope in a table's heading.
PREFIX = re.compile(r"(?i)^(?:uppföljning av )?intern kontroll\s*(?:[-–:,]\s*)?")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A control point a row, with a report of its result; its scope stands in the table's heading."""
    for table in tables:
        heading = heading_over(context.document, table.header.first_line)
        if heading:
            yield from map(context.heading, heading.lines)
        scope = PREFIX.sub("", heading.name) if heading else None
        for cells in rows(table, context):
            yield from control(
                cells, replace(table, heading=heading.piece if heading else table.heading), scope or None, context
            )


def rows(table: Table, context: Context) -> Iterator[dict[str, Piece]]:
    """The cells of each row that has something examined and a result, by what their columns mean."""
    meanings = [column.meaning for column in table.header.columns]
    if table.rows:
        found: Iterator[tuple[Piece, ...]] = (row.cells for row in unbroken(table))
    else:
        found = text_rows(context.document, above_next(context.document, table).lines, len(meanings))
    for cells in found:
        by_meaning = {meaning: cell for meaning, cell in zip(meanings, cells, strict=False) if cell}
        if {"area", "result"} <= by_meaning.keys():
            yield by_meaning


def control(cells: dict[str, Piece], table: Table, scope: str | None, context: Context) -> Iterator[Read]:
    """What was examined, and what came of it."""
    area, result, measures = cells["area"], cells["result"], cells.get("measures")
    made = ControlPoint(title=area.text, scope=scope, table=table.name, place=area.place)
    heads = table.header.having("result")
    yield made
    yield StatusReport(
        reports_on=made,
        as_written=result.text,
        year=context.plan.year,
        description=result.text,
        measures=measures.text if measures else None,
        column=heads[0].text if heads else None,
        table=table.name,
        place=result.place + measures.place if measures else result.place,
    )


FAMILY = Family("control results", read, (HEAD,))

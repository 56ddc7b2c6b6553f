"""Milstolpar: the appendix that lays out by focus area and year what is to be reached, many things to a cell."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from graph.place import Place
from graph.records import Activity, ByNumber, FocusArea, Kept, Milestone
from loaders.document import Piece, Row
from loaders.family import Context, Family, Read
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.layout.rows import unbroken
from loaders.layout.squeeze import squeeze
from loaders.words.clean import even
from loaders.words.vocabulary import column_words
from ontology import rt

HEAD = HeaderWords(column_words("milestones"), frozenset({"area", "milestones", "year"}), least=4, leading=("area",))
#: What begins a milestone in a cell: a bullet, a number, or a hyphen before a capital or a figure.
BEGIN = re.compile(r"(?<!\S)(?:•\s*)?(?:(?P<number>\d{1,3})\.\s+|[-–]\s?(?=[A-ZÅÄÖ\d])|(?<=•)\s*|(?<=• )\s*)")
#: How alike the name in the appendix and that of a focus area must be, of 100.
ALIKE = 70


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A milestone for each thing in a cell, of the cell's year and its row's focus area."""
    for table in tables:
        years = table.header.having("year")
        area: FocusArea | None = None
        for row in unbroken(table):
            if row.cells[0]:
                area = area_named(row.cells[0], context)
                yield from (Kept(span, rt.HeadingPassage) for span in row.cells[0].place.spans)
            yield from row_milestones(row, years, area, table, context)


def row_milestones(
    row: Row, years: tuple[Column, ...], area: FocusArea | None, table: Table, context: Context
) -> Iterator[Milestone]:
    """The milestones of a row."""
    for column, cell in zip(years, row.cells[1:], strict=False):
        for number, piece, place in items(cell, context):
            yield Milestone(
                title=piece.text,
                year=column.year,
                of_activity=ByNumber(Activity, number, piece.text) if number else None,
                focus_area=area,
                column=str(column.year),
                table=(table.heading.text if table.heading else heads_text(table)),
                place=place,
            )


def heads_text(table: Table) -> str:
    """What the head says of the milestones."""
    column = table.header.column("milestones")
    return column.text if column else table.name


def items(cell: Piece, context: Context) -> Iterator[tuple[str | None, Piece, Place]]:
    """The things in a cell: printed number, text, and where both stand; an "och" before a number joins no texts."""
    if not re.search(r"\w", cell.text):
        return
    span = cell.place
    raw = even(context.document.source.text[span.start : span.end])
    begins = list(BEGIN.finditer(raw))
    first = begins[0].start() if begins else 0
    if not begins or raw[:first].strip():
        lone = context.document.cut(span.start, span.start + (first or len(raw)))
        yield None, lone, lone.place
    for at, match in enumerate(begins):
        end = begins[at + 1].start() if at + 1 < len(begins) else len(raw)
        text = re.sub(r"\s+och\s*$", "", raw[match.end() : end]) if at + 1 < len(begins) else raw[match.end() : end]
        last = span.start + match.end() + len(text)
        piece = context.document.cut(span.start + match.end(), last)
        yield match["number"], piece, context.document.place(span.start + match.start(), last)


def area_named(cell: Piece, context: Context) -> FocusArea | None:
    """The focus area whose name is most like the one in the appendix; None where none is."""
    scored = [(fuzz.partial_ratio(squeeze(cell.text), squeeze(area.name)), area) for area in context.of(FocusArea)]
    score, area = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return area if score >= ALIKE else None


FAMILY = Family("milestones", read, (HEAD,), after=("activities",))

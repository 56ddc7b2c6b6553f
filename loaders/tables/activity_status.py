"""A report's activities: which assignments they serve, until when, whose they are, how they go, under a focus area."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import Activity, Assignment, ByNumber, FocusArea, StatusReport
from loaders.family import Context, Family, Read
from loaders.layout.headed import above_next, introduced
from loaders.layout.headers import HeaderWords, Table
from loaders.readers.activity_rows import as_notation
from loaders.readers.focus_areas import is_area
from loaders.readers.status_rows import StatusRow, status_rows
from loaders.words.periods import last_day
from loaders.words.statuses import status_of
from loaders.words.vocabulary import column_words

HEAD = HeaderWords(column_words("activity_status"), frozenset({"activity", "due", "status"}), least=4)
#: An id of an assignment as titles begin with them: "RF24-1.", "RF23-5, RF24-8." or right before the title's first word.
ID = r"[A-ZÅÄÖ]{1,4}[ -]?\d{1,3}(?:[-.:]\d{1,3}){0,2}(?!\d)"
IDS = re.compile(
    rf"(?:(?:{ID}(?=\s*[.,;:/]|[A-ZÅÄÖ][a-zåäö])|[A-ZÅÄÖ]{{2,4}}\d{{1,3}}(?:-\d{{1,3}})?(?=\s))[\s.,;:/]*)+"
)
#: A mark in parentheses at a title's end.
MARK = re.compile(r"\s*(?P<mark>\([A-ZÅÄÖ]{1,2}\)|\*+)\s*$")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Focus areas and activities, each with how it goes, table by table; a table without a heading goes on."""
    areas: dict[str, FocusArea] = {}
    area: FocusArea | None = None
    for table in tables:
        headed = introduced(context.document, table.header.first_line)
        if headed and not context.head_lines.isdisjoint(line.number for line in headed.lines):
            headed = None
        if headed and is_area(headed.piece):
            yield from map(context.heading, headed.lines)
            place = headed.piece.place + headed.introduction.place if headed.introduction else headed.piece.place
            description = headed.introduction.text if headed.introduction else None
            area = areas.get(headed.name) or FocusArea(name=headed.name, description=description, place=place)
        if area and area.name not in areas:
            areas[area.name] = area
            yield area
        for row in status_rows(context.document, above_next(context.document, table)):
            if not row.cells:
                area = FocusArea(name=row.title.text, place=row.title.place)
                yield area
                continue
            yield from activity(row, replace(table, heading=headed.piece if headed else table.heading), area, context)


def activity(row: StatusRow, table: Table, area: FocusArea | None, context: Context) -> Iterator[Read]:
    """The activity of a row, and how it goes, as a whole or part by part."""
    ids = IDS.match(row.title.text)
    mark = MARK.search(row.title.text)
    title = MARK.sub("", row.title.text[ids.end() if ids else 0 :]).strip()
    made = Activity(
        title=title or row.title.text,
        serves=tuple(ByNumber(Assignment, as_notation(number)) for number in re.findall(ID, ids[0] if ids else "")),
        focus_area=area,
        due=row.due.text if row.due else None,
        due_by=last_day(row.due.text) if row.due else None,
        responsible=tuple(piece.text for piece in row.who),
        note=(mark["mark"],) if mark else (),
        table=table.name,
        place=context.document.stretch(row.pieces),
    )
    yield made
    yield from reports(row, made, table, context)


def reports(row: StatusRow, made: Activity, table: Table, context: Context) -> Iterator[StatusReport]:
    """How an activity goes at the end of the plan's last year."""
    heads = table.header.having("status")
    for cell in row.cells:
        pieces = [piece for piece in (cell.label, cell.status, cell.comment) if piece]
        place = pieces[0].place
        for piece in pieces[1:]:
            place += piece.place
        yield StatusReport(
            reports_on=made,
            as_written=cell.status.text,
            status=status_of(cell.status.text),
            year=context.plan.year,
            description=cell.comment.text if cell.comment else None,
            note=(cell.label.text,) if cell.label else (),
            column=heads[0].text if heads else None,
            table=made.table,
            place=place,
        )


FAMILY = Family("activity status", read, (HEAD,))

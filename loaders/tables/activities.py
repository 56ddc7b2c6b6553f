"""Aktiviteter: numbered undertakings under their focus area and the assignments they serve, the board's among them."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from graph.records import Activity, Assignment, BoardAssignment, ByNumber
from loaders.document import Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import BARE_YEAR, ColumnWord, HeaderWords, Table
from loaders.readers.activity_rows import BOARD_HEADING, ID, NUMBER, ActivityRow, activity_rows, as_notation
from loaders.readers.focus_areas import Areas, areas_of
from ontology import rt

HEAD = HeaderWords(
    (
        ColumnWord("activity", "(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?)(?:milstolp(?:e|ar))?"),
        ColumnWord("description", "beskrivning|innehåll|syfte|kommentar"),
        ColumnWord("link", "(?:koppling(?:till)?|bidrartill|stödjer)?uppdrag(?:et|en)?", timeless=True),
        ColumnWord("year", BARE_YEAR),
    ),
    frozenset({"activity", "description", "link"}),
    least=3,
)
PART_OF = re.compile(r"(?i)\bdel av aktivitet(?:erna)? (?P<numbers>\d{1,3}(?:(?:, ?| och )\d{1,3})*)")
WITH = re.compile(
    r"(?i)\bkoordineras (?:också )?(?:med|nedanstående) (?:aktivitet(?:en|erna)?|uppdrag) "
    r"(?P<numbers>\d{1,3}(?:(?:, ?| och )\d{1,3})*)"
)
PLANNED = re.compile(r"(?i)\bdelmål\b[^.]*?\b(?P<year>20\d\d)\b")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Focus areas, activities and board assignments, table by table."""
    areas = areas_of(tables, context)
    yield from areas.items
    heads = {table.heading.line for table in tables if table.heading}
    for at, table in enumerate(tables):
        board = False
        for row in activity_rows(context.document, table):
            if BOARD_HEADING.match(row.title.text):
                board = True
                yield heading(row, context)
            elif row.numbered:
                yield from activity(row, table, at, areas, context)
            elif board and row.title.line not in heads:
                yield board_assignment(row, table, at, areas, context)


def heading(row: ActivityRow, context: Context) -> Read:
    """The row that announces board assignments."""
    return context.heading(context.document.lines[row.title.line - 1])


def board_assignment(row: ActivityRow, table: Table, at: int, areas: Areas, context: Context) -> BoardAssignment:
    """A row below that heading."""
    place = context.document.stretch(row.pieces)
    return BoardAssignment(description=row.title.text, focus_area=areas.stated.get(at), table=table.name, place=place)


def activity(row: ActivityRow, table: Table, at: int, areas: Areas, context: Context) -> Iterator[Read]:
    """The activity of a row."""
    number = NUMBER.match(row.title.text)
    notation = (number["number"] or number["bare"]) if number else None
    description = row.description.text if row.description else ""
    made = Activity(
        notation=notation,
        title=row.title.text[number.end() :].strip() if number else row.title.text,
        description=description or None,
        serves=tuple(
            ByNumber(Assignment, as_notation(found)) for found in ID.findall(row.links.text if row.links else "")
        ),
        focus_area=areas.stated.get(at),
        focus_area_by_order=areas.by_order.get(at),
        part_of=numbered(PART_OF, description),
        coordinated_with=tuple(other for other in numbered(WITH, description) if other.notation != notation),
        planned_year=planned(row, table, description),
        note=tuple(mark.text for mark in row.marks if mark),
        table=table.name,
        place=context.document.stretch(row.pieces),
    )
    yield made
    if made.note and not made.planned_year:
        yield mark_without_year(made, row.marks)


def numbered(pattern: re.Pattern[str], text: str) -> tuple[ByNumber, ...]:
    """The activities that a description names by number."""
    return tuple(
        ByNumber(Activity, number)
        for match in pattern.finditer(text)
        for number in re.findall(r"\d+", match["numbers"])
    )


def planned(row: ActivityRow, table: Table, description: str) -> tuple[int, ...]:
    """The years of part goals: columns with a mark, where cells are shown, and what the description tells."""
    years = [column.year for column in table.header.having("year")]
    by_cell = [year for year, mark in zip_longest(years, row.marks) if year and mark] if table.rows else []
    told = [int(match["year"]) for match in PLANNED.finditer(f"{row.title.text}. {description}")]
    return tuple(sorted({*by_cell, *told}))


def mark_without_year(made: Activity, marks: tuple[Piece | None, ...]) -> Read:
    """The doubt about a mark whose column of years is lost."""
    place = next(mark.place for mark in marks if mark)
    return doubt(
        rt.ColumnNotTold,
        place,
        f"”{' '.join(made.note)}” står i en årskolumn, men det framgår inte vilken.",
        f"“{' '.join(made.note)}” stands in a column of a year, but it is not told which.",
        about=made,
        severity=rt.Info,
    )


FAMILY = Family("activities", read, (HEAD,), after=("indicators",))

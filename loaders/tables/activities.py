"""Aktiviteter: numbered undertakings under their focus area and the assignments they serve, the board's among them."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from graph.records import Activity, Assignment, BoardAssignment, ByNumber
from loaders.document import Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import HeaderWords, Table
from loaders.readers.activity_rows import BOARD_HEADING, ID, NUMBER, ActivityRow, activity_rows, as_notation
from loaders.readers.focus_areas import Areas, areas_of
from loaders.words.vocabulary import column_words
from ontology import rt

HEAD = HeaderWords(column_words("activities"), frozenset({"activity", "description", "link"}), least=3)
PART_OF = re.compile(r"(?i)\bdel av aktivitet(?:erna)? (?P<numbers>\d{1,3}(?:(?:, ?| och )\d{1,3})*)")
WITH = re.compile(
    r"(?i)\bkoordineras (?:också )?(?:med|nedanstående) (?:aktivitet(?:en|erna)?|uppdrag) "
    r"(?P<numbers>\d{1,3}(?:(?:, ?| och )\d{1,3})*)"
)
#: An activity named by number in running text.
NAMED = re.compile(r"(?i)\baktivitet(?:en)?\s+(?P<number>\d{1,3})\b")
#: A figure in a year's cell: "1,2%".
FIGURE = re.compile(r"\d+(?:,\d+)?\s?%?")
#: Of this many activities at least, and one in so many marked, the marks are lost.
MANY, FEW = 5, 5
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
    yield from missing(tables, context)


def missing(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """The doubts about activities that are named and not there, and about years whose marks are lost."""
    found = [made for made in context.of(Activity) if made.notation]
    known = {made.notation for made in found}
    for made in found:
        linked = {other.notation for other in (*made.part_of, *made.coordinated_with)}
        named = dict.fromkeys(match["number"] for match in NAMED.finditer(made.description or ""))
        yield from (not_there(made, number) for number in named if number not in known | linked)
    years = [column.text for table in tables[:1] for column in table.header.having("year")]
    unmarked = sum(not made.note for made in found)
    if years and len(found) >= MANY and FEW * (len(found) - unmarked) <= len(found):
        yield marks_lost(tables[0], years, unmarked, len(found))


def not_there(made: Activity, number: str) -> Read:
    """The doubt about an activity that a description names by a number that no activity has."""
    return doubt(
        rt.DanglingReference,
        made.place,
        f"Aktiviteten ”{made.label}” hänvisar till aktivitet {number}, som inte finns i dokumentet.",
        f"The activity “{made.label}” refers to activity {number}, which the document does not have.",
        about=made,
        severity=rt.Info,
    )


def marks_lost(table: Table, years: list[str], unmarked: int, count: int) -> Read:
    """The doubt about columns of years with hardly a mark in them."""
    return doubt(
        rt.ValueNotRead,
        table.header.piece,
        f"Kolumnerna {', '.join(years)} är tomma för {unmarked} av {count} aktiviteter, troligen färgmarkeringar som "
        "texten saknar; vilka år aktiviteterna gäller framgår inte.",
        f"The columns {', '.join(years)} are empty for {unmarked} of {count} activities, probably marks of colour that "
        "the text lacks; which years the activities are planned for is not told.",
    )


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
    return tuple(sorted({*by_cell, *told, *years_of_figures(row, description)}))


def years_of_figures(row: ActivityRow, description: str) -> list[int]:
    """The years of figures in years' cells, where the description tells one for each ("1,2% … 2026")."""
    figures = [figure[0] for mark in row.marks if mark for figure in FIGURE.finditer(mark.text)]
    told = [
        re.search(rf"(?<![\d,]){re.escape(figure)}(?!\d)[^\d.]{{0,60}}?(20\d\d)\b", description) for figure in figures
    ]
    return [int(match[1]) for match in told if match] if all(told) else []


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

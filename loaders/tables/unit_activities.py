"""A unit's activities by focus area: what is to be done, when it is to be ready, who answers for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from graph.place import Place
from graph.records import Activity, FocusArea
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.bullet_columns import BulletRow, Columns, columns_of, is_due
from loaders.layout.bullets import Entry, entries
from loaders.layout.cell_lists import items, name_and_text
from loaders.layout.headed import introduced
from loaders.layout.headers import Header, HeaderWords, Table
from loaders.layout.headings import LONGEST, goes_on
from loaders.layout.rows import with_headings
from loaders.layout.sections import heading
from loaders.layout.squeeze import squeeze
from loaders.readers.focus_areas import is_area
from loaders.words.periods import last_day
from loaders.words.vocabulary import column_words
from ontology import rt

HEAD = HeaderWords(column_words("unit_activities"), frozenset({"activity", "due", "responsible"}), least=3)
SEPARATORS = re.compile(r"\s*[,;/]\s*")


@dataclass
class Section:
    """What stands under one focus area: its heading, the texts that describe it, its bullets."""

    heading: Piece | None = None
    texts: list[Piece] = field(default_factory=list)
    bullets: list[Entry] = field(default_factory=list)

    @property
    def timed(self) -> bool:
        """Whether any of its bullets is a time: a list without is none of the table's."""
        return any(is_due(bullet.piece.text) for bullet in self.bullets)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Focus areas, where they aren't stated yet, with their activities; a table without a heading goes on the last."""
    area: FocusArea | None = None
    stated = context.of(FocusArea)
    for table in tables:
        if table.rows:
            for record in cell_rows(table, area, context):
                area = record if isinstance(record, FocusArea) else area
                yield record
            continue
        for section in takewhile(lambda part: part.timed, sections(table.lines, context)):
            if section.heading:
                area = next((known for known in stated if known.place.first_line == section.heading.line), None)
                if area is None:
                    yield (area := focus_area(section))
            for columns in columns_of(section.bullets):
                yield from activities(columns, area, table, context)


def sections(lines: tuple[Line, ...], context: Context) -> Iterator[Section]:
    """The parts of a table that have bullets, each begun by a heading."""
    section = Section()
    for entry in entries(context.document, lines):
        head = None if entry.bullet else heading_of(entry, context)
        if entry.bullet:
            section.bullets.append(entry)
        elif head or not section.heading:
            if section.bullets:
                yield section
            section = Section(head, [described] if (described := rest(entry, head, context)) else [])
        elif section.bullets:
            wrapped(section, entry, context)
        else:
            section.texts.append(entry.piece)
    if section.bullets:
        yield section


def heading_of(entry: Entry, context: Context) -> Piece | None:
    """The heading that a text begins with, over as many lines as it takes."""
    found = heading(context.document, entry.lines[0])
    text = found.piece.text
    named = 2 < len(text) < LONGEST and text[0].isupper() and not text.endswith((".", ",", ";", ":"))
    return found.piece if named and not goes_on(context.document, found.lines[-1]) else None


def rest(entry: Entry, head: Piece | None, context: Context) -> Piece | None:
    """What a text says behind its heading."""
    last = head.place.last_line if head else 0
    lines = [line for line in entry.lines if line.number > last]
    return context.document.cut_lines(lines) if head and lines else None


def wrapped(section: Section, entry: Entry, context: Context) -> None:
    """A text between bullets that is no heading is more of the bullet before it."""
    last = section.bullets[-1]
    lines = (*last.lines, *entry.lines)
    section.bullets[-1] = Entry(context.document.cut_lines(lines), last.bullet, lines)


def focus_area(section: Section) -> FocusArea:
    """The focus area of a section."""
    if section.heading is None:
        raise ValueError("a section without a heading names no focus area")
    spans = [span for piece in (section.heading, *section.texts) for span in piece.place.spans]
    described = " ".join(piece.text for piece in section.texts)
    return FocusArea(name=section.heading.text, description=described or None, place=Place(tuple(spans)))


def activities(columns: Columns, area: FocusArea | None, table: Table, context: Context) -> Iterator[Read]:
    """An activity for each title, and a doubt where the columns don't fit each other."""
    made = [activity(row, area, table, context) for row in columns.rows() if row.title]
    yield from made
    if made and not columns.fits:
        yield unpaired(columns, made[0], context)


def activity(row: BulletRow, area: FocusArea | None, table: Table, context: Context) -> Activity:
    """The activity of a row."""
    column = table.header.column("activity")
    year = (column.year if column else None) or context.plan.year
    pieces = [piece for piece in (row.title, row.due, row.responsible) if piece]
    people = SEPARATORS.split(row.responsible.text) if row.responsible else []
    return Activity(
        title=row.title.text,
        focus_area=area,
        planned_year=(year,),
        due=row.due.text if row.due else None,
        due_by=last_day(row.due.text, year) if row.due else None,
        responsible=tuple(person for person in people if person),
        table=table.name,
        place=Place(tuple(span for piece in pieces for span in piece.place.spans)),
    )


def unpaired(columns: Columns, first: Activity, context: Context) -> Read:
    """The doubt about columns of different lengths."""
    titles, dues, people = columns.lengths
    place = context.document.stretch([*columns.titles, *columns.dues, *columns.responsible])
    return doubt(
        rt.ColumnNotTold,
        place,
        f"{titles} aktiviteter, {dues} tider och {people} ansvariga: vilka som hör ihop framgår inte.",
        f"{titles} activities, {dues} times and {people} responsible: it is not told which belong together.",
        about=first,
    )


def cell_rows(table: Table, area: FocusArea | None, context: Context) -> Iterator[Read]:
    """Areas and activities from rows whose cells the format shows."""
    if headed := heading_area(table, context):
        yield (area := headed)
    for row in with_headings(context.document, table):
        lone = row.cells[0] if sum(map(bool, row.cells)) == 1 else None
        named = lone or table.header.cell(row, "area")
        if named and not (area and named.text.startswith(area.name)):
            yield (area := area_in(named, context))
        if not lone:
            cells = [table.header.cell(row, meaning) for meaning in ("activity", "due", "responsible")]
            yield from activities(columns_in(cells, context), area, table, context)


def columns_in(cells: list[Piece | None], context: Context) -> Columns:
    """The cells of a row as columns: each an item, or a list of them."""
    titles, dues, people = (
        (items(context.document, cell) or (cell,)) if cell else tuple[Piece, ...]() for cell in cells
    )
    return Columns(titles, dues, people)


def area_in(cell: Piece, context: Context) -> FocusArea:
    """The focus area that a cell names, with the text that describes it."""
    name, text = name_and_text(context.document, cell)
    return FocusArea(name=name.text.rstrip(":"), description=text.text if text else None, place=cell.place)


def heading_area(table: Table, context: Context) -> FocusArea | None:
    """The focus area in the heading of a table that has no column for it and no headings between its rows."""
    headed = introduced(context.document, table.header.first_line)
    lone = sum(map(bool, table.rows[0].cells)) == 1
    if table.header.column("area") or lone or headed is None or not is_area(headed.piece):
        return None
    described = headed.introduction
    place = headed.piece.place + described.place if described else headed.piece.place
    return FocusArea(name=headed.name, description=described.text if described else None, place=place)


def is_of_areas(head: Header) -> bool:
    """Whether a head is of areas: a column of goals stands for them only in text whose cells are not shown."""
    area = head.column("area")
    return not head.shown or area is None or squeeze(area.text) != "mål"


FAMILY = Family("unit_activities", read, (HEAD,), after=("target_areas",), takes=is_of_areas)

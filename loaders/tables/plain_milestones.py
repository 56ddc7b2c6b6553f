"""Milestones in any region's table: what is to be reached, by year, of an activity or in an area."""

from collections.abc import Iterator

from graph.records import Activity, ByNumber, FocusArea, Milestone
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headers import Column, Table
from loaders.layout.plain import PlainRow, PlainWords, plain_rows
from loaders.layout.squeeze import squeeze
from loaders.readers.plain_activities import NUMBER, WORD, parted
from loaders.words.vocabulary import column_words

HEAD = PlainWords(
    column_words("plain_milestones"),
    tuple(frozenset({"milestone", beside}) for beside in ("area", "activity", "id")),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A milestone for each cell of words below a year; a merged area or activity goes for the rows below it, too."""
    known = {squeeze(area.name): area for area in context.of(FocusArea)}
    for table in tables:
        area: FocusArea | None = None
        owner: ByNumber | None = None
        for row in plain_rows(table):
            if cell := row.cell("area"):
                area, owner = known.get(squeeze(cell.text)), None
            owner = activity_of(row) or owner
            for column, cell in row.cells("milestone", "year"):
                if WORD.search(cell.text):
                    yield milestone(column, cell, area, owner, table)


def activity_of(row: PlainRow) -> ByNumber | None:
    """The activity that a row names by its number, with its title where that stands there, too."""
    number, named = row.cell("id"), row.cell("activity")
    if number and NUMBER.fullmatch(number.text):
        return ByNumber(Activity, number.text.rstrip("."), named.text if named else "")
    if named and NUMBER.fullmatch(named.text):
        return ByNumber(Activity, named.text.rstrip("."))
    notation, title = parted(named, None) if named else (None, "")
    return ByNumber(Activity, notation, title) if notation else None


def milestone(column: Column, cell: Piece, area: FocusArea | None, owner: ByNumber | None, table: Table) -> Milestone:
    """What a cell says that is reached in its column's year."""
    return Milestone(
        title=cell.text,
        year=column.year,
        of_activity=owner,
        focus_area=area,
        column=column.text,
        table=table.name,
        place=cell.place,
    )


FAMILY = Family("plain milestones", read, after=("target_areas", "plain activities", "activities"), plain=(HEAD,))

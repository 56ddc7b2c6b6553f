"""Activities and assignments in any region's table: what, who, until when, how it goes, in whatever order."""

from collections.abc import Iterator

from graph.records import FocusArea, Goal
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.plain import PlainRow, PlainWords, plain_rows
from loaders.readers.plain_activities import undertakings
from loaders.readers.stands_under import area_over
from loaders.words.vocabulary import column_words

BESIDE = ("responsible", "due", "status", "link", "description", "id", "reporting", "comment", "start", "decision")
HEAD = PlainWords(
    column_words("plain"),
    tuple(frozenset({what, beside}) for what in ("activity", "assignment") for beside in BESIDE),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Activities and assignments row by row; a row of one cell is the area of those below it."""
    known = {area.name: area for area in context.of(FocusArea)}
    for table in tables:
        area = area_over(context, table.header.first_line)
        for row in plain_rows(table):
            if named := row.cell("area") or heading(row):
                area = known.get(named.text) or FocusArea(name=named.text, table=table.name, place=named.place)
                if area.name not in known:
                    yield known.setdefault(area.name, area)
            if cell := row.cell("goal"):
                yield Goal(title=cell.text, focus_area=area, table=table.name, place=cell.place)
            if not heading(row):
                yield from undertakings(row, table, area, context)


def heading(row: PlainRow) -> Piece | None:
    """The heading that a row of one cell is."""
    return row.lone if row.lone and row.lone is row.row.cells[0] and len(row.columns) > 2 else None


FAMILY = Family(
    "plain activities", read, after=("target_areas", "plain goals", "activities", "assignments"), plain=(HEAD,)
)

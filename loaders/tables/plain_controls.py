"""Internal control and risks in any region's table: risk, how likely, how grave, what is checked, how and by whom."""

import re
from collections.abc import Iterator

from graph.records import ControlPoint, Risk
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.plain import PlainRow, PlainWords, plain_rows
from loaders.words.periods import last_day
from loaders.words.vocabulary import column_words

BESIDE = ("control", "method", "likelihood", "consequence", "value", "process", "activity", "description")
HEAD = PlainWords(
    column_words("plain"),
    (frozenset({"control", "method"}), *(frozenset({"risk", beside}) for beside in BESIDE)),
)
#: What a risk's row holds that makes it one of internal control.
CHECKED = ("control", "method")
WHOLE = re.compile(r"\d{1,3}")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A control point a row where the table tells what is checked, else a risk; a merged process goes on below."""
    for table in tables:
        process: Piece | None = None
        checked = any(column.meaning in CHECKED for column in table.header.columns)
        for row in plain_rows(table):
            process = row.cell("process", "area") or process
            if checked and (title := process or row.cell("control") or row.cell("risk")):
                yield control(row, title, table, context)
            elif risk := row.cell("risk"):
                described = row.cell("description", "comment")
                description = described.text if described else None
                yield Risk(title=risk.text, description=description, table=table.name, place=row.row.place)


def control(row: PlainRow, title: Piece, table: Table, context: Context) -> ControlPoint:
    """The control point of a row: what is checked is its method where nothing else tells that."""
    due, who = row.cell("due", "reporting"), row.cell("responsible")
    method = [cell for _, cell in row.cells("control", "method") if cell is not title]
    pieces = [title, *(cell for _, cell in row.cells(*(column.meaning for column in row.columns if column.meaning)))]
    return ControlPoint(
        title=title.text,
        risk=text(row.cell("risk")),
        method=" – ".join(cell.text for cell in method) or None,
        regulation=text(row.cell("regulation")),
        likelihood=whole(row.cell("likelihood")),
        consequence=whole(row.cell("consequence")),
        risk_value=whole(row.cell("value")),
        due=text(due),
        due_by=last_day(due.text, context.plan.year) if due else None,
        responsible=(who.text,) if who else (),
        table=table.name,
        place=context.document.stretch(pieces),
    )


def text(cell: Piece | None) -> str | None:
    """What a cell says."""
    return cell.text if cell else None


def whole(cell: Piece | None) -> int | None:
    """The whole number that a cell is, or begins with."""
    match = WHOLE.match(cell.text) if cell else None
    return int(match[0]) if match else None


FAMILY = Family("plain controls", read, plain=(HEAD,))

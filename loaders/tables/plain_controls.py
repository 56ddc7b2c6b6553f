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
#: "3 × 4 = 12": how likely, how grave, and the value of a risk.
PRODUCT = re.compile(r"(\d{1,2}) ?[x×*·] ?(\d{1,2}) ?= ?(\d{1,3})", re.IGNORECASE)
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
    method = [cell for _, cell in row.cells(*CHECKED) if cell is not title] or [
        cell for _, cell in row.cells("description")
    ]
    likelihood, consequence, value = weights(row)
    pieces = [title, *(cell for _, cell in row.cells(*(column.meaning for column in row.columns if column.meaning)))]
    return ControlPoint(
        title=title.text,
        risk=text(row.cell("risk")),
        method=" – ".join(cell.text for cell in method) or None,
        regulation=text(row.cell("regulation")),
        likelihood=likelihood,
        consequence=consequence,
        risk_value=value,
        due=text(due),
        due_by=last_day(due.text, context.plan.year) if due else None,
        responsible=(who.text,) if who else (),
        table=table.name,
        place=context.document.stretch(pieces),
    )


def weights(row: PlainRow) -> tuple[int | None, int | None, int | None]:
    """How likely and how grave a row's risk is and its value; all from one cell where that shows the product."""
    cell = row.cell("value")
    shown = PRODUCT.fullmatch(cell.text) if cell else None
    if not shown:
        return whole(row.cell("likelihood")), whole(row.cell("consequence")), whole(cell)
    first, second, value = (int(part) for part in shown.groups())
    return (first, second, value) if first * second == value else (None, None, value)


def text(cell: Piece | None) -> str | None:
    """What a cell says."""
    return cell.text if cell else None


def whole(cell: Piece | None) -> int | None:
    """The whole number that a cell is, or begins with."""
    match = WHOLE.match(cell.text) if cell else None
    return int(match[0]) if match else None


FAMILY = Family("plain controls", read, plain=(HEAD,))

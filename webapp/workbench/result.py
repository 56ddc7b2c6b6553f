"""The answer's part of the page: the table, the picture, what to take along, the receipt; or what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.asking.cells import Cells
from graph.asking.outcome import Unanswered
from graph.errors import EmptyStore, StoreError
from graph.view import View as Seen
from queries.book import Query
from webapp.caged import pool
from webapp.door import view as current
from webapp.workbench.answered import Answered, answered
from webapp.workbench.behind import Behind, behind
from webapp.workbench.columns import Column, Pick, Picker, columns
from webapp.workbench.files import fits_excel
from webapp.workbench.labels import labels
from webapp.workbench.receipt import Receipt, receipt
from webapp.workbench.snippet import Snippet, snippets
from webapp.workbench.table import COLUMNS, ROWS, Table
from webapp.workbench.texts import gettext
from webapp.workbench.trouble import Trouble, of_book, too_long, trouble, unreadable
from webapp.workbench.view import Picture, View, every
from webapp.workbench.wanted import Wanted

#: Pictures are made of so many rows; the page says where there are more.
PICTURED = 5_000
TABLE = "table"
#: The fields of a picture by what the book's drawings call them.
FIELDS: Mapping[str, Mapping[str, str]] = {
    "chart": {"x": "x", "y": "y", "series": "series"},
    "flow": {"x": "from", "y": "to", "value": "value"},
    "matrix": {"x": "columns", "y": "rows", "value": "value"},
}


@dataclass(frozen=True)
class Looked:
    """An answer as it is looked at: `views` are all ways with whether they fit; `picture` is None where its view does not."""

    wanted: Wanted
    table: Table
    shown: tuple[Column, ...]
    rows: range
    view: View
    views: tuple[tuple[View, bool], ...]
    picks: tuple[Pick, ...]
    picture: Picture | None
    behind: Behind | None
    receipt: Receipt
    snippets: tuple[Snippet, ...]
    for_excel: bool

    @property
    def cells(self) -> Cells:
        """The rows that were read."""
        return self.table.cells

    @property
    def behinds(self) -> bool:
        """Whether rows have names, or tell lines, whose passages can be shown."""
        names = {column.name for column in self.table.columns}
        return (
            any(each.kind == "name" for each in self.table.columns)
            or {"file", "line"} <= names
            or {"file", "at"} <= names
        )

    @property
    def unknown(self) -> str:
        """The view that was asked for, where there is none of that name."""
        return "" if self.wanted.view in ("", self.view.name) else self.wanted.view


def looked(wanted: Wanted) -> Looked | Trouble:
    """The answer to a question, to be looked at as it wants; or why there is none."""
    found = asked(wanted)
    return found if isinstance(found, Trouble) else look(current(), wanted, found)


def asked(wanted: Wanted) -> Answered | Trouble:
    """The answer to a question, or why there is none."""
    most = pool().limits.query
    if wanted.asked_for and (wanted.wrong or not wanted.question):
        return of_book(wanted.asked_for, wanted.wrong)
    if len(wanted.query.encode(errors="replace")) > most:
        return too_long(most)
    try:
        return answered(wanted)
    except Unanswered as error:
        return trouble(error, wanted.query)
    except StoreError as error:
        return unreadable(empty=isinstance(error, EmptyStore))


def look(seen: Seen, wanted: Wanted, found: Answered) -> Looked:
    """An answer as it is to be looked at."""
    view = every().get(wanted.view) or every()[TABLE]
    row = wanted.row or 0
    cells = found.cells(ROWS if view.name == TABLE else PICTURED)
    table = Table(cells, columns(cells))
    able = [each for each in table.columns if each.kind != "empty"]
    fitting = {each.name: _chosen(each, able, wanted) for each in every().values()}
    picker, fits = fitting[view.name]
    chosen = {pick.field: pick.column for pick in picker.picks}
    table = replace(table, labels=labels(seen, _names(table, chosen)))
    told = receipt(wanted, found, cells)
    return Looked(
        wanted=wanted,
        table=table,
        shown=table.columns[:COLUMNS],
        rows=range(min(ROWS, len(cells.rows))),
        view=view,
        views=tuple((each, fitting[each.name][1]) for each in every().values()),
        picks=tuple(picker.picks),
        picture=_drawn(view, table, chosen) if fits and view.name != TABLE and cells.rows else None,
        behind=behind(seen, table, row) if row else None,
        receipt=told,
        snippets=snippets(wanted, told.endpoint.partition("?")[0], cells.form),
        for_excel=fits_excel(cells),
    )


def _chosen(view: View, able: list[Column], wanted: Wanted) -> tuple[Picker, bool]:
    """The columns that a view takes, and whether it has all that it needs."""
    mine = wanted.picks if wanted.view == view.name else {}
    picker = Picker(able, mine, _suggested(view, wanted.question))
    return picker, view.choose(picker)


def _suggested(view: View, question: Query | None) -> dict[str, str]:
    """The columns that the book says for a view, by its fields."""
    fields = FIELDS.get(view.name, {})
    if question is None:
        return {}
    told = {field: getattr(question.drawing, name) for name, field in fields.items()}
    return {field: column for field, column in told.items() if column}


def _names(table: Table, chosen: Mapping[str, Column | None]) -> list[str]:
    """The names that have to be called something: those of the picture, then those of the table."""
    drawn = {column.index for column in chosen.values() if column}
    rows = table.cells.rows
    shown = range(min(COLUMNS, len(table.columns)))
    return [
        cell.text
        for part, indexes in ((rows, sorted(drawn)), (rows[:ROWS], shown))
        for row in part
        for index in indexes
        if (cell := row[index]) and cell.kind == "name"
    ]


def _drawn(view: View, table: Table, chosen: Mapping[str, Column | None]) -> Picture:
    picture = view.draw(table, chosen)
    if table.cells.whole:
        return picture
    told = gettext(
        "Bilden bygger på de första %(read)s av %(all)s rader: den är ingen helhet.",
        read=f"{len(table.cells.rows)}", all=f"{table.cells.total}",
    )  # fmt: skip
    return replace(picture, left_out=(told, *picture.left_out))

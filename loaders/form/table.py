"""The rows of a filled-in workbook by sheet and column, as text that still knows its cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.workbook.forms import EXAMPLE, KEY, Form
from loaders.document import Document, Piece, Row
from loaders.formats.sheets.plainly import MARKED
from loaders.spots import reference


@dataclass(frozen=True)
class Filled:
    """One row of a sheet of records: its cells by heading."""

    form: Form
    row: Row
    cells: dict[str, Piece]
    places: dict[str, int]

    def __getitem__(self, heading: str) -> str:
        """What stands below a heading; nothing where there is no such column."""
        return self.cells[heading].text if heading in self.cells else ""

    def cell(self, heading: str) -> str:
        """The name of the cell below a heading."""
        return cell_name(self.row, self.places.get(heading, 0))

    # A row is itself and no other, however alike.
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass
class Sheet:
    """The rows of one sheet, the head first; what stands above it or is an example is `aside`."""

    head: Row | None = None
    rows: list[Row] = field(default_factory=list)
    aside: list[Row] = field(default_factory=list)


def is_form(document: Document) -> bool:
    """Whether a document is a workbook in the form that Röda tråden writes."""
    return any(row.cells[0].text.startswith(MARKED) for row in document.rows)


def sheets(document: Document) -> dict[str, list[Row]]:
    """The rows of each sheet by its name."""
    found: dict[str, list[Row]] = {}
    for row in document.rows:
        found.setdefault(row.place.spans[0].sheet or "", []).append(row)
    return found


def parted(rows: Iterable[Row], first: str = KEY) -> Sheet:
    """A sheet's rows: above the head, the head, below it; examples aside."""
    sheet = Sheet()
    for row in rows:
        if sheet.head is None:
            if folded(row.cells[0].text) == folded(first):
                sheet.head = row
            else:
                sheet.aside.append(row)
        elif row.cells[0].text.startswith(EXAMPLE):
            sheet.aside.append(row)
        else:
            sheet.rows.append(row)
    return sheet


def filled(form: Form, sheet: Sheet) -> Iterator[Filled]:
    """The rows of a sheet of records by the headings that the form knows."""
    if sheet.head is None:
        return
    known = {folded(heading): heading for heading in form.headings}
    places = {known[name]: at for at, cell in enumerate(sheet.head.cells) if (name := folded(cell.text)) in known}
    for row in sheet.rows:
        cells = {heading: row.cells[at] for heading, at in places.items() if at < len(row.cells) and row.cells[at]}
        yield Filled(form, row, cells, places)


def folded(text: str) -> str:
    """A word for comparing: no case, single blanks."""
    return " ".join(text.casefold().split())


def cell_name(row: Row, column: int) -> str:
    """The name of a row's cell by its column, from 0: whether anything stands in it or not."""
    told = re.search(r"[0-9]+", row.place.spans[0].cell or "")
    number = int(told[0]) if told else 0
    return reference((column + 1, number, column + 1, number))

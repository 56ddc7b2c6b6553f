"""An answer to be looked at: its cells as people read them, with the exact spelling beside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from graph.asking.cells import Cell, Cells
from webapp.addresses import address, elsewhere
from webapp.languages import number
from webapp.workbench.columns import Column, is_number
from webapp.workbench.labels import short
from webapp.workbench.texts import gettext

#: The page shows so many rows and columns, and so many letters of a cell; files have all.
ROWS, COLUMNS, LETTERS = 1_000, 60, 320
#: What the table is called in addresses.
PLACE = "svarets-tabell"
#: So many letters of a cell's exact text are told beside it.
TOLD = 1_000


@dataclass(frozen=True)
class Shown:
    """A cell as it is shown: its words, where they lead, its exact spelling, language and datatype."""

    text: str
    href: str = ""
    outside: bool = False
    exact: str = ""
    language: str = ""
    tag: str = ""
    number: bool = False
    empty: str = ""


@dataclass(frozen=True)
class Table:
    """An answer with what its columns hold and what its names are called."""

    cells: Cells
    columns: tuple[Column, ...]
    labels: Mapping[str, str] = field(default_factory=dict)

    def cell(self, row: int, column: Column) -> Cell | None:
        """A cell by its row (0-based) and column."""
        return self.cells.rows[row][column.index]

    def said(self, row: int, column: Column) -> str:
        """What a cell is called in a picture; empty where it is open."""
        beside = self.cells.rows[row][column.label] if column.label is not None else None
        cell = self.cell(row, column)
        return beside.text if cell and beside and beside.text.strip() else self.words(cell, column)

    def words(self, cell: Cell | None, column: Column) -> str:
        """A cell as people read it."""
        if cell is None:
            return ""
        if cell.kind == "name":
            return self.labels.get(cell.text) or short(cell.text)
        return written(cell, column)

    def key(self, row: int, column: Column) -> str:
        """What tells a cell from others of its column; empty for an open one."""
        cell = self.cell(row, column)
        return f"{cell.kind} {cell.text}" if cell else ""

    def number(self, row: int, column: Column | None) -> float | None:
        """A cell as a number; None for what is none."""
        cell = self.cell(row, column) if column else None
        return float(str(cell.value)) if cell and is_number(cell) else None

    def leads(self, row: int, column: Column) -> str:
        """Where a mark for a cell leads: to its thing's page, else to its row in the table, or the table where that ends before."""
        cell = self.cell(row, column)
        page = address(cell.text) if cell and cell.kind == "name" else None
        return page or self.place(row)

    def place(self, row: int) -> str:
        """Where a row stands in the table, or the table where that ends before."""
        return f"#r{row + 1}" if row < ROWS else f"#{PLACE}"

    def shown(self, row: int, column: Column) -> Shown:
        """A cell of the table."""
        cell = self.cell(row, column)
        if cell is None:
            return Shown("–", empty=gettext("obunden: frågan fann inget här"))
        text = cut(self.words(cell, column))
        if cell.kind == "name":
            inside = address(cell.text)
            href = inside or elsewhere(cell.text) or ""
            return Shown(text, href, outside=not inside, exact=short(cell.text)[:TOLD])
        if not cell.text:
            return Shown(gettext("tom text"), empty='""')
        return Shown(
            text=text,
            exact=_exact(cell, text),
            language=cell.language,
            tag=cell.language or ("" if known(cell) else short(cell.datatype)),
            number=column.kind in ("number", "year"),
        )


def cut(text: str, most: int = LETTERS) -> str:
    """A text of at most so many letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def known(cell: Cell) -> bool:
    """Whether a cell's datatype shows in how it is written, or it has none."""
    return not cell.datatype or isinstance(cell.value, bool | int | float | Decimal | date)


def written(cell: Cell, column: Column) -> str:
    """A text or a value, numbers and days by the language of the page; years are not grouped."""
    match cell.value:
        case bool():
            return gettext("ja") if cell.value else gettext("nej")
        case int() | Decimal() if column.kind != "year":
            return number(cell.value)
        case float() if abs(cell.value) < 10**15:
            return number(Decimal(repr(cell.value)))
        case date():
            return cell.value.isoformat()
    return cell.text


def _exact(cell: Cell, text: str) -> str:
    """How a cell is spelled, where that is not what is shown."""
    typed = f" ({short(cell.datatype)})" if cell.datatype else ""
    return cell.text[:TOLD] + typed if cell.text != text or typed else ""

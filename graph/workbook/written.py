"""The workbook itself, empty to be filled in or with a document's rows: explained, with lists to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from graph.failures import told
from graph.workbook.columns import Column, Holds
from graph.workbook.examples import example
from graph.workbook.forms import (
    EXAMPLE,
    FACT_HEAD,
    FACTS,
    KEY,
    KIND,
    LISTS,
    MARK,
    NO,
    ORGANISATION_HEAD,
    ORGANISATIONS,
    PLAN,
    READ_ME,
    YES,
    Form,
    comment,
    concepts,
    form_of,
    forms,
    kinds_of,
    plan_kinds,
)
from graph.workbook.rows import Cell, Sheets
from graph.workbook.safe import LONGEST, OPTIONS, exact

#: First row and column, last row and column, from 0.
Area = tuple[int, int, int, int]
#: Down to which row lists to choose from are offered.
LAST_ROW = 3_000
HEAD, BODY = 1, 2
WIDTHS = {Holds.WHOLE: 11, Holds.NUMBER: 15, Holds.DATE: 13, Holds.YES: 11, Holds.CONCEPT: 20}
WIDE, NARROW = (
    ("title", "description", "name", "measures", "method", "risk", "as_written"),
    ("notation", "column", "note"),
)
READ_ME_TEXT = (
    "Här fyller du i en plan så att Röda tråden kan läsa den. Börja med bladet Plan, fortsätt sedan med de blad du behöver. "
    "Blad som inte behövs lämnas tomma.",
    "En rad är en sak: en aktivitet, ett mått, ett värde för ett visst år. Raden som börjar med ”Exempel” visar hur, och läses inte.",
    "Kolumner med mörkblått huvud måste fyllas i. Ljusblå är frivilliga. Grå behövs bara för planer som är utlästa ur ett dokument.",
    "Peka på ett kolumnhuvud för att se vad kolumnen är. I celler med en pil väljer du i listan.",
    "Rader hänvisar till varandra med nycklar. Ge raden en kort nyckel i första kolumnen, till exempel dess nummer (”RF1”) eller titel, "
    "och välj den i listan på det andra bladet. En tom nyckel går också bra: då duger radens nummer eller titel.",
    "Flera saker i samma cell skiljs åt med semikolon: RF1; RF4. Innehåller någon av dem själv semikolon används streck: A; B | C.",
    "Värden: ett blad har måtten, ett annat deras värden. Skriv talet i kolumnen Tal i den enhet du väljer (85 och procent). "
    "”Så som det står” får vara tom.",
    "Belopp skrivs i hela kronor. Varje belopp hör till en budgetrad.",
    "Läs in med: rodatraden load DENNA_FIL.xlsx. En rad som inte går att förstå blir en anmärkning som säger blad och cell; resten läses in. "
    "Ändra och läs in igen så ofta du vill.",
)  # fmt: skip


def write_workbook(path: Path, sheets: Sheets | None = None) -> None:
    """Write a workbook, empty where no document's rows are given; it appears when it is whole.

    Raises StoreError where the file cannot be written.
    """
    with told(str(path), "write"), NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
        part = Path(out.name)
        try:
            out.close()
            with Workbook(part, OPTIONS) as book:
                _Book(book, sheets).write()
            part.chmod(0o644)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@dataclass(frozen=True)
class Looks:
    """How cells look."""

    title: Any
    text: Any
    required: Any
    optional: Any
    aside: Any
    cell: Any
    thousands: Any
    example: Any
    link: Any

    @classmethod
    def of(cls, book: Workbook) -> "Looks":
        """The looks, made known to a workbook."""
        head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#FFFFFF"}
        cell = {"text_wrap": True, "valign": "top"}
        return cls(
            title=book.add_format({"bold": True, "font_size": 16, "font_color": "#1F3864"}),
            text=book.add_format({"text_wrap": True, "valign": "top", "font_color": "#404040"}),
            required=book.add_format(head | {"bg_color": "#1F3864", "font_color": "#FFFFFF"}),
            optional=book.add_format(head | {"bg_color": "#D9E2F3"}),
            aside=book.add_format(head | {"bg_color": "#E7E6E6", "font_color": "#595959", "bold": False}),
            cell=book.add_format(cell),
            thousands=book.add_format(cell | {"num_format": "#,##0"}),
            example=book.add_format(cell | {"italic": True, "font_color": "#7F7F7F", "bg_color": "#F7F7F7"}),
            link=book.add_format({"font_color": "#1F3864", "underline": 1, "valign": "top"}),
        )


class _Book:
    """One workbook being written."""

    def __init__(self, book: Workbook, sheets: Sheets | None) -> None:
        self.book, self.sheets, self.looks = book, sheets, Looks.of(book)
        self.lists: dict[tuple[str, ...], str] = {}
        self.first = BODY if sheets else BODY + 1

    def write(self) -> None:
        names = [READ_ME, PLAN, ORGANISATIONS, *(form.name for form in forms()), LISTS]
        made = {name: self.book.add_worksheet(name) for name in names}
        self._read_me(made[READ_ME])
        self._plan(made[PLAN])
        self._organisations(made[ORGANISATIONS])
        for form in forms():
            self._form(made[form.name], form)
        for sheet in made.values():
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
        self._write_lists(made[LISTS])
        self.book.set_properties({"title": MARK})

    def _read_me(self, sheet: Any) -> None:  # noqa: ANN401  xlsxwriter has no types
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 95)
        sheet.write_string(0, 0, MARK, self.looks.title)
        for row, text in enumerate(READ_ME_TEXT, 2):
            sheet.merge_range(row, 0, row, 1, text, self.looks.text)
            sheet.set_row(row, 16 * (1 + len(text) // 112))
        row = len(READ_ME_TEXT) + 3
        sheet.write_row(row, 0, ("Blad", "Vad som står där"), self.looks.required)
        listed: tuple[tuple[str, str], ...] = (
            (PLAN, "Vad planen heter, vilka år den gäller och vems den är. Fyll i det bladet först."),
        )
        listed += ((ORGANISATIONS, "Nämnder, förvaltningar och enheter som planen talar om."),)
        for at, (name, about) in enumerate((*listed, *((form.name, form.about) for form in forms())), row + 1):
            sheet.write_url(at, 0, f"internal:'{name}'!A1", self.looks.link, name)
            sheet.write_string(at, 1, about, self.looks.text)

    def _plan(self, sheet: Any) -> None:  # noqa: ANN401
        facts: Mapping[str, Cell] = self.sheets.facts if self.sheets else {}
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 48)
        sheet.set_column(2, 2, 70)
        sheet.write_string(0, 0, "Vad planen är. Skriv i den mellersta kolumnen.")
        sheet.write_row(HEAD, 0, FACT_HEAD, self.looks.required)
        for row, fact in enumerate(FACTS, BODY):
            needed = fact.name in ("kind", "title", "first", "code", "organisation")
            sheet.write_string(row, 0, fact.heading, self.looks.required if needed else self.looks.optional)
            _put(sheet, row, 1, facts.get(fact.name), self.looks.cell)
            sheet.write_string(row, 2, fact.about, self.looks.text)
            if fact.name in ("kind", "based_kind"):
                self._offer(sheet, (row, 1, row, 1), tuple(plan_kinds()))
            if fact.name.endswith("organisation"):
                self._offer_rows(sheet, (row, 1, row, 1), ORGANISATIONS)
        sheet.freeze_panes(BODY, 0)

    def _organisations(self, sheet: Any) -> None:  # noqa: ANN401
        sheet.set_column(0, 2, 40)
        about = "En rad för varje organisation. Kortnamnet är det som står i adresser, till exempel hsf; tomt: det görs av namnet."
        sheet.write_string(0, 0, about)
        for column, (name, look) in enumerate(
            zip(ORGANISATION_HEAD, (self.looks.required, self.looks.optional, self.looks.optional), strict=True)
        ):
            sheet.write_string(HEAD, column, name, look)
        if not self.sheets:
            shown = (f"{EXAMPLE}: Hälso- och sjukvårdsförvaltningen", "hsf", "Hälso- och sjukvårdsnämnden")
            sheet.write_row(BODY, 0, shown, self.looks.example)
        for row, cells in enumerate(self.sheets.organisations if self.sheets else (), BODY):
            for column, cell in enumerate(cells):
                _put(sheet, row, column, cell, self.looks.cell)
        self._offer_rows(sheet, (self.first, 2, LAST_ROW, 2), ORGANISATIONS)
        sheet.freeze_panes(BODY, 1)

    def _form(self, sheet: Any, form: Form) -> None:  # noqa: ANN401
        sheet.write_string(0, 0, form.about)
        sheet.set_row(HEAD, 34)
        sheet.set_column(0, 0, 30)
        sheet.repeat_rows(HEAD)
        key = "Ett kort namn på raden, som andra blad hänvisar till den med: dess nummer eller titel. Får vara tom."
        self._head(sheet, 0, KEY, key, self.looks.optional)
        start = len(form.headings) - len(form.columns)
        if start > 1:
            self._head(sheet, 1, KIND, "Måste fyllas i. Vad det är för slag; välj i listan.", self.looks.required)
            sheet.set_column(1, 1, 24)
            self._offer(sheet, (self.first, 1, LAST_ROW, 1), tuple(kinds_of(form)))
        for at, column in enumerate(form.columns, start):
            self._column(sheet, at, column)
        rows = self.sheets.rows[form.name] if self.sheets else ()
        for row, cells in enumerate(rows, BODY):
            for at, cell in enumerate(cells):
                _put(sheet, row, at, cell, self.looks.thousands if _long(cell) else self.looks.cell)
        if not self.sheets:
            for at, cell in enumerate(example(form)):
                _put(sheet, BODY, at, cell, self.looks.example, blank=True)
        sheet.freeze_panes(BODY, 1)
        sheet.autofilter(HEAD, 0, max(BODY, HEAD + len(rows)), len(form.headings) - 1)

    def _column(self, sheet: Any, at: int, column: Column) -> None:  # noqa: ANN401
        look = self.looks.required if column.required and column.field != "as_written" else self.looks.optional
        self._head(
            sheet, at, column.heading, explained(column), self.looks.aside if column.aside or column.inferred else look
        )
        wide = 46 if column.field in WIDE else 14 if column.field in NARROW else WIDTHS.get(column.holds, 28)
        sheet.set_column(at, at, wide)
        area = (self.first, at, LAST_ROW, at)
        if column.holds is Holds.CONCEPT:
            self._offer(sheet, area, tuple(concepts(column.predicate)), strict=not column.several)
        elif column.holds is Holds.YES:
            self._offer(sheet, area, (YES, NO))
        elif column.holds is Holds.ORGANISATION:
            self._offer_rows(sheet, area, ORGANISATIONS)
        elif column.target and (form := form_of(column.target)):
            self._offer_rows(sheet, area, form.name)
        elif column.holds is Holds.WHOLE and not column.several:
            self._whole(sheet, area, year="year" in column.field)

    def _head(self, sheet: Any, at: int, heading: str, about: str, look: Any) -> None:  # noqa: ANN401
        sheet.write_string(HEAD, at, heading, look)
        sheet.write_comment(HEAD, at, about, {"x_scale": 2, "y_scale": 0.5 + len(about) / 160, "author": ""})

    def _offer(self, sheet: Any, area: Area, words: tuple[str, ...], *, strict: bool = True) -> None:  # noqa: ANN401
        """Have cells offer words to choose from."""
        column = self.lists.setdefault(words, xl_col_to_name(len(self.lists)))
        offered = {"validate": "list", "source": f"={LISTS}!${column}$1:${column}${len(words)}", "show_error": strict}
        sheet.data_validation(
            *area, offered | {"error_title": "Välj i listan", "error_message": "Ordet finns inte i listan."}
        )

    def _offer_rows(self, sheet: Any, area: Area, name: str) -> None:  # noqa: ANN401
        """Have cells offer the keys of another sheet's rows; what is no key may be written all the same."""
        first, cells = f"'{name}'!$A${self.first + 1}", f"'{name}'!$A${self.first + 1}:$A${LAST_ROW}"
        source = f"=OFFSET({first},0,0,MAX(1,COUNTA({cells})),1)"
        sheet.data_validation(*area, {"validate": "list", "source": source, "show_error": False})

    def _whole(self, sheet: Any, area: Area, *, year: bool) -> None:  # noqa: ANN401
        least, most = (1990, 2100) if year else (-1_000_000, 1_000_000)
        told = {"error_title": "Helt tal", "error_message": f"Skriv ett helt tal mellan {least} och {most}."}
        limits = {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
        sheet.data_validation(*area, {**limits, "error_type": "warning", **told})

    def _write_lists(self, sheet: Any) -> None:  # noqa: ANN401
        for column, words in enumerate(self.lists):
            sheet.write_column(0, column, words)
        sheet.hide()


def explained(column: Column) -> str:
    """What a person is told of a column."""
    needed = "Måste fyllas i." if column.required and column.field != "as_written" else "Frivillig."
    holds = f"Här står {column.holds.value}" + (", eller flera med semikolon mellan." if column.several else ".")
    return " ".join(filter(None, (needed, comment(column.predicate), holds)))


def _put(sheet: Any, row: int, column: int, cell: Cell, look: Any, *, blank: bool = False) -> None:  # noqa: ANN401
    """Write a cell: numbers as numbers where nothing of them is lost, dates as dates, all else as text."""
    match cell:
        case None:
            if blank:
                sheet.write_blank(row, column, None, look)
        case int() | Decimal() if exact(cell) and len(str(cell).strip("-0.")) <= 10:
            sheet.write_number(row, column, float(cell), look)
        case int() | Decimal():
            sheet.write_string(row, column, f"{cell:f}".replace(".", ","), look)
        case date():
            sheet.write_string(row, column, cell.isoformat(), look)
        case str():
            sheet.write_string(row, column, cell[:LONGEST], look)


def _long(cell: Cell) -> bool:
    """Whether a number is whole and so long that its thousands are set apart."""
    return isinstance(cell, int | Decimal) and not -10_000 < cell < 10_000 and cell == int(cell)

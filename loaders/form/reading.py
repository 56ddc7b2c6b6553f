"""A filled-in workbook as records: every row a record, what it refers to looked up by key.

What cannot be understood is a doubt that names sheet and cell; the rest is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from graph.records import Assignment, ByNumber, Doubt, Element, Kept, Organisation, Reading, Record
from graph.workbook.columns import Column, Holds
from graph.workbook.forms import KEY, KIND, ORGANISATIONS, PLAN, READ_ME, form_of, forms, kinds_of
from loaders.coverage import leftovers
from loaders.document import Document, Row
from loaders.facts import Facts, unknown_region
from loaders.form.plan import known_or_new, plan_in
from loaders.form.table import Filled, Sheet, cell_name, filled, folded, parted, sheets
from loaders.form.values import Unclear, parts, value
from ontology import rt

#: What stands in for the wording of a value, an amount, a status that is given without one.
WORDING = ("number", "sek", "unit", "status", "status_value")


def read_form(document: Document, told: Facts) -> Reading:
    """All that a filled-in workbook states. Raises UnreadablePlan where it does not tell what the plan is."""
    plan, organisations, replaces = plan_in(document, told)
    rows = _Rows(document, organisations, plan.region)
    records = tuple(sorted(rows.records(), key=lambda record: record.place.start))
    kept = [*rows.kept()]
    kept += leftovers(document, records, kept)
    return Reading(
        document.source,
        plan,
        records,
        (*document.doubts, *unknown_region(document, plan.region), *rows.doubts),
        tuple(kept),
        replaces,
    )


class _Rows:
    """The rows of all sheets while records are made of them."""

    def __init__(self, document: Document, organisations: Mapping[str, Organisation], region: Any) -> None:  # noqa: ANN401
        self.document, self.organisations, self.region = document, organisations, region
        self.sheets = {name: parted(rows) for name, rows in sheets(document).items()}
        self.doubts: list[Doubt] = []
        self.filled = {form.name: list(filled(form, self.sheets.get(form.name, Sheet()))) for form in forms()}
        self.named = {name: self._named(rows) for name, rows in self.filled.items()}
        self.made: dict[Filled, Record | None] = {}
        self.pending: set[Filled] = set()

    def records(self) -> Iterator[Record]:
        """All records, in the order of sheets and rows; assignments of which only the number is told, where nothing refers to it."""
        self._unknown_columns()
        found = [record for rows in self.filled.values() for row in rows if (record := self._record(row))]
        numbers = {
            folded(each.notation)
            for record in found
            for said in vars(record).values()
            for each in (said if isinstance(said, tuple) else (said,))
            if isinstance(each, ByNumber)
        }
        return (record for record in found if not only_number(record, numbers))

    def kept(self) -> Iterator[Kept]:
        """Heads, explanations and examples; all that is on the sheets about the plan and how to fill it in."""
        own = {READ_ME, PLAN, ORGANISATIONS}
        for name, sheet in self.sheets.items():
            if name in own or name in self.filled:
                head = [sheet.head] if sheet.head else []
                for row in (*sheet.aside, *head, *(sheet.rows if name in own else ())):
                    yield from (Kept(span, rt.HeadingPassage) for span in row.place.spans)

    def _unknown_columns(self) -> None:
        for form in forms():
            head = self.sheets.get(form.name, Sheet()).head
            known = {folded(heading) for heading in form.headings}
            for at, cell in enumerate(head.cells if head else ()):
                if head and cell and folded(cell.text) not in known:
                    self._doubt(
                        head,
                        at,
                        "är ingen kolumn på bladet; det som står under är sparat men inte läst",
                        "is no column of the sheet; what stands below it is kept but not read",
                        cell.text,
                    )

    def _named(self, rows: list[Filled]) -> Mapping[str, list[Filled]]:
        """The rows of a sheet by what other rows may call them: first their keys, else number, title or both."""
        named: defaultdict[str, list[Filled]] = defaultdict(list)
        for row in rows:
            for name in {folded(row[KEY])} - {""}:
                named[name].append(row)
        for row in rows:
            for name in {folded(each) for each in names_of(row)} - {"", *named}:
                named[name].append(row)
        return named

    def _record(self, row: Filled) -> Record | None:
        """The record of a row; None for a row that cannot be one, which is doubted."""
        if row not in self.made:
            if row in self.pending:
                self._doubt(row.row, 0, "hänvisar i ring till sig själv", "refers to itself in a circle", row[KEY])
                return None
            self.pending.add(row)
            self.made[row] = self._make(row)
            self.pending.discard(row)
        return self.made[row]

    def _make(self, row: Filled) -> Record | None:
        kind = self._kind(row)
        if kind is None:
            return None
        own = {column.field: column for column in row.form.columns if column.field in kind.__dataclass_fields__}
        said = {name: found for name, column in own.items() if (found := self._said(row, column)) is not None}
        wording = " ".join(filter(None, (row[own[name].heading] for name in WORDING if name in own)))
        if wording and "as_written" in own and not row[own["as_written"].heading]:
            said["as_written"] = wording
        for name, column in own.items():
            if column.required and name not in said:
                if not row[column.heading]:
                    self._missing(row, column)
                return None
        self._check(row, own, said)
        return kind(place=row.row.place, **said)

    def _kind(self, row: Filled) -> type[Record] | None:
        kinds = kinds_of(row.form)
        if len(kinds) == 1:
            return next(iter(kinds.values()))
        found = {folded(word): kind for word, kind in kinds.items()}.get(folded(row[KIND]))
        if found is None:
            at = row.places.get(KIND, 1)
            self._doubt(
                row.row, at, f"är inget av orden: {', '.join(kinds)}", f"is none of: {', '.join(kinds)}", row[KIND]
            )
        return found

    def _said(self, row: Filled, column: Column) -> Any:  # noqa: ANN401  whatever the field holds
        text = row[column.heading]
        if not text:
            return None
        told = parts(text) if column.several else [text]
        found = [each for part in told if (each := self._one(row, column, part)) is not None]
        return tuple(found) if column.several else (found[0] if found else None)

    def _one(self, row: Filled, column: Column, text: str) -> object:
        try:
            match column.holds:
                case Holds.ROW:
                    return self._record(self._meant(column, text))
                case Holds.NUMBERED:
                    return self._by_number(column, text)
                case Holds.ORGANISATION:
                    return known_or_new(text, self.organisations, self.region)
            return value(column, text)
        except Unclear as unclear:
            self._doubt(row.row, row.places[column.heading], unclear.sv, unclear.en)
            return None

    def _meant(self, column: Column, text: str) -> Filled:
        """The row that a cell refers to. Raises Unclear where none or several are."""
        form = form_of(column.target) if column.target else None
        name, name_end, rest = text.partition(": ")
        if form:
            found = self.named[form.name].get(folded(text), [])
        elif name_end and name in self.named:
            found = self.named[name].get(folded(rest), [])
        else:
            found = [row for named in self.named.values() for row in named.get(folded(text), [])]
        if len(found) != 1:
            where = form.name if form else "andra blad"
            how, many = ("ingen rad", "no row") if not found else ("flera rader", "several rows")
            raise Unclear(f"”{text[:80]}” är {how} på {where}", f"“{text[:80]}” is {many} of {where}")
        return found[0]

    def _by_number(self, column: Column, text: str) -> ByNumber:
        """What a cell refers to, by the number and title of that row; an assignment that has no row by its number alone."""
        kind = column.target or Element
        try:
            row = self._meant(column, text)
        except Unclear:
            if kind is Assignment and not self.named[sheet_name(kind)].get(folded(text)):
                return ByNumber(kind, text)
            raise
        number, title, words = (field_of(row, name) for name in ("notation", "title", "description"))
        return ByNumber(kind, number, title or ("" if number else words))

    def _check(self, row: Filled, own: Mapping[str, Column], said: Mapping[str, Any]) -> None:
        """A doubt where number and wording of a value do not agree, as when only one of them was changed."""
        number, wording = said.get("number"), said.get("as_written", "")
        if (
            number is not None
            and ":" not in wording
            and figures(wording)
            and figures(str(number)) not in figures(wording)
        ):
            at = row.places[own["number"].heading]
            self._doubt(
                row.row, at, f"stämmer inte med ”{wording[:60]}”", f"does not agree with “{wording[:60]}”", str(number)
            )

    def _missing(self, row: Filled, column: Column) -> None:
        at = row.places.get(column.heading, 0)
        sv = f"är tom, men {column.heading} måste fyllas i; raden är inte läst"
        self._doubt(row.row, at, sv, f"is empty, but {column.heading} must be filled in; the row is not read")

    def _doubt(self, row: Row, at: int, sv: str, en: str, text: str | None = None) -> None:
        """A doubt about a cell, which it names with its sheet."""
        piece = row.cells[at] if at < len(row.cells) and row.cells[at] else None
        sheet, cell = row.place.spans[0].sheet, cell_name(row, at)
        said = f"”{text[:80]}” " if text else ""
        place = piece.place if piece else row.place
        told = f"“{text[:80]}” " if text else ""
        self.doubts.append(
            Doubt(
                rt.ValueNotRead,
                place,
                f"Blad {sheet}, cell {cell}: {said}{sv}.",
                f"Sheet {sheet}, cell {cell}: {told}{en}.",
            )
        )


def only_number(record: Record, numbers: set[str]) -> bool:
    """Whether a record is an assignment of which nothing is told but the number that others refer to.

    Such a one is made from the reference, as it is where a text only mentions it.
    """
    if type(record) is not Assignment or not record.notation:
        return False
    return record == Assignment(notation=record.notation, place=record.place) and folded(record.notation) in numbers


def field_of(row: Filled, name: str) -> str:
    """What a row says in a field of the record that it is."""
    return next((row[column.heading] for column in row.form.columns if column.field == name), "")


def names_of(row: Filled) -> Iterator[str]:
    """What other rows may call a row that has no such key: by its number, its title or its text, number and title together."""
    number = field_of(row, "notation")
    for name in ("title", "name", "description"):
        if title := field_of(row, name):
            yield title
            yield f"{number} {title}"
    yield number
    yield f"{field_of(row, 'title')} {field_of(row, 'variant')}"


def sheet_name(kind: type[Record]) -> str:
    """The sheet of a kind of records."""
    form = form_of(kind)
    return form.name if form else ""


def figures(text: str) -> str:
    """The figures of a text alone."""
    return re.sub(r"[^0-9]", "", text)

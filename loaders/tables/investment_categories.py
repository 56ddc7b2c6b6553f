"""Investeringar i en årsredovisning: by category budget, outcome and what remains, and objects that remain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.records import BudgetLine, InvestmentLine
from loaders.document import Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.comparisons import FigureColumn, Layout
from loaders.layout.grid import cells_not_told, emptied, grid_rows
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.layout.rows import FigureRow
from loaders.readers.money import AmountColumn, Lines
from loaders.readers.money_table import unit_in_head, unit_not_told, until_sum
from loaders.readers.report_heads import heading_passages, under_heading
from loaders.tables.income_statement import UNIT_WORDS
from loaders.words.periods import YEAR
from loaders.words.vocabulary import column_words, squeezed_heading_words
from ontology import rt
from ontology.iri import Iri

ROLES = {"budget": rt.Budget, "outcome": rt.Outcome, "remaining": rt.Remaining, "change": rt.Change}
HEAD = HeaderWords(
    column_words("investment_categories"), frozenset({"remaining"}), least=2, leading=("category", "object")
)
#: A head without what remains tells by its first column what it is of.
BY_CATEGORY = HeaderWords(
    column_words("investment_categories"), frozenset({"category", "outcome"}), least=3, leading=("category",)
)
ID = re.compile(r"\s+(?P<id>[A-ZÅÄÖ]{1,4}[ -]?\d{2,8})\s*$")


@dataclass(frozen=True)
class ObjectRow(FigureRow):
    """A row of one object, with its id."""

    id: str | None = None


@dataclass
class ObjectLines(Lines):
    """Lines of investments, an object's id as a note."""

    def plain(self, row: FigureRow) -> BudgetLine:
        """The line of a row by itself."""
        note = (row.id,) if isinstance(row, ObjectRow) and row.id else ()
        return replace(super().plain(row), note=note)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An investment line a row with its amounts, down to the sum; a table without a unit is in the one's before it."""
    unit: Iri | None = None
    for table in tables:
        printed = unit_in_head(table)
        unit = printed or unit
        if unit is None:
            yield unit_not_told(table)
            continue
        named = under_heading(table, context, squeezed_heading_words("investments"))
        yield from heading_passages(named.heading, context)
        layout = layout_of(table.header.having(*ROLES), context.plan.year)
        columns = tuple(AmountColumn(each.role, each.year, unit, each.text) for each in layout.columns)
        rows = [row for row in grid_rows(context.document, without_ids(table), layout) if not tells_a_year(row)]
        yield from ObjectLines(InvestmentLine, columns, named.name).read(until_sum(map(with_id, map(emptied, rows))))
        yield from (cells_not_told(row) for row in rows if row.unsure)
        if not printed:
            yield unit_of_table_before(table, unit)


def layout_of(columns: tuple[Column, ...], year: int) -> Layout:
    """The columns of figures; one that tells no year is about the report's."""
    made = []
    for column in columns:
        stated = re.search(YEAR, column.text)
        told = int(stated[0]) if stated else column.year or year
        made.append(FigureColumn(column.meaning, ROLES[column.meaning], told, column.text))
    return Layout(tuple(made))


def tells_a_year(row: FigureRow) -> bool:
    """Whether a row's only figure is a year: a heading such as "Objekt från 2029"."""
    return re.fullmatch(YEAR, "".join(row.texts)) is not None


def without_ids(table: Table) -> Table:
    """The table; where ids stand in cells of their own, each with its object's name in one cell."""
    at = table.header.index("id")
    if not table.rows or at is None:
        return table
    rows = []
    for row in table.rows:
        name, id_cell = row.cells[0], row.cells[at] if at < len(row.cells) else row.cells[0]
        joined = Piece(f"{name.text} {id_cell.text}".strip(), name.place + id_cell.place) if id_cell else name
        rows.append(replace(row, cells=(joined, *row.cells[1:at], *row.cells[at + 1 :])))
    return replace(table, rows=tuple(rows))


def with_id(row: FigureRow) -> ObjectRow:
    """The row with the id at its name's end apart."""
    match = ID.search(row.label.text)
    label = Piece(row.label.text[: match.start()], row.label.place) if match else row.label
    return ObjectRow(label, row.cells, row.comment, row.place, match["id"] if match else None)


def unit_of_table_before(table: Table, unit: Iri) -> Read:
    """The note that the unit is not printed."""
    sv, en = UNIT_WORDS[unit]
    return doubt(
        rt.UnitInferred,
        table.header.piece,
        f"Tabellens enhet är inte utskriven; beloppen är lästa som {sv} som i tabellen före.",
        f"The table's unit is not printed; its amounts were read as {en} as in the table before it.",
        severity=rt.Info,
    )


FAMILY = Family("investment_categories", read, (HEAD, BY_CATEGORY))

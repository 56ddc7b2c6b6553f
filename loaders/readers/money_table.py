"""What all tables of money share: columns with role, year and unit, rows down to their sum."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from graph.records import BudgetLine
from loaders.document import Document
from loaders.family import Context, Read, doubt
from loaders.layout.footnotes import footnotes
from loaders.layout.headers import Column, Table
from loaders.layout.rows import FigureRow, Shape, figure_rows
from loaders.readers.money import SUM_WORDS, AmountColumn, Lines
from loaders.words.numbers import is_table_like, to_decimal
from loaders.words.units import KRONOR, money_unit_in, unit_of
from ontology import rt
from ontology.iri import Iri

#: How many lines before a table may tell its unit.
LINES_BEFORE = 24


def unit_for(table: Table, column: Column, document: Document) -> Iri | None:
    """The unit of a column: from its own head, another column's, the cells, or the sentences before the table.

    None where its own is none of money.
    """
    own = unit_of(column.unit) if column.unit else None
    if own and own not in KRONOR:
        return None
    told = own or unit_in_head(table) or unit_in_cells(table)
    return told or money_unit_in(text_before(document, table.header.first_line))


def unit_in_cells(table: Table) -> Iri | None:
    """The unit of money that stands behind the first figure in a cell that has one."""
    figures = (cell.text for row in table.rows for cell in row.cells[1:] if to_decimal(cell.text) is not None)
    return next((unit for text in figures if (unit := money_unit_in(text))), None)


def unit_in_head(table: Table) -> Iri | None:
    """The unit of money that a table's head or heading tells."""
    units = (unit_of(column.unit) for column in table.header.columns if column.unit)
    return (
        next((unit for unit in units if unit in KRONOR), None)
        or money_unit_in(table.header.piece.text)
        or money_unit_in(table.name)
    )


def text_before(document: Document, line: int) -> str:
    """The last printed lines before a line, down from the last table above: its unit is no other's."""
    printed = [above.text for above in document.between(line - LINES_BEFORE, line - 1) if not above.blank]
    return " ".join(reversed(list(takewhile(lambda text: not is_table_like(text), reversed(printed)))))


def amount_columns(table: Table, roles: dict[str, Iri], context: Context) -> tuple[AmountColumn, ...] | None:
    """The columns of money of a table, by the roles of their meanings; None where no unit can be told."""
    made = []
    for column in table.header.columns:
        if role := roles.get(column.meaning):
            unit = unit_for(table, column, context.document)
            if unit is None:
                return None
            made.append(AmountColumn(role, column.year, unit, column.text))
    return tuple(made)


def money_rows(
    table: Table, context: Context, kind: type[BudgetLine], columns: tuple[AmountColumn, ...] | None, shape: Shape
) -> Iterator[Read]:
    """The budget lines and amounts of a table down to its sum; a doubt where its unit is not told."""
    if columns is None:
        yield unit_not_told(table)
        return
    rows = until_sum(figure_rows(context.document, table, shape))
    name = table.header.column("name")
    head, notes = name.text if name else "", footnotes(context.document, table.lines)
    yield from Lines(kind, columns, table.name, head=head, notes=notes).read(rows)


def unit_not_told(table: Table) -> Read:
    """The doubt about a table of money without a unit."""
    return doubt(
        rt.TableNotUnderstood,
        table.header.piece,
        "Tabellens enhet (mnkr, tkr) framgår inte; beloppen är inte inlästa.",
        "The table's unit (mnkr, tkr) is not told; its amounts were not read.",
    )


def until_sum(rows: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """Rows down to the first that calls itself the sum of all."""
    for row in rows:
        yield row
        if SUM_WORDS.match(row.label.text):
            return

"""Förenklad resultaträkning: income and costs of a report, outcome against budget, forecast and last year."""

from collections.abc import Iterable, Iterator

from graph.records import IncomeStatementLine
from loaders.family import Context, Family, Read
from loaders.layout.comparisons import Layout, layout_of
from loaders.layout.grid import GridRow, cells_not_told, emptied
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.orders import in_order, order_told_by_figures
from loaders.readers.money import RESULT_WORDS, AmountColumn, Lines
from loaders.readers.money_table import unit_in_head, unit_not_told
from loaders.readers.report_heads import named_in_head
from loaders.tables.income_statement import SUBTOTALS
from loaders.words.vocabulary import column_words
from ontology.iri import Iri

HEAD = HeaderWords(
    column_words("simplified_statement", "comparisons"),
    frozenset({"name", "now", "budget"}),
    least=4,
    leading=("name",),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An income statement line a row, with an amount a column; deviations are changes."""
    for table in tables:
        unit, named = unit_in_head(table), named_in_head(table, context) or table
        if unit is None:
            yield unit_not_told(table)
            continue
        layout = layout_of(table.header.columns, context.plan.year)
        order, rows = in_order(context.document, table, layout)
        if order != layout:
            yield order_told_by_figures(table)
        lines = Lines(IncomeStatementLine, amount_columns(order, unit), named.name, SUBTOTALS)
        yield from lines.read(emptied(row) for row in until_result(rows))
        yield from (cells_not_told(row) for row in until_result(rows) if row.unsure)


def amount_columns(layout: Layout, unit: Iri) -> tuple[AmountColumn, ...]:
    """The columns of figures as columns of money."""
    return tuple(AmountColumn(column.role, column.year, unit, column.text) for column in layout.columns)


def until_result(rows: Iterable[GridRow]) -> Iterator[GridRow]:
    """Rows down to the result."""
    for row in rows:
        yield row
        if RESULT_WORDS.match(row.label.text):
            return


FAMILY = Family("simplified_statement", read, (HEAD,))

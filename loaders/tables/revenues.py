"""Intäktsfinansierade verksamheter: units that live on what they sell, with changes of price and volume, and income."""

from collections.abc import Iterator
from dataclasses import replace

from graph.records import BudgetLine, RevenueLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import FigureRow, Shape, figure_rows
from loaders.readers.money import AmountColumn, amount
from loaders.readers.money_table import unit_for, unit_not_told
from loaders.words.numbers import to_decimal
from loaders.words.vocabulary import column_words
from ontology import rt

ROLES = {"price": rt.PriceChange, "volume": rt.VolumeChange, "income": rt.Budget}
HEAD = HeaderWords(column_words("revenues"), frozenset({"name", "income"}), leading=("name",))


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A revenue line a row; its amounts are of the plan's first year."""
    for table in tables:
        shape = Shape(len(table.header.columns) - 1)
        for row in figure_rows(context.document, table, shape):
            yield from row_records(table, row, context)


def row_records(table: Table, row: FigureRow, context: Context) -> Iterator[Read]:
    """The line of a row with its price change in per cent, and its amounts."""
    line: BudgetLine = RevenueLine(title=row.label.text, place=row.place, table=table.name)
    cells = list(zip(table.header.columns[1:], row.cells, strict=True))
    percent = next(
        (to_decimal(cell.text.replace("%", "")) for column, cell in cells if column.meaning == "percent"), None
    )
    line = replace(line, price_change_percent=percent)
    yield line
    for column, cell in cells:
        role, unit, number = ROLES.get(column.meaning), unit_for(table, column, context.document), to_decimal(cell.text)
        if role and number is not None:
            yield (
                amount(line, AmountColumn(role, column.year or context.plan.year, unit, column.text), cell, number)
                if unit
                else unit_not_told(table)
            )


FAMILY = Family("revenues", read, (HEAD,))

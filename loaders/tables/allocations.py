"""Fördelning: a frame parted among areas and units, by year ("Ram 2025 (mnkr)"), with varav rows."""

from collections.abc import Iterator

from graph.records import AllocationLine
from loaders.family import Context, Family, Read
from loaders.headers import ColumnWord, HeaderWords, Table
from loaders.money_table import amount_columns, money_rows
from loaders.rows import Shape
from ontology import rt

HEAD = HeaderWords(
    (
        ColumnWord("name", "verksamhet(?:er)?|område(?:n)?|enhet(?:er)?|förvaltning(?:ar)?"),
        ColumnWord("frame", "ram|budgetram|anslag"),
    ),
    frozenset({"name", "frame"}),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An allocation line a row, with an amount a year."""
    for table in tables:
        if all(column.year for column in table.header.having("frame")):
            columns = amount_columns(table, {"frame": rt.Budget}, context)
            shape = Shape(len(table.header.having("frame")))
            yield from money_rows(table, context, AllocationLine, columns, shape)


FAMILY = Family("allocations", read, (HEAD,))

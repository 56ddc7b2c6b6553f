"""Anslag and statsbidrag: the sum in the regional plan, the share that the administration budgets, a comment."""

from collections.abc import Iterator
from dataclasses import replace

from graph.records import AppropriationLine, BudgetLine, GrantLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import Shape
from loaders.readers.money import AmountColumn
from loaders.readers.money_table import amount_columns, money_rows
from loaders.words.vocabulary import column_words
from ontology import rt

APPROPRIATIONS = HeaderWords(
    column_words("appropriations", "granted"), frozenset({"appropriation", "whole"}), leading=("appropriation",)
)
GRANTS = HeaderWords(column_words("grants", "granted"), frozenset({"grant", "whole"}), leading=("grant",))
ROLES = {"whole": rt.RegionalPlanBudget, "share": rt.Budget}


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A line a row, with both amounts for the plan's first year."""
    for table in tables:
        kind: type[BudgetLine] = GrantLine if table.header.column("grant") else AppropriationLine
        columns = amount_columns(table, ROLES, context)
        dated = columns and tuple(in_year(column, context.plan.year) for column in columns)
        shape = Shape(len(table.header.having(*ROLES)), comments=True, exact=True)
        yield from money_rows(table, context, kind, dated, shape)


def in_year(column: AmountColumn, year: int) -> AmountColumn:
    """A column that tells no year is about the plan's first."""
    return column if column.year else replace(column, year=year)


FAMILY = Family("grants", read, (APPROPRIATIONS, GRANTS))

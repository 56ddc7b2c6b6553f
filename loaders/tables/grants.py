"""Anslag and statsbidrag: the sum in the regional plan, the share that the administration budgets, a comment."""

from collections.abc import Iterator
from dataclasses import replace

from graph.records import AppropriationLine, BudgetLine, GrantLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import ColumnWord, HeaderWords, Table
from loaders.layout.rows import Shape
from loaders.readers.money import AmountColumn
from loaders.readers.money_table import amount_columns, money_rows
from ontology import rt

AMOUNTS = (
    ColumnWord("whole", "(?:belopp|summa)i(?:regionplan(?:en)?|rp|plan(?:en)?)"),
    ColumnWord(
        "share",
        "varavbudget(?:erat)?(?:belopp)?i[a-zåäö]{2,30}?(?=mnkr|mkr|tkr|kommentar|anmärkning|$)|varavbudget(?:erat)?(?:belopp)?",
    ),
    ColumnWord("comment", "kommentar(?:er)?|anmärkning(?:ar)?"),
)
APPROPRIATIONS = HeaderWords(
    (ColumnWord("appropriation", "anslag(?:iregionplanen|irp)?"), *AMOUNTS), frozenset({"appropriation", "whole"})
)
GRANTS = HeaderWords(
    (
        ColumnWord("grant", "(?:riktade)?(?:stats)?bidrag(?:(?:och|eller)?överenskommelser?)?(?:iregionplanen|irp)?"),
        *AMOUNTS,
    ),
    frozenset({"grant", "whole"}),
)
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

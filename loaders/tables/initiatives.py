"""Satsningar: what an ongoing or new initiative is given by year, and over the whole period ("2025–2028")."""

from collections.abc import Iterator
from dataclasses import replace

from graph.records import InitiativeLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import Shape
from loaders.readers.money import AmountColumn
from loaders.readers.money_table import amount_columns, money_rows
from loaders.words.vocabulary import column_words
from ontology import rt

ROLES = {"year": rt.Budget, "period": rt.Budget}
NEEDED = frozenset({"name", "year"})
#: Squeezed, two bare years that follow each other look as a period does: a head has the one or the other.
HEADS = (
    HeaderWords(column_words("initiatives", "initiatives_by_role"), NEEDED, leading=("name",)),
    HeaderWords(column_words("initiatives", "initiatives_by_year"), NEEDED, least=3, leading=("name",)),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An initiative line a row, with an amount a column; one over several years has its period and no year."""
    for table in tables:
        columns = amount_columns(table, ROLES, context)
        dated = columns and tuple(map(with_period, columns))
        yield from money_rows(table, context, InitiativeLine, dated, Shape(len(table.header.having(*ROLES))))


def with_period(column: AmountColumn) -> AmountColumn:
    """A column without a year is about the period in its head."""
    return column if column.year else replace(column, period=column.text)


FAMILY = Family("initiatives", read, HEADS)

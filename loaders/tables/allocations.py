"""Fördelning: a frame parted among areas and units, by year ("Ram 2025 (mnkr)"), with varav and därav rows.

A board's frames (resursramar) are of the same kind: budget and plan by year, and what they change from year to year.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import AllocationLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import Column, Header, HeaderWords, Table
from loaders.layout.rows import Shape
from loaders.readers.money_table import amount_columns, money_rows
from loaders.words.vocabulary import column_words
from ontology import rt

HEAD = HeaderWords(column_words("allocations"), frozenset({"name", "frame"}), leading=("name",))
ROLES = {"frame": rt.Budget, "change": rt.Change}


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An allocation line a row, with an amount a column; a change is of the later of its two years."""
    for table in tables:
        header = replace(table.header, columns=tuple(dated(column, table.header) for column in table.header.columns))
        columns = header.having(*ROLES)
        if columns and all(column.year for column in columns):
            amounts = amount_columns(replace(table, header=header), ROLES, context)
            yield from money_rows(table, context, AllocationLine, amounts, Shape(len(columns)))


def dated(column: Column, header: Header) -> Column:
    """A column of changes with the later of its two years, and with the head that stands over all such columns."""
    years = re.findall(r"\d\d(?!\d)", column.text) if column.meaning == "change" else []
    above = header.column("above")
    text = f"{above.text} {column.text}" if above else column.text
    return replace(column, text=text, year=2000 + int(years[1])) if len(years) > 1 else column


def is_over_changes(head: Header) -> bool:
    """Whether "Förändring", where it is there, stands over columns from year to year, and is none of its own."""
    return not (head.at and head.column("above") and not head.column("change"))


FAMILY = Family("allocations", read, (HEAD,), takes=is_over_changes)

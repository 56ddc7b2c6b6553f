"""Produktionsdata: visits, care days, operations, dental care; outcome against budget, forecast and last year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.records import ProductionMeasure
from loaders.family import Context, Family, Read, doubt
from loaders.layout.comparisons import layout_of
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.layout.squeeze import squeeze
from loaders.readers.measure_table import Measures
from loaders.readers.report_heads import named_in_corner, under_heading
from loaders.words.vocabulary import column_words, squeezed_heading_words
from ontology import rt

HEAD = HeaderWords(column_words("comparisons"), frozenset({"now", "before"}), least=3, named=True)
#: Columns that tell their years themselves: "Ack utfall 2031", "Ack utfall 2030", "Avvikelse", "Helårsprognos".
BY_YEAR = HeaderWords(column_words("production_by_year"), frozenset({"now"}), least=3, named=True)
HEADING = squeezed_heading_words("production")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A measure a row, with a value for each cell that has a figure."""
    for table in tables:
        named = under_heading(table, context, HEADING)
        if not re.search(HEADING, squeeze(named.name)):
            named = named_in_corner(table, HEADING) or named
        by_year = bool(table.header.having("off")) or not table.header.column("before")
        if by_year and not re.search(HEADING, squeeze(named.name)):
            yield unknown_subject(table)
            continue
        columns = dated(table.header.columns, context.plan.year) if by_year else table.header.columns
        yield from Measures(ProductionMeasure, named, context).read(layout_of(columns, context.plan.year))


def dated(columns: Sequence[Column], year: int) -> list[Column]:
    """The columns, an outcome of a year before the report's as last year's, a deviation from the column before it."""
    made: list[Column] = []
    for column in columns:
        if column.meaning == "now" and (column.year or year) < year:
            column = replace(column, meaning="before")
        elif column.meaning == "off":
            from_budget = bool(made) and made[-1].meaning in {"budget", "budget_year"}
            column = replace(column, meaning="off_budget" if from_budget else "off_before")
        made.append(column)
    return made


def unknown_subject(table: Table) -> Read:
    """The doubt about a table of outcomes that nothing says the subject of."""
    return doubt(
        rt.TableNotUnderstood,
        table.header.piece,
        "Tabellen visar utfall per år, men det framgår inte vad den handlar om; den är inte inläst.",
        "The table shows outcomes by year, but nothing tells what it is about; it was not read.",
    )


FAMILY = Family("production", read, (HEAD, BY_YEAR))

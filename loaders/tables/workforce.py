"""Medarbetare: worked time, sick leave, rehabilitation, incidents at work; this year against last year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.records import WorkforceMeasure
from loaders.family import Context, Family, Read, doubt
from loaders.layout.comparisons import layout_of
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.layout.squeeze import squeeze
from loaders.readers.measure_table import Measures
from loaders.readers.report_heads import named_in_corner, named_in_head, under_heading
from loaders.words.vocabulary import column_words, squeezed_heading_words
from ontology import rt

SUBJECT = squeezed_heading_words("workforce")
HEADS = (
    HeaderWords(column_words("workforce_changes"), frozenset({"before", "now"})),
    HeaderWords(column_words("workforce_changes"), frozenset({"year", "change"}), least=3, named=True),
    HeaderWords(
        column_words("workforce", "workforce_changes"), frozenset({"name", "year"}), least=3, leading=("name",)
    ),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A measure a row, with a value for each cell that has a figure."""
    for table in tables:
        told_above = table.heading is not None and re.search(SUBJECT, squeeze(table.heading.text))
        in_head = named_in_head(table, context) or (None if told_above else named_in_corner(table, SUBJECT))
        named = in_head or under_heading(table, context, SUBJECT)
        if named.heading and re.search(SUBJECT, squeeze(named.name)):
            layout = layout_of(dated(table.header.columns), context.plan.year)
            yield from Measures(WorkforceMeasure, named, context).read(layout)
        else:
            yield unknown_subject(table)


def dated(columns: Sequence[Column]) -> list[Column]:
    """The columns, of those headed by a year the last year's as this year's, the year's before as last year's."""
    years = sorted({column.year for column in columns if column.meaning == "year" and column.year}, reverse=True)
    meanings = dict(zip(years, ("now", "before", *["earlier"] * len(years)), strict=False))
    return [replace(column, meaning=meanings.get(column.year or 0, column.meaning)) for column in columns]


def unknown_subject(table: Table) -> Read:
    """The doubt about a table of this year and last year that nothing says the subject of."""
    return doubt(
        rt.TableNotUnderstood,
        table.header.piece,
        "Tabellen jämför två år, men det framgår inte vad den handlar om; den är inte inläst.",
        "The table compares two years, but nothing tells what it is about; it was not read.",
    )


FAMILY = Family("workforce", read, HEADS)

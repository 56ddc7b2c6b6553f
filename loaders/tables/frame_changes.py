"""Ramförändring: what a frame grows or shrinks by, by year, against the frame of the year before."""

from collections.abc import Iterator

from graph.records import FrameChangeLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import Shape
from loaders.readers.money_table import amount_columns, money_rows
from loaders.words.vocabulary import column_words
from ontology import rt

HEAD = HeaderWords(column_words("frame_changes"), frozenset({"name", "year"}), leading=("name",))


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A frame change line a row, with an amount a year."""
    for table in tables:
        columns = amount_columns(table, {"year": rt.Change}, context)
        yield from money_rows(table, context, FrameChangeLine, columns, Shape(len(table.header.having("year"))))


FAMILY = Family("frame_changes", read, (HEAD,))

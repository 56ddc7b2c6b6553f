"""Ramförändring: what a frame grows or shrinks by, by year, against the frame of the year before."""

from collections.abc import Iterator

from graph.records import FrameChangeLine
from loaders.family import Context, Family, Read
from loaders.layout.headers import BARE_YEAR, ColumnWord, HeaderWords, Table
from loaders.layout.rows import Shape
from loaders.readers.money_table import amount_columns, money_rows
from ontology import rt

HEAD = HeaderWords(
    (
        ColumnWord("name", "(?:ram)?förändring(?:ar|en)?(?:avram(?:en|ar)?)?", timeless=True),
        ColumnWord("year", BARE_YEAR),
    ),
    frozenset({"name", "year"}),
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A frame change line a row, with an amount a year."""
    for table in tables:
        columns = amount_columns(table, {"year": rt.Change}, context)
        yield from money_rows(table, context, FrameChangeLine, columns, Shape(len(table.header.having("year"))))


FAMILY = Family("frame_changes", read, (HEAD,))

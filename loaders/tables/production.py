"""Produktionsdata: visits, care days, operations, dental care; outcome against budget, forecast and last year."""

from collections.abc import Iterator

from graph.records import ProductionMeasure
from loaders.family import Context, Family, Read
from loaders.layout.comparisons import layout_of
from loaders.layout.headers import HeaderWords, Table
from loaders.readers.measure_table import Measures
from loaders.readers.report_heads import WORDS, under_heading

HEAD = HeaderWords(WORDS, frozenset({"now", "before"}), least=3, named=True)
HEADING = r"produktion|tandvård|vårdutbud|besök"


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A measure a row, with a value for each cell that has a figure."""
    for table in tables:
        named = under_heading(table, context, HEADING)
        layout = layout_of(table.header.columns, context.plan.year)
        yield from Measures(ProductionMeasure, named, context).read(layout)


FAMILY = Family("production", read, (HEAD,))

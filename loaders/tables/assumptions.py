"""Planeringsförutsättningar: population, price increases, tax base by year, as a plan assumes them."""

import re
from collections.abc import Iterator

from graph.records import IndicatorValue, PlanningAssumption
from loaders.family import Context, Family, Read
from loaders.layout.footnotes import footnotes, unmarked
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import FigureRow, Shape, figure_rows
from loaders.words.numbers import to_decimal
from loaders.words.units import unit_in
from loaders.words.vocabulary import column_words
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

HEAD = HeaderWords(column_words("assumptions"), frozenset({"name", "year"}), least=3, leading=("name",))
PEOPLE = re.compile(r"(?i)\s*(?:antal\s+|total\s+)?(?:befolkning(?:en)?|folkmängd(?:en)?|invånare)\b")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An assumption a row, with a value a year."""
    for table in tables:
        notes = footnotes(context.document, table.lines)
        years = table.header.having("year")
        for row in figure_rows(context.document, table, Shape(len(years), exact=True)):
            plain = PlanningAssumption(title=unmarked(row.label.text), table=table.name, place=row.place)
            if any(row.texts):
                measure = notes.added(plain, row.label.text)
                yield measure
                yield from values(measure, row, table)


def values(measure: PlanningAssumption, row: FigureRow, table: Table) -> Iterator[IndicatorValue]:
    """The values of a row, in the unit that stands in the cell or else in the row's name."""
    for column, cell in zip(table.header.having("year"), row.cells, strict=True):
        number = to_decimal(cell.text)
        if number is not None:
            yield IndicatorValue(
                of=measure,
                role=rt.Assumption,
                year=column.year,
                number=number,
                unit=Unit.PERCENT if "%" in cell.text else unit_of_row(measure.title),
                as_written=cell.text,
                column=column.text,
                table=table.name,
                place=cell.place,
            )


def unit_of_row(name: str) -> Iri | None:
    """The unit that a row's name tells; a population is people."""
    told = unit_in(name)
    return told or (Unit.PERSON if PEOPLE.match(name) else None)


FAMILY = Family("assumptions", read, (HEAD,))

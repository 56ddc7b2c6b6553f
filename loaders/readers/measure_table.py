"""Measures with values by year from the rows of a table of figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.records import IndicatorValue, Measure
from loaders.document import Piece
from loaders.family import Context, Read, doubt
from loaders.layout.comparisons import FigureColumn, Layout, unit_of_cell
from loaders.layout.grid import GridRow, cells_not_told, without_figures
from loaders.layout.headers import Table
from loaders.layout.orders import in_order, order_told_by_figures
from loaders.readers.money import PART, title_of
from loaders.readers.report_heads import between_heading_and_head, heading_passages
from loaders.words.numbers import to_decimal
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit


@dataclass(frozen=True)
class Measures:
    """How a table's rows become measures: their kind, the table, the unit its heading tells, its context."""

    kind: type[Measure]
    table: Table
    context: Context

    def read(self, layout: Layout) -> Iterator[Read]:
        """The measures of the table, a varav row part of the row before it, each with its values."""
        yield from heading_passages(self.table.heading, self.context)
        yield from between_heading_and_head(self.table, self.context)
        order, rows = in_order(self.context.document, self.table, layout)
        if order != layout:
            yield order_told_by_figures(self.table)
        whole: Measure | None = None
        for row in rows:
            if without_figures(row):
                yield from heading_passages(row.label, self.context)
                continue
            part = PART.match(row.label.text)
            measure = self.measure(row, whole if part else None)
            whole = whole if part else measure
            yield measure
            yield from self.values(row, measure, order.columns)

    def measure(self, row: GridRow, whole: Measure | None) -> Measure:
        """The measure of a row."""
        name = self.table.name
        return self.kind(title=title_of(row.label), group=name, table=name, part_of=whole, place=row.place)

    def values(self, row: GridRow, measure: Measure, columns: Sequence[FigureColumn]) -> Iterator[Read]:
        """The values of a row; one that is no number of its column is kept in words, with a doubt."""
        if row.unsure:
            yield cells_not_told(row, measure)
            return
        for column, cell in zip(columns, row.cells, strict=True):
            if cell and any(char.isdigit() for char in cell.text):
                yield from self.value(cell, column, measure, row)
        for remark in row.remarks:
            yield from self.value(remark.figure, columns[remark.cell], measure, row, (remark.word.text,))

    def value(
        self, cell: Piece, column: FigureColumn, measure: Measure, row: GridRow, note: tuple[str, ...] = ()
    ) -> Iterator[Read]:
        """One value."""
        read = to_decimal(cell.text) is not None and not misprinted(cell, row)
        made = IndicatorValue(
            of=measure,
            role=column.role,
            year=column.year,
            number=to_decimal(cell.text) if read else None,
            unit=unit_of_cell(cell.text, column, self.unit),
            as_written=cell.text,
            column=column.text,
            table=measure.table,
            part_of_year=self.part_of_year(column),
            note=note,
            place=cell.place,
        )
        yield made
        if not read:
            yield value_not_read(made)

    @property
    def unit(self) -> Iri | None:
        """The unit that the table's heading tells for all its figures."""
        return Unit.PERCENT if "%" in self.table.name else None

    def part_of_year(self, column: FigureColumn) -> bool | None:
        """Whether a column covers less than its year: in a report on a part of it, what is accumulated so far."""
        interim = self.context.plan.kind == rt.InterimReport
        return True if interim and column.meaning not in {"forecast", "budget_year", "books"} else None


def misprinted(cell: Piece, row: GridRow) -> bool:
    """Whether a figure with three decimals stands among whole ones of four digits: "1,279" beside "1 199"."""
    _, _, decimals = cell.text.partition(",")
    others = [other.text for other in row.cells if other and other is not cell]
    return len(decimals) == 3 and any("," not in other and (to_decimal(other) or 0) >= 100 for other in others)


def value_not_read(value: IndicatorValue) -> Read:
    """The doubt about a figure that is odd in its row."""
    return doubt(
        rt.ValueNotRead,
        value.place,
        f"Siffran {value.as_written} är skriven annorlunda än radens övriga och är inte läst som ett tal.",
        f"The figure {value.as_written} is written unlike the others of its row and was not read as a number.",
        about=value,
    )

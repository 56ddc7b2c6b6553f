"""Resultatområden: results of areas and their units by year, with sums of areas and of the organisation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.records import BudgetLine, ResultLine
from loaders.document import Document, Piece, Row
from loaders.family import Context, Family, Read
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import FigureRow, Shape, cell_row, unbroken, wrapped_rows
from loaders.readers.money import SUM_WORDS, Lines
from loaders.readers.money_table import amount_columns, unit_not_told
from loaders.readers.report_heads import heading_passages, under_heading
from loaders.words.vocabulary import column_words, squeezed_heading_words
from ontology import rt

ROLES = {"outcome": rt.Outcome, "budget": rt.Budget, "forecast": rt.Forecast}
HEAD = HeaderWords(
    column_words("result_areas"), frozenset({"area", "unit", "outcome"}), least=3, leading=("area", "unit")
)


@dataclass(frozen=True)
class AreaRow(FigureRow):
    """A row with the area that its unit belongs to; None for a sum."""

    area: str | None = None


@dataclass
class AreaLines(Lines):
    """Lines of units, each with its area as its group."""

    def plain(self, row: FigureRow) -> BudgetLine:
        """The line of a row by itself."""
        return replace(super().plain(row), group=row.area if isinstance(row, AreaRow) else None)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A result line a row; its area is the group."""
    for table in tables:
        columns = amount_columns(table, ROLES, context)
        if columns is None:
            yield unit_not_told(table)
            continue
        named = under_heading(table, context, squeezed_heading_words("results"))
        yield from heading_passages(named.heading, context)
        shape = Shape(len(columns))
        rows = area_cells(table, shape) if table.rows else area_rows(context.document, table, shape)
        yield from AreaLines(ResultLine, columns, named.name).read(rows)


def area_cells(table: Table, shape: Shape) -> Iterator[AreaRow]:
    """The rows of a table with areas and units in cells; an empty cell repeats the area above."""
    area = ""
    for row in unbroken(table):
        first, unit, *figures = row.cells
        area = first.text or area
        plain = cell_row(Row((unit or first, *figures), row.place), shape)
        yield as_area_row(plain, plain.label, None if SUM_WORDS.match(plain.label.text) or not unit else area)


def area_rows(document: Document, table: Table, shape: Shape) -> Iterator[AreaRow]:
    """The rows of wrapped text, where the area stands before the first of its units: told from the sum below them."""
    waiting: list[FigureRow] = []
    for row in wrapped_rows(document, table.lines, shape):
        if SUM_WORDS.match(row.label.text):
            yield from in_area(waiting, SUM_WORDS.sub("", row.label.text).strip())
            yield as_area_row(row, row.label, None)
            waiting = []
        else:
            waiting.append(row)
    yield from (as_area_row(row, row.label, None) for row in waiting)


def in_area(rows: Sequence[FigureRow], area: str) -> Iterator[AreaRow]:
    """The rows of an area, its name taken off the first where a unit's name stands behind it."""
    for row in rows:
        text = row.label.text
        rest = text[len(area) :].strip() if text.lower().startswith(area.lower()) else ""
        yield as_area_row(row, Piece(rest, row.label.place) if rest else row.label, area_as_printed(rows, area))


def area_as_printed(rows: Sequence[FigureRow], area: str) -> str:
    """The area's name as it stands before its first unit, else as in its sum."""
    text = rows[0].label.text
    return text[: len(area)] if text.lower().startswith(area.lower()) else area


def as_area_row(row: FigureRow, label: Piece, area: str | None) -> AreaRow:
    """A row under a label, in an area."""
    return AreaRow(label, row.cells, row.comment, row.place, area)


FAMILY = Family("result_areas", read, (HEAD,))

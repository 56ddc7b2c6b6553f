"""Styrkort: measures with their outcomes and targets of several years, under the headings of its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.records import Goal, Indicator, IndicatorValue
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.layout.squeeze import squeeze
from loaders.readers.score_columns import Cell, cells_of
from loaders.readers.score_notes import natural, not_placed, not_read, unit_inferred, year_not_told
from loaders.readers.score_rows import VALUE_COLUMNS, ScoreRow, score_rows
from loaders.words.clean import even
from loaders.words.figures import Figure, better_direction, outcomes, targets
from loaders.words.periods import Period, period_of
from loaders.words.reporting import how_often
from loaders.words.vocabulary import column_words
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

#: A head without any column of reporting has several years: else it may be a report's, or a plan's.
HEADS = (
    HeaderWords(
        column_words("scorecard"), frozenset({"indicator", "outcome", "target"}), least=5, leading=("indicator",)
    ),
    HeaderWords(
        column_words("scorecard"),
        frozenset({"indicator", "reporting", "outcome", "target"}),
        least=4,
        leading=("indicator",),
    ),
)
COLUMN_WORDS = re.compile(r"(?i)\b(?:utfall|målvärde|målnivå|mål|rikssnitt(?:et)?|riket|prognos)\b")
ROLES = {"outcome": rt.Outcome, "target": rt.Target, "benchmark": rt.Benchmark, "forecast": rt.Forecast}


@dataclass(frozen=True)
class Value:
    """One value of a row: its piece, and the role and the column as far as they are told."""

    piece: Piece
    role: Iri | None
    column: Column | None
    inferred: bool = False


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """The measures in their order, each with its values; the heading over them is the goal that they serve."""
    goals = {squeeze(goal.title): goal for goal in context.of(Goal) if goal.perspective is None}
    for table in tables:
        for row in score_rows(context.document, table):
            yield from goal_of(row, table, goals, context)
            yield from indicator(row, table, goals, context)


def goal_of(row: ScoreRow, table: Table, goals: dict[str, Goal], context: Context) -> Iterator[Read]:
    """The goal of a row's heading where it is a new one; a goal stated before keeps its own place."""
    if row.group:
        yield from (context.heading(context.document.lines[span.first_line - 1]) for span in row.group.place.spans)
    if row.group and squeeze(row.group.text) not in goals:
        made = Goal(title=row.group.text, table=table.name, place=row.group.place)
        goals[squeeze(made.title)] = made
        yield made


def indicator(row: ScoreRow, table: Table, goals: dict[str, Goal], context: Context) -> Iterator[Read]:
    """The measure of a row, its values, and what could not be told."""
    values = values_of(row, table, context)
    figured = [(value, figure) for value in values or () if value.role for figure in figures(value)]
    made = Indicator(
        title=row.name.text,
        goal=goals[squeeze(row.group.text)] if row.group else None,
        group=row.group.text if row.group else None,
        reporting=tuple(how_often(row.reporting.text if row.reporting else "")),
        better=better_direction(tuple(figure.comparator for value, figure in figured if value.role == rt.Target)),
        table=table.name,
        place=context.document.stretch(row.pieces),
    )
    yield made
    written = [as_value(made, value, figure, context) for value, figure in figured]
    percent = all_percent(written)
    for one in written:
        if percent and lacks_unit(one):
            yield (whole := replace(one, unit=Unit.PERCENT))
            yield unit_inferred(whole)
        else:
            yield one
    yield from notes(made, row, values, written)


def values_of(row: ScoreRow, table: Table, context: Context) -> tuple[Value, ...] | None:
    """A row's values with their columns; None where they could not be parted."""
    columns = table.header.having(*VALUE_COLUMNS)
    if row.cells:
        shown = zip(row.cells, columns, strict=True)
        return tuple(Value(piece, ROLES[column.meaning], column) for piece, column in shown if piece)
    if not row.values:
        return ()
    start = row.values.place.start
    text = even(context.document.source.text[start : row.values.place.end]).replace("\n", " ")
    cells = cells_of(text, [ROLES[column.meaning] for column in columns])
    return None if cells is None else tuple(as_placed(cell, start, columns, context) for cell in cells)


def as_placed(cell: Cell, start: int, columns: tuple[Column, ...], context: Context) -> Value:
    """A value with its role where all columns that it can stand in have the same, and its column where it is told."""
    roles = {ROLES[columns[at].meaning] for at in cell.columns}
    return Value(
        context.document.cut(start + cell.start, start + cell.end),
        roles.pop() if len(roles) == 1 else None,
        None if cell.column is None else columns[cell.column],
        cell.inferred,
    )


def figures(value: Value) -> tuple[Figure, ...]:
    """What a value says."""
    return targets(value.piece.text) if value.role == rt.Target else outcomes(value.piece.text)


def as_value(made: Indicator, value: Value, figure: Figure, context: Context) -> IndicatorValue:
    """A value as a record, about its own time or its column's."""
    column = column_period(value.column)
    default = context.plan.year if value.column and value.role == rt.Target else None
    period = figure.period or column
    part = period.text if period and period.part else None
    return IndicatorValue(
        of=made,
        role=figure.role or value.role or rt.Outcome,
        year=figure.year(column.year if column and column.year else default),
        number=figure.number,
        unit=figure.unit,
        comparator=figure.comparator,
        target_kind=figure.target_kind,
        as_written=figure.text,
        period_text=part,
        part_of_year=True if part else None,
        column=value.column.text if value.column else None,
        table=made.table,
        place=value.piece.place,
    )


def column_period(column: Column | None) -> Period | None:
    """The time in a column's head, without the words for what stands in it: "Ack utfall 2022-10" is "ack 2022-10"."""
    text = " ".join(COLUMN_WORDS.sub(" ", column.text).split()) if column else ""
    return period_of(re.sub(r"^Ack", "ack", text))


def lacks_unit(value: IndicatorValue) -> bool:
    """Whether a figure stands without a unit."""
    return value.number is not None and value.unit is None


def all_percent(values: list[IndicatorValue]) -> bool:
    """Whether all units printed in a row are per cent, and several are."""
    units = [value.unit for value in values if value.unit]
    return len(units) > 1 and set(units) == {Unit.PERCENT}


def notes(
    made: Indicator, row: ScoreRow, values: tuple[Value, ...] | None, written: list[IndicatorValue]
) -> Iterator[Read]:
    """What a reader should know of a row's values: not read, of no sure column, or inferred."""
    if values is None and row.values:
        yield not_read(made, row.values)
    for value in values or ():
        if value.role is None:
            yield not_placed(made, value.piece)
    for one in written:
        if one.year is None:
            yield year_not_told(one)
    if inferred := [value.piece for value in values or () if value.inferred]:
        yield natural(made, inferred)


FAMILY = Family("scorecard", read, HEADS, after=("indicators", "long_term_goals"))

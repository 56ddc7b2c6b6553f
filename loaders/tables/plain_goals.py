"""Goals and indicators in any region's table: area, perspective, goal, indicator, and columns of figures by year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.records import FocusArea, Goal, Indicator, IndicatorValue, Perspective, StatusReport
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headers import Column, Table
from loaders.layout.plain import PlainRow, PlainWords, part_told, plain_rows
from loaders.layout.squeeze import squeeze
from loaders.readers.activity_rows import ID, as_notation
from loaders.readers.plain_activities import undertakings
from loaders.readers.score_notes import year_not_told
from loaders.readers.stands_under import area_over, goal_over, perspective_over
from loaders.tables.indicators import counted
from loaders.words.figures import Figure, better_direction, outcomes, targets
from loaders.words.reporting import how_often
from loaders.words.statuses import status_of
from loaders.words.units import unit_of
from loaders.words.vocabulary import column_words
from ontology import rt
from ontology.iri import Iri

FIGURES = ("target", "outcome", "forecast", "benchmark", "budget", "year")
HEAD = PlainWords(
    column_words("plain"),
    tuple(frozenset({"indicator", beside}) for beside in ("goal", *FIGURES)),
    leading=("indicator",),
)
#: Which way is better, as a column of directions says it.
DIRECTIONS = (
    (re.compile(r"(?i)(?:öka|högre|upp|hög|[↑⬆▲↗])"), rt.Higher),
    (re.compile(r"(?i)(?:minska|lägre|ned|låg|sänk|[↓⬇▼↘])"), rt.Lower),
)
ROLES: dict[str, Iri] = {
    "target": rt.Target,
    "outcome": rt.Outcome,
    "forecast": rt.Forecast,
    "benchmark": rt.Benchmark,
    "budget": rt.Budget,
}


@dataclass
class Over:
    """What a row stands under: a merged cell goes on for the rows below it, and ends where one to its left begins."""

    table: Table
    area: FocusArea | None = None
    perspective: Perspective | None = None
    goal: Goal | None = None
    name: Piece | None = None
    goals: list[Goal] = field(default_factory=list)
    found: list[Read] = field(default_factory=list)

    def take(self, row: PlainRow) -> None:
        """Take over what a row names."""
        name = self.table.name
        if cell := row.cell("area"):
            self.area, self.goal = FocusArea(name=cell.text, table=name, place=cell.place), None
            self.found.append(self.area)
        if cell := row.cell("perspective"):
            self.perspective, self.goal = Perspective(name=cell.text, table=name, place=cell.place), None
            self.found.append(self.perspective)
        if cell := row.cell("goal"):
            notation, title = numbered(cell.text)
            self.goal = Goal(
                title=title,
                notation=notation,
                perspective=self.perspective,
                focus_area=self.area,
                table=name,
                place=cell.place,
            )
            self.found.append(self.goal)
        elif cell := row.cell("link"):
            self.goal = self.linked(cell)
        self.name = row.cell("indicator") or self.name

    def linked(self, cell: Piece) -> Goal | None:
        """The goal that a cell of links names, by its title or its number."""
        named = squeeze(cell.text)
        return next((goal for goal in self.goals if named in (squeeze(goal.title), squeeze(goal.notation or ""))), None)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Areas, goals and indicators with their values, row by row; activities of the same rows behind them."""
    for table in tables:
        line = table.header.first_line
        over = Over(table, area_over(context, line), perspective_over(context, line), goal_over(context, line))
        over.goals = context.of(Goal)
        for row in plain_rows(table):
            over.take(row)
            yield from over.found
            over.found.clear()
            if over.name and (row.cell("indicator") or any(row.cells(*FIGURES))):
                yield from indicator(row, over, context)
            yield from undertakings(row, table, over.area, context)


def numbered(text: str) -> tuple[str | None, str]:
    """A title parted from the number that it begins with: "N1 Företagen växer"."""
    match = ID.match(text)
    rest = text[match.end() :].lstrip(" .:–-") if match else ""
    return (as_notation(match[0]), rest) if match and rest else (None, text)


def indicator(row: PlainRow, over: Over, context: Context) -> Iterator[Read]:
    """The indicator of a row, its values, and what is said of how it goes."""
    if over.name is None:
        return
    told = [(column, cell, figures_of(column, cell, row, context)) for column, cell in row.cells(*FIGURES)]
    pieces = [over.name, *(cell for _, cell, _ in told)]
    shown = row.cell("reporting")
    variant = row.cell("variant")
    made = Indicator(
        title=over.name.text,
        variant=variant.text if variant else None,
        goal=over.goal,
        reporting=tuple(how_often(shown.text if shown else "")),
        better=direction(row)
        or better_direction(tuple(figure.comparator for _, _, figures in told for figure in figures)),
        table=over.table.name,
        place=context.document.stretch(pieces),
    )
    yield made
    for column, cell, figures in told:
        for figure in figures:
            value = as_value(made, figure, cell, column, row, context)
            yield value
            if value.year is None and value.number is not None:
                yield year_not_told(value)
    yield from status(row, over, made, context)


def direction(row: PlainRow) -> Iri | None:
    """Which way is better, where a row has a column that says so."""
    cell = row.cell("direction")
    return next((iri for words, iri in DIRECTIONS if cell and words.match(cell.text)), None)


def figures_of(column: Column, cell: Piece, row: PlainRow, context: Context) -> tuple[Figure, ...]:
    """The figures of a cell: targets with what they are compared by."""
    if role_of(column, context) != rt.Target:
        return outcomes(cell.text)
    negative = any(other.text[:1] in "-–−" for _, other in row.cells("outcome", "year"))
    return targets(cell.text, negative_level=negative)


def role_of(column: Column, context: Context) -> Iri:
    """The role of a column; one of a bare year looks back before the plan's first year, and ahead from it on."""
    if column.meaning == "year":
        return rt.Outcome if (column.year or 0) < context.plan.year + looks_back(context) else rt.Target
    return ROLES[column.meaning]


def looks_back(context: Context) -> int:
    """One where the plan is a report, whose own year has passed."""
    return int(context.plan.kind in (rt.AnnualReport, rt.InterimReport))


def as_value(
    made: Indicator, figure: Figure, cell: Piece, column: Column, row: PlainRow, context: Context
) -> IndicatorValue:
    """One figure as a record; a target without a year is of the plan's first, an outcome of none unless in a report."""
    role = role_of(column, context)
    own = context.plan.year if role == rt.Target or looks_back(context) else None
    unit = row.cell("unit")
    part = figure.period.text if figure.period and figure.period.part else part_told(column)
    return IndicatorValue(
        of=made,
        role=figure.role or role,
        year=figure.year(column.year or own),
        number=figure.number,
        unit=figure.unit or unit_of(column.unit or "") or (unit and unit_of(unit.text)) or counted(made, figure),
        comparator=figure.comparator,
        target_kind=figure.target_kind,
        as_written=figure.text,
        period_text=part,
        part_of_year=True if part else None,
        column=column.text,
        table=made.table,
        place=cell.place,
    )


def status(row: PlainRow, over: Over, made: Indicator, context: Context) -> Iterator[Read]:
    """How a row's indicator goes, or its goal where the status stands before the indicator."""
    meanings = [column.meaning for column in row.columns]
    cells = [cell for cell in (row.cell("status"), row.cell("comment")) if cell]
    if not cells or row.cell("activity"):
        return
    of_goal = "status" in meanings and meanings.index("status") < meanings.index("indicator")
    yield StatusReport(
        reports_on=over.goal if of_goal and over.goal else made,
        as_written=cells[0].text,
        status=status_of(cells[0].text),
        year=context.plan.year,
        description=comment.text if (comment := row.cell("comment")) else None,
        table=made.table,
        place=context.document.stretch(cells),
    )


FAMILY = Family("plain goals", read, after=("target_areas", "perspective_goals"), plain=(HEAD,))

"""A report's indicators: outcome before, target, outcome now, which way it moves and a comment, a table a goal."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import Goal, Indicator, IndicatorValue, StatusReport
from loaders.document import Piece
from loaders.family import Context, Family, Read, doubt, one_of_each
from loaders.layout.headed import Headed, above_next, heading_over
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.readers.result_rows import FIGURES, ResultRow, result_rows
from loaders.words.figures import Figure, better_direction, outcomes, targets
from loaders.words.statuses import status_of
from loaders.words.vocabulary import column_words
from ontology import rt

HEAD = HeaderWords(
    column_words("indicator_results"),
    frozenset({"indicator", "outcome", "target", "trend"}),
    least=4,
    leading=("goal", "indicator"),
)
#: What stands before the goal in a table's heading.
PREFIX = re.compile(r"(?i)^(?:indikator(?:er)?|nyckeltal|mått|mål)(?:\s*[-–—:]\s*|\s+för\s+)")
REMARK = re.compile(r"\(([^()]+)\)\s*$")
#: Words of a goal are compared by their beginnings, which inflection leaves alone; the share of them that must be shared.
STEM, SHARED = 6, 0.75
COMMON = frozenset(
    {"och", "i", "på", "av", "med", "ska", "vara", "en", "ett", "den", "det", "för", "att", "är", "inom"}
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Each table's goal, its indicators with their values, and how they move."""
    for table in tables:
        heading = heading_over(context.document, table.header.first_line)
        goal = goal_of(heading, context) if heading else None
        if heading:
            yield from map(context.heading, heading.lines)
            table = replace(table, heading=heading.piece)
        if goal and goal not in context.found:
            yield goal
        columns = dated(table.header.having(*FIGURES), context.plan.year)
        yield from undated(table, columns)
        for row in result_rows(context.document, above_next(context.document, table)):
            yield from indicator(row, table, columns, goal, context)


def goal_of(heading: Headed, context: Context) -> Goal | None:
    """The goal that a heading names: the one stated before that it is about, else one of its own; None for other headings."""
    if not PREFIX.match(heading.name):
        return None
    title = PREFIX.sub("", heading.name)
    words = stems(title)
    fitting = [(len(own & words) / len(own), goal) for goal in context.of(Goal) if (own := stems(goal.title))]
    best = max((share for share, _ in fitting), default=0.0)
    meant = [goal for share, goal in fitting if share == best]
    if best >= SHARED and len(meant) == 1:
        return meant[0]
    return Goal(title=title, table=heading.piece.text, place=heading.piece.place)


def stems(title: str) -> frozenset[str]:
    """The beginnings of a title's words."""
    return frozenset(word[:STEM] for word in re.findall(r"\w+", title.lower()) if word not in COMMON)


def dated(columns: tuple[Column, ...], year: int) -> tuple[Column, ...]:
    """The columns of figures; a lone outcome without a year is of the report's, a target of the outcome's right behind."""
    outcomes_shown = [column for column in columns if column.meaning == "outcome"]
    if len(outcomes_shown) == 1 and not outcomes_shown[0].year:
        columns = tuple(replace(column, year=year) if column.meaning == "outcome" else column for column in columns)
    after = [*columns[1:], None]
    return tuple(
        replace(column, year=behind.year) if column.year is None and behind and column.meaning == "target" else column
        for column, behind in zip(columns, after, strict=True)
    )


def undated(table: Table, columns: tuple[Column, ...]) -> Iterator[Read]:
    """What a reader should know of a column that tells no year."""
    for printed, read_as in zip(table.header.having(*FIGURES), columns, strict=True):
        if printed.year is None and read_as.year:
            yield doubt(
                rt.InferredFromOrder,
                table.header.piece,
                f"Kolumnen ”{printed.text}” anger inget år; den är läst som {read_as.year}, rapportens år eller kolumnen bredvids.",
                f"The column “{printed.text}” tells no year; it is read as {read_as.year}, the report's year or the column's beside.",
                severity=rt.Info,
            )


def indicator(
    row: ResultRow, table: Table, columns: tuple[Column, ...], goal: Goal | None, context: Context
) -> Iterator[Read]:
    """The indicator of a row, its values, and how it moves."""
    negative = any(
        piece and column.meaning == "outcome" and re.match(r"[-–−]\s?\d", piece.text)
        for column, piece in zip(columns, row.figures, strict=True)
    )
    cells = [
        (column, piece, figures_of(column, piece, negative=negative))
        for column, piece in zip(columns, row.figures, strict=True)
        if piece
    ]
    made = Indicator(
        title=row.name.text,
        goal=goal,
        better=better_direction(tuple(figure.comparator for _, _, figures in cells for figure in figures)),
        table=table.name,
        place=context.document.stretch(row.pieces[:-1] if row.comment else row.pieces),
    )
    yield made
    for column, piece, figures in cells:
        yield from (value(made, column, piece, figure) for figure in figures)
    yield from report(row, made, table, context)


def figures_of(column: Column, piece: Piece, *, negative: bool) -> tuple[Figure, ...]:
    """What a cell says."""
    return targets(piece.text, negative_level=negative) if column.meaning == "target" else outcomes(piece.text)


def value(made: Indicator, column: Column, piece: Piece, figure: Figure) -> IndicatorValue:
    """One figure as a record; a remark in parentheses that is no time is a note."""
    remark = REMARK.search(piece.text)
    part = figure.period is not None and figure.period.part
    return IndicatorValue(
        of=made,
        role=figure.role or (rt.Target if column.meaning == "target" else rt.Outcome),
        year=figure.year(column.year),
        number=figure.number,
        unit=figure.unit,
        comparator=figure.comparator,
        target_kind=figure.target_kind,
        as_written=figure.text,
        period_text=figure.period.text if figure.period and part else None,
        part_of_year=True if part else None,
        note=(remark[1],) if remark and not figure.period else (),
        column=column.text,
        table=made.table,
        place=piece.place,
    )


def report(row: ResultRow, made: Indicator, table: Table, context: Context) -> Iterator[StatusReport]:
    """How an indicator moves, with the comment on it, as the report of its year tells."""
    pieces = [piece for piece in (row.trend, row.comment) if piece]
    heads = table.header.having("trend" if row.trend else "comment")
    if pieces:
        yield StatusReport(
            reports_on=made,
            as_written=pieces[0].text,
            status=status_of(row.trend.text) if row.trend else None,
            year=context.plan.year,
            description=row.comment.text if row.comment else None,
            column=heads[0].text if heads else None,
            table=made.table,
            place=context.document.stretch(pieces),
        )


FAMILY = Family("indicator results", read, (HEAD,), after=("goal status",), takes=one_of_each("target"))

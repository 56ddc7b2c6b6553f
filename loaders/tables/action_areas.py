"""Åtgärdsområden: how far each is carried out and has its effect, by year on a scale, and its effect in kronor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.records import BudgetLine, Record, SavingLine, StatusReport
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.footnotes import NOTE, Footnotes, footnotes, unmarked
from loaders.layout.gaps import Figure, GapRow, cells_of, gap_row, may_stand, usual_gap
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.layout.headings import is_heading
from loaders.layout.rows import LONGEST_LABEL_LINE, FigureRow, unbroken
from loaders.readers.money import AmountColumn, Lines
from loaders.readers.money_table import text_before, unit_in_head, unit_not_told
from loaders.words.numbers import to_decimal
from loaders.words.units import money_unit_in
from loaders.words.vocabulary import column_words
from ontology import rt
from ontology.iri import Iri

ASPECTS = {"implementation": rt.Implementation, "effect": rt.Effect}
HEAD = HeaderWords(
    column_words("action_areas"),
    frozenset({"name", "year", "implementation", "effect", "amount"}),
    least=5,
    leading=("name",),
)
MOST_STATUSES = 60
PERIOD = re.compile(r"(?:20)?\d\d\s?[-–]\s?(?:20)?\d\d")
STATUS = re.compile(r"\d")
SCALE = re.compile(r"(?i)(?:status|skala|definition)\w*(?: \w+)?:?")


@dataclass(frozen=True)
class Matrix:
    """The table's columns: of statuses with year and aspect, and behind them the amount; and what explains them."""

    statuses: tuple[tuple[Column, Column], ...]
    amount: AmountColumn
    table: Table
    notes: Footnotes
    scale: Piece | None

    def fits(self, text: str, cell: int) -> bool:
        """A status is one digit; what it is worth is any other figure, too, or a footnote's mark."""
        return cell == len(self.statuses) or STATUS.fullmatch(text) is not None


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A saving line a row, with its effect as an amount, and a report for each status."""
    for table in tables:
        unit = unit_in_head(table) or money_unit_in(text_before(context.document, table.header.first_line))
        if not unit or not parts_evenly(table):
            yield unit_not_told(table) if not unit else columns_not_told(table)
            continue
        made = matrix(table, unit, context)
        lines = Lines(SavingLine, (made.amount,), table.name, notes=made.notes)
        for row in cell_rows(table) if table.header.at else gap_rows(table, context):
            yield from records(row, made, lines, context)
        yield from scale_without_figures(made)


def parts_evenly(table: Table) -> bool:
    """Whether as many aspects stand under each year, and no more in all than a page has room for."""
    years, aspects = table.header.having("year"), table.header.having(*ASPECTS)
    if not years:
        return all(aspect.year for aspect in aspects) and len(aspects) <= MOST_STATUSES
    return len(aspects) % len(years) == 0 and len(aspects) <= MOST_STATUSES


def matrix(table: Table, unit: Iri, context: Context) -> Matrix:
    """The columns of a table: under each year as many aspects."""
    years, aspects = table.header.having("year"), table.header.having(*ASPECTS)
    each = len(aspects) // len(years) if years else 1
    statuses = tuple((years[at // each] if years else year_over(aspect), aspect) for at, aspect in enumerate(aspects))
    heads = [column.text for column in table.header.having("amount", "period")]
    period = next((found[0] for head in heads if (found := PERIOD.search(head))), None)
    year = next((column.year for column in table.header.having("amount") if column.year), None)
    amount = AmountColumn(rt.ExpectedEffect, year, unit, " ".join(heads), period)
    return Matrix(statuses, amount, table, footnotes(context.document, table.lines), scale_of(table, context))


def year_over(aspect: Column) -> Column:
    """The year over an aspect, whose head tells both ("2031 GT*")."""
    return Column("year", str(aspect.year), None, aspect.year)


def cell_rows(table: Table) -> Iterator[GapRow]:
    """The rows of a table whose cells are shown: how far each figure stands from the one before it is known."""
    columns = [at for at, column in enumerate(table.header.columns) if column.meaning in {*ASPECTS, "amount", "period"}]
    for row in unbroken(table):
        printed = [(number, cell) for number, at in enumerate(columns) if (cell := row.cell(at)) and cell.text != "–"]
        steps = pairwise([-1, *(number for number, _ in printed)])
        figures = (
            Figure(cell, here - before, here - before) for (before, here), (_, cell) in zip(steps, printed, strict=True)
        )
        if row.cells[0]:
            yield GapRow(row.cells[0], tuple(figures), ends=False)


def gap_rows(table: Table, context: Context) -> Iterator[GapRow]:
    """The rows down to the footnotes: a line with a name, and the lines of nothing but cells that follow it."""
    lines = rows_part(table)
    usual, held = usual_gap(lines), list[Line]()
    for line in lines:
        end, cells = cells_of(line)
        if end and any(cells_of(above)[1] for above in held):
            yield gap_row(context.document, held, usual)
            held = []
        if end or (cells and held):
            held.append(line)
    if any(cells_of(line)[1] for line in held):
        yield gap_row(context.document, held, usual)


def rows_part(table: Table) -> list[Line]:
    """The printed lines down to the first footnote, sentence or heading."""
    printed: list[Line] = []
    for at, line in enumerate(table.lines):
        if NOTE.match(line.text) or not (line.blank or of_row(line, table.lines[at + 1 :])):
            break
        if not line.blank:
            printed.append(line)
    return printed


def of_row(line: Line, below: tuple[Line, ...]) -> bool:
    """Whether a line has cells, or is a name whose cells stand right below it or are all that the next line holds."""
    if cells_of(line)[1]:
        return True
    following = next((other for other in below if not other.blank), None)
    right_below = bool(below) and following is below[0]
    end, cells = cells_of(following) if following else (0, [])
    return len(line.text.strip()) <= LONGEST_LABEL_LINE and bool(cells) and (right_below or end == 0)


def records(row: GapRow, made: Matrix, lines: Lines, context: Context) -> Iterator[Read]:
    """The line of a row, its amount, and its statuses."""
    count = len(made.statuses)
    cells = may_stand(row, count + 1, made.fits)
    placed = list(zip((figure.piece for figure in row.figures), cells, strict=True))
    place = context.document.stretch([row.name, *(piece for piece, _ in placed)])
    amount = next((piece for piece, at in placed if at == {count}), Piece("", row.name.place))
    figures = FigureRow(row.name, (amount,), None, place)
    line = lines.line(figures)
    yield line
    yield from lines.amounts(figures, line)
    for piece, at in placed:
        if at != {count}:
            yield from status(piece, at, line, made)


def status(piece: Piece, cells: set[int], line: BudgetLine, made: Matrix) -> Iterator[Read]:
    """The report that a cell makes; one whose cell cannot be told has neither year nor aspect, and a doubt.

    Of a figure that may as well be the amount, or be in no column at all, nothing but the doubt is told.
    """
    if not cells or len(made.statuses) in cells:
        yield column_not_told(piece, line)
        return
    told = made.statuses[next(iter(cells))] if len(cells) == 1 else None
    year, aspect = told or (None, None)
    report = StatusReport(
        reports_on=line,
        as_written=piece.text,
        year=year.year if year else None,
        aspect=ASPECTS[aspect.meaning] if aspect else None,
        status_value=to_decimal(piece.text),
        status_scale=made.scale.text if made.scale else None,
        table=line.table,
        column=f"{year.text} {unmarked(aspect.text)}" if year and aspect else None,
        place=piece.place + made.scale.place if made.scale else piece.place,
    )
    yield made.notes.added(report, aspect.text) if aspect else report
    if not told:
        yield column_not_told(piece, report)


def column_not_told(piece: Piece, about: Record) -> Read:
    """The doubt about a figure that may stand in several columns."""
    return doubt(
        rt.ColumnNotTold,
        piece,
        f"Det framgår inte vilket år eller vilken kolumn siffran {piece.text} gäller ({about.label}).",
        f"It is not told which year or column the figure {piece.text} is of ({about.label}).",
        about=about,
    )


def columns_not_told(table: Table) -> Read:
    """The doubt about a head whose columns do not part evenly among its years."""
    return doubt(
        rt.TableNotUnderstood,
        table.header.piece,
        "Det framgår inte vilka kolumner som hör till vilket år.",
        "It is not told which columns belong to which year.",
    )


def scale_of(table: Table, context: Context) -> Piece | None:
    """The definitions of the statuses: the headings right below the one that announces them."""
    below = [line for line in table.lines if not line.blank]
    at = next((at for at, line in enumerate(below) if SCALE.fullmatch(" ".join(line.text.split()))), None)
    if at is None:
        return None
    steps: list[Line] = []
    for line in below[at + 1 :]:
        if not is_heading(context.document, line):
            break
        steps.append(line)
    pieces = [context.document.cut_lines([line]) for line in steps]
    return Piece("; ".join(piece.text for piece in pieces), context.document.stretch(pieces)) if pieces else None


def scale_without_figures(made: Matrix) -> Iterator[Read]:
    """The note that the definitions do not show which figure each is of."""
    if made.scale and not re.search(r"\d", made.scale.text):
        yield doubt(
            rt.ValueNotRead,
            made.scale.place,
            "Lägets siffror förklaras med ord utan siffror; vilken som betyder vad framgår inte av texten.",
            "The figures of the status are explained in words without figures; the text does not tell which means what.",
            severity=rt.Info,
        )


FAMILY = Family("action_areas", read, (HEAD,))

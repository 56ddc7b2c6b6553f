"""Money by year in any region's table: what the lines are is told by the table's own words, its heading's or its rows'."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.records import (
    AllocationLine,
    BudgetLine,
    FrameChangeLine,
    FrameLine,
    GrantLine,
    IncomeStatementLine,
    InitiativeLine,
    InvestmentLine,
    PropertyInvestmentLine,
    ResultLine,
    SavingLine,
)
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.footnotes import footnotes
from loaders.layout.headers import Column, Table
from loaders.layout.plain import PlainRow, PlainWords, part_told, plain_rows
from loaders.layout.rows import FigureRow
from loaders.readers.money import AmountColumn, Lines
from loaders.readers.money_table import unit_for, unit_not_told
from loaders.tables.income_statement import ON_AMOUNTS, SUBTOTALS
from loaders.tables.savings import unit_told_by_text
from loaders.words.numbers import to_decimal
from loaders.words.units import KRONOR, money_unit_in, unit_of
from loaders.words.vocabulary import column_words, heading_words
from ontology import rt
from ontology.iri import Iri

FIGURES = ("outcome", "budget", "forecast", "year", "expected", "realised", "change", "total")
BESIDE = ("kind", "reason", "effect", "responsible", "due")
HEAD = PlainWords(column_words("money"), tuple(frozenset({figures}) for figures in FIGURES[:6]), named=True)
ROLES: dict[str, Iri] = {
    "outcome": rt.Outcome,
    "budget": rt.Budget,
    "forecast": rt.Forecast,
    "year": rt.Budget,
    "total": rt.Budget,
    "expected": rt.ExpectedEffect,
    "realised": rt.RealisedEffect,
    "change": rt.Change,
}
#: What the money of a year is in lines that are no budget by themselves.
OF_YEAR: dict[type[BudgetLine], Iri] = {SavingLine: rt.ExpectedEffect, FrameChangeLine: rt.Change}
#: What the words of a table say of its lines, the surest first.
KINDS: tuple[tuple[re.Pattern[str], type[BudgetLine]], ...] = tuple(
    (re.compile(heading_words(words), re.IGNORECASE), kind)
    for words, kind in (
        ("money_of_statements", IncomeStatementLine),
        ("money_of_property", PropertyInvestmentLine),
        ("money_of_investments", InvestmentLine),
        ("money_of_grants", GrantLine),
        ("money_of_savings", SavingLine),
        ("money_of_frame_changes", FrameChangeLine),
        ("money_of_initiatives", InitiativeLine),
    )
)
OF_RESULTS = re.compile(heading_words("money_of_results"), re.IGNORECASE)
OF_ALLOCATIONS = re.compile(heading_words("money_of_allocations"), re.IGNORECASE)
#: Rows that every income statement of a region has.
OF_STATEMENT = re.compile(
    r"(?i)verksamhetens (?:netto)?(?:kostnad|intäkt)|skatteintäkter|finansiella|finansnetto|årets resultat|generella statsbidrag"
)


#: A row that is a frame itself: where a table has no other rows it tells the decided frame.
OF_FRAME = re.compile(
    r"(?i)(?:(?:beslutad|tilldelad|fastställd|ekonomisk|total|preliminär|nämndens|förvaltningens) )?"
    r"(?:(?:budget|drift|netto|kostnads|nettokostnads|resurs)?ram|(?:region|landstings)(?:bidrag|ersättning))"
)


@dataclass(frozen=True)
class MoneyRow(FigureRow):
    """A row with what stands beside its figures: what kind of thing, who answers for it, when it is to be ready."""

    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass
class MoneyLines(Lines):
    """Lines with what stands beside their figures."""

    def plain(self, row: FigureRow) -> BudgetLine:
        """The line of a row by itself."""
        line = super().plain(row)
        if not isinstance(row, MoneyRow):
            return line
        beside = row.beside
        return replace(
            line,
            investment_kind=beside.get("kind"),
            reason=beside.get("reason"),
            effect=beside.get("effect"),
            responsible=(beside["responsible"],) if "responsible" in beside else (),
            due=beside.get("due"),
        )


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A budget line a row, with an amount a column; a table that does not tell what its lines are is not read."""
    used: Iri | None = None
    for table in tables:
        rows = [row for row in plain_rows(table) if name_of(row, table)]
        kind = kind_of(table, rows)
        if kind is None or not any(is_figure(cell) for row in rows for _, cell in row.cells(*FIGURES)):
            continue
        columns = amount_columns(table, kind, used, context)
        if not columns:
            yield unit_not_told(table)
            continue
        if not any(unit_printed(table, column, context) for _, column in money_columns(table)):
            yield unit_told_by_text(table, columns[0].unit)
        used = columns[0].unit
        subtotals = SUBTOTALS if kind is IncomeStatementLine else ()
        notes = footnotes(context.document, table.lines)
        lines = MoneyLines(kind, columns, table.name, subtotals, notes=notes)
        yield from lines.read(money_row(row, table) for row in rows)


def kind_of(table: Table, rows: list[PlainRow]) -> type[BudgetLine] | None:
    """What the lines of a table are: by its rows, by the words nearest to it, by its columns."""
    labels = [name.text for row in rows if (name := name_of(row, table))]
    if sum(bool(OF_STATEMENT.search(label)) for label in labels) > 1:
        return IncomeStatementLine
    if labels and all(OF_FRAME.fullmatch(label) for label in labels):
        return FrameLine
    meanings = [column.meaning for column in table.header.columns]
    if "expected" in meanings or "realised" in meanings:
        return SavingLine
    texts = [table.header.columns[0].text, *(piece.text for piece in (table.heading, table.section) if piece)]
    for text in texts:
        for words, kind in KINDS:
            if words.search(text):
                return kind
    compared = {"outcome", "budget", "change"} <= set(meanings)
    if compared and any(OF_RESULTS.search(text) for text in texts):
        return ResultLine
    about = [*texts, *labels[:3]]
    return AllocationLine if any(OF_ALLOCATIONS.search(text) for text in about) else None


def name_of(row: PlainRow, table: Table) -> Piece | None:
    """The name of a row: in the first column of words, whatever stands over it."""
    meanings = [column.meaning for column in table.header.columns]
    named = meanings.index("name") if "name" in meanings else 0
    return row.row.cell(named) or (row.row.cell(0) if meanings[0] not in FIGURES else None)


def amount_columns(
    table: Table, kind: type[BudgetLine], used: Iri | None, context: Context
) -> tuple[AmountColumn, ...] | None:
    """The columns of money, in the unit `used` by the table above where none is told; None where no unit can be told.

    One that sums up several years is of no year.
    """
    made = []
    for _, column in money_columns(table):
        unit = unit_printed(table, column, context) or used
        if unit is None:
            return None
        year = None if column.meaning == "total" else column.year or context.plan.year
        part = part_told(column)
        period = column.text if column.meaning == "total" else part
        made.append(AmountColumn(role_of(column, kind), year, unit, column.text, period, part=True if part else None))
    return tuple(made)


def money_columns(table: Table) -> list[tuple[int, Column]]:
    """The columns of money with their positions: those of figures whose own unit, if any, is one of money."""
    return [
        (at, column)
        for at, column in enumerate(table.header.columns)
        if column.meaning in FIGURES and (column.unit is None or unit_of(column.unit) in KRONOR)
    ]


def unit_printed(table: Table, column: Column, context: Context) -> Iri | None:
    """The unit that a column, its table or the text before it tells; else the last sentence above on all amounts."""
    if unit := unit_for(table, column, context.document):
        return unit
    above = reversed(context.document.between(1, table.header.first_line - 1))
    said = (money_unit_in(line.text) for line in above if ON_AMOUNTS.match(line.text))
    return next(filter(None, said), None)


def role_of(column: Column, kind: type[BudgetLine]) -> Iri:
    """The role of a column's amounts in lines of a kind."""
    plain = column.meaning in ("year", "budget", "total")
    return OF_YEAR[kind] if plain and kind in OF_YEAR else ROLES[column.meaning]


def money_row(row: PlainRow, table: Table) -> MoneyRow:
    """A row's name, its figures, and what stands beside them."""
    name = name_of(row, table)
    assert name is not None
    empty = Piece("", row.row.cells[-1].place)
    figures = tuple(row.row.cell(at) or empty for at, _ in money_columns(table))
    beside = {column.meaning: cell.text for column, cell in row.cells(*BESIDE) if cell is not name}
    return MoneyRow(name, figures, row.cell("comment"), row.row.place, beside)


def is_figure(cell: Piece) -> bool:
    """Whether a cell is a number."""
    return to_decimal(cell.text) is not None


FAMILY = Family("plain money", read, after=("frames", "income_statement"), plain=(HEAD,))

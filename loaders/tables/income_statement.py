"""Resultaträkning: income and costs, outcome, budget and forecast by year."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from graph.records import Amount, FrameLine, IncomeStatementLine
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import Column, Header, HeaderWords, Table
from loaders.layout.headings import last_printed
from loaders.layout.rows import FigureRow, Shape, figure_rows
from loaders.readers.money import AmountColumn, Lines
from loaders.readers.money_table import unit_in_head
from loaders.readers.report_heads import named_in_head
from loaders.words.numbers import to_decimal
from loaders.words.units import KRONOR, kronor, money_unit_in
from loaders.words.vocabulary import column_words, heading_words
from ontology import rt
from ontology.iri import Iri

ROLES = {"outcome": rt.Outcome, "budget": rt.Budget, "forecast": rt.Forecast, "change": rt.Change}
HEAD = HeaderWords(column_words("income_statement"), frozenset({"outcome", "budget"}), least=3, leading=("name",))
#: Classes of the accounts (kontoklass 4–7) that statements sum up without the word "summa", with lines of each.
SUBTOTALS = (
    (r"personalkostnader$", r"löner|sociala avgifter|arbetsgivaravgifter"),
    (r"kostnader för material|material, varor|varor och tjänster", r"köpt vård|läkemedel|material|tekniska hjälpmedel"),
    (r"övriga verksamhetskostnader$|verksamhetskostnader$", r"lokalkostnader|avskrivningar"),
)
#: What units are called in findings, in Swedish and in English.
UNIT_WORDS: dict[Iri, tuple[str, str]] = {
    rt.Krona: ("kronor", "kronor"),
    rt.ThousandKronor: ("tkr", "thousands of kronor"),
    rt.MillionKronor: ("mnkr", "millions of kronor"),
}
#: Words over the names of a statement's rows.
CORNER = re.compile(rf"(?i)\b{heading_words('statements')}")
#: How a line begins that tells the unit of all amounts.
ON_AMOUNTS = re.compile(r"(?i)\s*(?:samtliga |alla )?belopp(?:en)?\b")
#: Income of a region's health care in kronor, about: where no frame is told, the unit that comes nearest is meant.
USUAL_INCOME = Decimal(10_000_000_000)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An income statement line a row, with an amount a column; an unprinted unit is told from the size of the frame."""
    for table in tables:
        columns, rows = best_fit(table, context)
        printed = unit_in_head(table) or unit_said_above(table, context)
        unit = printed or likely_unit(rows, context)
        if not rows or unit is None:
            continue
        amounts = tuple(AmountColumn(ROLES[column.meaning], column.year, unit, column.text) for column in columns)
        name = like_a_column(table, columns) or (named_in_head(table, context) or table).name
        for record in Lines(IncomeStatementLine, amounts, name, SUBTOTALS).read(rows):
            yield record
            if isinstance(record, IncomeStatementLine) and money_unit_in(record.title) not in {None, unit}:
                yield other_unit(record, unit)
        if not printed:
            yield unit_told_by_size(table, unit)


def unit_said_above(table: Table, context: Context) -> Iri | None:
    """The unit that a line on the amounts tells right above the head: "Beloppen är i tusen kronor."."""
    above = last_printed(context.document, table.header.first_line)
    return money_unit_in(above.text) if above and ON_AMOUNTS.match(above.text) else None


def best_fit(table: Table, context: Context) -> tuple[tuple[Column, ...], list[FigureRow]]:
    """The columns and the rows down to the result; a heading "Budget 2026" right above may look like a first column.

    It shows in a column that comes twice, or in rows that have fewer figures than columns.
    """
    columns = tuple(column for column in told(table, context.plan.year) if column.year)
    for skip in range(max(1, len(columns) - 1)):
        way = columns[skip:]
        rows = list(until_result(table, way, context))
        once = len({(column.meaning, column.year) for column in way}) == len(way)
        if once and 2 * sum(all(row.texts) for row in rows) >= len(rows):
            return way, rows
    return columns, list(until_result(table, columns, context))


def like_a_column(table: Table, columns: tuple[Column, ...]) -> str | None:
    """The heading that looks like a first column ("Budget 2026"), where nothing stands above it."""
    before = takewhile(lambda column: column != columns[0], table.header.columns)
    texts = [column.text for column in before if column.meaning in ROLES]
    return " ".join(texts) if texts and table.heading is None else None


def told(table: Table, year: int) -> Iterator[Column]:
    """The columns of amounts; a deviation is one of the plan's year, where the outcome and the budget of it stand."""
    for column in table.header.having(*ROLES):
        yield replace(column, year=year) if column.meaning == "change" else column


def until_result(table: Table, columns: tuple[Column, ...], context: Context) -> Iterator[FigureRow]:
    """The rows down to the result."""
    for row in figure_rows(context.document, table, Shape(len(columns))):
        yield row
        if row.label.text.lower().startswith("resultat"):
            return


def likely_unit(rows: list[FigureRow], context: Context) -> Iri | None:
    """The unit in which the largest figure comes nearest to the plan's frame, kronor only where by far the nearest."""
    largest = max((abs(to_decimal(cell) or Decimal(0)) for row in rows for cell in row.texts), default=Decimal(0))
    frame = max((amount.sek for amount in context.of(Amount) if isinstance(amount.of, FrameLine)), default=USUAL_INCOME)
    if not largest or not frame:
        return None
    return min(KRONOR, key=lambda unit: abs((kronor(largest, unit) / frame).log10()) + (unit == rt.Krona))


def unit_told_by_size(table: Table, unit: Iri) -> Read:
    """The note that the unit is not printed."""
    sv, en = UNIT_WORDS[unit]
    return doubt(
        rt.UnitInferred,
        table.header.piece,
        f"Resultaträkningens enhet är inte utskriven; beloppen är lästa som {sv} efter sin storlek.",
        f"The income statement's unit is not printed; its amounts were read as {en} by their size.",
        severity=rt.Info,
    )


def other_unit(line: IncomeStatementLine, unit: Iri) -> Read:
    """The doubt about a row that names another unit than its table."""
    sv, en = UNIT_WORDS[unit]
    return doubt(
        rt.UnitInferred,
        line.place,
        f"Raden {line.title} anger en annan enhet än sin tabell; beloppen är lästa som {sv} som de andra raderna.",
        f"The row {line.title} names another unit than its table; its amounts were read as {en} like the other rows.",
        about=line,
    )


def is_statement(head: Header) -> bool:
    """Whether what stands over the names of the rows may be over a statement's: its words, a unit, or nothing."""
    corner = head.shown[0] if head.shown and 0 not in head.at else None
    return not corner or bool(CORNER.search(corner.text) or money_unit_in(corner.text))


FAMILY = Family("income_statement", read, (HEAD,), after=("frames",), takes=is_statement)

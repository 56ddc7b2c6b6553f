"""Investeringar: equipment and property, what kind of investment, why, for how much, with what expected effect."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.records import Amount, BudgetLine, InvestmentLine, PropertyInvestmentLine
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import unbroken
from loaders.readers.money import SUM_WORDS
from loaders.readers.money_table import unit_for, unit_not_told
from loaders.words.clean import even
from loaders.words.numbers import NUMBER, of_match
from loaders.words.units import kronor, unit_of
from loaders.words.vocabulary import column_words
from ontology import rt
from ontology.iri import Iri

KINDS = (
    r"re-?investering(?:ar)?|ny-?investering(?:ar)?|ersättningsinvestering|komplettering|nyanskaffning|utbyte|renovering"
    r"|köp\s+och\s+ombyggnad|nybyggnation|nybyggnad|tillbyggnad|ombyggnation|ombyggnad"
)
UNIT = r"(?:miljoner kronor|mnkr|mkr|tkr)"
#: "124 mnkr(beslut)", "24,7 mnkr, 2026", "46,9": an amount with its remark or year.
AMOUNT = rf"\d[\d ]*(?:,\d+)?(?:\s{{0,2}}{UNIT})?(?:\s*\([^()]*\))?(?:,\s?20\d\d)?"
ONE = re.compile(
    rf"(?P<number>\d[\d ]*(?:,\d+)?)(?:\s?(?P<unit>{UNIT}))?(?:\s?\((?P<remark>[^()]*)\))?(?:,\s?(?P<year>20\d\d))?"
)
ROW = re.compile(
    rf"(?P<name>\S(?:.*\S)?)(?<!\boch)\s+(?P<kind>{KINDS})\s+(?P<reason>[^\d]*?)\s*(?P<amounts>{AMOUNT}(?:\s+{AMOUNT})*)(?=\s|$)",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_ROW = 400
HEAD = HeaderWords(
    column_words("investments"), frozenset({"kind", "amount"}), least=3, leading=("property", "equipment")
)


@dataclass(frozen=True)
class Investment:
    """The cells of one row."""

    name: Piece
    kind: Piece | None
    reason: Piece | None
    amounts: Piece
    effect: Piece | None


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An investment line a row, with an amount for each that its cell tells."""
    for table in tables:
        kind = PropertyInvestmentLine if table.header.column("property") else InvestmentLine
        lines: list[BudgetLine] = []
        for row in rows(table, context):
            for record in records(row, kind, table, tuple(lines), context):
                lines += [record] if isinstance(record, BudgetLine) else []
                yield record


def rows(table: Table, context: Context) -> Iterator[Investment]:
    """The rows of a table, from cells or from wrapped text."""
    if not table.rows:
        yield from wrapped(table.lines, context)
        return
    at = {meaning: table.header.index(meaning) for meaning in ("kind", "reason", "amount", "effect")}
    for row in unbroken(table):
        cell = {
            meaning: row.cells[index] for meaning, index in at.items() if index is not None and index < len(row.cells)
        }
        if cell.get("amount") and (cell.get("kind") or SUM_WORDS.match(row.cells[0].text)):
            yield Investment(row.cells[0], cell["kind"] or None, cell.get("reason"), cell["amount"], cell.get("effect"))


def wrapped(lines: tuple[Line, ...], context: Context) -> Iterator[Investment]:
    """Rows of wrapped text: lines gather until they tell name, kind and amount; the effect stands behind."""
    todo, gathered = list(lines), list[Line]()
    while todo:
        gathered.append(todo.pop(0))
        text = even(context.document.source.text[gathered[0].start : gathered[-1].end]).strip()
        if not text:
            gathered = []
        elif match := ROW.match(text) if not goes_on_in(todo) else None:
            start = gathered[0].start + len(gathered[0].text) - len(gathered[0].text.lstrip())
            effect = effect_behind(
                context.document.cut(start + match.end(), gathered[-1].end), gathered[-1], todo, context
            )
            yield cut_row(match, start, effect, context)
            gathered = []
        elif len(text) > LONGEST_ROW:
            return


def goes_on_in(todo: list[Line]) -> bool:
    """Whether the cell of amounts goes on in the next line."""
    return bool(todo) and re.match(rf"\s*(?:{AMOUNT}\s*$|\(|{UNIT}\b)", even(todo[0].text)) is not None


def effect_behind(rest: Piece, line: Line, todo: list[Line], context: Context) -> Piece:
    """The effect: what stands behind the amounts and below it, or else the next block."""
    taken: list[Line] = []
    while todo and todo[0].blank and not rest and not taken:
        todo.pop(0)
    while todo and not todo[0].blank and not (taken or [line])[-1].text.rstrip().endswith("."):
        taken.append(todo.pop(0))
    if not taken:
        return rest
    return context.document.cut(rest.place.start if rest else taken[0].start, taken[-1].end)


def cut_row(match: re.Match[str], start: int, effect: Piece, context: Context) -> Investment:
    """The cells of a matched row."""
    name, kind, reason, amounts = (
        context.document.cut(start + match.start(part), start + match.end(part))
        for part in ("name", "kind", "reason", "amounts")
    )
    return Investment(name, kind, reason or None, amounts, effect or None)


def records(
    row: Investment, kind: type[BudgetLine], table: Table, above: tuple[BudgetLine, ...], context: Context
) -> Iterator[Read]:
    """The line and amounts of a row; a row of no kind is the sum of those above it."""
    pieces = [piece for piece in (row.name, row.kind, row.reason, row.amounts, row.effect) if piece]
    place = context.document.stretch(pieces)
    line = kind(
        title=row.name.text,
        investment_kind=row.kind.text if row.kind else None,
        is_total=None if row.kind else True,
        sum_of=() if row.kind else above,
        reason=row.reason.text if row.reason else None,
        effect=row.effect.text if row.effect else None,
        place=place,
        table=table.name,
    )
    yield line
    for match in ONE.finditer(row.amounts.text):
        yield from one_amount(match, line, row.amounts, table, context)


def one_amount(match: re.Match[str], line: BudgetLine, cell: Piece, table: Table, context: Context) -> Iterator[Read]:
    """One amount of a cell; of property without a year, no year is guessed."""
    column = table.header.column("amount")
    unit: Iri | None = (
        unit_of(match["unit"]) if match["unit"] else unit_for(table, column, context.document) if column else None
    )
    number = NUMBER.match(match["number"].strip())
    if unit is None or number is None:
        yield unit_not_told(table)
        return
    told = column.year if column else None
    default = told or (None if isinstance(line, PropertyInvestmentLine) else context.plan.year)
    made = Amount(
        of=line,
        role=rt.Decided if "beslut" in (match["remark"] or "").lower() else rt.Budget,
        year=int(match["year"]) if match["year"] else default,
        sek=kronor(of_match(number), unit),
        as_written=match[0].strip(),
        column=column.text if column else None,
        table=table.name,
        note=(match["remark"],) if match["remark"] else (),
        place=cell.place,
    )
    yield made
    if made.year is None and made.role == rt.Budget:
        yield year_not_told(made)


def year_not_told(amount: Amount) -> Read:
    """The doubt about an amount without a year."""
    return doubt(
        rt.YearNotTold,
        amount.place,
        f"Beloppet {amount.as_written} anges utan år.",
        f"The amount {amount.as_written} is given without a year.",
        about=amount,
        severity=rt.Info,
    )


FAMILY = Family("investments", read, (HEAD,))

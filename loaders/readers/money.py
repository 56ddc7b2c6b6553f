"""Budget lines from rows of figures: varav rows get their parent, sums are told from what they are sums of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import takewhile

from graph.records import Amount, BudgetLine, Record
from loaders.document import Piece
from loaders.layout.footnotes import Footnotes, unmarked
from loaders.layout.rows import FigureRow
from loaders.words.numbers import to_decimal
from loaders.words.roundings import half_steps
from loaders.words.units import kronor, money_unit_in
from ontology.iri import Iri

PART = re.compile(r"^\s*[-–•]?\s*(?P<word>varav|därav)\b:?\s*", re.IGNORECASE)
SUM_WORDS = re.compile(
    r"(?i)^\s*(summa\b|total|delsumma|intäkter$|kostnader$|nettokostnad|(?:årets |periodens )?resultat\b)"
)
RESULT_WORDS = re.compile(r"(?i)^\s*(nettokostnad|(?:årets |periodens )?resultat\b)")


@dataclass(frozen=True)
class AmountColumn:
    """What the figures of a column are: their role, year and unit, and the column's heading as printed.

    `period` is the time as printed where the column is not about one year; `part` where it is about less than one.
    """

    role: Iri
    year: int | None
    unit: Iri
    text: str
    period: str | None = None
    part: bool | None = None


@dataclass
class Lines:
    """The lines of one table as they are read: the rows a varav row may be part of, and those no sum has closed.

    `subtotals` names classes of lines with lines that belong to them: a class that stands below one of those sums up.
    Footnote marks in `head`, the head of the rows' names, are of the rows that are part of no other.
    """

    kind: type[BudgetLine]
    columns: tuple[AmountColumn, ...]
    table: str
    subtotals: tuple[tuple[str, str], ...] = ()
    head: str = ""
    notes: Footnotes = field(default_factory=Footnotes)
    heading: BudgetLine | None = None
    row: BudgetLine | None = None
    part: BudgetLine | None = None
    open: list[tuple[BudgetLine, tuple[Decimal | None, ...]]] = field(default_factory=list)

    def read(self, rows: Iterable[FigureRow]) -> Iterator[Record]:
        """Each row's line and its amounts."""
        for row in rows:
            line = self.line(row)
            yield line
            yield from self.amounts(row, line)

    def line(self, row: FigureRow) -> BudgetLine:
        """The budget line of a row, with its parent or with what it is the sum of."""
        bare = self.plain(row)
        part = PART.match(row.label.text)
        unread = [cell.text for cell in row.cells if to_decimal(cell.text) is None]
        plain = self.notes.added(bare, row.label.text, None if part else self.head, *unread)
        numbers = tuple(to_decimal(cell.text) for cell in row.cells)
        if not any(row.texts):
            self.heading = plain if part else None
            return plain
        if part and not self.heading:
            return self.as_part(plain, deep=part["word"].lower() == "därav")
        return self.as_row(plain, numbers)

    def plain(self, row: FigureRow) -> BudgetLine:
        """The line of a row by itself."""
        return self.kind(
            title=title_of(row.label),
            place=row.place,
            table=self.table,
            description=row.comment.text if row.comment else None,
        )

    def as_part(self, line: BudgetLine, *, deep: bool) -> BudgetLine:
        """A varav row, part of the row before; a därav row, part of the varav row before."""
        parent = self.part if deep and self.part else self.row
        made = replace(line, parent=parent)
        if not deep or not self.part:
            self.part = made
        return made

    def as_row(self, line: BudgetLine, numbers: tuple[Decimal | None, ...]) -> BudgetLine:
        """A row on its own, under a varav heading, or a sum."""
        summed = self.summed(line.title, numbers)
        if summed is not None:
            made = replace(line, is_total=True, sum_of=tuple(summed))
            self.open = [pair for pair in self.open if pair[0] not in summed] + [(made, numbers)]
            self.heading = self.row = self.part = None
            return made
        if self.heading:
            return replace(line, parent=self.heading)
        self.open.append((line, numbers))
        self.row, self.part = line, None
        return line

    def summed(self, title: str, numbers: tuple[Decimal | None, ...]) -> list[BudgetLine] | None:
        """The lines that a row is the sum of; None where it is no sum, by its word or by its figures.

        Of all ways to add up the lines before it the one that comes closest counts, of equals the longest.
        """
        named = bool(SUM_WORDS.match(title)) or self.is_subtotal(title)
        ways = [
            (residual([own for _, own in self.open[-size:]], numbers), -size)
            for size in range(1 if named else 2, len(self.open) + 1)
        ]
        fitting = [(rest, size) for rest, size in ways if rest is not None]
        if fitting and (named or surely(min(fitting), told(numbers))):
            return [line for line, _ in self.open[min(fitting)[1] :]]
        return self.likely_parts(title) if SUM_WORDS.match(title) else None

    def likely_parts(self, title: str) -> list[BudgetLine]:
        """The lines of a sum that does not add up: those since the last sum, or sum of sums; of a result, all."""
        lines = [line for line, _ in self.open]
        if RESULT_WORDS.match(title):
            return lines
        rows = list(takewhile(lambda line: not line.is_total, reversed(lines)))
        rows = rows or list(takewhile(lambda line: not SUM_WORDS.match(line.title), reversed(lines)))
        return rows[::-1] or lines

    def is_subtotal(self, title: str) -> bool:
        """Whether a row bears the name of a class of lines of which some stand open above it."""
        return any(
            re.match(name, title, re.IGNORECASE)
            and any(re.match(parts, line.title, re.IGNORECASE) for line, _ in self.open)
            for name, parts in self.subtotals
        )

    def amounts(self, row: FigureRow, line: BudgetLine) -> Iterator[Amount]:
        """An amount for each cell that has a figure."""
        for column, cell in zip(self.columns, row.cells, strict=True):
            number = to_decimal(cell.text)
            if number is not None:
                yield self.notes.added(amount(line, column, cell, number), cell.text, column.text)


def amount(line: BudgetLine, column: AmountColumn, cell: Piece, number: Decimal) -> Amount:
    """The amount in a cell of a column."""
    return Amount(
        of=line,
        role=column.role,
        year=column.year,
        sek=kronor(number, money_unit_in(cell.text) or column.unit),
        as_written=cell.text,
        period_text=column.period,
        part_of_year=column.part,
        column=unmarked(column.text),
        table=line.table,
        place=cell.place,
    )


def title_of(label: Piece) -> str:
    """A row's name without "varav", bullet, footnote marks and closing colon."""
    return PART.sub("", unmarked(label.text)).strip().lstrip("-–• ").removesuffix(":").strip()


def surely(fit: tuple[Decimal, int], columns: int) -> bool:
    """Whether a row that is not called a sum is one: over three columns no chance adds up, over two only exactly."""
    rest, size = fit
    return columns > 2 or (columns == 2 and rest == 0 and size < -2)


def told(numbers: tuple[Decimal | None, ...]) -> int:
    """How many figures of a row are not nought."""
    return sum(bool(number) for number in numbers)


def residual(parts: list[tuple[Decimal | None, ...]], total: tuple[Decimal | None, ...]) -> Decimal | None:
    """How far rows are from adding up to another, over all columns; None where it is more than roundings explain."""
    rest = Decimal(0)
    for at, wanted in enumerate(total):
        figures = [row[at] for row in parts if row[at] is not None]
        if wanted is None:
            continue
        off = abs(sum((figure for figure in figures if figure is not None), Decimal(0)) - wanted)
        if off > half_steps([wanted, *figures]):
            return None
        rest += off
    return rest if told(total) else None

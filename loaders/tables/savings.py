"""Ekonomisk effekthemtagning: activities that save money, when, who, with expected and realised effect."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.records import BudgetLine, SavingLine
from loaders.document import Document
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.rows import FigureRow
from loaders.readers.money import AmountColumn, Lines, title_of
from loaders.readers.money_table import unit_in_head, unit_not_told
from loaders.readers.report_heads import heading_passages, under_heading
from loaders.readers.saving_rows import SavingRow, saving_rows
from loaders.tables.income_statement import UNIT_WORDS
from loaders.words.numbers import to_decimal
from loaders.words.units import KRONOR, UNIT, unit_of
from loaders.words.vocabulary import column_words, squeezed_heading_words
from ontology import rt
from ontology.iri import Iri

ROLES = {"expected": rt.ExpectedEffect, "realised": rt.RealisedEffect}
HEAD = HeaderWords(column_words("savings"), frozenset({"name", "expected", "realised"}), least=3, leading=("name",))


@dataclass
class SavingLines(Lines):
    """Lines of activities, those below a row without figures in its group down to the sum."""

    section: str | None = None

    def plain(self, row: FigureRow) -> BudgetLine:
        """The line of a row by itself; a cell of effect that is no number is kept as a note."""
        if not any(row.texts):
            self.section = title_of(row.label)
            return super().plain(row)
        words = tuple(text for text in row.texts if is_words(text))
        line = replace(super().plain(row), group=self.section, note=words)
        due, responsible = (row.due, row.responsible) if isinstance(row, SavingRow) else (None, None)
        return replace(line, due=due, responsible=(responsible,) if responsible else ())

    def line(self, row: FigureRow) -> BudgetLine:
        """The line of a row; a sum ends its group."""
        line = super().line(row)
        if line.is_total:
            self.section = None
            return line
        return line


def is_words(text: str) -> bool:
    """Whether a cell tells something that is no number: "137 – 162"."""
    return to_decimal(text) is None and any(char.isalnum() for char in text)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A saving line a row, with its expected and realised effect in the report's year."""
    for table in tables:
        named = under_heading(table, context, squeezed_heading_words("savings"))
        yield from heading_passages(named.heading, context)
        rows = saving_rows(context.document, table)
        printed = unit_in_head(table)
        unit = printed or quoted_unit(context.document, rows)
        if unit is None:
            yield unit_not_told(table)
            continue
        columns = tuple(
            AmountColumn(role, column.year or context.plan.year, unit, column.text)
            for meaning, role in ROLES.items()
            if (column := table.header.column(meaning))
        )
        for record in SavingLines(SavingLine, columns, named.name).read(rows):
            yield record
            yield from oddities(record)
        if not printed:
            yield unit_told_by_text(table, unit)


def quoted_unit(document: Document, rows: list[SavingRow]) -> Iri | None:
    """The unit in which the text quotes figures of the table ("25,6 mnkr"); else the one that it uses most."""
    figures = {text for row in rows for text in row.texts if re.fullmatch(r"\d{2,},\d+", text)}
    text = document.source.text
    quoted = [
        unit_of(match["unit"])
        for match in UNIT.finditer(text)
        if re.sub(r"\s+$", "", text[max(0, match.start() - 12) : match.start()]).rpartition(" ")[2].lstrip("+-–")
        in figures
    ]
    used = [unit_of(match["unit"]) for match in UNIT.finditer(text)]
    counted = Counter(unit for unit in quoted if unit in KRONOR) or Counter(unit for unit in used if unit in KRONOR)
    return counted.most_common(1)[0][0] if counted else None


def oddities(record: Read) -> Iterator[Read]:
    """Doubts about a line: an effect that is no single number, a time that is no year."""
    if not isinstance(record, SavingLine):
        return
    for text in record.note:
        yield doubt(
            rt.ValueNotRead,
            record.place,
            f"Effekten {text} för {record.title} är inte ett enda tal och är inte inläst som belopp.",
            f"The effect {text} of {record.title} is not a single number and was not read as an amount.",
            about=record,
        )
    if record.due and re.fullmatch(r"\d{1,3}", record.due):
        yield doubt(
            rt.YearNotTold,
            record.place,
            f"Tidplanen {record.due} för {record.title} är inget årtal.",
            f"The time {record.due} of {record.title} is no year.",
            about=record,
        )


def unit_told_by_text(table: Table, unit: Iri) -> Read:
    """The note that the table's unit is not printed."""
    sv, en = UNIT_WORDS[unit]
    return doubt(
        rt.UnitInferred,
        table.header.piece,
        f"Tabellens enhet är inte utskriven; beloppen är lästa som {sv}, som texten i övrigt anger dem i.",
        f"The table's unit is not printed; its amounts were read as {en}, in which the text states them.",
        severity=rt.Info,
    )


FAMILY = Family("savings", read, (HEAD,))

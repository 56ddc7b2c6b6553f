"""Intern kontroll: the risk, what is examined and how, its value, when it is to be done and by whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.records import ControlPoint
from loaders.document import Line, Piece, blocks
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.neighbours import part
from loaders.layout.rows import unbroken
from loaders.words.clean import even
from loaders.words.periods import last_day
from loaders.words.vocabulary import column_words
from ontology import rt

#: "(S=4, K=3) 12", "S=3 K=4 Risktal :12": sannolikhet (likelihood), konsekvens (consequence), their product.
VALUE = re.compile(
    r"\(?\s*S\s?=?\s?(?P<s>\d)\s*,?\s*K\s?=?\s?(?P<k>\d)\s*\)?(?:\s*(?:risktal|riskvärde)?\s*:?\s*(?P<value>\d{1,2})(?![\d-]))?",
    re.IGNORECASE,
)
#: A day on its own; one of a period ("2024-06-01 – 2025-05-31") belongs to a text.
DATE = re.compile(r"(?<![-–])(?<![-–] )20\d\d-\d\d-\d\d(?!\s*[-–]\s*\d)")
TEXTS = ("risk", "area", "regulation", "method")
HEAD = HeaderWords(column_words("controls"), frozenset({"risk", "area", "method"}), least=4)
#: The clause of an area: "Kontroll att …".
CLAUSE = re.compile(r"(?i)\batt\s+(?P<subject>\S.*)$")
LONGEST_ROW = 1500


@dataclass(frozen=True)
class Control:
    """The cells of one row."""

    texts: dict[str, Piece]
    value: Piece | None
    done: Piece | None
    responsible: Piece | None


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A control point a row; its scope is the heading of the table."""
    for table in tables:
        for row in cell_rows(table) if table.rows else wrapped_rows(table.lines, context):
            if row.texts.get("area"):
                made = control(row, table, context)
                yield made
                if lacks_verb(made):
                    yield cut_off(made)
                if made.title == made.risk:
                    yield repeated(made)


def cell_rows(table: Table) -> Iterator[Control]:
    """Rows whose cells the format shows."""
    meanings = [column.meaning for column in table.header.columns]
    for row in unbroken(table):
        cells = {meaning: cell for meaning, cell in zip(meanings, row.cells, strict=False) if cell}
        texts = {meaning: cells[meaning] for meaning in TEXTS if meaning in cells}
        yield Control(texts, cells.get("value"), cells.get("done"), cells.get("responsible"))


def wrapped_rows(lines: tuple[Line, ...], context: Context) -> Iterator[Control]:
    """Rows of wrapped text: each ends with the block that has the date."""
    gathered: list[tuple[Line, ...]] = []
    for block in blocks(lines):
        gathered.append(block)
        text = context.document.source.text[gathered[0][0].start : block[-1].end]
        if date := DATE.search(even(text)):
            yield wrapped_row(gathered, gathered[0][0].start, date, context)
            gathered = []
        elif len(text) > LONGEST_ROW:
            return


def wrapped_row(gathered: list[tuple[Line, ...]], start: int, date: re.Match[str], context: Context) -> Control:
    """The cells of a row: four texts, the value, the date, who."""
    cut = context.document.cut
    end = gathered[-1][-1].end
    value = VALUE.search(even(context.document.source.text[start : start + date.start()]))
    until = start + (value.start() if value else date.start())
    return Control(
        dict(zip(TEXTS, four_texts(gathered, until, context), strict=False)),
        cut(start + value.start(), start + value.end()) if value else None,
        cut(start + date.start(), start + date.end()),
        cut(start + date.end(), end) or None,
    )


def four_texts(gathered: list[tuple[Line, ...]], until: int, context: Context) -> list[Piece]:
    """The texts before a row's value: a block each; of too few one holds two, too many make one."""
    texts: list[Piece] = []
    before = [block for block in gathered if block[0].start < until]
    for at, block in enumerate(before):
        missing = len(TEXTS) - len(texts) - (len(before) - at)
        lines = tuple(trimmed(line, until) for line in block if line.start < until)
        first, second = (
            part(context.document, lines)
            if missing > 0 and len(texts) > 1
            else (context.document.cut_lines(lines), None)
        )
        texts += [piece for piece in (first, second) if piece]
    extra = texts[len(TEXTS) - 1 :]
    if len(extra) < 2:
        return texts
    spans = [span for piece in extra for span in piece.place.spans]
    return [*texts[: len(TEXTS) - 1], context.document.cut(spans[0].start, spans[-1].end)]


def trimmed(line: Line, until: int) -> Line:
    """A line up to an offset."""
    return Line(line.number, line.start, line.text[: max(0, until - line.start)], line.page)


def control(row: Control, table: Table, context: Context) -> ControlPoint:
    """The record of a row."""
    value = VALUE.search(row.value.text) if row.value else None
    pieces = [*row.texts.values(), *(piece for piece in (row.value, row.done, row.responsible) if piece)]

    def text(meaning: str) -> str | None:
        return row.texts[meaning].text if row.texts.get(meaning) else None

    return ControlPoint(
        title=text("area") or "",
        scope=table.heading.text if table.heading else None,
        risk=text("risk"),
        method=text("method"),
        regulation=text("regulation"),
        likelihood=int(value["s"]) if value else None,
        consequence=int(value["k"]) if value else None,
        risk_value=int(value["value"]) if value and value["value"] else None,
        due=row.done.text if row.done else None,
        due_by=last_day(row.done.text) if row.done else None,
        responsible=(row.responsible.text,) if row.responsible else (),
        table=table.name,
        place=context.document.stretch(pieces),
    )


def lacks_verb(made: ControlPoint) -> bool:
    """Whether an area says "att" and then no more than what the risk's sentence is about, without what it says of it."""
    clause = CLAUSE.search(made.title)
    return clause is not None and (made.risk or "").lower().startswith(clause["subject"].lower().rstrip(".") + " ")


def cut_off(made: ControlPoint) -> Read:
    """The doubt about an area that breaks off."""
    return doubt(
        rt.LabelCutOff,
        made.place,
        f"Granskningsområdet ”{made.title}” verkar avhugget: satsen efter ”att” saknar verb.",
        f"The area “{made.title}” seems cut off: the clause behind “att” has no verb.",
        about=made,
    )


def repeated(made: ControlPoint) -> Read:
    """The doubt about an area that has the words of its risk."""
    return doubt(
        rt.ValueNotRead,
        made.place,
        f"Samma text står som risk och som granskningsområde: ”{made.title}”; vad som granskas framgår inte.",
        f"The same text stands as the risk and as the area: “{made.title}”; what is examined is not told.",
        about=made,
    )


FAMILY = Family("controls", read, (HEAD,))

"""Rows of a scorecard: a name, how often it is reported, and the values; from cells or wrapped text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Document, Line, Piece
from loaders.layout.bullets import breaks_off
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.layout.rows import with_headings
from loaders.readers.score_columns import finest_cells
from loaders.words.clean import even
from loaders.words.reporting import REPORT_WORD

REPORTED = re.compile(rf"(?<!\S){REPORT_WORD}(?:\s*[,/]\s*{REPORT_WORD})*(?=\s|$)")
IN_PARENTHESES = re.compile(r"\([^()]*\)")
LONGEST_NAME = 250
#: Words in the stead of values are shorter than a sentence.
LONGEST_WORDS = 60
VALUE_COLUMNS = ("outcome", "target", "benchmark", "forecast")


@dataclass(frozen=True)
class ScoreRow:
    """One row. Its values are a piece a column where the format shows cells; else one piece with all of them.

    A row with nothing but a name is a heading over rows, `group` the last such.
    """

    name: Piece
    group: Piece | None
    reporting: Piece | None = None
    values: Piece | None = None
    cells: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that is printed in it."""
        return tuple(piece for piece in (self.name, self.reporting, self.values, *self.cells) if piece)


def score_rows(document: Document, table: Table) -> Iterator[ScoreRow]:
    """The rows of a table, each with the heading over it."""
    return cell_rows(document, table) if table.rows else wrapped_rows(document, table.lines)


def cell_rows(document: Document, table: Table) -> Iterator[ScoreRow]:
    """Rows whose cells the format shows."""
    group: Piece | None = None
    for row in with_headings(document, table):
        name = table.header.cell(row, "indicator")
        if name and not any(piece for piece in row.cells if piece is not name):
            group = name
        elif name:
            at = [n for n, column in enumerate(table.header.columns) if column.meaning in VALUE_COLUMNS]
            empty = Piece("", row.place)
            cells = tuple(row.cell(n) or empty for n in at)
            yield ScoreRow(name, group, table.header.cell(row, "reporting"), cells=cells)


def wrapped_rows(document: Document, lines: tuple[Line, ...]) -> Iterator[ScoreRow]:
    """Rows of wrapped text: lines gather until one tells how often the measure is reported."""
    group: Piece | None = None
    held: list[Line] = []
    taken = 0
    for at, line in enumerate(lines):
        if line.blank or line.number <= taken:
            continue
        behind = going_on(line, lines[at + 1 :]) if reported(even(line.text)) else []
        if not reported(even(line.text)):
            if ends(document, line, held):
                return
            held.append(line)
            continue
        above, own = parted(held, line)
        group = document.cut_lines(above) if above else group
        held, taken = [], behind[-1].number if behind else line.number
        yield wrapped_row(document, [*own, line, *behind], group)


def reported(text: str) -> re.Match[str] | None:
    """Where a line tells how often a measure is reported: the last such words outside parentheses, no sentence's."""
    bare = IN_PARENTHESES.sub(lambda match: " " * len(match[0]), text)
    found = max(REPORTED.finditer(bare), key=lambda match: match.start(), default=None)
    behind = text[found.end() :].strip() if found else ""
    sentence = len(behind) > LONGEST_WORDS or behind.endswith(".")
    return None if sentence and not finest_cells(behind) else found


def ends(document: Document, line: Line, held: list[Line]) -> bool:
    """Whether a line that tells no reporting shows that the table has ended: a sentence, a bullet, a text too long."""
    text = line.text.strip()
    near = bool(held) and line.number == held[-1].number + 1 and text[:1].islower()
    plain = near or is_heading(document, line) or is_part(text)
    return not plain or sum(len(kept.text) for kept in held) > LONGEST_NAME


def is_part(text: str) -> bool:
    """Whether a line can be part of a name: short, no bullet and no sentence."""
    return len(text) < LONGEST_NAME / 3 and not text.endswith((".", ":")) and not text.startswith("•")


def parted(held: list[Line], line: Line) -> tuple[list[Line], list[Line]]:
    """The lines above a row: a heading, and the beginning of the row's own name.

    They begin the name where the row's line goes on in lower case or has no name of its own, or they break off.
    """
    text = line.text.strip()
    match = reported(even(line.text))
    nameless = match is not None and not line.text[: match.start()].strip()
    own: list[Line] = []
    while held and (nameless or text[:1].islower() or text[:1] in "(&" or breaks_off(held[-1].text)):
        own.insert(0, held.pop())
        text, nameless = own[0].text.strip(), False
    return held[-1:], own


def going_on(line: Line, lines: tuple[Line, ...]) -> list[Line]:
    """The lines behind a row's that hold nothing but more of its reporting and its values."""
    more: list[Line] = []
    last = line.text.strip()
    for below in lines:
        text = even(below.text).strip()
        if not text:
            continue
        open_list = last.endswith((",", "/"))
        if not (REPORTED.match(text) if open_list else finest_cells(text) and not reported(text)):
            break
        more.append(below)
        last = text
    return more


def wrapped_row(document: Document, lines: list[Line], group: Piece | None) -> ScoreRow:
    """The row on some lines."""
    first, last = lines[0].start, lines[-1].end
    text = even(document.source.text[first:last])
    match = reported(text)
    if match is None:
        raise ValueError("a row without its reporting")
    return ScoreRow(
        document.cut(first, first + match.start()),
        group,
        document.cut(first + match.start(), first + match.end()),
        document.cut(first + match.end(), last) or None,
    )

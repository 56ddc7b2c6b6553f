"""The rows of a table of savings, from cells or from wrapped text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.document import Document, Line, Piece, Row
from loaders.layout.headers import Header, Table
from loaders.layout.rows import FigureRow, unbroken
from loaders.readers.money import SUM_WORDS
from loaders.words.clean import even
from loaders.words.periods import MONTH

NUMBER = r"[-–−+]?(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?"
#: An effect: a number, a range of numbers, or a dash for none; a sum's name may end with a year.
EFFECT = rf"(?:\d[\d ]*(?:,\d+)?\s?[–-]\s?\d[\d ]*(?:,\d+)?(?![\d,])|{NUMBER}(?![\w,])|[-–−](?=\s|$))"
DUE = rf"\d{{4}}-\d\d(?:-\d\d)?|\d{{3,4}}(?:\s*[–-]\s*\d{{2,4}})?|[Qq][1-4](?:[- ]\d{{2,4}})?|(?:{MONTH}|våren|hösten) \d{{4}}"
WHO = r"[A-ZÅÄÖ][\w./-]*(?:[ ,/]+(?:och )?[A-ZÅÄÖ][\w./-]*){0,3}"
EFFECTS = rf"\s+(?P<expected>{EFFECT})\s+(?P<realised>{EFFECT})(?P<comment>.*)"
SUM = re.compile(
    rf"\s*(?P<name>{SUM_WORDS.pattern.removeprefix('(?i)^')}.*?)(?!\s+(?:19|20)\d\d\s){EFFECTS}",
    re.DOTALL | re.IGNORECASE,
)
LONGEST_ROW = 400


@dataclass(frozen=True)
class SavingRow(FigureRow):
    """A row: its cells are expected and realised effect; when, and who is responsible, as written."""

    due: str | None = None
    responsible: str | None = None


def saving_rows(document: Document, table: Table) -> list[SavingRow]:
    """The rows of a table."""
    if table.rows:
        return [from_cells(row, table.header) for row in unbroken(table)]
    return list(from_lines(document, table.lines, pattern_of(table.header)))


def from_cells(row: Row, header: Header) -> SavingRow:
    """A row whose cells the format shows."""
    nothing = Piece("", row.cells[-1].place)

    def cell(meaning: str) -> Piece:
        return header.cell(row, meaning) or nothing

    effects = (cell("expected"), cell("realised"))
    due, responsible = cell("due").text or None, cell("responsible").text or None
    return SavingRow(row.cells[0], effects, cell("comment") or None, row.place, due, responsible)


def pattern_of(header: Header) -> re.Pattern[str]:
    """A row of wrapped text, with the columns that the head has."""
    due = rf"\s+(?P<due>{DUE})" if header.column("due") else "(?P<due>)"
    who = rf"\s+(?P<who>{WHO})" if header.column("responsible") else "(?P<who>)"
    return re.compile(rf"\s*(?P<name>\S.*?){due}{who}{EFFECTS}", re.DOTALL)


def from_lines(document: Document, lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[SavingRow]:
    """Rows of wrapped text: lines gather until they tell name and effects, the comment goes on in the lines right below."""
    todo, gathered = list(lines), list[Line]()
    while todo:
        line = todo.pop(0)
        if line.blank:
            continue
        if gathered and gathered[-1].number + 1 < line.number and match_of(document, [line], pattern):
            yield heading_row(document, gathered)
            gathered = []
        gathered.append(line)
        if match := match_of(document, gathered, pattern):
            yield row_of(document, match, gathered[0], comment_lines(document, line, todo, pattern))
            gathered = []
        elif sum(len(kept.text) for kept in gathered) > LONGEST_ROW or line.text.lstrip().startswith("•"):
            return


def match_of(document: Document, lines: Sequence[Line], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The row that some lines tell."""
    text = even(document.source.text[lines[0].start : lines[-1].end])
    return SUM.fullmatch(text) or pattern.fullmatch(text)


def comment_lines(document: Document, line: Line, todo: list[Line], pattern: re.Pattern[str]) -> Line:
    """The last line of a row's comment; the lines that it goes on in are taken away."""
    while todo and not todo[0].blank and not match_of(document, [todo[0]], pattern):
        line = todo.pop(0)
    return line


def heading_row(document: Document, lines: Sequence[Line]) -> SavingRow:
    """A row without effects: a heading between rows."""
    label = document.cut_lines(lines)
    return SavingRow(label, (Piece("", label.place), Piece("", label.place)), None, label.place)


def row_of(document: Document, match: re.Match[str], first: Line, last: Line) -> SavingRow:
    """The row of a match, its comment down to a line."""
    start = first.start

    def cut(part: str) -> Piece:
        return document.cut(start + match.start(part), start + match.end(part))

    comment = document.cut(start + match.start("comment"), last.end)
    told = match.groupdict()
    due = cut("due").text if told.get("due") else None
    responsible = cut("who").text if told.get("who") else None
    place = document.place(start, last.end)
    return SavingRow(cut("name"), (cut("expected"), cut("realised")), comment or None, place, due, responsible)

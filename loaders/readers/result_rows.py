"""Rows of a report's indicator table: name, figures by column, which way it moves, comment; from cells or wrapped text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.document import Document, Line, Piece, Row, blocks
from loaders.layout.headers import Header, Table
from loaders.layout.rows import unbroken
from loaders.words.clean import even
from loaders.words.numbers import split_cells
from loaders.words.statuses import TREND

FIGURES = frozenset({"outcome", "target"})
#: A sign, which a blank may part from its figure ("- 1 100").
SIGN, LOOSE_SIGN = r"(?:[-–+])?", r"(?:[-–+]\s?)?"
UNIT = r"\s?(?:%|(?:procent|minuter|min|mnkr|mkr|tkr|kr|dagar|timmar|st)(?!\w))"
NUMBER = rf"(?:[<>≤≥]\s?)?{LOOSE_SIGN}(?:\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+)(?:[.,]\d+)?(?:{UNIT})?"
#: Words in a figure's stead; a figure behind them is theirs where it tells a share or a unit ("Öka 2 %").
WORDS = (
    r"(?:Öka|Minska|Fler|Färre|Högre|Lägre|Bättre|Behålla|Bibehålla)(?!\w)"
    rf"(?:|\s+än\s+[^\W\d_]+|\s+(?:med\s+)?\d+(?:[.,]\d+)?{UNIT})"
)
REMARK = r"(?:\s*\([^()]{1,120}\))?"
#: A cell of each kind of column: only a target may be words.
CELLS = {
    "outcome": rf"(?:(?:\d{{1,3}}:[0-5]\d(?!\d)|{NUMBER}){REMARK}|[-–—])",
    "target": rf"(?:(?:\d{{1,3}}:[0-5]\d(?!\d)|{NUMBER}|{WORDS}){REMARK}|[-–—])",
}
#: What no name ends with, but the figures behind it begin with.
ENDS_IN_FIGURE = re.compile(r"(?<!\S)(?:[-–—+]\s?\d[\d ]*|[-–—]|\d[\d ]*[.,]\d+|[\d.,]+\s?%)$")
#: A row's text is never longer than this, and never in more blocks.
LONGEST_ROW = 700
MOST_BLOCKS = 5


@dataclass(frozen=True)
class ResultRow:
    """One row; `figures` has a piece or None for each column of figures."""

    name: Piece
    figures: tuple[Piece | None, ...]
    trend: Piece | None
    comment: Piece | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that is printed in it."""
        return (self.name, *(piece for piece in (*self.figures, self.trend, self.comment) if piece))


def result_rows(document: Document, table: Table) -> Iterator[ResultRow]:
    """The rows of a table."""
    if table.rows:
        yield from (row for cells in unbroken(table) if (row := cell_row(cells, table.header)))
    else:
        yield from wrapped_rows(document, table)


def cell_row(row: Row, header: Header) -> ResultRow | None:
    """A row of cells; None where it has no name or no figures."""
    cells = [*row.cells, *[None] * (len(header.columns) - len(row.cells))]
    by_column = list(zip(header.columns, cells, strict=False))

    def cell(meaning: str) -> Piece | None:
        return next((piece or None for column, piece in by_column if column.meaning == meaning), None)

    figures = tuple(piece or None for column, piece in by_column if column.meaning in FIGURES)
    name = cell("indicator")
    return ResultRow(name, figures, cell("trend"), cell("comment")) if name and any(figures) else None


def wrapped_rows(document: Document, table: Table) -> Iterator[ResultRow]:
    """Rows of wrapped text: blocks gather until they have a figure for each column and which way it moves."""
    kinds = tuple(column.meaning for column in table.header.having(*FIGURES))
    found = blocks(table.lines)
    gathered: list[Line] = []
    at = since = 0
    while at < len(found):
        gathered += found[at]
        at += 1
        raw = even(document.source.text[gathered[0].start : gathered[-1].end])
        if match := parted(raw, kinds):
            extra = goes_on(match, raw, found[at : at + 2], kinds)
            at += extra
            last = found[at - 1][-1]
            yield wrapped_row(document, gathered[0].start, last.end, kinds)
            gathered, since = [], at
        elif len(raw) > LONGEST_ROW or at - since > MOST_BLOCKS:
            return


@cache
def pattern(kinds: tuple[str, ...], *, moving: bool, loose: bool) -> re.Pattern[str]:
    """A row with figures of such kinds, and with a word for which way it moves; without, its last figure is missing.

    Only where it is read loosely may a blank stand between a sign and its figure.
    """
    cells = [rf"\s+(?P<c{at}>{CELLS[kind]})" for at, kind in enumerate(kinds)]
    if not loose:
        cells = [cell.replace(LOOSE_SIGN, SIGN) for cell in cells]
    if moving:
        return re.compile(rf"(?P<name>\S.*?){''.join(cells)}\s+(?P<trend>{TREND})", re.DOTALL)
    cells[-1] = rf"\s+(?P<c{len(kinds) - 1}>[-–—])(?=\s|$)"
    return re.compile(rf"(?P<name>\S.*?){''.join(cells)}(?P<trend>)", re.DOTALL)


def parted(raw: str, kinds: tuple[str, ...]) -> re.Match[str] | None:
    """The parts of a row's text; a name that ends with a figure shows that a blank behind a sign was read wrongly."""
    for moving in (True, False):
        strict = pattern(kinds, moving=moving, loose=False).match(raw)
        loose = pattern(kinds, moving=moving, loose=True).match(raw)
        if found := loose if strict and ENDS_IN_FIGURE.search(strict["name"]) else strict or loose:
            return found
    return None


def goes_on(match: re.Match[str], raw: str, after: list[tuple[Line, ...]], kinds: tuple[str, ...]) -> int:
    """How many of the next blocks belong to a row: one where its last cell stands apart from those before."""
    rest = raw[match.end() :].strip()
    if rest or not after:
        return 0
    text = even("\n".join(line.text for line in after[0])).strip()
    if not match["trend"] and re.match(TREND, text):
        return 1
    name_of_next = parted(text, kinds) or (len(after) > 1 and re.match(CELLS["target"], even(after[1][0].text).strip()))
    return 0 if name_of_next or not text.endswith(".") else 1


def wrapped_row(document: Document, start: int, end: int, kinds: tuple[str, ...]) -> ResultRow:
    """The cells of a row of wrapped text."""
    raw = even(document.source.text[start:end])
    match = parted(raw, kinds)
    assert match is not None

    def piece(begin: int, until: int) -> Piece | None:
        cut = document.cut(start + begin, start + until) if until > begin else None
        return cut if cut and cut.text.strip("-–— ") else None

    name = document.cut(start + match.start("name"), start + match.end("name"))
    figures = tuple(piece(begin, until) for begin, until in figure_spans(raw, match, len(kinds)))
    return ResultRow(name, figures, piece(*match.span("trend")), document.cut(start + match.end(), end) or None)


def figure_spans(raw: str, match: re.Match[str], count: int) -> list[tuple[int, int]]:
    """Where a row's figures stand; digits alone may be grouped otherwise: as those figures that are most alike."""
    begin, end = match.start("c0"), match.end(f"c{count - 1}")
    digits = re.fullmatch(r"[\d\s]+", raw[begin:end])
    cells = split_cells(" ".join(raw[begin:end].split()), count) if digits else None
    if not cells or "" in cells:
        return [match.span(f"c{at}") for at in range(count)]
    spans = []
    for cell in cells:
        found = re.compile(r"\s+".join(cell.split())).search(raw, begin)
        assert found is not None
        spans.append(found.span())
        begin = found.end()
    return spans

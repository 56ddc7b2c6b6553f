"""Rows of a plan's indicator table: texts, target, outcome, reporting; from cells, shifted or not, or wrapped text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Document, Line, Piece, Row, blocks
from loaders.layout.headers import Header, Table
from loaders.layout.rows import unbroken
from loaders.words.clean import even
from loaders.words.numbers import split_cells
from loaders.words.periods import PERIOD
from loaders.words.reporting import REPORT_WORD, how_often

REPORTING = re.compile(rf"(?P<all>(?<!\S){REPORT_WORD}(?:\s*[,/]\s*{REPORT_WORD})*\s*[,/]?)\s*$")
#: What a target or outcome begins with: a figure, a comparison, or words that stand in its stead.
VALUE = re.compile(
    r"(?:[<>≤≥]\s?)?[-–−+]?\d[\d ,.]*(?:\s?(?:%|min\b|mnkr|tkr|kr\b|kr/tim|st\b)|\b)"
    r"|(?:Bättre|Högre|Lägre|Fler|Färre|Mer|Mindre)\s+än\b"
    r"|(?:Öka|Minska|Högre|Lägre|Färre|Fler|Behålla|Bibehålla|Enligt|Högst|Minst|Max)\b"
    # A goal may begin so, too: "Fler ska nås".
    r"(?!\s+(?:ska(?:ll)?|får|kan|har|är|blir|bör|måste|vill)\b)"
)
FIGURE = r"[<>≤≥]?\s?[-–−+]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[,.] ?\d+)?(?:\s?(?:%\d?|min|mnkr|tkr|kr/tim|kr|st))?"
#: A name with at least two figures, or a figure and the reporting, behind it on its line.
NAME_AND_VALUES = re.compile(
    rf"(?P<name>.*?[^\W\d_)\]]\)?)\s+(?P<values>(?:{FIGURE}|Öka|Minska)\s+(?:20\d\d:|{FIGURE}|\([^()]*\))(?:\s.*)?|(?:{FIGURE}|Öka|Minska)\s+{REPORT_WORD}.*)$"
)
#: The columns of texts.
TEXTS = ("perspective", "goal", "indicator")
LONGEST_ROW = 700
LONGEST_VALUES = 80


@dataclass(frozen=True)
class IndicatorRow:
    """One row: up to three texts (perspective, goal, name), target, outcome, reporting.

    `shifted` where its cells do not stand in the columns that the head says, and were read by what they hold.
    """

    texts: tuple[Piece, ...]
    target: Piece | None
    outcome: Piece | None
    reporting: Piece | None
    shifted: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What states the indicator itself: its name and what stands behind it."""
        return (*self.texts[-1:], *(piece for piece in (self.target, self.outcome, self.reporting) if piece))


def indicator_rows(document: Document, table: Table) -> Iterator[IndicatorRow]:
    """The rows of a table."""
    if table.rows:
        yield from (cell_row(row, table.header) for row in unbroken(table))
    else:
        yield from wrapped_rows(document, table.lines)


def cell_row(row: Row, header: Header) -> IndicatorRow:
    """A row of cells; where its name stands further right than the head says, all of it does.

    No value stands left of the targets, whatever a goal begins with ("Öka tilliten").
    """
    if stands_straight(row, header):
        named = tuple(piece for meaning in TEXTS if (piece := header.cell(row, meaning)))
        target, outcome, reporting = (header.cell(row, meaning) for meaning in ("target", "baseline", "reporting"))
        return IndicatorRow(named, target, outcome, reporting)
    printed = [(at, cell) for at, cell in enumerate(row.cells) if cell]
    reporting = next((cell for _, cell in reversed(printed) if REPORTING.fullmatch(cell.text)), None)
    rest = [(at, cell) for at, cell in printed if cell is not reporting]
    target_at = header.index("target") or 0
    first = next((n for n, (at, cell) in enumerate(rest) if at >= target_at and VALUE.match(cell.text)), len(rest))
    texts, values = rest[:first], rest[first:]
    off = texts[-1][0] - (header.index("indicator") or 0) if texts else 0
    shift = max(0, off)
    outcome_at = header.index("baseline")
    lone = len(values) == 1 and outcome_at is not None and values[0][0] >= outcome_at + shift
    target = None if lone or not values else values[0][1]
    outcome = values[0][1] if lone else values[1][1] if len(values) > 1 else None
    return IndicatorRow(tuple(cell for _, cell in texts), target, outcome, reporting, shifted=off != 0)


def stands_straight(row: Row, header: Header) -> bool:
    """Whether a row's cells stand in the columns that the head says, as far as what they hold shows."""
    reporting, target = (header.cell(row, meaning) for meaning in ("reporting", "target"))
    named = header.cell(row, "indicator") is not None or not any(header.cell(row, meaning) for meaning in TEXTS)
    over = any(row.cells[len(header.columns) :])
    stray = reporting and not (REPORTING.fullmatch(reporting.text) or any(how_often(reporting.text)))
    return bool(header.at) and named and not over and not stray and (not target or len(target.text) < LONGEST_VALUES)


def wrapped_rows(document: Document, lines: tuple[Line, ...]) -> Iterator[IndicatorRow]:
    """Rows of wrapped text: each ends where its reporting does, or before a line that is a whole row."""
    gathered: list[Line] = []
    for at, line in enumerate(lines):
        if gathered and gathered[-1].blank and is_whole_row(line) and has_values(document, gathered):
            yield wrapped_row(document, gathered)
            gathered = []
        gathered.append(line)
        text = even("\n".join(kept.text for kept in gathered)).strip()
        if len(text) > LONGEST_ROW:
            return
        if text and REPORTING.search(text) and not reporting_goes_on(text, lines[at + 1 :]):
            yield wrapped_row(document, gathered)
            gathered = []


def is_whole_row(line: Line) -> bool:
    """Whether a line has name, values and reporting."""
    text = even(line.text).strip()
    row = NAME_AND_VALUES.match(text)
    return row is not None and REPORTING.search(text) is not None and not PERIOD.match(row["name"])


def has_values(document: Document, gathered: list[Line]) -> bool:
    """Whether the lines of a row go on to its values."""
    end = gathered[-1].end
    return names(document, gathered, end)[1] < end


def reporting_goes_on(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether the next printed line is nothing but more reporting, in the same block or behind a comma."""
    below = next((line for line in lines if not line.blank), None)
    near = bool(lines) and not lines[0].blank
    return (
        below is not None
        and (near or text.endswith((",", "/")))
        and REPORTING.fullmatch(even(below.text).strip()) is not None
    )


def wrapped_row(document: Document, gathered: list[Line]) -> IndicatorRow:
    """The cells of a row of wrapped text."""
    first, last = gathered[0].start, gathered[-1].end
    raw = even(document.source.text[first:last])
    found = REPORTING.search(raw)
    end = first + (found.start() if found else len(raw))
    reporting = document.cut(end, last)
    texts, begin, blank_before = names(document, gathered, end)
    target, outcome = values(document, begin, end, blank_before)
    return IndicatorRow(tuple(texts), target, outcome, reporting or None)


def names(document: Document, gathered: list[Line], end: int) -> tuple[list[Piece], int, bool]:
    """The text blocks before a row's values, where these begin, and whether an empty cell shows before them."""
    texts: list[Piece] = []
    for block in blocks(line for line in gathered if line.start < end):
        if VALUE.match(block[0].text.strip()):
            start = block[0].start
            return texts, start, bool(texts) and block[0].text.startswith(" ")
        for line in block:
            if match := NAME_AND_VALUES.match(even(line.text)):
                texts.append(document.cut(block[0].start, line.start + match.end("name")))
                return texts, line.start + match.start("values"), False
        texts.append(document.cut(block[0].start, min(block[-1].end, end)))
    return texts, end, False


def values(document: Document, begin: int, end: int, blank_before: bool) -> tuple[Piece | None, Piece | None]:
    """A row's target and outcome; behind an empty cell there is only the outcome."""
    raw = even(document.source.text[begin:end])
    if not raw.strip():
        return None, None
    whole = document.cut(begin, end)
    length = bare_target_length(raw) or target_length(raw)
    if not raw[length:].strip() and blank_before:
        return None, whole
    return document.cut(begin, begin + length), document.cut(begin + length, end) or None


def bare_target_length(raw: str) -> int:
    """How far the target goes of two figures without unit, perhaps with a comparison and a year ("> 425 474 (2024)")."""
    bare = re.fullmatch(r"\s*(?:[<>≤≥]\s?)?(?P<figures>\d[\d\s]*?)(?:\s*\([^()]*\))?\s*", raw)
    cells = split_cells(" ".join(bare["figures"].split()), 2) if bare and len(bare[0]) < LONGEST_VALUES else None
    first = re.compile(r"\s+".join(cells[0].split())).search(raw) if cells and all(cells) else None
    return first.end() if first else 0


def target_length(raw: str) -> int:
    """How far the target goes: its words down to the first figure, a comparison with its mean, or one figure."""
    stripped = len(raw) - len(raw.lstrip())
    if match := re.match(r"\s*Bättre\s+än[^()]*\([^()]*\)", raw):
        return match.end()
    if match := re.match(r"\s*(?:Öka|Minska)\b", raw):
        return match.end()
    if re.match(r"\s*[^\W\d_]", raw):
        figure = re.search(r"[-–−]?\d", raw)
        return figure.start() if figure else len(raw)
    match = re.compile(FIGURE).match(raw, stripped)
    return match.end() if match else len(raw)

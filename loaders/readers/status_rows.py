"""Rows of a report's activity table: title, time plan, who, status, comment; from cells or wrapped text.

A row may have several parts with a status each: "Webb: Planenligt", below it "App: Ej planenligt".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from loaders.document import Document, Line, Piece, Row, blocks
from loaders.layout.headed import block_above
from loaders.layout.headers import Header, Table
from loaders.layout.rows import unbroken
from loaders.words.clean import even
from loaders.words.periods import MONTH, YEAR
from loaders.words.statuses import STATUS

DUE = (
    rf"(?:(?:Q[1-4]|(?:Kvartal|Tertial|Delår)\s?\d|Våren|Hösten|VT|HT|{MONTH})\s+{YEAR}|{YEAR}-\d\d-\d\d"
    rf"|{YEAR}(?:\s?[-–]\s*(?:{YEAR}|\d\d(?!\d))?)?|Löpande|Tills\s+vidare)"
)
#: Where a row's title ends: its time plan, who is responsible, its status.
ANCHOR = re.compile(rf"(?<!\S)(?P<due>{DUE})(?=\s)\s+(?P<who>[^\W\d][^\d]{{1,160}}?)\s+(?P<status>{STATUS})")
#: A part of a row with a status of its own.
PART = re.compile(rf"\s*(?P<label>[^:]{{2,80}}):\s*(?P<status>{STATUS})\s*")
#: More blank lines than this in a row are the end of a page.
PAGE_GAP = 3


@dataclass(frozen=True)
class StatusCell:
    """A status and, where it is that of a part only, which part; with the comment on it."""

    status: Piece
    label: Piece | None = None
    comment: Piece | None = None


@dataclass(frozen=True)
class StatusRow:
    """One row; `who` are the names of those responsible, each a piece. A heading over rows has a title alone."""

    title: Piece
    due: Piece | None
    who: tuple[Piece, ...]
    cells: tuple[StatusCell, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What states the activity itself."""
        return (self.title, *(piece for piece in (self.due, *self.who) if piece))


def status_rows(document: Document, table: Table) -> Iterator[StatusRow]:
    """The rows of a table."""
    if table.rows:
        yield from cell_rows(document, table)
    elif table.lines:
        yield from wrapped_rows(document, table.lines)


def cell_rows(document: Document, table: Table) -> Iterator[StatusRow]:
    """Rows of cells; one that has nothing but a status is of a part of the row above, one with but a title a heading."""
    held: StatusRow | None = None
    for row in unbroken(table):
        made = cell_row(document, row, table.header)
        if held and made and not made.title:
            held = replace(held, cells=(*held.cells, *made.cells))
        elif made and made.title:
            yield from [held] if held else []
            held = made
    yield from [held] if held else []


def cell_row(document: Document, row: Row, header: Header) -> StatusRow | None:
    """A row of cells; None where it has neither a status nor nothing but a title."""
    cell = partial(header.cell, row)
    title, status, who = cell("activity") or Piece("", row.place), cell("status"), cell("responsible")
    if not status:
        return StatusRow(title, None, (), ()) if title and sum(map(bool, row.cells)) == 1 else None
    start = status.place.start
    parts = list(PART.finditer(even(document.source.text[start : status.place.end])))
    labelled = [labelled_cell(document, start, match) for match in parts] or [StatusCell(status)]
    cells = tuple(StatusCell(each.status, each.label, cell("comment")) for each in labelled)
    return StatusRow(title, cell("due"), names(document, who.place.start, who) if who else (), cells)


def labelled_cell(document: Document, start: int, match: re.Match[str]) -> StatusCell:
    """A part's status."""
    status = document.cut(start + match.start("status"), start + match.end("status"))
    return StatusCell(status, document.cut(start + match.start("label"), start + match.end("label")))


def names(document: Document, start: int, cell: Piece) -> tuple[Piece, ...]:
    """The names in a cell, each once: commas and blank lines stand between them, other line ends within them."""
    raw = document.source.text[start : cell.place.end]
    found = (
        document.cut(start + match.start(), start + match.end())
        for match in re.finditer(r"[^,;\n]+(?:\n(?![ \t]*\n)[^,;\n]+)*", raw)
    )
    return tuple({piece.text: piece for piece in found if piece}.values())


def wrapped_rows(document: Document, lines: tuple[Line, ...]) -> Iterator[StatusRow]:
    """Rows of wrapped text: each has a time plan, names and a status in a row, its title right before these."""
    first = lines[0].start
    anchors = list(ANCHOR.finditer(even(document.source.text[first : lines[-1].end])))
    found = [(match, title_lines(document, lines, first + match.start())) for match in anchors]
    ends = [*(title[0].start if title else lines[-1].end for _, title in found[1:]), lines[-1].end]
    for (match, title), end in zip(found, ends, strict=False):
        if title:
            yield wrapped_row(document, title, match, first, end)


def title_lines(document: Document, lines: tuple[Line, ...], due: int) -> tuple[Line, ...]:
    """The lines of the block that ends where a time plan begins, the last of them cut off there."""
    line = document.line_at(due)
    own = Line(line.number, line.start, line.text[: due - line.start], line.page)
    beside = document.between(line.number - 1, line.number - 1)
    apart = not beside or beside[0].blank
    above = () if apart and not own.blank else block_above(document, line.number)
    found = tuple(each for each in above if each.number >= lines[0].number)
    return found if own.blank else (*found, own)


def wrapped_row(document: Document, title: tuple[Line, ...], match: re.Match[str], first: int, end: int) -> StatusRow:
    """The cells of a row of wrapped text, from its anchor to where the next row begins."""
    who_start, who_end = first + match.start("who"), first + match.end("who")
    begin = first + match.start("status")
    if match["who"].rstrip().endswith(":"):
        begin = who_end = last_block(document, who_start, who_end)
    cells = status_cells(document, begin, end)
    return StatusRow(
        document.cut_lines(title),
        document.cut(first + match.start("due"), first + match.end("due")),
        names(document, who_start, document.cut(who_start, who_end)),
        cells,
    )


def last_block(document: Document, start: int, end: int) -> int:
    """Where the last block of a stretch begins: behind the last blank line in it, or the last line end."""
    raw = document.source.text[start:end]
    breaks = list(re.finditer(r"\n[ \t]*\n", raw)) or list(re.finditer(r"\n", raw))
    return start + breaks[-1].end() if breaks else start


def status_cells(document: Document, begin: int, end: int) -> tuple[StatusCell, ...]:
    """The statuses that begin a stretch, with the comments behind them: a block each where there are as many."""
    found: list[StatusCell] = []
    at = begin
    raw = even(document.source.text[begin:end])
    while part := PART.match(raw, at - begin):
        found.append(labelled_cell(document, begin, part))
        at = begin + part.end()
    if not found:
        lone = re.compile(STATUS).match(raw)
        at = begin + (lone.end() if lone else 0)
        found = [StatusCell(document.cut(begin, at))]
    comments = comment_blocks(document, at, end)
    if len(comments) == len(found):
        return tuple(
            StatusCell(cell.status, cell.label, document.cut_lines(block))
            for cell, block in zip(found, comments, strict=True)
        )
    whole = document.cut(comments[0][0].start, comments[-1][-1].end) if comments else None
    return tuple(StatusCell(cell.status, cell.label, whole) for cell in found)


def comment_blocks(document: Document, start: int, end: int) -> list[tuple[Line, ...]]:
    """The blocks of a stretch down to the end of its page."""
    head = document.line_at(start)
    lines = [
        Line(line.number, max(line.start, start), line.text[max(0, start - line.start) :], line.page)
        for line in document.between(head.number, document.line_at(end).number)
        if line.start < end
    ]
    found: list[tuple[Line, ...]] = []
    last = head.number
    for block in blocks(lines):
        if block[0].number - last > PAGE_GAP + 1:
            break
        found.append(block)
        last = block[-1].number
    return found

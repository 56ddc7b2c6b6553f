"""Rows of a table of numbered activities: title, description, links, marks by year; from cells or wrapped text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from loaders.document import Document, Line, Piece, Row, blocks
from loaders.layout.bullets import entries
from loaders.layout.headers import Header, Table
from loaders.layout.neighbours import part
from loaders.layout.rows import unbroken
from loaders.words.clean import even
from loaders.words.vocabulary import heading_words, id_words

NUMBER = re.compile(r"(?P<number>\d{1,3})\.\s*(?=[^\W\d_])|(?P<bare>\d{1,3})\.\s+(?=\S)")
#: A word before a number ("Uppdrag 3", "RS-uppdrag 4"), and the year that it was given in between ("Uppdrag 2027:3").
WORDED = rf"(?:{id_words()}|[A-ZÅÄÖ]{{2,5}}-(?i:{id_words()}))\s(?:20\d\d:)?"
#: A printed id of an assignment: "RF1", "RF24-1", "KF-4", "U 3", "A 2.1", "M1:2", "Uppdrag 3".
ID = re.compile(rf"(?<![\w-])(?:[A-ZÅÄÖ]{{1,4}}[\s-]?|{WORDED})\d{{1,3}}(?:[-.:]\d{{1,3}}){{0,2}}(?![\w-])")
IDS = re.compile(rf"(?:{ID.pattern}[\s,;]*)+")
BOARD_HEADING = re.compile(rf"(?i)\s*{heading_words('board_assignments')}\s*$")
MARK = r"(?:delmål\b|[<>]?\d+(?:,\d+)?\s?%?|[xX●■▪✓])"
LONGEST_ROW = 2500


@dataclass(frozen=True)
class ActivityRow:
    """One row; a row that is no activity has only a text."""

    title: Piece
    description: Piece | None
    links: Piece | None
    marks: tuple[Piece | None, ...]
    goes_on: bool = False

    @property
    def numbered(self) -> bool:
        """Whether its title begins with a number."""
        return NUMBER.match(self.title.text) is not None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that is printed in it."""
        return (self.title, *(piece for piece in (self.description, self.links, *self.marks) if piece))


def activity_rows(document: Document, table: Table) -> Iterator[ActivityRow]:
    """The rows of a table; one that a page break parted is made whole."""
    rows = cell_rows(document, table) if table.rows else wrapped_rows(document, table.lines)
    held: ActivityRow | None = None
    for row in rows:
        if held and row.goes_on:
            held = together(held, row)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def cell_rows(document: Document, table: Table) -> Iterator[ActivityRow]:
    """Rows whose cells the format shows, and a board's own assignments in a list below them."""
    last = table.header.last_line
    for row in unbroken(table):
        last = row.line
        if any(row.cells):
            yield cell_row(row, table.header)
    below = tuple(line for line in table.lines if line.number > last)
    yield from board_rows(document, below) if document.row_lines.isdisjoint(line.number for line in below) else ()


def cell_row(row: Row, header: Header) -> ActivityRow:
    """A row of cells; one without a title goes on the row before."""
    cell = partial(header.cell, row)
    first = header.index("year")
    marks = tuple(piece or None for piece in row.cells[first:]) if first is not None else ()
    title, description = cell("activity"), cell("description")
    if title is None:
        text = description or next(piece for piece in row.cells if piece)
        return ActivityRow(text, None, cell("link"), marks, goes_on=True)
    return ActivityRow(title, description, cell("link"), marks)


def together(first: ActivityRow, second: ActivityRow) -> ActivityRow:
    """A row and its continuation after a page break."""
    if first.description is None:
        return replace(first, description=second.title)
    spans = [*first.description.place.spans, *second.title.place.spans]
    text = f"{first.description.text} {second.title.text}"
    place = replace(first.description.place, spans=tuple(spans))
    return replace(first, description=Piece(text, place), links=first.links or second.links)


def wrapped_rows(document: Document, lines: tuple[Line, ...]) -> Iterator[ActivityRow]:
    """Rows of wrapped text: each begins with a number at a block's or page's beginning and ends with its links."""
    starts = [at for at, line in enumerate(lines) if begins_row(lines, at)]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(lines)
        if row := wrapped_row(document, lines[start:end]):
            yield row
    yield from board_rows(document, lines)


def board_rows(document: Document, lines: tuple[Line, ...]) -> Iterator[ActivityRow]:
    """The heading of a board's own assignments and the list below it: blocks no further apart than a blank line."""
    first = next((at for at, line in enumerate(lines) if BOARD_HEADING.match(line.text)), None)
    if first is None:
        return
    yield ActivityRow(document.cut_lines(lines[first : first + 1]), None, None, ())
    for entry in entries(document, down_to_gap(lines[first + 1 :])):
        yield ActivityRow(entry.piece, None, None, ())


def down_to_gap(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines down to two blank ones in a row, or to a page's beginning."""
    for at, line in enumerate(lines):
        gap = at > 0 and line.blank and lines[at - 1].blank
        if gap or (at > 0 and line.text.startswith(" ") and not line.blank and not lines[at - 1].blank):
            return lines[:at]
    return lines


def begins_row(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line begins a row: a number and a word, at the beginning of a block or a page, or behind links."""
    text = even(lines[at].text)
    below = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    if not NUMBER.match(f"{text.strip()} {below}") or not re.match(r"\d{1,3}\.", text.strip()):
        return False
    before = even(lines[at - 1].text) if at else ""
    return not before.strip() or text.startswith(" ") or IDS.fullmatch(before.strip()) is not None


def wrapped_row(document: Document, lines: tuple[Line, ...]) -> ActivityRow | None:
    """The cells of a row: all up to the links are title and description; None where it has no links."""
    raw = even(document.source.text[lines[0].start : lines[-1].end])
    if len(raw) > LONGEST_ROW and not (links := link_cell(raw[:LONGEST_ROW])):
        return None
    links = link_cell(raw)
    if not links:
        return None
    start = lines[0].start
    texts = blocks(
        Line(line.number, line.start, line.text[: max(0, start + links.start() - line.start)]) for line in lines
    )
    title, description = title_and_description(document, texts)
    return ActivityRow(
        title,
        description,
        document.cut(start + links.start(), start + links.end()),
        marks_behind(document, raw, start, links),
    )


def link_cell(raw: str) -> re.Match[str] | None:
    """The links: ids that begin a line, with nothing but ids and blanks between, and marks or nothing behind."""
    return re.compile(rf"(?<=\n)[ ]*(?P<ids>{IDS.pattern})(?=\s*(?:\n|$)|(?<=\s)(?i:{MARK}))").search(raw)


def as_notation(printed: str) -> str:
    """An id as a notation: "U 3" is "U3", while "Uppdrag 3" stays two words."""
    word, _, number = " ".join(printed.split()).partition(" ")
    return f"{word} {number}" if number and not word.isupper() else word + number


def title_and_description(document: Document, texts: list[tuple[Line, ...]]) -> tuple[Piece, Piece | None]:
    """The first block is the title and the rest the description; a lone block begins with the title."""
    if len(texts) == 1:
        return part(document, texts[0])
    return document.cut_lines(texts[0]), document.cut(texts[1][0].start, texts[-1][-1].end)


def marks_behind(document: Document, raw: str, start: int, links: re.Match[str]) -> tuple[Piece | None, ...]:
    """What stands in the cells of years behind the links: figures, crosses, "delmål"."""
    behind = re.compile(rf"\s*(?P<marks>{MARK}(?:\s+{MARK})*)[ ]*(?=\n|$)", re.IGNORECASE).match(raw, links.end())
    return (document.cut(start + behind.start("marks"), start + behind.end("marks")),) if behind else ()

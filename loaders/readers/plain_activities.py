"""What is to be done, from a row of any region's table: activities and assignments, and how they go."""

import re
from collections import Counter
from collections.abc import Iterator

from graph.place import Place
from graph.records import Activity, Assignment, ByNumber, FocusArea, StatusReport
from loaders.document import Piece
from loaders.family import Context, Read
from loaders.layout.headers import Table
from loaders.layout.plain import PlainRow
from loaders.readers.activity_rows import ID, as_notation
from loaders.words.periods import last_day
from loaders.words.statuses import status_of

SEPARATORS = re.compile(r"\s*(?:[,;/•]|\boch\b(?=\s+[A-ZÅÄÖ]))\s*")
#: A number that a title or a cell of its own begins with: "U3", "A 2.1", "N1.1", "Å4", "3", "2.1".
NUMBER = re.compile(rf"(?:{ID.pattern}|\d{{1,3}}(?:\.\d{{1,3}}){{0,2}})(?=[\s.:–)-]|$)")
#: A number in a cell of links, perhaps with the year that it was given in: "3", "2027:3".
LONE_NUMBER = re.compile(r"(?<![\w:.,-])(?:20\d\d:)?\d{1,3}(?![\w:.-])")
WORD = re.compile(r"[^\W\d_]{3}")


def undertakings(row: PlainRow, table: Table, area: FocusArea | None, context: Context) -> Iterator[Read]:
    """The activity and the assignment of a row, each with how it goes."""
    if cell := titled(row, "activity"):
        made = activity(row, cell, table, area, context)
        yield made
        yield from report(row, made, table, context)
    if cell := titled(row, "assignment"):
        given = assignment(row, cell, table, area, context)
        yield given
        if not row.cell("activity"):
            yield from report(row, given, table, context)


def titled(row: PlainRow, meaning: str) -> Piece | None:
    """What tells the activity or the assignment of a row: its description where the cell itself has but a number."""
    cell = row.cell(meaning)
    if cell and not WORD.search(cell.text):
        return row.cell("description") if NUMBER.fullmatch(cell.text) else None
    return cell


def number_of(row: PlainRow, meaning: str, other: str) -> Piece | None:
    """The cell that has the number of a row's activity or assignment, where it does not stand before the title."""
    cell = row.cell(meaning)
    if cell and NUMBER.fullmatch(cell.text):
        return cell
    return None if row.cell(other) else row.cell("id")


def activity(row: PlainRow, cell: Piece, table: Table, area: FocusArea | None, context: Context) -> Activity:
    """The activity of a row; it serves what its link names, and the assignment of its row."""
    notation, title = parted(cell, number_of(row, "activity", "assignment"))
    description, due = described(row, cell), row.cell("due")
    who = [piece for _, piece in row.cells("responsible")]
    year = next((column.year for column, _ in row.cells("activity") if column.year), None) or context.plan.year
    links = ids(row.cell("link"), context) or ids(row.cell("assignment"), context)
    pieces = [cell, *(piece for piece in (row.cell("id"), description, due, row.cell("link"), *who) if piece)]
    return Activity(
        title=title,
        notation=notation,
        description=description.text if description else None,
        serves=tuple(ByNumber(Assignment, each) for each in links),
        focus_area=area,
        due=due.text if due else None,
        due_by=last_day(due.text, year) if due else None,
        responsible=tuple(name for piece in who for name in SEPARATORS.split(piece.text) if name),
        table=table.name,
        place=Place(tuple(span for piece in pieces for span in piece.place.spans)),
    )


def described(row: PlainRow, title: Piece) -> Piece | None:
    """What tells more of an activity: a description, a second column of what is done, a comment where no status stands."""
    told = (
        [row.cell("description")],
        [piece for _, piece in row.cells("activity")],
        [] if row.cell("status") else [row.cell("comment")],
    )
    return next((piece for pieces in told for piece in pieces if piece and piece is not title), None)


def assignment(row: PlainRow, cell: Piece, table: Table, area: FocusArea | None, context: Context) -> Assignment:
    """The assignment of a row: whose it is and when it is to be reported is noted as printed."""
    own = number_of(row, "assignment", "activity")
    notation, text = parted(cell, own)
    told = [] if row.cell("activity") else [*row.cells("responsible", "due", "reporting", "decision")]
    return Assignment(
        notation=notation,
        description=text,
        focus_area=area,
        note=tuple(f"{column.text}: {piece.text}" for column, piece in told),
        table=table.name,
        place=context.document.stretch([cell, *([own] if own else []), *(piece for _, piece in told)]),
    )


def parted(cell: Piece, own: Piece | None) -> tuple[str | None, str]:
    """The number of a row as printed, from a cell of its own or before the title, and the title without it."""
    if own:
        return own.text.rstrip("."), cell.text
    match = NUMBER.match(cell.text)
    rest = cell.text[match.end() :].lstrip(" .:–)-") if match else ""
    return (match[0], rest) if match and WORD.search(rest) else (None, cell.text)


def ids(cell: Piece | None, context: Context) -> list[str]:
    """The ids of assignments in a cell, each once, written as the assignments known so far write theirs.

    A lone number is that of the one assignment that has it behind a word: "3" is "Uppdrag 3".
    """
    known = {as_notation(given.notation): given.notation for given in context.of(Assignment) if given.notation}
    text = cell.text if cell else ""
    found = [as_notation(match[0]) for match in ID.finditer(text)]
    if not found:
        worded = [(each.rpartition(" ")[2], each) for each in known if " " in each]
        counted = Counter(number for number, _ in worded)
        by_number = {number: each for number, each in worded if counted[number] == 1}
        found = [by_number[match[0]] for match in LONE_NUMBER.finditer(text) if match[0] in by_number]
    return list(dict.fromkeys(known.get(each, each) for each in found))


def report(row: PlainRow, made: Activity | Assignment, table: Table, context: Context) -> Iterator[StatusReport]:
    """How an undertaking goes, with the comment on it."""
    status, comment = row.cell("status"), row.cell("comment", "outcome")
    if not status:
        return
    heads = [column.text for column, _ in row.cells("status")]
    yield StatusReport(
        reports_on=made,
        as_written=status.text,
        status=status_of(status.text),
        year=context.plan.year,
        description=comment.text if comment else None,
        column=heads[0],
        table=table.name,
        place=context.document.stretch([status, *([comment] if comment else [])]),
    )

"""What reports call their columns: this year, last year, budget, forecast, and the deviations between them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import Kept
from loaders.document import Document, Line, Piece
from loaders.family import Context
from loaders.layout.headers import Table
from loaders.layout.squeeze import squeeze
from loaders.words.numbers import is_table_like

#: How many printed lines above a head its heading is looked for in.
LINES_ABOVE = 6
#: A line below a heading that is none of it: a note in brackets, the unit of the amounts.
NOTE = re.compile(r"\s*(?:\(|belopp i ).*", re.IGNORECASE)
#: The unit of the amounts behind a table's name.
OF_AMOUNTS = re.compile(r"(?i)[,;–(\s]+belopp(?:en)? i .*")


def under_heading(table: Table, context: Context, words: str) -> Table:
    """The table with the nearest heading above its head that has one of the words; as it is where there is none."""
    lines = heading_lines(context.document, table.header.first_line, words)
    return replace(table, heading=context.document.cut_lines(lines)) if lines else table


def named_in_corner(table: Table, words: str) -> Table | None:
    """The table under what stands over its rows' names, where that has one of the words."""
    corner = table.header.corner
    return replace(table, heading=corner) if corner and re.search(words, squeeze(corner.text)) else None


def named_in_head(table: Table, context: Context) -> Table | None:
    """The table under the name that its head begins with; None where that stands in a heading above."""
    if not table.header.column("name"):
        return None
    if corner := table.header.corner:
        return replace(table, heading=Piece(OF_AMOUNTS.sub("", corner.text), corner.place))
    first = context.document.between(table.header.first_line, table.header.first_line)
    return replace(table, heading=context.document.cut_lines(first))


def heading_lines(document: Document, until: int, words: str) -> tuple[Line, ...]:
    """The lines of the nearest heading above a line, with the lines that it is wrapped over; notes in brackets left out."""
    for line in printed_above(document, until):
        if re.search(words, squeeze(line.text)) and not NOTE.fullmatch(line.text):
            below = document.between(line.number + 1, until - 1)
            wrapped = next((at for at, each in enumerate(below) if each.blank or NOTE.fullmatch(each.text)), len(below))
            return (line, *below[:wrapped])
    return ()


def printed_above(document: Document, until: int) -> Iterator[Line]:
    """The printed lines above a line from the nearest on, down to one that ends a sentence or has figures."""
    printed = [line for line in document.between(until - 40, until - 1) if not line.blank]
    for line in printed[: -LINES_ABOVE - 1 : -1]:
        if line.text.rstrip().endswith(".") or is_table_like(line.text):
            return
        yield line


def heading_passages(piece: Piece | None, context: Context) -> Iterator[Kept]:
    """The lines of a heading, kept as such."""
    for line in context.document.between(piece.line, piece.place.last_line) if piece else ():
        if not line.blank:
            yield context.heading(line)


def between_heading_and_head(table: Table, context: Context) -> Iterator[Kept]:
    """What stands between a table's heading and its head: the name of its rows, notes."""
    if table.heading:
        last = table.heading.place.last_line
        for line in context.document.between(last + 1, table.header.first_line - 1):
            if not line.blank:
                yield context.heading(line)

"""Vägledande principer and värdegrund: principles by name with their bullets, and the sentences of the values."""

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.records import Statement
from loaders.document import Line, Piece, blocks
from loaders.family import Context, Family, Read, doubt
from loaders.layout.bullet_columns import is_due
from loaders.layout.bullets import Entry, entries
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.layout.sections import Heading, headings, near
from loaders.words.vocabulary import heading_words
from ontology import rt

PRINCIPLES = re.compile(rf"(?i)(?:\S+\s+)?{heading_words('principles')}(?:\s+\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?\s*$")
VALUES = re.compile(rf"(?i)(?:\S+\s+)?{heading_words('values')}\s*$")
#: Names that stand side by side: words with a capital each.
SIDE_BY_SIDE = re.compile(r"\s*[A-ZÅÄÖ][a-zåäö-]{2,30}(?:\s+[A-ZÅÄÖ][a-zåäö-]{2,30}){1,7}\s*$")
WORD = re.compile(r"\S+")
#: How far the bullets of a figure reach, and how long the other texts in it are at most.
MOST_LINES = 80
LONGEST_LABEL = 60
MOST_BLOCKS = 8


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Principles, from a list by headings or from a figure with its names side by side; then the values."""
    for head in headings(context.document, PRINCIPLES):
        yield from (context.heading(line) for line in head.lines)
        lines = section_lines(head, context)
        names = next((line for line in lines if not line.blank), None)
        if names and SIDE_BY_SIDE.match(names.text):
            yield from in_figure(names, head, context)
        else:
            yield from by_heading(lines, head, context)
    for head in headings(context.document, VALUES):
        yield from values(head, context)


def section_lines(head: Heading, context: Context) -> tuple[Line, ...]:
    """The lines below a heading down to the next table."""
    heads = {table.header.first_line for tables in context.tables.values() for table in tables}
    lines = near(context.document, head, PRINCIPLES, MOST_LINES)
    return tuple(takewhile(lambda line: line.number not in heads, lines))


def principle(piece: Piece, head: Heading, name: Piece | None = None) -> Statement:
    """A principle, or what one of that name means."""
    return Statement(
        kind=rt.Principle,
        description=piece.text,
        group=name.text if name else None,
        table=head.piece.text,
        place=piece.place,
    )


def by_heading(lines: tuple[Line, ...], head: Heading, context: Context) -> Iterator[Read]:
    """A principle for each short line with bullets below it, and one for each bullet; a sentence ends the list."""
    name: Piece | None = None
    told = True
    for entry in entries(context.document, lines):
        if entry.bullet and name is None:
            return
        if not entry.bullet:
            if not told or len(entry.lines) > 1 or not is_heading(context.document, entry.lines[0]):
                return
            name, told = entry.piece, False
        elif name:
            if not told:
                yield principle(name, head)
                told = True
            yield principle(entry.piece, head, name)


def in_figure(names: Line, head: Heading, context: Context) -> Iterator[Read]:
    """Names side by side, and the bullets below dealt out to them in their order, as many to each."""
    pieces = [
        context.document.cut(names.start + word.start(), names.start + word.end()) for word in WORD.finditer(names.text)
    ]
    yield from (principle(piece, head) for piece in pieces)
    bullets = figure_bullets(names, head, context)
    share, left = divmod(len(bullets), len(pieces))
    if bullets and not left:
        for at, bullet in enumerate(bullets):
            yield principle(bullet.piece, head, pieces[at // share])
    if bullets:
        yield dealt_out(pieces, bullets, sure=not left)


def figure_bullets(names: Line, head: Heading, context: Context) -> list[Entry]:
    """The bullets below a line, short texts between them left out; a sentence behind bullets ends them.

    A time among them shows that the last of those texts heads activities.
    """
    found: list[Entry] = []
    whole = 0
    for entry in entries(context.document, section_lines(head, context)):
        if entry.bullet and is_due(entry.piece.text):
            return found[:whole]
        if entry.bullet and entry.piece and entry.piece.line > names.number:
            found.append(entry)
        elif found and (len(entry.piece.text) > LONGEST_LABEL or entry.piece.text.endswith(".")):
            break
        elif not entry.bullet:
            whole = len(found)
    return found


def dealt_out(names: list[Piece], bullets: list[Entry], *, sure: bool) -> Read:
    """The note that bullets go to their principles by order only, or that they can't."""
    listed = ", ".join(name.text for name in names)
    if sure:
        return doubt(
            rt.InferredFromOrder,
            bullets[0].piece,
            f"Punkterna är fördelade på {listed} efter sin ordning.",
            f"The bullets are dealt out to {listed} by their order.",
            severity=rt.Info,
        )
    return doubt(
        rt.ColumnNotTold,
        bullets[0].piece,
        f"{len(bullets)} punkter står under {listed}; vilka som hör till vilken framgår inte.",
        f"{len(bullets)} bullets stand below {listed}; it is not told which belong to which.",
    )


def values(head: Heading, context: Context) -> Iterator[Read]:
    """The paragraphs right below a heading of values; where a figure has them above it, those."""
    last = head.lines[-1].number
    below = sentences(blocks(context.document.between(last + 1, last + MOST_LINES)), context)
    first = head.lines[0].number
    above = sentences(blocks(context.document.between(first - MOST_LINES, first - 1))[::-1], context)[::-1]
    for piece in below or above:
        yield Statement(
            kind=rt.Principle, description=piece.text, group=head.title, table=head.piece.text, place=piece.place
        )
    if below or above:
        yield from (context.heading(line) for line in head.lines)
    if above and not below:
        yield doubt(
            rt.InferredFromOrder,
            above[0],
            f"”{head.title}” står under sin text; styckena ovanför är lästa som den.",
            f"“{head.title}” stands below its text; the paragraphs above are read as it.",
            severity=rt.Info,
        )


def sentences(runs: list[tuple[Line, ...]], context: Context) -> list[Piece]:
    """The paragraphs that blocks begin with, down to the first that is none."""
    found: list[Piece] = []
    for block in runs[:MOST_BLOCKS]:
        piece = context.document.cut_lines(block)
        if not piece.text.endswith(".") or not piece.text[:1].isupper():
            break
        found.append(piece)
    return found


FAMILY = Family("principles", read)

"""Kommentarer: the paragraphs and bullets of a section of comments, under the headings within it."""

import re
from collections.abc import Iterator

from graph.records import Statement
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read
from loaders.layout.bullets import MARK, Entry, entries
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.layout.sections import Heading, headings, near
from loaders.words.vocabulary import heading_words
from ontology import rt

HEADING = re.compile(rf"(?i){heading_words('comments')}(?:\s+till\s+.{{1,60}})?\s*:?\s*(?:\([^()]{{1,60}}\))?\s*$")
MOST_LINES = 80


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A statement for each paragraph and bullet of such a section; a lone heading ends it."""
    for head in headings(context.document, HEADING):
        yield from (context.heading(line) for line in head.lines)
        group: Piece | None = None
        for entry in entries(context.document, near(context.document, head, HEADING, MOST_LINES)):
            named, lines = parted(entry, context)
            if named and not (lines or goes_on(named, context)):
                break
            group = context.document.cut_lines([named]) if named else group
            if named:
                yield context.heading(named)
            yield from (comment(piece, group, head) for piece in paragraphs(lines, context))


def parted(entry: Entry, context: Context) -> tuple[Line | None, tuple[Line, ...]]:
    """The heading that a text begins with, and the lines behind it."""
    first = entry.lines[0]
    named = not entry.bullet and (first.text.rstrip().endswith(":") or is_heading(context.document, first))
    return (first, entry.lines[1:]) if named else (None, entry.lines)


def goes_on(line: Line, context: Context) -> bool:
    """Whether something is printed right below a line; a blank line may stand behind a colon or before bullets."""
    below = context.document.between(line.number + 1, line.number + 2)
    printed = next((each for each in below if not each.blank), None)
    apart = below[:1] != (printed,)
    return printed is not None and (not apart or line.text.rstrip().endswith(":") or bool(MARK.match(printed.text)))


def paragraphs(lines: tuple[Line, ...], context: Context) -> Iterator[Piece]:
    """Lines parted behind each that ends a sentence."""
    held: list[Line] = []
    for line in lines:
        held.append(line)
        if line.text.rstrip().endswith("."):
            yield context.document.cut_lines(held)
            held = []
    if held:
        yield context.document.cut_lines(held)


def comment(piece: Piece, group: Piece | None, head: Heading) -> Statement:
    """A comment under its heading."""
    return Statement(
        kind=rt.Comment,
        description=piece.text,
        group=group.text.rstrip(":") if group else None,
        table=head.piece.text,
        place=piece.place,
    )


FAMILY = Family("comments", read)

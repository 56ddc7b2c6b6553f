"""Mål från fullmäktige: the council's and the board's goals, short lines under their heading."""

import re
from collections.abc import Iterator

from graph.records import Goal
from loaders.document import Line
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.words.vocabulary import heading_words

HEADING = re.compile(rf"(?i)^\s*{heading_words('council_goals')}\b.{{0,60}}$")
ISSUER = re.compile(r"(?i)fullmäktige|nämnd|styrelse")
END = re.compile(r"(?i)^\s*(?:uppdrag|indikator|perspektiv|\d+\s*$)")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A goal a line, down to the heading of the assignments."""
    for heading in context.document.lines:
        if HEADING.match(heading.text):
            table = context.document.cut_lines([heading]).text
            yield context.heading(heading)
            for line in below(heading, context):
                piece = context.document.cut_lines([line])
                yield (
                    context.heading(line)
                    if ISSUER.search(piece.text)
                    else Goal(title=piece.text, table=table, place=piece.place)
                )


def below(heading: Line, context: Context) -> Iterator[Line]:
    """The printed lines below a heading, as long as they are short."""
    for line in context.document.between(heading.number + 1, len(context.document.lines)):
        if END.match(line.text.replace("\t", " ")) or len(line.text.strip()) > 80:
            return
        if not line.blank:
            yield line


FAMILY = Family("council_goals", read)

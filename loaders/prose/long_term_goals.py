"""Långsiktiga målsättningar: goals under their heading goals, short lines in blocks below the section's heading."""

import re
from collections.abc import Iterator

from graph.records import Goal
from loaders.document import Line, Piece, blocks
from loaders.family import Context, Family, Read
from loaders.layout.bullets import MARK, parts
from loaders.layout.headers import Table
from loaders.layout.headings import LONGEST
from loaders.layout.sections import headings, near
from loaders.words.vocabulary import heading_words

HEADING = re.compile(rf"(?i){heading_words('long_term_goals')}\b(?!.*[.:,]\s*$)")
MOST_BLOCKS = 12
MOST_LINES = 100


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A goal for the first line of each block, and one for each below it, part of the first."""
    for head in headings(context.document, HEADING):
        yield from (context.heading(line) for line in head.lines)
        for block in with_lists(blocks(near(context.document, head, HEADING, MOST_LINES)))[:MOST_BLOCKS]:
            pieces = pieces_of(block, context)
            if len(pieces) < 2 or not all(is_goal(piece) for piece in pieces):
                break
            whole = Goal(title=pieces[0].text, table=head.piece.text, place=pieces[0].place)
            yield whole
            for piece in pieces[1:]:
                yield Goal(title=piece.text, part_of=whole, table=head.piece.text, place=piece.place)


def with_lists(found: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """The blocks, a list of bullets one with the line above it."""
    joined: list[tuple[Line, ...]] = []
    for block in found:
        if joined and len(joined[-1]) == 1 and MARK.match(block[0].text):
            joined[-1] = (*joined[-1], *block)
        else:
            joined.append(block)
    return joined


def pieces_of(block: tuple[Line, ...], context: Context) -> list[Piece]:
    """The lines of a block without their bullets, one that begins in lower case going on the one above it."""
    runs: list[list[Line]] = []
    for line in (bare for each in block for bare, _ in parts(each)):
        if runs and line.text.strip()[:1].islower():
            runs[-1].append(line)
        else:
            runs.append([line])
    return [context.document.cut_lines(run) for run in runs]


def is_goal(piece: Piece) -> bool:
    """Whether a text can be a goal's title: short, beginning with a capital, no sentence of a paragraph."""
    return len(piece.text) < LONGEST and piece.text[:1].isupper() and not piece.text.endswith((".", ":", ","))


FAMILY = Family("long_term_goals", read)

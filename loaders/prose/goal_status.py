"""Måluppfyllelse: perspectives with "Status" beside their name, below each its goals and which way they move."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graph.records import Goal, Perspective, StatusReport
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read
from loaders.layout.headed import heading_over
from loaders.layout.headers import Table
from loaders.words.clean import even
from loaders.words.statuses import TREND, status_of

#: How the last line of a perspective's name ends, and that of a goal's.
PERSPECTIVE = re.compile(r"(?<!\w)Status$")
GOAL = re.compile(rf"(?<!\w){TREND}$")
MOST_LINES = 4
#: So many printed lines that state nothing end a list of goals.
MOST_OTHERS = 4


@dataclass
class Reader:
    """The lines of one list of goals as they are read: those of a name that is not closed yet, and what it is under."""

    context: Context
    table: str | None = None
    perspective: Perspective | None = None
    held: list[Line] = field(default_factory=list)

    def named(self, line: Line, closing: re.Match[str]) -> Piece | None:
        """The name that a line closes, with the lines that it began on; None where there is none."""
        lines, self.held = self.held[-MOST_LINES:], []
        name = self.context.document.cut((lines or [line])[0].start, line.start + closing.start())
        return name or None

    def goal(self, line: Line, closing: re.Match[str]) -> Iterator[Read]:
        """A goal and how it goes."""
        if not (name := self.named(line, closing)):
            return
        status = self.context.document.cut(line.start + closing.start(), line.start + closing.end())
        made = Goal(title=name.text, perspective=self.perspective, table=self.table, place=name.place)
        yield made
        yield StatusReport(
            reports_on=made,
            as_written=status.text,
            status=status_of(status.text),
            year=self.context.plan.year,
            column="Status",
            table=self.table,
            place=self.context.document.stretch((name, status)),
        )


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Perspectives, goals and how these go, wherever a name with "Status" has goals below it."""
    reader = Reader(context)
    for line, closing in perspectives(context):
        held = run_above(context, line)
        first = held[0] if held else line
        heading = heading_over(context.document, first.number)
        if heading and not closes(GOAL, heading.lines[-1]):
            reader.table = heading.piece.text
        reader.held = held
        if name := reader.named(line, closing):
            reader.perspective = Perspective(name=name.text, table=reader.table, place=name.place)
            goals = list(goals_below(reader, line))
            yield from [reader.perspective, *goals] if goals else []


def perspectives(context: Context) -> Iterator[tuple[Line, re.Match[str]]]:
    """The lines that end with "Status" and are no table's head."""
    heads = context.head_lines
    for line in context.document.lines:
        closing = closes(PERSPECTIVE, line)
        if closing and line.number not in heads:
            yield line, closing


def closes(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    """The words at a line's end that close a name."""
    return pattern.search(even(line.text).rstrip())


def run_above(context: Context, line: Line) -> list[Line]:
    """The lines right above a line that state no goal themselves."""
    held: list[Line] = []
    for above in reversed(context.document.between(line.number - MOST_LINES, line.number - 1)):
        if above.blank or closes(GOAL, above):
            break
        held.insert(0, above)
    return held


def goals_below(reader: Reader, head: Line) -> Iterator[Read]:
    """The goals below a perspective, down to the next one, or to lines that state none."""
    below = reader.context.document.between(head.number + 1, len(reader.context.document.lines))
    others = 0
    for before, line in pairwise((head, *below)):
        if closes(PERSPECTIVE, line) or others > MOST_OTHERS:
            break
        if closing := closes(GOAL, line):
            yield from reader.goal(line, closing)
            others = 0
        elif not line.blank:
            reader.held = [line] if before.blank else [*reader.held, line]
            others += 1
    reader.held = []


FAMILY = Family("goal status", read)

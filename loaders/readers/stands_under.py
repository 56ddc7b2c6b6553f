"""What a table or list stands under: the goal, perspective or focus area whose heading is over it."""

import re
from collections.abc import Iterator
from typing import TypeVar

from graph.records import FocusArea, Goal, Perspective, Record
from loaders.document import Document, Line
from loaders.family import Context
from loaders.layout.headings import is_heading

Kind = TypeVar("Kind", FocusArea, Goal, Perspective)
#: Headings that begin no other part: they say what kind of thing a table or list has.
OF_KIND = re.compile(
    r"(?i)(?:(?:våra|nämndens|styrelsens|förvaltningens|egna|särskilda) ){0,2}(?:indikator|nyckeltal|mått|mätetal|styrtal|aktivitet|åtgärd|insats|uppdrag|handlingsplan|uppföljning|mål$|tabell)"
)


def goal_over(context: Context, line: int) -> Goal | None:
    """The goal under whose heading a line stands."""
    return over(context, line, context.of(Goal))


def area_over(context: Context, line: int) -> FocusArea | None:
    """The focus area under whose heading a line stands, perhaps with that of a goal between."""
    return over(context, line, context.of(FocusArea))


def perspective_over(context: Context, line: int) -> Perspective | None:
    """The perspective under whose heading a line stands."""
    return over(context, line, context.of(Perspective))


def over(context: Context, line: int, records: list[Kind]) -> Kind | None:
    """The last record above a line that stands in no cell, where no heading of another part is between."""
    document = context.document
    above = [each for each in records if each.place.first_line < line and not in_cells(document, each)]
    last = max(above, key=lambda each: each.place.first_line, default=None)
    if last is None:
        return None
    passed = goal_lines(context) if isinstance(last, FocusArea | Perspective) else frozenset[int]()
    between = headings(document, last.place.last_line + 1, line)
    return None if any(each.number not in passed and not OF_KIND.match(each.text.strip()) for each in between) else last


def goal_lines(context: Context) -> frozenset[int]:
    """The lines that goals stand on."""
    return frozenset(
        number for goal in context.of(Goal) for number in range(goal.place.first_line, goal.place.last_line + 1)
    )


def in_cells(document: Document, record: Record) -> bool:
    """Whether a record stands in a cell of a table."""
    return "\t" in document.between(record.place.first_line, record.place.first_line)[0].text.strip()


def headings(document: Document, first: int, line: int) -> Iterator[Line]:
    """The headings from a line on down to before another: short lines with a blank one above, in no table and no list."""
    for each in document.between(first, line - 1):
        above = document.between(each.number - 1, each.number - 1)
        apart = not above or above[0].blank
        if (
            apart
            and not each.blank
            and not each.text.lstrip().startswith(("•", "-", "–"))
            and is_heading(document, each)
        ):
            yield each

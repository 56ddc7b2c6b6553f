"""Insatser of an accessibility plan (tillgänglighetsplan): short lines under a heading, activities without numbers."""

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.records import Activity
from loaders.document import Document, Line
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.words.vocabulary import heading_words

HEADING = re.compile(rf"(?i)^\s*{heading_words('measures')}\s*$")
PLAN = re.compile(rf"(?i)^\s*{heading_words('measure_plans')}\b.{{0,60}}$")
BULLET = re.compile(r"\s*[•-]\s")
YEAR = re.compile(r"20\d\d")
#: How far above the list its plan's title may stand.
LINES_ABOVE = 30


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An activity a line, planned for the year in the plan's title."""
    for line in context.document.lines:
        title = plan_title(context.document, line) if HEADING.match(line.text) else None
        if title:
            yield context.heading(line)
            yield context.heading(title)
            year, year_line = title_year(context.document, title)
            if year_line:
                yield context.heading(year_line)
            yield from (measure(item, title, year, context) for item in listed(context.document, line))


def plan_title(document: Document, line: Line) -> Line | None:
    """The nearest title of such a plan above a line."""
    above = reversed(document.between(line.number - LINES_ABOVE, line.number - 1))
    return next((candidate for candidate in above if PLAN.match(candidate.text)), None)


def title_year(document: Document, title: Line) -> tuple[int | None, Line | None]:
    """The year in a title; or alone on the next printed line, with that line."""
    if match := YEAR.search(title.text):
        return int(match[0]), None
    below = next((line for line in document.between(title.number + 1, title.number + 3) if not line.blank), None)
    lone = YEAR.fullmatch(below.text.strip()) if below else None
    return (int(lone[0]), below) if lone else (None, None)


def listed(document: Document, heading: Line) -> Iterator[Line]:
    """The lines right below a heading, or its bullets behind a blank line, down to the next blank one."""
    below = document.between(heading.number + 1, len(document.lines))
    apart = len(below) > 1 and below[0].blank and BULLET.match(below[1].text)
    yield from takewhile(lambda line: not line.blank, below[1:] if apart else below)


def measure(line: Line, title: Line, year: int | None, context: Context) -> Activity:
    """The activity on a line."""
    piece = context.document.cut(line.start, line.end)
    years = (year,) if year else ()
    return Activity(
        title=piece.text.lstrip("•- "),
        planned_year=years,
        table=context.document.cut_lines([title]).text,
        place=piece.place,
    )


FAMILY = Family("measures", read)

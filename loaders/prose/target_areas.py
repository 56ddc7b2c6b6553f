"""Målområden with their goals, as headings in prose: "2.1 Målområde 1: …", "2.1.1 Mål: …"."""

import re
from collections.abc import Iterator

from graph.records import FocusArea, Goal
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.sections import Heading, headings
from loaders.words.vocabulary import heading_words

AREA = re.compile(rf"(?i){heading_words('areas')}\s*(?P<number>\d{{1,2}}|[A-H](?=\s*[:.–-]))?\s*[:.–-]\s*(?=\S)")
GOAL = re.compile(rf"(?i){heading_words('goals')}\s*(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)?\s*:\s*(?=\S)")
EITHER = re.compile(f"(?:{AREA.pattern[4:]}|{GOAL.pattern[4:].replace('number', 'other')})", re.IGNORECASE)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A focus area for each heading of an area, and a goal for each below it."""
    area: FocusArea | None = None
    for head in headings(context.document, EITHER):
        if named := AREA.match(head.title):
            area = FocusArea(
                name=head.title[named.end() :], notation=named["number"] or head.number, place=head.piece.place
            )
            yield area
        elif named := GOAL.match(head.title):
            yield goal(head, named, area)


def goal(head: Heading, named: re.Match[str], area: FocusArea | None) -> Goal:
    """The goal of a heading, under the area whose heading came before."""
    return Goal(
        title=head.title[named.end() :],
        notation=named["number"] or head.number,
        focus_area=area,
        place=head.piece.place,
    )


FAMILY = Family("target_areas", read)

"""Målområden with their goals, as headings in prose: "2.1 Målområde 1: …", "2.1.1 Mål: …", "Nämndmål N1 – …"."""

import re
from collections.abc import Iterator

from graph.records import FocusArea, Goal, Perspective
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.sections import Heading, headings
from loaders.words.vocabulary import heading_words

AREA = re.compile(rf"(?i){heading_words('areas')}\s*(?P<number>\d{{1,2}}|[A-H](?=\s*[:.–-]))?\s*[:.–-]\s*(?=\S)")
#: A goal's number may have letters; behind a number no colon is needed: "Mål 2 Alla trivs".
GOAL = re.compile(
    rf"(?i){heading_words('goals')}\s*(?P<number>(?:[A-ZÅÄÖ]{{1,3}}[ -]?)?\d{{1,2}}(?:\.\d{{1,2}})*(?!\d))?"
    r"(?:\s*[:–-]\s*(?=\S)|(?<=\d)\.?\s+(?-i:(?=[A-ZÅÄÖ])))"
)
PERSPECTIVE = re.compile(r"(?i)perspektiv(?:et)?\s*(?:\d\s*)?[:–-]\s*(?=\S)")
EITHER = re.compile(
    f"(?:{AREA.pattern[4:]}|{PERSPECTIVE.pattern[4:]}|{GOAL.pattern[4:].replace('number', 'other')})", re.IGNORECASE
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A focus area for each heading of an area, a perspective for each of such, and a goal for each below them."""
    area: FocusArea | None = None
    perspective: Perspective | None = None
    for head in headings(context.document, EITHER):
        if named := AREA.match(head.title):
            area = FocusArea(
                name=head.title[named.end() :], notation=named["number"] or head.number, place=head.piece.place
            )
            yield area
        elif named := PERSPECTIVE.match(head.title):
            perspective = Perspective(name=head.title[named.end() :], place=head.piece.place)
            yield perspective
        elif named := GOAL.match(head.title):
            yield goal(head, named, area, perspective)


def goal(head: Heading, named: re.Match[str], area: FocusArea | None, perspective: Perspective | None) -> Goal:
    """The goal of a heading, under the area or the perspective whose heading came before."""
    return Goal(
        title=head.title[named.end() :],
        notation=named["number"] or head.number,
        focus_area=area,
        perspective=perspective,
        place=head.piece.place,
    )


FAMILY = Family("target_areas", read)

"""Målområden with their goals, as headings in prose: "2.1 Målområde 1: …", "2.1.1 Mål: …", "Nämndmål N1 – …"."""

import re
from collections.abc import Iterator

from graph.records import FocusArea, Goal, Perspective
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.layout.sections import Heading, headings
from loaders.words.vocabulary import heading_words

AREA = re.compile(rf"(?i){heading_words('areas')}\s*(?P<number>\d{{1,2}}|[A-H](?=\s*[:.–-]))?\s*[:.–-]\s*(?=\S)")
#: A goal's number may have letters; behind a number no colon is needed: "Mål 2 Alla trivs".
GOAL = re.compile(
    rf"(?i){heading_words('goals')}\s*(?P<number>(?:[A-ZÅÄÖ]{{1,3}}[ -]?)?\d{{1,2}}(?:\.\d{{1,2}})*(?!\d))?"
    r"(?:\s*[:–-]\s*(?=\S)|(?<=\d)\.?\s+(?-i:(?=[A-ZÅÄÖ])))"
)
PERSPECTIVE = re.compile(r"(?i)perspektiv(?:et)?\s*(?:\d\s*)?[:–-]\s*(?=\S)")
#: A heading without a sign between the word and the name: "Målområde God hälsa", "Perspektiv medborgare och kund".
BARE_AREA = re.compile(rf"(?i){heading_words('areas_by_name')}\s+(?-i:(?=[A-ZÅÄÖ]))")
BARE_PERSPECTIVE = re.compile(
    r"(?i)perspektiv(?:et)?\s+(?!(?:på|för|och|i|av|som|med|från|till|inom|är|har|ska)\b)(?=[^\W\d_])"
)
MOST_WORDS = 8
EITHER = re.compile(
    f"(?:{AREA.pattern[4:]}|{BARE_AREA.pattern[4:]}|{PERSPECTIVE.pattern[4:]}|{BARE_PERSPECTIVE.pattern[4:]}|{GOAL.pattern[4:].replace('number', 'other')})",
    re.IGNORECASE,
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A focus area for each heading of an area, a perspective for each of such, and a goal for each below them."""
    area: FocusArea | None = None
    perspective: Perspective | None = None
    for head in headings(context.document, EITHER):
        bare = stands_apart(head, context)
        if named := AREA.match(head.title) or (bare and BARE_AREA.match(head.title)):
            area = FocusArea(
                name=head.title[named.end() :],
                notation=named.groupdict().get("number") or head.number,
                place=head.piece.place,
            )
            yield area
        elif named := PERSPECTIVE.match(head.title) or (bare and BARE_PERSPECTIVE.match(head.title)):
            perspective = Perspective(name=head.title[named.end() :], place=head.piece.place)
            yield perspective
        elif named := GOAL.match(head.title):
            yield goal(head, named, area, perspective)


def stands_apart(head: Heading, context: Context) -> bool:
    """Whether a heading of a few words stands between blank lines and is no table's head."""
    first, last = head.lines[0].number, head.lines[-1].number
    beside = (*context.document.between(first - 1, first - 1), *context.document.between(last + 1, last + 1))
    short = len(head.title.split()) <= MOST_WORDS and is_heading(context.document, head.lines[-1])
    return short and all(line.blank for line in beside) and context.head_lines.isdisjoint(range(first, last + 1))


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

"""Vision and grunduppdrag: what a plan says that its organisation is for."""

import re
from collections.abc import Iterator

from graph.records import Statement
from loaders.document import Piece, blocks
from loaders.family import Context, Family, Read
from loaders.layout.bullets import Entry, entries
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.layout.sections import Heading, headings, near
from loaders.layout.squeeze import squeeze
from loaders.words.vocabulary import heading_words
from ontology import rt

VISION = re.compile(rf"(?i)(?:\S+\s+)?{heading_words('vision')}(?:\s+\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?\s*$")
MISSION = re.compile(
    rf"(?i)(?:{heading_words('owners')}\s+)?(?:{heading_words('mission')}|(?P<base>{heading_words('base_mission')}))"
    r"(?:\s+enligt\s+.{1,60})?\s*$"
)
QUOTED = re.compile(r"[”“\"»](?P<inner>[^”“\"«»]{3,200})[”“\"«]")
#: How many lines a vision takes at most, and the list of missions.
MOST_LINES = 12
MOST_LINES_LIST = 60
#: A motto of fewer letters is found again by chance.
SHORTEST_MOTTO = 12
#: A paragraph that tells a motto at length is so many times longer.
AT_LENGTH = 3


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Visions and missions."""
    yield from visions(context)
    for head in headings(context.document, MISSION):
        for piece in missions(head, context):
            yield Statement(kind=rt.Mission, description=piece.text, table=head.piece.text, place=piece.place)


def visions(context: Context) -> Iterator[Read]:
    """The vision below each such heading; a plan has one, so the first is looked for again told at length."""
    first: Piece | None = None
    for head in headings(context.document, VISION):
        if motto := motto_below(head, context):
            first = first or motto
            yield from (context.heading(line) for line in head.lines)
            yield Statement(kind=rt.Vision, description=motto.text, table=head.piece.text, place=motto.place)
    for piece in repeated(first, context) if first else ():
        yield Statement(kind=rt.Vision, description=piece.text, place=piece.place)


def motto_below(head: Heading, context: Context) -> Piece | None:
    """The paragraph right below a heading; what stands in quotation marks where something does."""
    last = head.lines[-1].number
    near = blocks(context.document.between(last + 1, last + MOST_LINES + 2))[:1]
    if not near or len(near[0]) > MOST_LINES or near[0][0].number > last + 2:
        return None
    whole = context.document.cut_lines(near[0])
    inner = QUOTED.search(context.document.source.text[near[0][0].start : near[0][-1].end])
    start = near[0][0].start
    return context.document.cut(start + inner.start("inner"), start + inner.end("inner")) if inner else whole


def repeated(motto: Piece, context: Context) -> Iterator[Piece]:
    """The paragraphs in which a motto stands again."""
    words = squeeze(motto.text)
    for block in blocks(context.document.lines) if len(words) >= SHORTEST_MOTTO else ():
        apart = block[-1].number < motto.line or block[0].number > motto.line
        told = squeeze(" ".join(line.text for line in block)) if apart else ""
        if words in told and (len(block) > 1 or len(told) > AT_LENGTH * len(words)):
            yield context.document.cut_lines(block)


def missions(head: Heading, context: Context) -> Iterator[Piece]:
    """The list right below a heading, or behind the sentence that announces them; without any, that paragraph."""
    named = MISSION.match(head.title)
    base = named is not None and bool(named["base"])
    found = list(entries(context.document, near(context.document, head, MISSION, MOST_LINES_LIST)))
    lead = found[0] if found and not found[0].in_list else None
    if not found or (lead and not announces(lead, base=base, context=context)):
        return
    listed = found[1:] if lead else found
    bullets = listed[: next((at for at, entry in enumerate(listed) if not entry.in_list), len(listed))]
    yield from (entry.piece for entry in bullets if entry.piece)
    if lead and not bullets:
        yield lead.piece


def announces(lead: Entry, *, base: bool, context: Context) -> bool:
    """Whether a text may stand between a heading and its list: a sentence; below a lone "Uppdrag" one with a colon."""
    if is_heading(context.document, lead.lines[-1]):
        return False
    return lead.piece.text.endswith((":", ".") if base else ":")


FAMILY = Family("statements", read)

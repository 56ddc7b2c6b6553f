"""Mål utifrån invånarperspektiv: goals by name, each with the sentence that describes it."""

import re
from collections.abc import Iterator

from graph.place import Place
from graph.records import Goal
from loaders.document import Line, Piece, blocks
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading, last_printed
from loaders.layout.sections import Heading, headings, near
from loaders.words.vocabulary import heading_words
from ontology import rt

HEADING = re.compile(rf"(?i){heading_words('goals_by_perspective')}\s+(?:\S+\s+)?\S*perspektiv(?:et)?\s*$")
MOST_LINES = 40
LONGEST_DESCRIPTION = 250
#: A goal's name on a line of its own has no more words.
MOST_WORDS = 5


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A goal for each name with a description below it; a lone description has its name above the section's heading."""
    for head in headings(context.document, HEADING):
        yield from (context.heading(line) for line in head.lines)
        begun = False
        for block in with_sentences(blocks(near(context.document, head, HEADING, MOST_LINES))):
            made = list(goal_of(block, head, context, begun=begun))
            if (begun and not made) or block[0].text.lstrip().startswith(("•", "- ")):
                break
            begun = begun or bool(made)
            yield from made


def with_sentences(found: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """The blocks, a name of a few words one with the line of more words below it."""
    joined: list[tuple[Line, ...]] = []
    for block in found:
        name = joined[-1] if joined else ()
        if len(name) == len(block) == 1 and len(name[0].text.split()) <= MOST_WORDS < len(block[0].text.split()):
            joined[-1] = (*name, *block)
        else:
            joined.append(block)
    return joined


def goal_of(block: tuple[Line, ...], head: Heading, context: Context, *, begun: bool) -> Iterator[Read]:
    """The goal of a block, if it states one."""
    if len(block) < 2 or block[-1].text.rstrip().endswith((".", ":")):
        return
    if is_heading(context.document, block[0]):
        named, described = context.document.cut_lines(block[:1]), context.document.cut_lines(block[1:])
        if len(described.text) < LONGEST_DESCRIPTION:
            yield goal(named, described, head)
        return
    described = context.document.cut_lines(block)
    above = last_printed(context.document, head.lines[0].number)
    if not begun and above and len(described.text) < LONGEST_DESCRIPTION and is_heading(context.document, above):
        yield (made := goal(context.document.cut_lines([above]), described, head))
        yield name_apart(made)


def goal(named: Piece, described: Piece, head: Heading) -> Goal:
    """A goal with its description."""
    place = Place((*named.place.spans, *described.place.spans))
    return Goal(title=named.text, description=described.text, table=head.piece.text, place=place)


def name_apart(made: Goal) -> Read:
    """The note that a goal's name stands apart from its description."""
    return doubt(
        rt.InferredFromOrder,
        made.place,
        f"”{made.title}” står skilt från sin beskrivning; de är sammanförda efter sin ordning.",
        f"“{made.title}” stands apart from its description; they are put together by their order.",
        about=made,
        severity=rt.Info,
    )


FAMILY = Family("perspective_goals", read)

"""Intentions: what a board intends or asks its administration to do, bullets behind a sentence that says so."""

import re
from collections.abc import Iterator

from graph.records import Goal, Intention
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read
from loaders.layout.bullets import entries
from loaders.layout.headers import Table

#: "Under planperioden avser nämnden:", "Uppdraget från nämnden till förvaltningen under planperioden är:".
ANNOUNCED = re.compile(
    r"(?i)\b(?:avser\b|uppdra(?:r|ger)\b|(?:ges|får)\s+i\s+uppdrag\b|ger\b.{0,60}\bi\s+uppdrag\b"
    r"|uppdrag(?:et|en)?\s+(?:från|till|åt)\b|ska\s+\S{0,40}(?:nämnden|styrelsen|förvaltningen)\b)"
    r".{0,100}(?::|\batt)$"
)
#: How many lines such a sentence and its bullets take at most.
MOST_LINES = 120


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An intention for each bullet behind such a sentence, under the goal whose heading came last."""
    lines = context.document.lines
    for at, line in enumerate(lines):
        said = sentence(context, line) if line.text.rstrip().endswith((":", " att")) else ""
        if ANNOUNCED.search(said):
            yield context.heading(line)
            for piece in bullets(context, lines[at + 1 : at + MOST_LINES]):
                goal, group = goal_above(context, piece), said.removesuffix(":")
                yield Intention(description=piece.text, goal=goal, group=group, place=piece.place)


def sentence(context: Context, line: Line) -> str:
    """A line, with the one above where the sentence began there."""
    above = context.document.between(line.number - 1, line.number - 1)
    whole = [*(above if above and line.text.strip()[:1].islower() else ()), line]
    return context.document.cut_lines(whole).text


def bullets(context: Context, lines: tuple[Line, ...]) -> Iterator[Piece]:
    """The bullets right below, or the paragraphs that begin in lower case, down to the first text between."""
    apart = bool(lines) and lines[0].blank
    for entry in entries(context.document, lines):
        if not entry.bullet and not (apart and entry.in_list):
            return
        if entry.piece:
            yield entry.piece


def goal_above(context: Context, piece: Piece) -> Goal | None:
    """The last goal stated above a bullet."""
    above = [goal for goal in context.of(Goal) if goal.place.first_line < piece.line]
    return max(above, key=lambda goal: goal.place.first_line, default=None)


FAMILY = Family("intentions", read, after=("target_areas",))

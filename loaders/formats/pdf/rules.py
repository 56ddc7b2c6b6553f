"""Drawn lines out of the thin areas that make them: dashes and dots joined, double lines made one."""

from collections.abc import Iterable, Sequence

from graph.place import Box
from loaders.formats.pdf.page import Fill, Rule

#: Lines nearer than this are one: no row of words is as low.
NEAR = 3.2
#: Pieces on one line are joined over a gap this wide, and dashes and dots over a wider one.
GAP, DASH_GAP = 3.2, 6.5
#: A piece shorter than this is a dash, one shorter than that a dot, which has no direction of its own.
DASH, DOT = 12.0, 3.6
#: Lines shorter than this part no cells.
SHORTEST = 5.0


def rules_of(thin: Iterable[Box]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The lines across and the lines down that some thin areas make."""
    across, down = [], []
    for left, top, right, bottom in thin:
        width, height = right - left, bottom - top
        if width >= height or width <= DOT:
            across.append(Rule((top + bottom) / 2, left, right))
        if height >= width or height <= DOT:
            down.append(Rule((left + right) / 2, top, bottom))
    return joined(across), joined(down)


def edges_of(fills: Iterable[Fill]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The edges of filled areas as lines, across and down."""
    boxes = [fill.box for fill in fills]
    across = [Rule(y, left, right) for left, top, right, bottom in boxes for y in (top, bottom)]
    down = [Rule(x, top, bottom) for left, top, right, bottom in boxes for x in (left, right)]
    return joined(across), joined(down)


def joined(pieces: Sequence[Rule]) -> tuple[Rule, ...]:
    """Pieces on one line joined; what is left too short is none."""
    whole = [rule for line in lined_up(pieces) for rule in end_to_end(line)]
    return tuple(rule for rule in whole if rule.end - rule.start >= SHORTEST)


def lined_up(pieces: Iterable[Rule]) -> list[list[Rule]]:
    """Pieces by the line that they lie on."""
    lines: list[list[Rule]] = []
    for piece in sorted(pieces):
        if lines and piece.at - lines[-1][0].at <= NEAR:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def end_to_end(line: Sequence[Rule]) -> list[Rule]:
    """The lines that the pieces of one make; each lies where the longest of them does."""
    found: list[Rule] = []
    longest = 0.0
    for at, start, end in sorted(line, key=lambda rule: rule.start):
        length = end - start
        if found and start - found[-1].end <= (DASH_GAP if min(length, longest) < DASH else GAP):
            place = at if length > longest else found[-1].at
            found[-1] = Rule(place, found[-1].start, max(found[-1].end, end))
            longest = max(longest, length)
        else:
            found.append(Rule(at, start, end))
            longest = length
    return found

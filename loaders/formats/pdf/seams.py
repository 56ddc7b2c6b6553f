"""Tables that touch: a line across all of them at which columns end and others begin parts the one from the next."""

from collections.abc import Sequence

from loaders.formats.pdf.page import Rule
from loaders.formats.pdf.rules import NEAR, joined

#: Borders nearer than this are one, double.
THINNEST = 5.0

Rules = tuple[list[Rule], list[Rule]]


def unseamed(across: Sequence[Rule], down: Sequence[Rule]) -> list[Rules]:
    """The lines of each of the tables that some lines which touch make, from above downwards."""
    rest: Rules = list(across), list(down)
    found = []
    for at in seams(across, down):
        above, rest = cut(rest, at)
        found.append(above)
    return [*found, rest]


def seams(across: Sequence[Rule], down: Sequence[Rule]) -> list[float]:
    """Where a table ends and the next begins, from above downwards."""
    starts, ends = {rule.start for rule in down}, {rule.end for rule in down}
    if len(starts) < 2 or len(ends) < 2:
        return []
    left, right = min(rule.at for rule in down), max(rule.at for rule in down)
    whole = [rule.at for rule in joined(across) if rule.start - NEAR <= left and right <= rule.end + NEAR]
    found: list[float] = []
    for at in whole:
        if (not found or at - found[-1] > THINNEST) and is_seam(at, down, found[-1] if found else min(starts)):
            found.append(at)
    return found


def is_seam(at: float, down: Sequence[Rule], top: float) -> bool:
    """Whether a column ends at a line across, and one begins that the rows from the top on have not."""
    above = [rule.at for rule in down if rule.start < at - THINNEST and rule.end > top + THINNEST]
    ended = any(abs(rule.end - at) <= THINNEST for rule in down if rule.at in above)
    begun = [rule.at for rule in down if abs(rule.start - at) <= THINNEST]
    return ended and any(min((abs(x - one) for one in above), default=0) > NEAR for x in begun)


def cut(rules: Rules, at: float) -> tuple[Rules, Rules]:
    """Lines above a seam and those below; the one at it is of both, those through it are parted."""
    across, down = rules
    above = [rule for rule in across if rule.at <= at + NEAR]
    below = [rule for rule in across if rule.at >= at - NEAR]
    upper = [Rule(x, start, min(end, at)) for x, start, end in down if start < at - THINNEST]
    lower = [Rule(x, max(start, at), end) for x, start, end in down if end > at + THINNEST]
    return (above, upper), (below, lower)

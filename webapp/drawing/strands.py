"""A thread drawn downwards: in which lane each thing of it stands, and how the lanes run, split and join between them.

Rows stand under each other and may be of any height: each tells which lanes run through it from its top to its bottom.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["knot", "end", "joint"]


@dataclass(frozen=True)
class Knot:
    """A thing in a group, an edition; `ended` where the thread ends with it, whatever comes later."""

    name: str
    group: int
    ended: bool = False


@dataclass(frozen=True)
class Tie:
    """That one knot is carried on by one of a later group; drawn whole if `sure`, else dashed."""

    earlier: str
    later: str
    sure: bool = True


@dataclass(frozen=True, order=True)
class Strand:
    """A piece of thread from the lane `top` (0-based) at a row's upper edge to the lane `bottom` at its lower one."""

    top: int
    bottom: int
    sure: bool = True


@dataclass(frozen=True)
class Row:
    """A row: a knot, the end of a thread after its last knot, or what is between two groups.

    `strands` pass beside the row's own `lane`; a knot's thread comes from `above` and goes on `below` where they say so.
    `group` is that of the knot; of a joint the one before it.
    """

    kind: Kind
    name: str = ""
    lane: int = 0
    strands: tuple[Strand, ...] = ()
    above: bool = False
    below: bool = False
    group: int = 0


@dataclass(frozen=True)
class Course:
    """All rows from the first to the last, and how many lanes they take."""

    rows: tuple[Row, ...]
    lanes: int


def course(knots: Sequence[Knot], ties: Collection[Tie]) -> Course:
    """How a thread runs through its knots, the earliest group first; ties to knots that are not there are left out."""
    groups = sorted({knot.group for knot in knots})
    at = {knot.name: groups.index(knot.group) for knot in knots}
    known = [tie for tie in ties if tie.earlier in at and tie.later in at and at[tie.earlier] < at[tie.later]]
    lanes = _lanes(knots, known, at)
    rows = tuple(_rows(knots, known, at, lanes))
    return Course(rows, max(lanes.values(), default=0) + 1)


def _lanes(knots: Sequence[Knot], ties: Sequence[Tie], at: Mapping[str, int]) -> dict[str, int]:
    """A lane for each knot: that of what it carries on if it is free, else the first free one."""
    lanes: dict[str, int] = {}
    for step in range(len(set(at.values()))):
        taken = {lanes[tie.earlier] for tie in ties if at[tie.earlier] < step < at[tie.later]}
        for knot in (each for each in knots if at[each.name] == step):
            wished = [lanes[tie.earlier] for tie in ties if tie.later == knot.name]
            free = (lane for lane in (*wished, *range(len(knots) * 2 + 1)) if lane not in taken)
            lanes[knot.name] = next(free)
            taken.add(lanes[knot.name])
    return lanes


def _rows(knots: Sequence[Knot], ties: Sequence[Tie], at: Mapping[str, int], lanes: Mapping[str, int]) -> Iterator[Row]:
    steps = len(set(at.values()))
    for step in range(steps):
        here = [knot for knot in knots if at[knot.name] == step]
        for place, knot in enumerate(here):
            beside = _beside(step, [each.name for each in here], place, ties, at, lanes)
            above, below = (any(name == knot.name for name in _ends(ties, side)) for side in ("later", "earlier"))
            yield Row("knot", knot.name, lanes[knot.name], beside, above, below or knot.ended, knot.group)
            if knot.ended:
                yield Row("end", knot.name, lanes[knot.name], beside, above=True, below=below, group=knot.group)
        if step + 1 < steps:
            yield Row("joint", strands=tuple(_joint(step, ties, at, lanes)), group=here[0].group)


def _ends(ties: Sequence[Tie], side: str) -> list[str]:
    return [getattr(tie, side) for tie in ties]


def _beside(
    step: int, here: Sequence[str], place: int, ties: Sequence[Tie], at: Mapping[str, int], lanes: Mapping[str, int]
) -> tuple[Strand, ...]:
    """What passes a knot: what has left those before it in its group, what comes to those after it, what passes the group."""
    gone, coming = set(here[:place]), set(here[place + 1 :])
    passing = {
        (lanes[tie.later] if tie.later in coming else lanes[tie.earlier]): tie.sure
        for tie in ties
        if tie.earlier in gone or tie.later in coming or at[tie.earlier] < step < at[tie.later]
    }
    return tuple(Strand(lane, lane, sure) for lane, sure in sorted(passing.items()))


def _joint(step: int, ties: Sequence[Tie], at: Mapping[str, int], lanes: Mapping[str, int]) -> list[Strand]:
    """How the lanes run from one group to the next."""
    found = {
        Strand(lanes[tie.earlier], lanes[tie.later] if at[tie.later] == step + 1 else lanes[tie.earlier], tie.sure)
        for tie in ties
        if at[tie.earlier] <= step < at[tie.later]
    }
    return sorted(found)

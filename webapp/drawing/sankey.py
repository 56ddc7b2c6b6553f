"""Flows: threads that run through columns of nodes; a node is as high as its threads are thick together, as is a ribbon's end.

The order in the columns is that of the mean of neighbours (barycentres), swept to and fro, where fewest ribbons cross.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

SWEEPS = 6

Order = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Strand:
    """A thread: the key of its node in each column, from the first to the last, and what it counts for (not below 0)."""

    stops: tuple[str, ...]
    value: float


@dataclass(frozen=True)
class Node:
    """A node as it stands: its column (0-based), its key, what it counts for, its upper edge and height in picture units."""

    column: int
    key: str
    value: float
    top: float
    height: float


@dataclass(frozen=True)
class Ribbon:
    """A strand (by its index) between a column and the next: upper edges at both ends, and thickness, in picture units."""

    strand: int
    column: int
    start: float
    end: float
    thickness: float


@dataclass(frozen=True)
class Flow:
    """A picture of a flow, `height` units high; a strand has one ribbon less than there are columns."""

    nodes: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    height: float


def flow(strands: Sequence[Strand], thickness: float, gap: float, last: frozenset[str] = frozenset()) -> Flow:
    """Where everything stands: all strands are `thickness` units together, nodes at least `gap` apart.

    Keys in `last` stand at the foot of their columns.
    """
    order = _ordered(strands, lambda key: key in last)
    totals = tuple(_totals(strands, column) for column in range(len(order)))
    unit = thickness / (sum(strand.value for strand in strands) or 1.0)
    height = thickness + gap * max((len(keys) - 1 for keys in order), default=0)
    nodes = tuple(
        node for column, keys in enumerate(order) for node in _stacked(column, keys, totals[column], unit, height)
    )
    return Flow(nodes, _ribbons(strands, nodes, len(order), unit), height)


def ribbon_path(ribbon: Ribbon, left: float, right: float) -> str:
    """The outline of a ribbon from `left` to `right` as the `d` of an SVG path."""
    half, thick = (left + right) / 2, ribbon.thickness
    there = f"M{left:.1f} {ribbon.start:.1f}C{half:.1f} {ribbon.start:.1f} {half:.1f} {ribbon.end:.1f} {right:.1f} {ribbon.end:.1f}"
    low, high = ribbon.end + thick, ribbon.start + thick
    return f"{there}V{low:.1f}C{half:.1f} {low:.1f} {half:.1f} {high:.1f} {left:.1f} {high:.1f}Z"


def _totals(strands: Sequence[Strand], column: int) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for strand in strands:
        found[strand.stops[column]] += strand.value
    return found


def _ordered(strands: Sequence[Strand], low: Callable[[str], bool]) -> Order:
    """The best of the orders that sweeps give, the first included; nodes that are `low` come last in each."""
    width = len(strands[0].stops) if strands else 0
    order = tuple(tuple(sorted(_totals(strands, column), key=low)) for column in range(width))
    best, least = order, crossings(strands, order)
    for sweep in range(SWEEPS):
        order = _swept(strands, order, low, backwards=sweep % 2 == 1)
        if (count := crossings(strands, order)) < least:
            best, least = order, count
    return best


def _swept(strands: Sequence[Strand], order: Order, low: Callable[[str], bool], *, backwards: bool) -> Order:
    """The columns sorted one after the other by where the neighbours before them stand."""
    new, step = list(order), 1 if backwards else -1
    for column in range(len(order) - 2, -1, -1) if backwards else range(1, len(order)):
        beside = {key: index for index, key in enumerate(new[column + step])}
        means = _barycentres(strands, column, column + step, beside)
        new[column] = tuple(sorted(new[column], key=lambda key: (low(key), means[key])))
    return tuple(new)


def _barycentres(strands: Sequence[Strand], column: int, other: int, at: dict[str, int]) -> dict[str, float]:
    found: dict[str, list[int]] = defaultdict(list)
    for strand in strands:
        found[strand.stops[column]].append(at[strand.stops[other]])
    return {key: fmean(places) for key, places in found.items()}


def crossings(strands: Sequence[Strand], order: Order) -> int:
    """How many pairs of strands cross between columns."""
    at = [{key: index for index, key in enumerate(keys)} for keys in order]
    return sum(_inversions(strands, at, column) for column in range(len(order) - 1))


def _inversions(strands: Sequence[Strand], at: Sequence[dict[str, int]], column: int) -> int:
    pairs = sorted((at[column][each.stops[column]], at[column + 1][each.stops[column + 1]]) for each in strands)
    passed: list[int] = []
    count = 0
    for _, there in pairs:
        count += len(passed) - bisect_right(passed, there)
        insort(passed, there)
    return count


def _stacked(column: int, keys: tuple[str, ...], totals: dict[str, float], unit: float, height: float) -> list[Node]:
    """The nodes of a column one below the other, spread over the whole height; a single one in its middle."""
    room = height - unit * sum(totals[key] for key in keys)
    between = room / (len(keys) - 1) if len(keys) > 1 else 0.0
    top, found = 0.0 if len(keys) > 1 else room / 2, []
    for key in keys:
        found.append(Node(column, key, totals[key], top, totals[key] * unit))
        top += totals[key] * unit + between
    return found


def _ribbons(strands: Sequence[Strand], nodes: tuple[Node, ...], columns: int, unit: float) -> tuple[Ribbon, ...]:
    tops = {(node.column, node.key): node.top for node in nodes}
    starts = [_edges(strands, tops, column, column + 1, unit) for column in range(columns - 1)]
    ends = [_edges(strands, tops, column + 1, column, unit) for column in range(columns - 1)]
    return tuple(
        Ribbon(index, column, starts[column][index], ends[column][index], strand.value * unit)
        for column in range(columns - 1)
        for index, strand in enumerate(strands)
    )


def _edges(
    strands: Sequence[Strand], tops: dict[tuple[int, str], float], column: int, other: int, unit: float
) -> dict[int, float]:
    """Where each strand's upper edge is at its node in a column, on the side of another: in the order of the far ends."""
    free = {key: top for (at, key), top in tops.items() if at == column}
    far = [tops[other, strand.stops[other]] for strand in strands]
    found = {}
    for index in sorted(range(len(strands)), key=lambda index: far[index]):
        key = strands[index].stops[column]
        found[index] = free[key]
        free[key] += strands[index].value * unit
    return found

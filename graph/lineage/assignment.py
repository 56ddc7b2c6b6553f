"""The best way to pair things: the pairing whose likenesses sum to the most, each thing in one pair at most."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
#: An optimum among more things than this, all entangled, costs more than it is worth: there the best pair goes first.
ENTANGLED = 300


def best_pairs(scores: Mapping[tuple[Thing, Thing], float]) -> list[tuple[Thing, Thing]]:
    """The pairs to keep of those that are possible, with their scores (above 0)."""
    kept: list[tuple[Thing, Thing]] = []
    for island in _islands(scores):
        kept += _best_first(island) if len(island) > ENTANGLED else _optimum(island)
    return kept


def _islands(scores: Mapping[tuple[Thing, Thing], float]) -> Iterator[dict[tuple[Thing, Thing], float]]:
    """The pairs in lots that have nothing in common, in the order they came."""
    of_earlier, of_later = defaultdict(list), defaultdict(list)
    for pair in scores:
        of_earlier[pair[0]].append(pair)
        of_later[pair[1]].append(pair)
    seen: set[tuple[Thing, Thing]] = set()
    for start in scores:
        pending, island = [start], {}
        while pending:
            pair = pending.pop()
            if pair not in seen:
                seen.add(pair)
                island[pair] = scores[pair]
                pending += of_earlier[pair[0]] + of_later[pair[1]]
        if island:
            yield island


def _best_first(scores: Mapping[tuple[Thing, Thing], float]) -> Iterator[tuple[Thing, Thing]]:
    earlier, later = set(), set()
    for pair in sorted(scores, key=lambda each: -scores[each]):
        if pair[0] not in earlier and pair[1] not in later:
            earlier.add(pair[0])
            later.add(pair[1])
            yield pair


def _optimum(scores: Mapping[tuple[Thing, Thing], float]) -> Iterator[tuple[Thing, Thing]]:
    """The Hungarian method with potentials, row by row; what may not be paired has a likeness of 0."""
    if len(scores) == 1:
        yield from scores
        return
    rows, columns = list(dict.fromkeys(pair[0] for pair in scores)), list(dict.fromkeys(pair[1] for pair in scores))
    width = max(len(rows), len(columns))
    cost = [[-scores.get((row, column), 0.0) for column in columns] + [0.0] * (width - len(columns)) for row in rows]
    taken = _paths(cost, width)
    for place, row in enumerate(taken):
        if row is not None and place < len(columns) and (rows[row], columns[place]) in scores:
            yield rows[row], columns[place]


def _paths(cost: list[list[float]], width: int) -> list[int | None]:
    """Which row each column goes to at the least cost: one shortest augmenting path a row."""
    of_row, of_column = [0.0] * len(cost), [0.0] * width
    taken: list[int | None] = [None] * width
    for start in range(len(cost)):
        least, came, used = [float("inf")] * width, [-1] * width, [False] * width
        row, last = start, -1
        while True:
            reached = _relax(cost[row], of_row[row], of_column, least, came, used, last)
            step = least[reached]
            of_row[start] += step
            for column in range(width):
                if used[column]:
                    of_row[taken[column] or 0] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            used[reached], last = True, reached
            owner = taken[reached]
            if owner is None:
                break
            row = owner
        while last != -1:
            taken[last] = start if came[last] == -1 else taken[came[last]]
            last = came[last]
    return taken


def _relax(
    cost: list[float],
    of_row: float,
    of_column: list[float],
    least: list[float],
    came: list[int],
    used: list[bool],
    last: int,
) -> int:
    """See which columns are nearer by way of this row; the nearest."""
    for column, each in enumerate(cost):
        if not used[column] and (way := each - of_row - of_column[column]) < least[column]:
            least[column], came[column] = way, last
    return min((column for column in range(len(cost)) if not used[column]), key=least.__getitem__)

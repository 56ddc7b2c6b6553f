"""Tables out of drawn lines: the grid that they make, which of its borders are drawn, and the cells between.

Columns are those of the whole table: where a row lacks the lines between them, as every second one does in a banded
table, the words tell whether the row is parted all the same or is one cell across.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from loaders.formats.pdf.gaps import FLOWS
from loaders.formats.pdf.grid import Grid, Place
from loaders.formats.pdf.page import Rule, Word
from loaders.formats.pdf.rules import NEAR
from loaders.formats.pdf.seams import unseamed
from loaders.formats.pdf.setting import lines_of, middle

#: More lines than this on a page draw no tables.
MOST_RULES = 800
#: Borders nearer than this are one, double: no word stands between.
THINNEST = 5.0
#: A border is drawn where lines cover this share of it.
COVERED = 0.6
#: Words begin no farther than this from the left side of their cell.
PADDING = 9.0
#: A table has at least this many places where lines meet.
FEWEST_CROSSINGS = 4

#: Words of two cells are farther apart than this share of their height.
APART = 0.8

Borders = Sequence[Sequence[bool]]
Lines = Sequence[Sequence[Word]]


@dataclass(frozen=True)
class Lattice:
    """Lines that touch one another, and the grid of the borders that they make."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    grid: Grid


def lattices(across: Sequence[Rule], down: Sequence[Rule]) -> list[Lattice]:
    """The lattices on a page, from above downwards."""
    if max(len(across), len(down)) > MOST_RULES:
        across, down = longest(across), longest(down)
    found = [lattice_of(*rules) for group in touching(across, down) for rules in unseamed(*group)]
    return sorted(found, key=lambda lattice: (lattice.grid.rows[0], lattice.grid.columns[0]))


def longest(rules: Sequence[Rule]) -> list[Rule]:
    """As many lines as a page's tables may have."""
    return sorted(rules, key=lambda rule: rule.start - rule.end)[:MOST_RULES]


def touching(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines in groups that touch one another, where they do so often enough to make a table."""
    group = list(range(len(across) + len(down)))

    def first(one: int) -> int:
        while group[one] != one:
            group[one] = one = group[group[one]]
        return one

    crossings = [
        (a, len(across) + d) for a, rule in enumerate(across) for d, other in enumerate(down) if meet(rule, other)
    ]
    for one, other in crossings:
        group[first(one)] = first(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    met: dict[int, int] = {}
    for one, _ in crossings:
        met[first(one)] = met.get(first(one), 0) + 1
    for number, rule in enumerate((*across, *down)):
        groups.setdefault(first(number), ([], []))[number >= len(across)].append(rule)
    return [rules for leader, rules in groups.items() if met.get(leader, 0) >= FEWEST_CROSSINGS]


def meet(across: Rule, down: Rule) -> bool:
    """Whether a line across and one down touch."""
    return across.start - NEAR <= down.at <= across.end + NEAR and down.start - NEAR <= across.at <= down.end + NEAR


def lattice_of(across: list[Rule], down: list[Rule]) -> Lattice:
    """The lattice of lines that touch; where no border is drawn at its sides, it reaches as far as its lines."""
    columns = places([rule.at for rule in down], [side for rule in across for side in (rule.start, rule.end)])
    rows = places([rule.at for rule in across], [side for rule in down for side in (rule.start, rule.end)])
    return Lattice(tuple(across), tuple(down), Grid(columns, rows))


def places(borders: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """The places of borders, near ones as one, and of the outermost ends of the lines that cross them."""
    found: list[float] = []
    for at in sorted((*borders, min(ends), max(ends))):
        if not found or at - found[-1] > THINNEST:
            found.append(at)
    return tuple(found)


def drawn(rules: Iterable[Rule], along: Sequence[float], borders: Sequence[float]) -> Borders:
    """For each border (by `borders`) and each stretch between two places `along` it: whether lines cover it."""
    covered = [[0.0] * (len(along) - 1) for _ in borders]
    for rule in rules:
        border = covered[nearest(borders, rule.at)]
        first = max(0, bisect_right(along, rule.start) - 1)
        for at in range(first, min(len(along) - 1, bisect_left(along, rule.end))):
            border[at] += max(0.0, min(rule.end, along[at + 1]) - max(rule.start, along[at]))
    lengths = [end - start for start, end in pairwise(along)]
    return [[part >= COVERED * whole for part, whole in zip(row, lengths, strict=True)] for row in covered]


def nearest(sorted_places: Sequence[float], at: float) -> int:
    """The nearest of some places."""
    after = bisect_left(sorted_places, at)
    near = [number for number in (after - 1, after) if 0 <= number < len(sorted_places)]
    return min(near, key=lambda number: abs(sorted_places[number] - at))


def cells_of(lattice: Lattice, words: Sequence[Word]) -> list[Place]:
    """The places of all cells, row by row, given the words that stand in the table."""
    sides = list(zip(*drawn(lattice.down, lattice.grid.rows, lattice.grid.columns), strict=True))
    tops = drawn(lattice.across, lattice.grid.columns, lattice.grid.rows)
    inner = [list(side[1:-1]) for side in sides]
    if not all(map(all, inner)):
        bands = in_bands(words, lattice.grid.rows)
        inner = [parted_row(side, lattice.grid.columns, band) for side, band in zip(inner, bands, strict=True)]
    return merged(inner, tops[1:-1])


def in_bands(words: Iterable[Word], rows: Sequence[float]) -> list[list[Word]]:
    """The words between each two borders of rows."""
    bands: list[list[Word]] = [[] for _ in rows[1:]]
    for word in words:
        at = bisect_right(rows, middle(word)) - 1
        if 0 <= at < len(bands):
            bands[at].append(word)
    return bands


def parted_row(sides: Sequence[bool], columns: Sequence[float], words: Sequence[Word]) -> list[bool]:
    """Which of the borders within a row part it, given those that are drawn and the words in the row."""
    parted = list(sides)
    for first, last in open_runs(sides):
        within = [word for word in words if columns[first] <= word.middle < columns[last + 1]]
        parted[first:last] = parted_run(within, columns[first : last + 2])
    return parted


def open_runs(sides: Sequence[bool]) -> list[tuple[int, int]]:
    """The first and the last column of each run of columns between which no border is drawn."""
    ends = [-1, *(at for at, side in enumerate(sides) if side), len(sides)]
    return [(start + 1, end) for start, end in pairwise(ends) if end - start > 1]


def parted_run(words: Sequence[Word], columns: Sequence[float]) -> list[bool]:
    """Which of the borders within a run part it: none where its words are one text."""
    inner, lines = columns[1:-1], lines_of(words)
    if stands_alone(words, columns):
        return [True] * len(inner)
    if any(stands_apart(lines, at) for at in inner):
        return [not runs_through(lines, at) for at in inner]
    return [False] * len(inner)


def stands_alone(words: Sequence[Word], columns: Sequence[float]) -> bool:
    """Whether all words are in one column that is not the first, and begin at its left."""
    held = {bisect_right(columns, word.middle) - 1 for word in words}
    if len(held) != 1 or held == {0}:
        return False
    left, right = columns[(column := held.pop())], columns[min(column + 1, len(columns) - 1)]
    return 0 <= min(word.left for word in words) - left < PADDING and max(word.right for word in words) <= right + 1


def runs_through(lines: Lines, at: float) -> bool:
    """Whether a text runs on over a border that is not drawn."""
    return any(gap is not None and gap < FLOWS for gap in (gap_over(line, at) for line in lines))


def stands_apart(lines: Lines, at: float) -> bool:
    """Whether words stand on both sides of a border that is not drawn, on one line and too far apart for one text."""
    gaps = [gap for gap in (gap_over(line, at) for line in lines) if gap is not None]
    return bool(gaps) and min(gaps) > APART


def gap_over(line: Sequence[Word], at: float) -> float | None:
    """The gap between the words of a line on both sides of a place, as a share of their height; below 0 over a word."""
    after = bisect_left(line, at - 1, key=attrgetter("left"))
    if not after or (line[after - 1].right <= at + 1 and after == len(line)):
        return None
    before = line[after - 1]
    return -1.0 if before.right > at + 1 else (line[after].left - before.right) / before.size


def merged(parted: Borders, tops: Borders) -> list[Place]:
    """Cells between borders: of each row the borders within it, and of each border between rows its stretches."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, sides in enumerate(parted):
        for column in range(len(sides) + 1):
            if (row, column) not in taken:
                place = grown(row, column, parted, tops, taken)
                found.append(place)
                taken |= {(row + y, column + x) for y in range(place.height) for x in range(place.width)}
    return found


def grown(row: int, column: int, parted: Borders, tops: Borders, taken: set[tuple[int, int]]) -> Place:
    """The cell that begins at a place: as wide as no border stops it, then as deep."""
    width = 1
    while column + width <= len(parted[row]) and not parted[row][column + width - 1]:
        if (row, column + width) in taken:
            break
        width += 1
    height = 1
    while row + height < len(parted) and goes_down(row + height, column, width, parted, tops):
        height += 1
    return Place(row, column, height, width)


def goes_down(row: int, column: int, width: int, parted: Borders, tops: Borders) -> bool:
    """Whether a cell so wide goes on into a row: no border above it, none within it."""
    return not any(tops[row - 1][column : column + width]) and not any(parted[row][column : column + width - 1])

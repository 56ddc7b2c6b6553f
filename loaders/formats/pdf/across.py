"""Tables with lines across only, or filled rows: lines tell the rows, gaps between words the columns."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from graph.place import Box
from loaders.formats.pdf.gaps import borders, column_gaps
from loaders.formats.pdf.grid import Grid
from loaders.formats.pdf.hanging import hanging
from loaders.formats.pdf.page import Page, Rule, Word
from loaders.formats.pdf.parting import is_text, parted
from loaders.formats.pdf.rules import NEAR
from loaders.formats.pdf.setting import lines_of
from loaders.formats.pdf.table import PageTable
from loaders.formats.pdf.worded import laid_out, rows_within

#: Lines whose ends differ less than this are of one table.
EVEN = 6.0
#: A gap between columns is at least this share of the words' height, where few lines show it the second.
LEAST, LEAST_OF_FEW, FEW = 0.55, 1.0, 6


def tables_across(
    page: Page, across: Iterable[Rule], taken: AbstractSet[int], known: AbstractSet[str]
) -> list[PageTable]:
    """The tables between lines across, from above downwards, among the words that no table has taken."""
    found = []
    for ladder in ladders(across := level(across)):
        for part in parts_of(ladder, page, taken):
            inner = steps(part, across)
            if table := between([*part, *inner], page, taken, known, (part[0] is ladder[0], part[-1] is ladder[-1])):
                found.append(table)
                taken = taken | table.words
    return found


def ladders(across: Iterable[Rule]) -> list[list[Rule]]:
    """Lines across, the ones that begin and end alike one below the other."""
    found: list[list[Rule]] = []
    for rule in sorted(across):
        same = [one for one in found if abs(one[-1].start - rule.start) <= EVEN and abs(one[-1].end - rule.end) <= EVEN]
        if same:
            same[-1].append(rule)
        else:
            found.append([rule])
    return [ladder for ladder in found if len(ladder) > 1]


def steps(ladder: Sequence[Rule], across: Iterable[Rule]) -> list[Rule]:
    """The shorter lines between those of a ladder that reach one side of it: cells over rows stand before or behind."""
    left, right, top, bottom = ladder[0].start, ladder[0].end, ladder[0].at, ladder[-1].at
    inner = [
        rule for rule in across if top < rule.at < bottom and left - NEAR <= rule.start and rule.end <= right + NEAR
    ]
    ends = [(abs(rule.start - left) <= EVEN, abs(rule.end - right) <= EVEN) for rule in inner]
    return [rule for rule, (begins, ends_) in zip(inner, ends, strict=True) if begins != ends_]


def level(across: Iterable[Rule]) -> list[Rule]:
    """Lines at one height as one, from the first's start to the last's end."""
    found: list[Rule] = []
    for rule in sorted(across):
        if found and rule.at - found[-1].at <= NEAR:
            found[-1] = Rule(found[-1].at, min(found[-1].start, rule.start), max(found[-1].end, rule.end))
        else:
            found.append(rule)
    return found


def parts_of(ladder: Sequence[Rule], page: Page, taken: AbstractSet[int]) -> list[Sequence[Rule]]:
    """The lines of each of the tables that some lines are of."""
    left, right = ladder[0].start - NEAR, ladder[0].end + NEAR
    bands = [lines_within(page, (left, one.at, right, other.at), taken) for one, other in pairwise(ladder)]
    return parted(ladder, bands, columns_of)


def between(
    ladder: Sequence[Rule], page: Page, taken: AbstractSet[int], known: AbstractSet[str], ends: tuple[bool, bool]
) -> PageTable | None:
    """The table between the first and the last of some lines, if the words there stand in columns.

    `ends` tell whether rows may hang on it, above and below.
    """
    left, right = min(rule.start for rule in ladder) - NEAR, max(rule.end for rule in ladder) + NEAR
    ladder = sorted(ladder)
    found = columns_between(ladder, page, (left, right), taken)
    if len(found) < 3:
        return None
    columns = (left, *found[1:-1], right)
    top = hanging(page, columns, ladder[0].at, above=True) if ends[0] else ladder[0].at
    bottom = hanging(page, columns, ladder[-1].at) if ends[1] else ladder[-1].at
    box, edges = (left, top, right, bottom), sorted({top, *(rule.at for rule in ladder), bottom})
    grid = Grid(columns, rows_within(edges, lines_within(page, box, taken), columns, one=len(edges) > 3))
    numbered = [(at, word) for at, word in page.within(box) if at not in taken]
    return laid_out(grid, numbered, page.number, known, tops_of(grid, ladder))


def tops_of(grid: Grid, ladder: Sequence[Rule]) -> list[list[bool]]:
    """Which columns each border between rows parts: all but those before or behind a line that is shorter."""
    tops = []
    for at in grid.rows[1:-1]:
        here = next((rule for rule in ladder if rule.at == at), None)
        middles = [(one + other) / 2 for one, other in pairwise(grid.columns)]
        tops.append([here is None or here.start <= middle <= here.end for middle in middles])
    return tops


def columns_between(
    ladder: Sequence[Rule], page: Page, sides: tuple[float, float], taken: AbstractSet[int]
) -> tuple[float, ...]:
    """The borders of the columns between lines; texts across all columns do not hide them where most rows show them."""
    bands = [lines_within(page, (sides[0], one.at, sides[1], other.at), taken) for one, other in pairwise(ladder)]
    rows = [line for band in bands if not is_text(band) for line in band]
    lines = [line for band in bands for line in band]
    return columns_of(rows if 2 * len(rows) > len(lines) else lines)


def lines_within(page: Page, box: Box, taken: AbstractSet[int]) -> list[list[Word]]:
    """The lines of the words in a box that no table has taken."""
    return lines_of([word for at, word in page.within(box) if at not in taken])


def columns_of(lines: Sequence[Sequence[Word]]) -> tuple[float, ...]:
    """The borders of the columns that the words of some lines stand in; none where there are too few lines."""
    if len(lines) < 2:
        return ()
    size = lines[len(lines) // 2][0].size
    return borders(lines, column_gaps(lines, (LEAST if len(lines) > FEW else LEAST_OF_FEW) * size))

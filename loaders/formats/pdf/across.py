"""Tables with lines across only, or filled rows: lines tell the rows, gaps between words the columns."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from loaders.formats.pdf.gaps import borders, column_gaps, row_starts
from loaders.formats.pdf.grid import Grid, table_of
from loaders.formats.pdf.hanging import hanging
from loaders.formats.pdf.lattice import in_bands, merged, parted_row
from loaders.formats.pdf.page import Page, Rule, Word
from loaders.formats.pdf.rules import NEAR
from loaders.formats.pdf.setting import lines_of, middle
from loaders.formats.pdf.table import PageTable
from loaders.spots import Area

#: Lines whose ends differ less than this are of one table.
EVEN = 6.0
#: A gap between columns is at least this share of the words' height, where few lines show it the second.
LEAST, LEAST_OF_FEW, FEW = 0.55, 1.0, 6
#: In a table no column is emptier than this, and more than one is filled in most lines.
FULL = 0.25


def tables_across(
    page: Page, across: Iterable[Rule], taken: AbstractSet[int], known: AbstractSet[str]
) -> list[PageTable]:
    """The tables between lines across, from above downwards, among the words that no table has taken."""
    found = []
    for ladder in ladders(across):
        if table := between(ladder, page, taken, known):
            found.append(table)
            taken = taken | table.words
    return found


def ladders(across: Iterable[Rule]) -> list[list[Rule]]:
    """Lines across, the ones that begin and end alike one below the other."""
    found: list[list[Rule]] = []
    for rule in sorted(level(across)):
        same = [one for one in found if abs(one[-1].start - rule.start) <= EVEN and abs(one[-1].end - rule.end) <= EVEN]
        if same:
            same[-1].append(rule)
        else:
            found.append([rule])
    return [ladder for ladder in found if len(ladder) > 1]


def level(across: Iterable[Rule]) -> list[Rule]:
    """Lines at one height as one, from the first's start to the last's end."""
    found: list[Rule] = []
    for rule in sorted(across):
        if found and rule.at - found[-1].at <= NEAR:
            found[-1] = Rule(found[-1].at, min(found[-1].start, rule.start), max(found[-1].end, rule.end))
        else:
            found.append(rule)
    return found


def between(ladder: Sequence[Rule], page: Page, taken: AbstractSet[int], known: AbstractSet[str]) -> PageTable | None:
    """The table between the first and the last of some lines, if the words there stand in columns."""
    left, right = min(rule.start for rule in ladder) - NEAR, max(rule.end for rule in ladder) + NEAR
    columns = columns_of(lines_within(page, (left, ladder[0].at, right, ladder[-1].at), taken))
    if len(columns) < 3:
        return None
    edges = (left, *columns[1:-1], right)
    top = hanging(page, edges, ladder[0].at, above=True)
    bottom = hanging(page, edges, ladder[-1].at)
    box = (left, top, right, bottom)
    places = sorted({top, *(rule.at for rule in ladder), bottom})
    grid = Grid(edges, rows_between(places, lines_within(page, box, taken), edges))
    numbered = [(at, word) for at, word in page.within(box) if at not in taken]
    bands = in_bands((word for _, word in numbered), grid.rows)
    parted = [parted_row([False] * (len(edges) - 2), edges, band) for band in bands]
    if not in_columns(parted):
        return None
    cells = merged(parted, [[True] * (len(edges) - 1)] * (len(parted) - 1))
    return table_of(grid, cells, numbered, page.number, known, ruled=True)


def lines_within(page: Page, box: Area, taken: AbstractSet[int]) -> list[list[Word]]:
    """The lines of the words in a box that no table has taken."""
    return lines_of(word for at, word in page.within(box) if at not in taken)


def columns_of(lines: Sequence[Sequence[Word]]) -> tuple[float, ...]:
    """The borders of the columns that the words of some lines stand in; none where there are too few lines."""
    if len(lines) < 2:
        return ()
    size = lines[len(lines) // 2][0].size
    return borders(lines, column_gaps(lines, (LEAST if len(lines) > FEW else LEAST_OF_FEW) * size))


def rows_between(
    places: Sequence[float], lines: Sequence[Sequence[Word]], columns: Sequence[float]
) -> tuple[float, ...]:
    """The borders of rows: the lines across, and others where several rows stand between two of these."""
    found = list(places)
    for number, (above, below) in enumerate(pairwise(places)):
        inner = [line for line in lines if above <= middle(line[0]) < below]
        if inner:
            starts = row_starts(inner, columns, one=len(places) > 3 or not number)
            found += [between_lines(inner[at - 1], inner[at]) for at in starts[1:]]
    return tuple(sorted(found))


def between_lines(above: Sequence[Word], below: Sequence[Word]) -> float:
    """Halfway between two lines."""
    return (max(word.bottom for word in above) + min(word.top for word in below)) / 2


def in_columns(parted: Sequence[Sequence[bool]]) -> bool:
    """Whether most rows are parted."""
    return len(parted) > 1 and sum(any(sides) for sides in parted) > len(parted) / 2

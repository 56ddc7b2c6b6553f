"""Tables without any lines: texts that stand one below the other, with gaps between that go on over lines.

Two columns of prose do so, too, and tables of contents: what is not surely a table is left to be read as lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from loaders.formats.pdf.gaps import FIGURE, borders, column_gaps, filled, texts_of
from loaders.formats.pdf.grid import Grid
from loaders.formats.pdf.lattice import runs_through
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.setting import lines_of
from loaders.formats.pdf.table import PageTable
from loaders.formats.pdf.worded import laid_out, rows_within

#: Texts of two columns are at least so far apart, as a share of their height.
APART = 0.8
#: Lines of a table are no farther apart than this share of their height.
NEAREST = 2.6
#: A table has at least so many lines with several texts.
FEWEST = 3
#: A column is one of figures or short words where this share of what stands in it is.
MOSTLY = 0.7
#: What is short: a name, a status, a date in words.
SHORT_WORDS = 2

#: Lines of one cell are no farther apart than this share of their height.
WRAPPED = 0.35

Lines = Sequence[Sequence[Word]]
Block = tuple[Lines, Lines]


def unruled_tables(page: Page, taken: AbstractSet[int], known: AbstractSet[str]) -> list[PageTable]:
    """The tables of words alone, from above downwards, among the words that no table has taken."""
    free = {id(word): at for at, word in enumerate(page.words) if at not in taken and not word.turned}
    found = []
    for block, after in blocks(lines_of([word for word in page.words if id(word) in free])):
        if laid := grid_of(block, after):
            numbered = [(free[id(word)], word) for line in laid[1] for word in line]
            table = laid_out(laid[0], numbered, page.number, known)
            found += [table] if table else []
    return found


def blocks(lines: Lines) -> Iterator[Block]:
    """Runs of lines near one another, each from its first to its last line of several texts, and the lines after it.

    One line that is a single text may stand between those of several; two end the run where they are prose.
    """
    run: list[Sequence[Word]] = []
    for line in lines:
        if run and line[0].top - max(word.bottom for word in run[-1]) > NEAREST * line[0].size:
            yield from trimmed(run)
            run = []
        run.append(line)
        if len(run) > 1 and all(is_prose(each, run) for each in run[-2:]):
            yield from trimmed(run[:-2])
            run = []
    yield from trimmed(run)


def is_prose(line: Sequence[Word], run: Lines) -> bool:
    """Whether a line is one text over most of the width of a run of lines."""
    left, right = min(each[0].left for each in run), max(each[-1].right for each in run)
    return len(texts_of(line, APART)) == 1 and line[-1].right - line[0].left > (right - left) / 2


def trimmed(run: Lines) -> Iterator[Block]:
    """A run from its first to its last line of several texts, if there are enough, and the lines after it."""
    several = [at for at, line in enumerate(run) if len(texts_of(line, APART)) > 1]
    if len(several) >= FEWEST:
        last = several[-1] + 1
        yield list(run[several[0] : last]), list(run[last:])


def grid_of(block: Lines, after: Lines) -> tuple[Grid, Lines] | None:
    """The grid of some lines that are surely a table, and its lines: the last row's among those after it, too."""
    gaps = column_gaps(block, APART * block[0][0].size)
    if not gaps:
        return None
    columns = borders(block, gaps)
    if not is_table([filled(line, columns) for line in block], len(columns) - 1):
        return None
    lines = [*block, *going_on(block[-1], after, columns)]
    top, bottom = min(word.top for word in lines[0]) - 1, max(word.bottom for line in lines[-1:] for word in line) + 1
    return Grid(columns, rows_within((top, bottom), lines, columns, one=False)), lines


def going_on(line: Sequence[Word], after: Lines, columns: Sequence[float]) -> Iterator[Sequence[Word]]:
    """The lines with which a table's last row goes on: near it, each in a column where the line above has words."""
    for more in after:
        held = filled(more, columns)
        inside = columns[0] <= more[0].left and more[-1].right <= columns[-1] + APART * more[0].size
        far = more[0].top - max(word.bottom for word in line) > WRAPPED * more[0].size
        if far or len(held) > 1 or not inside or not held.keys() <= filled(line, columns).keys():
            return
        if any(runs_through([more], at) for at in columns[1:-1]):
            return
        yield more
        line = more


def is_table(cells: Sequence[dict[int, str]], columns: int) -> bool:
    """Whether lines with cells in some columns are a table: figures beside texts, or short words in several columns.

    Columns of which only the head is filled tell nothing.
    """
    told = [column for column in range(columns) if any(column in cell for cell in cells[1:])]
    texts = [[cell[column] for cell in cells if column in cell] for column in told]
    columns = len(told)
    if columns < 2 or any(len(column) < FEWEST - 1 for column in texts):
        return False
    figures = [share(FIGURE, column) >= MOSTLY for column in texts]
    if columns == 2:
        return figures[1] and not figures[0] and not is_contents(texts[1])
    return any(figures[1:]) or sum(map(are_short, texts)) >= 2


def share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    """Which share of some texts is of a form; the first may be a head."""
    return sum(bool(pattern.match(text)) for text in texts[1:]) / max(1, len(texts) - 1)


def are_short(texts: Sequence[str]) -> bool:
    """Whether most of some texts are of a word or two."""
    lengths = Counter(len(text.split()) <= SHORT_WORDS for text in texts)
    return lengths[True] >= MOSTLY * len(texts)


def is_contents(texts: Sequence[str]) -> bool:
    """Whether figures are pages, as in a table of contents: whole numbers that never go down."""
    pages = [int(text) for text in texts if text.isdecimal() and len(text) < 5]
    return len(pages) == len(texts) and all(one <= other for one, other in pairwise(pages))

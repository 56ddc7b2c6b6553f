"""Rows that hang on a table beyond its last line: no line ends them, their words stand in the table's columns."""

from collections.abc import Iterable, Sequence

from loaders.formats.pdf.gaps import filled
from loaders.formats.pdf.lattice import runs_through
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.setting import lines_of

#: Lines of one row are no farther apart than this share of their height.
NEAREST = 0.8
#: What hangs on a table is no higher than this share of the page.
HIGHEST = 0.4

Lines = Sequence[Sequence[Word]]


def hanging(page: Page, columns: Sequence[float], edge: float, *, above: bool = False) -> float:
    """How far what hangs below a table's edge reaches, or above it; the edge itself where nothing does."""
    far = HIGHEST * page.height
    area = (0, edge - far, page.width, edge) if above else (0, edge, page.width, edge + far)
    lines = lines_of([word for _, word in page.within(area)])
    block = near(reversed(lines) if above else lines, edge, columns)
    while block and set(filled(block[-1], columns)) == {0} and above:
        block.pop()
    if not any(len(filled(line, columns)) > 1 for line in block):
        return edge
    reach = [side for line in block for word in line for side in (word.top, word.bottom)]
    return min(reach) - 1 if above else max(reach) + 1


def near(lines: Iterable[Sequence[Word]], edge: float, columns: Sequence[float]) -> list[Sequence[Word]]:
    """Lines from an edge on, as long as each stands near the one before and none runs through a border."""
    block: list[Sequence[Word]] = []
    for line in lines:
        top, bottom = line[0].top, line[0].bottom
        if max(top - edge, edge - bottom) > NEAREST * line[0].size or any(runs_through([line], at) for at in columns):
            break
        if not all(columns[0] <= word.middle <= columns[-1] for word in line):
            break
        block.append(line)
        edge = top if (top + bottom) / 2 < edge else bottom
    return block

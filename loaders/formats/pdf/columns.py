"""Reading order: what stands side by side on a page is read column by column, or across where it is rows of one thing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

from loaders.formats.pdf.strips import Row, Strip, rows_of, shared
from loaders.spots import hull
from loaders.words.numbers import NUMERIC

#: A gutter between columns is at least as wide as this part of a line's height.
GUTTER = 0.8
#: Rows stand beside each other, not below, where they share more than this of the lower one's height.
BESIDE = 0.2
#: A page of more strips than this is no page of columns.
MOST_STRIPS = 3_000
#: So many lines of columns show whether they are abreast.
SAMPLE = 200
#: Columns in columns in columns: no page has more.
DEEPEST = 6
#: Columns of running text have lines at least so long, in signs.
LONG = 16
#: A heading is taller than the text around it by this.
TALLER = 1.1
#: A gap, in line heights, across all columns: above a heading, and above what begins a row of columns anew.
GAP, WIDE_GAP = 0.3, 1.0

Span = tuple[float, float]


@dataclass(frozen=True)
class Column:
    """Rows that are read one after the other, and how far to the right they may go."""

    rows: tuple[Row, ...]
    right: float


def reading_order(strips: Sequence[Strip], *, wide: bool = False, depth: int = 0) -> Iterator[Column]:
    """The columns of a page in the order in which they are read; `wide` tells that it is a slide."""
    rows = rows_of(strips)
    if len(strips) > MOST_STRIPS or depth == DEEPEST:
        yield column_of(rows)
        return
    for band, spans in bands(rows, GUTTER * body_size(strips), wide=wide):
        if not spans:
            yield column_of(band)
        for block in parted(band, spans, wide=wide) if spans else ():
            for column in within(block, spans):
                yield from reading_order(column, wide=wide, depth=depth + 1)


def column_of(rows: Iterable[Row]) -> Column:
    """Rows as a column."""
    rows = tuple(rows)
    return Column(rows, max((strip.box[2] for row in rows for strip in row), default=0.0))


def body_size(strips: Iterable[Strip]) -> float:
    """The height of most lines."""
    sizes = [strip.size for strip in strips if strip.words]
    return median(sizes) if sizes else 1.0


def bands(rows: list[Row], gutter: float, *, wide: bool) -> Iterator[tuple[list[Row], list[Span]]]:
    """The rows from top to foot: runs with the columns that they stand in, and what is read across, with none."""
    across: list[Row] = []
    at = 0
    while at < len(rows):
        end, spans = band_from(rows, at, gutter) if side_by_side(rows[at : at + 2], gutter) else (at + 1, [])
        if spans and reads_down(within(rows[at:end], spans), wide=wide):
            begun = len(across) - behind(across, spans)
            if across[:begun]:
                yield across[:begun], []
            yield [*across[begun:], *rows[at:end]], spans
            across = []
        else:
            across += rows[at:end]
        at = end
    if across:
        yield across, []


def side_by_side(rows: list[Row], gutter: float) -> bool:
    """Whether some of two rows stand beside each other, with a gutter between."""
    if len(covered([], rows[0], gutter)) > 1:
        return True
    boxes = [hull([strip.box for strip in row]) for row in rows]
    abreast = len(rows) > 1 and shared(boxes[0], boxes[1]) > BESIDE
    return abreast and len(covered([], (*rows[0], *rows[1]), gutter)) > 1


def band_from(rows: list[Row], at: int, gutter: float) -> tuple[int, list[Span]]:
    """Where the run of rows ends that leave a gutter free from one on, and the columns that they stand in."""
    spans, end = covered([], (*rows[at], *rows[min(at + 1, len(rows) - 1)]), gutter), at + 2
    if len(spans) < 2:
        spans, end = covered([], rows[at], gutter), at + 1
    while end < len(rows) and len(wider := covered(spans, rows[end], gutter)) > 1:
        spans, end = wider, end + 1
    end = min(end, len(rows))
    if end < len(rows):
        end -= heading_below(rows[at:end], spans)
    return end, spans if len(spans) > 1 else []


def covered(spans: list[Span], row: Iterable[Strip], gutter: float) -> list[Span]:
    """What some spans and the strips of a row cover together; what no gutter parts is one."""
    made: list[Span] = []
    for left, right in sorted([*spans, *((strip.box[0], strip.box[2]) for strip in row)]):
        if made and left - made[-1][1] < gutter:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made


def heading_below(band: list[Row], spans: list[Span]) -> int:
    """How many of a band's last rows are the heading of what comes below it: taller, and below all other columns."""
    size = body_size(strip for row in band for strip in row)
    count = 0
    for row in reversed(band):
        if len(row) > 1 or row[0].table or row[0].size < TALLER * size or row[0].box[0] > spans[0][1]:
            break
        count += 1
    foot = max((strip.box[3] for row in band[: len(band) - count] for strip in row), default=0.0)
    return count if count and band[-count][0].box[1] > foot else 0


def behind(rows: list[Row], spans: list[Span]) -> int:
    """How many of the last rows stand wholly in a column behind the first, which began above it."""
    count = 0
    for row in reversed(rows):
        if not all(
            any(left - 1 <= strip.box[0] and strip.box[2] <= right + 1 for left, right in spans[1:]) for strip in row
        ):
            break
        count += 1
    return count


def within(rows: Iterable[Row], spans: list[Span]) -> list[list[Strip]]:
    """The strips of each column that holds any."""
    columns: list[list[Strip]] = [[] for _ in spans]
    for row in rows:
        for strip in row:
            middle = (strip.box[0] + strip.box[2]) / 2
            columns[max(0, sum(left <= middle for left, _ in spans) - 1)].append(strip)
    return [column for column in columns if column]


def reads_down(columns: list[list[Strip]], *, wide: bool) -> bool:
    """Whether columns are read each by itself: they hold lists or long lines, or their lines are not abreast."""
    full = [column for column in columns if len(column) > 1 or column[0].table]
    if len(full) < 2 or any(map(mostly_figures, columns[1:])):
        return False
    if wide or any(strip.marked or strip.table for column in columns for strip in column):
        return True
    long = [sum(len(strip.text) for strip in column) >= LONG * len(column) for column in full]
    return all(long) or not abreast(columns)


def mostly_figures(column: list[Strip]) -> bool:
    """Whether most of a column are figures: of a table, or of a list of contents."""
    return 2 * sum(is_figure(strip) for strip in column) > len(column)


def is_figure(strip: Strip) -> bool:
    """Whether nothing but figures stands in a strip."""
    return bool(strip.words) and all(NUMERIC.fullmatch(word.text) for word in strip.words)


def abreast(columns: list[list[Strip]]) -> bool:
    """Whether most lines of the other columns have one of the first beside them."""
    others = [strip for column in columns[1:] for strip in column[:SAMPLE]]
    beside = [strip for strip in others if any(shared(strip.box, first.box) > 0.8 for first in columns[0][:SAMPLE])]
    return 10 * len(beside) > 7 * len(others)


def parted(band: list[Row], spans: list[Span], *, wide: bool) -> Iterator[list[Row]]:
    """A band parted where all columns begin anew, and around headings that stand alone between columns."""
    size = body_size(strip for row in band for strip in row)
    feet = list(accumulate((max(strip.box[3] for strip in row) for row in band), max))
    tops = list(accumulate((min(strip.box[1] for strip in row) for row in reversed(band)), min))[::-1]
    begin = 0
    for at in range(1, len(band)):
        gap = (tops[at] - feet[at - 1]) / size
        heads = all(is_title(strip, size) for row in band[begin:at] for strip in row)
        if gap > GAP and (
            is_alone(band[at], size)
            or (is_alone(band[at - 1], size) if heads else anew(band[at], spans, size, gap, wide=wide))
            or (at == 1 and heads_rows(band, spans))
        ):
            yield band[begin:at]
            begin = at
    yield band[begin:]


def is_title(strip: Strip, size: float) -> bool:
    """Whether a strip is set as headings are, given the usual height of lines."""
    return strip.bold or strip.size > TALLER * size


def is_alone(row: Row, size: float) -> bool:
    """Whether a row is a heading with nothing beside it."""
    return len(row) == 1 and row[0].size > TALLER * size


def heads_rows(band: list[Row], spans: list[Span]) -> bool:
    """Whether a band's first row names its columns: what the first column names has lists in the others beside it."""
    if len(band[0]) != len(spans) or len(spans) < 3 or any(strip.marked for strip in band[0]):
        return False
    first, *others = within(band[1:], spans)
    return not any(strip.marked for strip in first) and any(strip.marked for column in others for strip in column)


def anew(row: Row, spans: list[Span], size: float, gap: float, *, wide: bool) -> bool:
    """Whether a row begins the first column and another anew, below a gap."""
    if len(row) < 2 or row[0].box[0] > spans[0][1]:
        return False
    listed = wide or any(strip.marked for strip in row)
    return is_title(row[0], size) or (listed and gap > WIDE_GAP)

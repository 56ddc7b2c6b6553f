"""Lines across of several tables parted: what stands between two of them tells where one ends and the next begins."""

from collections.abc import Callable, Sequence

from loaders.formats.pdf.gaps import texts_of
from loaders.formats.pdf.page import Rule, Word
from loaders.formats.pdf.rules import NEAR

#: Words of a heading between tables are larger than this, compared with the words in a table.
LARGER = 1.15
#: A band so low is a double line, no room between tables.
THIN = 5.0
#: Texts on a line are of two columns where they are farther apart than this share of their height.
APART = 0.8

Lines = Sequence[Sequence[Word]]
Columns = Callable[[Lines], tuple[float, ...]]


def parted(ladder: Sequence[Rule], bands: Sequence[Lines], columns: Columns) -> list[Sequence[Rule]]:
    """The lines of each table, given the lines of words in the band below each but the last, and how columns are found.

    Nothing but blank, a heading, or a text between other columns parts two tables, as does a head in other columns.
    """
    found, first = [], 0
    size = usual_size(bands)
    for at in range(len(bands)):
        if at < first:
            continue
        parts = at > first and is_text(bands[at]) and clash(bands[first:at], bands[at + 1 :], columns)
        if parts or is_room(ladder[at : at + 2], bands[at]) or is_heading(bands[at], size):
            found.append(ladder[first : at + 1])
            first = at + 1
        elif at > first + 1 and is_head(bands[at - 1], bands[at]) and clash(bands[first:at], bands[at:], columns):
            found.append(ladder[first : at + 1])
            first = at
    return [part for part in [*found, ladder[first:]] if len(part) > 1]


def usual_size(bands: Sequence[Lines]) -> float:
    """The size of the words in the rows of tables: the middle one of the lines with several texts."""
    sizes = sorted(line[0].size for band in bands for line in band if len(texts_of(line, APART)) > 1)
    return sizes[len(sizes) // 2] if sizes else 0.0


def is_room(rules: Sequence[Rule], band: Lines) -> bool:
    """Whether nothing stands between two lines that are no double one."""
    return not band and rules[1].at - rules[0].at > THIN + NEAR / 2


def is_text(band: Lines) -> bool:
    """Whether all lines of a band are one text each."""
    return bool(band) and all(len(texts_of(line, APART)) == 1 for line in band)


def is_heading(band: Lines, size: float) -> bool:
    """Whether a band holds a line of larger words alone on it."""
    return any(line[0].size > LARGER * size and len(texts_of(line, APART)) == 1 for line in band) and size > 0


def is_head(above: Lines, band: Lines) -> bool:
    """Whether a band is bold and the one above is not."""
    return all_bold(band) and bool(above) and not all_bold(above)


def all_bold(band: Lines) -> bool:
    """Whether all words of a band are bold."""
    return bool(band) and all(word.bold for line in band for word in line)


def clash(above: Sequence[Lines], below: Sequence[Lines], columns: Columns) -> bool:
    """Whether rows stand in other columns than the next ones: together they have fewer columns than alone."""
    rows, more = several(above), several(until_text(below))
    if len(rows) < 2 or len(more) < 2:
        return False
    return len(columns([*rows, *more])) < max(len(columns(rows)), len(columns(more)))


def until_text(bands: Sequence[Lines]) -> Sequence[Lines]:
    """The bands up to the first that is a text, blank or a head."""
    for at, band in enumerate(bands[1:], 1):
        if not band or is_text(band) or is_head(bands[at - 1], band):
            return bands[:at]
    return bands


def several(bands: Sequence[Lines]) -> list[Sequence[Word]]:
    """The lines that have several texts."""
    return [line for band in bands for line in band if len(texts_of(line, APART)) > 1]

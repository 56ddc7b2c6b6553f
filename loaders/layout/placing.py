"""A row's figures put into the columns of their table, also where cells are empty or figures stand without a blank."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.layout.comparisons import Layout
from loaders.words.numbers import TOKEN, goes_on, has_wide_gap, merge_signs, numeric_tail, unlikeness

#: Between columns stand two blanks or more, or a line end; a single blank may stand inside a figure.
CELL_GAP = re.compile(r" {2,}|\n\s*")
#: So many ways to read one row are weighed; a row of a real table has some hundred.
MOST_WAYS = 600
#: A figure has no more groups of three digits than this, a label no more figures at its end.
MOST_GROUPS = 4
MOST_IN_LABEL = 3


@dataclass(frozen=True)
class Placed:
    """A row's label and its cells, "" for an empty one.

    `score` tells how well they agree with the columns' comparisons, `told` whether any of these comes out,
    `fits` whether all do and no cell is empty; `unsure` is true where the figures fit other cells as well.
    """

    label: str
    cells: tuple[str, ...]
    score: int
    told: bool
    fits: bool
    unsure: bool = False

    @property
    def missing(self) -> int:
        """How many cells are empty."""
        return self.cells.count("")

    @property
    def rank(self) -> tuple[int, ...]:
        """The lower the better: what agrees most, has the fewest empty cells, and the shortest label."""
        return (-self.score, self.missing, len(self.label))


def placed(text: str, layout: Layout, *, bare: bool = False) -> Placed | None:
    """The best way to read a row whose figures stand at its end, of a `bare` one they are all; None where none is told.

    A way whose comparisons come out goes first, one without empty cells before others. Where no comparison comes out,
    the longest run of figures that fills all cells counts; with empty cells only the width of the gaps can tell, and
    else it is left open.
    """
    ways = [way for way in itertools.islice(ways_of(text, layout), MOST_WAYS) if not (bare and way.label)]
    whole = [way for way in ways if not way.missing]
    told = [way for way in ways if way.told and way.score > 0]
    if likely := [way for way in told if not way.missing] or told:
        return best_of(text, likely)
    if whole:
        shortest = min(len(way.label) for way in whole)
        return alike([way for way in whole if len(way.label) == shortest])[0]
    return by_gaps(text, ways) or (None if "\n" in numeric_tail(text)[1] else not_told(ways, layout))


def not_told(ways: Sequence[Placed], layout: Layout) -> Placed | None:
    """A row with figures for at least half of its cells, of which nothing tells which these are.

    Figures on several lines may still get more.
    """
    many = [way for way in ways if 2 * way.missing <= len(layout.columns)]
    return replace(min(many, key=lambda way: way.rank), unsure=True) if many else None


def best_of(text: str, ways: Sequence[Placed]) -> Placed:
    """Of ways whose comparisons come out the best; the gaps tell between several with empty cells."""
    rank = min(way.rank for way in ways)
    equals = alike([way for way in ways if way.rank == rank])
    if not equals[0].missing or len(equals) == 1:
        return equals[0]
    return by_gaps(text, equals) or replace(equals[0], unsure=True)


def alike(ways: Sequence[Placed]) -> list[Placed]:
    """Of some ways those whose figures resemble each other most in size and decimals, each once."""
    likeness = {way.cells: unlikeness(list(way.cells)) for way in ways}
    least = min(likeness.values())
    return list({way.cells: way for way in ways if likeness[way.cells] == least}.values())


def ways_of(text: str, layout: Layout) -> Iterator[Placed]:
    """All ways to part a row into label and cells, down to the first run of figures that fits without a flaw.

    Figures that stand without a blank between are parted only where comparisons then come out.
    """
    for at, variant in enumerate(dict.fromkeys(variants(text))):
        found = False
        for way in ways_as_written(variant, layout):
            if way.told or at < 2:
                yield way
            found = found or way.fits
        if found:
            return


def ways_as_written(text: str, layout: Layout) -> Iterator[Placed]:
    """The ways to part a row at the blanks that it has, those with the longest run of figures first.

    Cells are left empty only where no run of figures fills them all, or where a wide gap shows.
    """
    filled = False
    for label, tail in partings(text, MOST_GROUPS * len(layout.columns)):
        groups = list(itertools.islice(ways_to_group(tail, len(layout.columns)), MOST_WAYS))
        ways = list(ways_in(groups, label, layout, full=True))
        yield from ways
        if any(way.fits for way in ways):
            return
        filled = filled or bool(ways)
        if not filled or has_wide_gap(tail):
            yield from ways_in(groups, label, layout, full=False)


def partings(text: str, most: int) -> Iterator[tuple[str, str]]:
    """A row's label and figures: the longest run of figures first, then with figures at the label's end; few enough."""
    _, tail = numeric_tail(text)
    text = text.rstrip()
    starts = [len(text) - len(tail) + token.start() for token in TOKEN.finditer(tail)]
    for start in starts[-most:][: MOST_IN_LABEL + 1]:
        yield text[:start].rstrip(), text[start:].rstrip()


def ways_in(groups: Sequence[tuple[str, ...]], label: str, layout: Layout, *, full: bool) -> Iterator[Placed]:
    """The ways to place figures, as they may be grouped: those that fill all cells, or those that do not."""
    for figures in groups:
        if (len(figures) == len(layout.columns)) == full:
            for cells in placements(figures, layout):
                judged = layout.judge(cells)
                yield Placed(label, cells, judged.score, judged.told, judged.fits)


def variants(text: str) -> Iterator[str]:
    """The row as it stands, with signs that stand apart put to their numbers, with figures run together parted."""
    yield text
    yield merge_signs(text)
    apart = re.sub(r"(?<=\d)(?=[-–−]\d)", "  ", text)
    yield apart
    for decimals in (1, 2):
        yield re.sub(rf"(?<=,\d{{{decimals}}})(?=\d)", "  ", apart)


def ways_to_group(text: str, most: int) -> Iterator[tuple[str, ...]]:
    """The ways to join groups of digits into at most so many figures; no figure goes across a gap between cells."""
    chunks = [TOKEN.findall(chunk) for chunk in CELL_GAP.split(text) if chunk.strip()]
    yield from joined(chunks, most)


def joined(chunks: list[list[str]], most: int) -> Iterator[tuple[str, ...]]:
    """The ways to join the groups of digits of some chunks into at most so many figures."""
    if not chunks:
        yield ()
        return
    tokens, rest = chunks[0], chunks[1:]
    if len(chunks) > most or sum(map(len, chunks)) > MOST_GROUPS * most:
        return
    for size in range(1, min(len(tokens), MOST_GROUPS) + 1):
        if size > 1 and not goes_on(tokens[size - 2], tokens[size - 1], first=size == 2):
            break
        left = [tokens[size:], *rest] if tokens[size:] else rest
        for others in joined(left, most - 1):
            yield (" ".join(tokens[:size]), *others)


def placements(figures: tuple[str, ...], layout: Layout) -> Iterator[tuple[str, ...]]:
    """The ways to put figures into columns in their order, per cent signs only where the head has them."""
    count = len(layout.columns)
    if not 0 < len(figures) <= count:
        return
    for chosen in itertools.combinations(range(count), len(figures)):
        cells = [""] * count
        for at, figure in zip(chosen, figures, strict=True):
            cells[at] = figure
        if signs_fit(cells, layout):
            yield tuple(cells)


def signs_fit(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row's per cent signs stand in the columns of per cent, and there only; a row may have none."""
    if not any("%" in cell for cell in cells):
        return True
    return all(
        not cell or column.per_cent is None or cell.endswith("%") == column.per_cent
        for cell, column in zip(cells, layout.columns, strict=True)
    )


def by_gaps(text: str, ways: Sequence[Placed]) -> Placed | None:
    """The way whose empty cells stand where the gaps between figures are wider than elsewhere."""
    fitting = [way for way in ways if way.missing and empties_show(text, way)]
    shortest = min((len(way.label) for way in fitting), default=0)
    return alike([way for way in fitting if len(way.label) == shortest])[0] if fitting else None


def empties_show(text: str, way: Placed) -> bool:
    """Whether each gap is wider than usual by a blank for each empty cell in it, or a single wide gap holds them all.

    Two blanks are no wide gap: in some texts they stand between all cells.
    """
    printed = [at for at, cell in enumerate(way.cells) if cell]
    gaps = gaps_between([way.cells[at] for at in printed], text)
    if len(gaps) != len(printed) - 1 or printed[0] or max(gaps, default=0) < 3:
        return False
    empty = [right - left - 1 for left, right in itertools.pairwise(printed)]
    usual = min(gaps) if len(gaps) > 1 else 1
    wide = [at for at, gap in enumerate(gaps) if gap > usual]
    alone = len(wide) == 1 and empty[wide[0]] == way.missing
    return alone or [gap - usual for gap in gaps] == empty


def gaps_between(figures: Sequence[str], text: str) -> list[int]:
    """How many blanks stand between neighbouring figures at the end of a text."""
    pattern = r"(\s*)".join(re.escape(figure).replace(r"\ ", r"\s") for figure in figures)
    match = re.search(pattern + r"\s*$", text)
    return [len(gap) for gap in match.groups()] if match and "\n" not in match[0] else []

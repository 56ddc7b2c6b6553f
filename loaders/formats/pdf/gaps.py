"""Columns and rows out of nothing but where words stand: gaps that go on over lines, and lines that stand apart."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from loaders.formats.pdf.page import Word
from loaders.formats.pdf.setting import is_broken_date, middle

#: Words farther apart than this share of their height are of two texts.
FLOWS = 0.55
#: One line in so many may run on over a gap between columns: a group's name, a note.
ONE_IN = 8
#: Lines farther apart than this, compared with the nearest ones, are of two rows.
APART = 1.22
#: Lines of one text are no nearer than this share of their height.
TIGHTEST = 0.95
#: A figure, a date, a mark: what a cell holds in one line.
FIGURE = re.compile(r"[-–+±<>≤≥~]?\s?\d[\d\s.,:/%–-]*(?:%|kr|tkr|mnkr|mkr|st)?$")

Lines = Sequence[Sequence[Word]]
Stretch = tuple[float, float]


def texts_of(line: Sequence[Word], flows: float = FLOWS) -> list[list[Word]]:
    """The texts on a line: words as near as words of a sentence are."""
    texts = [[line[0]]]
    for before, word in pairwise(line):
        if word.left - before.right <= flows * max(before.size, word.size):
            texts[-1].append(word)
        else:
            texts.append([word])
    return texts


def column_gaps(lines: Lines, least: float) -> list[Stretch]:
    """The stretches between words that next to no line's text covers, each at least so wide; of each the emptiest part."""
    profile = coverage([text for line in lines for text in texts_of(line)])
    most, gaps = len(lines) // ONE_IN, list[Stretch]()
    for crowded, group in groupby(profile, key=lambda stretch: stretch[0] > most):
        run = list(group)
        if not crowded:
            gaps += emptiest(run, least, inner=run[0] is not profile[0] and run[-1] is not profile[-1])
    return gaps


def coverage(texts: Sequence[Sequence[Word]]) -> list[tuple[int, float, float]]:
    """How many texts cover each stretch from left to right."""
    edges = sorted([(text[0].left, 1) for text in texts] + [(text[-1].right, -1) for text in texts])
    covered, profile = 0, []
    for (at, step), (after, _) in pairwise(edges):
        covered += step
        if after > at:
            profile.append((covered, at, after))
    return profile


def emptiest(run: Sequence[tuple[int, float, float]], least: float, *, inner: bool) -> list[Stretch]:
    """The parts of a stretch that no text covers; else, if it is an inner one and wide enough, the part that fewest do."""
    empty = [(start, end) for covered, start, end in run if not covered and end - start >= least]
    if empty or not inner or run[-1][2] - run[0][1] < least:
        return empty
    _, _, start, end = min((covered, start - end, start, end) for covered, start, end in run)
    return [(start, end)]


def borders(lines: Lines, gaps: Sequence[Stretch]) -> tuple[float, ...]:
    """The places of the borders of columns: in the middle of gaps, and around all words."""
    left = min(line[0].left for line in lines)
    right = max(word.right for line in lines for word in line)
    return (left - 1, *((start + end) / 2 for start, end in gaps), right + 1)


def filled(line: Sequence[Word], columns: Sequence[float]) -> dict[int, str]:
    """What stands in each column of a line."""
    found: dict[int, str] = {}
    at = 0
    for word in line:
        while at < len(columns) - 2 and word.middle >= columns[at + 1]:
            at += 1
        found[at] = f"{found[at]} {word.text}" if at in found else word.text
    return found


def row_starts(lines: Lines, columns: Sequence[float], *, one: bool = False) -> list[int]:
    """Which of the lines of a table, or of a part of one, begin a row; `one` where even lines are more likely one row."""
    if len(lines) < 2:
        return [0]
    pitches = [middle(below[0]) - middle(above[0]) for above, below in pairwise(lines)]
    even = min((pitch for pitch in pitches if pitch > TIGHTEST * lines[0][0].size), default=min(pitches))
    apart = [0, *(at for at, pitch in enumerate(pitches, 1) if pitch > APART * even)]
    loose = len(apart) > 1
    starts: list[int] = []
    for first, last in pairwise([*apart, len(lines)]):
        starts += [first + at for at in starts_within(lines[first:last], columns, one=one or loose)]
    return starts


def starts_within(lines: Lines, columns: Sequence[float], *, one: bool) -> list[int]:
    """Which of some lines that are evenly apart begin a row."""
    cells = [filled(line, columns) for line in lines]
    if by_figures := figure_lines(cells):
        head = [0] if by_figures[0] and len(cells[0]) > 1 else []
        return [*head, *by_figures] if head else [0, *by_figures[1:]]
    if one or len(lines) < 2:
        return [0]
    begun = [at for at, cell in enumerate(cells) if 0 in cell]
    return begun if begun[:1] == [0] else [0, *begun]


def figure_lines(cells: Sequence[dict[int, str]]) -> list[int]:
    """The lines with a figure in the column that has most, but the first one, if there are several."""
    counts: dict[int, list[int]] = {}
    for at, cell in enumerate(cells):
        for column, text in cell.items():
            above = cells[at - 1].get(column, "") if at else ""
            if column and FIGURE.match(text) and not is_broken_date(above, text):
                counts.setdefault(column, []).append(at)
    most = max(counts.values(), key=len, default=[])
    return most if len(most) > 1 else []

"""Swedish numbers: "9 384,8", "-8,6", "301 758", and rows of them that stand with only blanks between."""

import itertools
import math
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal

#: One number as printed: groups of three digits with blanks between, a comma (or point) before decimals, per cent.
NUMBER = re.compile(
    r"(?<![\w,.])(?P<sign>[-–−+]\s?)?(?P<whole>\d{1,3}(?: \d{3})+(?!\d)|\d+)"
    r"(?:(?P<mark>[,.])(?P<decimals> ?\d+))?(?P<unit>\s?%)?"
)
#: A unit of money right behind a number.
MONEY = re.compile(r"(?i)(?<=\d)\s?(?:mnkr|mkr|msek|tkr|kr|kronor)\.?$")
TOKEN = re.compile(r"\S+")
NUMERIC = re.compile(r"[-–−+]?\d[\d.,]*%?\*{0,3}|[-–−+]|%")


def to_decimal(text: str) -> Decimal | None:
    """The number that a text is, and nothing else but sign, unit of money or per cent, footnote stars; None where it is none."""
    bare = MONEY.sub("", text.replace("\u00a0", " ").replace("*", "").strip())
    match = NUMBER.fullmatch(bare)
    return of_match(match) if match else None


def of_match(match: re.Match[str]) -> Decimal:
    """The value of a matched number."""
    decimals = (match["decimals"] or "").strip()
    number = Decimal(match["whole"].replace(" ", "") + ("." + decimals if decimals else ""))
    return -number if (match["sign"] or "").strip() in {"-", "–", "−"} else number


def numeric_tail(text: str) -> tuple[str, str]:
    """A row's text parted into what stands before its figures and the figures at its end."""
    end = len(text)
    for match in reversed(list(TOKEN.finditer(text))):
        if not NUMERIC.fullmatch(match[0]):
            break
        end = match.start()
    return text[:end].rstrip(), text[end:].rstrip()


def label_and_cells(text: str, count: int, percent: AbstractSet[int] = frozenset()) -> tuple[str, list[str]] | None:
    """A row's label and its `count` figures; a label may itself end with a number ("kkl 5")."""
    label, tail = numeric_tail(text)
    if too_many(tail, count):
        return None
    if cells := behind_empty(text, label, tail, count):
        return label, cells
    while tail:
        if cells := split_cells(tail, count, percent):
            return label, cells
        head = TOKEN.match(tail)
        label, tail = f"{label} {head[0]}".strip() if head else label, tail[head.end() :].strip() if head else ""
    return None


def too_many(tail: str, count: int) -> bool:
    """Whether more figures stand in a row than a label's own and `count` cells can be made of."""
    return len(tail.split()) > 4 * count + 8


def behind_empty(text: str, label: str, tail: str, count: int) -> list[str] | None:
    """The cells of a row of which only the last are filled: the gap before its figures has two blanks for each empty one.

    Where more than one blank stands between all of its figures, that much of the gap tells nothing.
    """
    gap = len(text.rstrip()) - len(label) - len(tail) - (usual_gap(tail) - 1)
    if not label or gap < 2 or has_wide_gap(tail):
        return None
    ways = [way for way in itertools.islice(groupings(tail.split()), 64) if 0 < 2 * (count - len(way)) <= gap]
    way = min(ways, key=lambda way: abs(gap - 1 - 2 * (count - len(way))), default=None)
    return [""] * (count - len(way)) + way if way else None


def split_cells(text: str, count: int, percent: AbstractSet[int] = frozenset()) -> list[str] | None:
    """A row of figures parted into `count` cells, "" for an empty one; None where it cannot be told.

    Blanks stand both between cells and between groups of three digits. Of all ways to part the row the one whose
    figures resemble each other most in size and decimals is taken, with per cent signs in the columns of `percent`
    where those are known; with fewer figures than cells, wide gaps are empty cells, and else the last ones.
    """
    text = join_percent(text)
    if too_many(text, count) or not all(map(NUMERIC.fullmatch, TOKEN.findall(text))):
        return None
    ways = [
        cells
        for variant in (text, merge_signs(text))
        for cells in fillings(variant, count)
        if fits_percent(cells, percent)
    ]
    whole = [cells for cells in ways if "" not in cells and not has_wide_gap(text)]
    return min(whole or ways, key=unlikeness, default=None)


def fillings(text: str, count: int) -> Iterator[list[str]]:
    """The ways to put a row's figures into cells; of very long rows the first few thousand."""
    for way in itertools.islice(groupings(TOKEN.findall(text)), 4096):
        if cells := fill(text, way, count):
            yield cells


def has_wide_gap(text: str) -> bool:
    """Whether somewhere more blanks stand than between neighbours."""
    return re.search(r"\S {3,}\S", text) is not None


def fits_percent(cells: list[str], percent: AbstractSet[int]) -> bool:
    """Whether per cent signs stand in the columns of per cent, and only there."""
    return not percent or all(not cell or cell.endswith("%") == (at in percent) for at, cell in enumerate(cells))


def fill(text: str, figures: list[str], count: int) -> list[str] | None:
    """The figures in `count` cells: each blank of a gap beyond the first is an empty cell, the rest are the last."""
    if len(figures) == count:
        return figures
    cells, at, usual = list[str](), 0, usual_gap(text)
    for figure in figures:
        start = text.index(figure.split()[0], at)
        cells += [""] * (max(0, start - at - usual) if cells else 0) + [figure]
        at = text.index(figure.split()[-1], start) + len(figure.split()[-1])
    fits = len(cells) == count or (len(cells) == len(figures) and 0 < len(cells) < count)
    return cells + [""] * (count - len(cells)) if fits else None


def usual_gap(text: str) -> int:
    """How many blanks stand between neighbouring cells of a row."""
    gaps = [len(gap) for gap in re.findall(r"(?<=\S) +(?=\S)", text)]
    return min(gaps) if len(gaps) > 1 or max(gaps, default=1) == 2 else 1


def merge_signs(text: str) -> str:
    """A sign that stands apart put right before its number, no other character moved."""
    return re.sub(r"(?<=\s)([-–−+]) (?=\d)", r" \1", " " + text)[1:]


def join_percent(text: str) -> str:
    """A per cent sign that stands apart put right behind its number, no other character moved."""
    return re.sub(r"(?<=\d) %", "% ", text)


def groupings(tokens: list[str]) -> Iterator[list[str]]:
    """All ways to join tokens into numbers: three digits may go on a group of one to three."""
    if not tokens:
        yield []
        return
    for size in range(1, len(tokens) + 1):
        if size > 1 and not goes_on(tokens[size - 2], tokens[size - 1], first=size == 2):
            break
        for rest in groupings(tokens[size:]):
            yield [" ".join(tokens[:size]), *rest]


def goes_on(left: str, right: str, *, first: bool) -> bool:
    """Whether `right` can be the next group of three digits after `left`."""
    head = r"[-–−+]?\d{1,3}" if first else r"\d{3}"
    return bool(re.fullmatch(head, left) and re.fullmatch(r"\d{3}(?:[.,]\d+)?%?\*{0,3}", right)) and not re.fullmatch(
        r"[-–−+]?0\d*", left if first else ""
    )


def unlikeness(cells: list[str]) -> float:
    """How much figures of a row differ in size and decimals; a group "049" on its own is no number."""
    plain = [cell for cell in cells if not cell.endswith("%") and to_decimal(cell) is not None]
    stray = sum(bool(re.match(r"[-–−+]?0\d", cell)) for cell in cells) * 100
    sizes = [math.log10(abs(float(to_decimal(cell) or 0)) + 1) for cell in plain]
    uneven = len({len(cell.partition(",")[2]) for cell in plain}) - 1 if plain else 0
    return stray + spread(sizes) + uneven + 0.5 * cells.count("")


def spread(sizes: list[float]) -> float:
    """The sum of distances between neighbours."""
    return sum(abs(left - right) for left, right in itertools.pairwise(sizes))


def is_table_like(text: str) -> bool:
    """Whether a line ends with at least two figures that no sentence holds together, or is nothing but a figure."""
    label, tail = numeric_tail(text.strip())
    figures = re.findall(r"\d[\d.,]*", tail)
    if re.fullmatch(r"[-–−+]?\d{1,3} \d{3}", tail) and re.search(r"\d ?[a-z]+,", label):
        return False  # one figure behind one with its unit: "Resultat -12 mnkr, prognos -1 045"
    return (
        len(figures) > 1 and not re.search(r"[.,;:]$", text.strip())
        if label
        else bool(figures) and not text.strip().endswith(".")
    )

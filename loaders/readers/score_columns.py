"""Which column of a scorecard each value of a row stands in, told by how many there are and by what they say."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations, islice

from loaders.words.numbers import unlikeness
from loaders.words.units import UNIT
from ontology import rt
from ontology.iri import Iri

#: Words that begin a target which is told by words.
DIRECTION = (
    r"(?i:öka|minska|höja|sänka|behålla|bibehålla|förbättra|oförändra[dt]|högre|lägre|fler|färre|bättre|enligt"
    r"|högst|minst|max)\b"
)
FIGURE = rf"(?:[<>≤≥]\s?)?[-–−+]?\d[\d.,]*\*{{0,3}}(?:\s?(?i:{UNIT.pattern.replace('?P<unit>', '?:')}|st\b))?"
#: A figure's own time before it: "Mått från 2020: 93,9%".
OWN_TIME = (
    r"(?:(?i:mått|mätt|mätning|värde|utfall|resultat|avser|från|för|år)\s+){0,3}"
    r"(?:19|20)\d\d(?:-\d\d)?\s?:\s*(?=\S)"
)
REMARK = r"(?:\s*\([^()]*\))?"
#: One value, as far as blanks between leave it whole; a dash stands for an empty cell.
VALUE = re.compile(
    rf"(?P<own>{OWN_TIME})?{FIGURE}{REMARK}"
    rf"|(?P<words>{DIRECTION}(?:\s+{FIGURE}|\s+(?!{DIRECTION})[a-zåäö]+){{0,4}}{REMARK})"
    r"|[-–−](?!\S)"
)
COMPARED = re.compile(r"\s*[<>≤≥]")
GROUP_BEFORE = re.compile(r"(?:[<>≤≥]\s?)?[-–−+]?\d{1,3}(?: \d{3})*")
GROUP_BEHIND = re.compile(r"\d{3}(?!\d)")
MOST_VALUES = 16
MOST_WAYS = 4096


@dataclass(frozen=True)
class Cell:
    """A stretch of a row's values, the columns that it can stand in, and whether only what is natural tells them."""

    start: int
    end: int
    columns: AbstractSet[int] = frozenset()
    inferred: bool = False

    @property
    def column(self) -> int | None:
        """Its column, where only one is possible."""
        return next(iter(self.columns)) if len(self.columns) == 1 else None


def cells_of(text: str, roles: Sequence[Iri]) -> tuple[Cell, ...] | None:
    """The values of a row of text, each with the columns it can stand in; `roles` are those of the columns.

    None where something is no value, or there are more values than columns.
    """
    finest = finest_cells(text)
    if finest is None or len(finest) > MOST_VALUES:
        return None
    ways = [way for way in islice(joinings(text, finest), MOST_WAYS) if len(way) <= len(roles)]
    best = min(ways, key=lambda way: strangeness(text, way, len(roles)), default=None)
    return None if best is None else placed(text, best, roles)


def finest_cells(text: str) -> list[Cell] | None:
    """The values that stand in a text with nothing but blanks between."""
    cells, at = list[Cell](), len(text) - len(text.lstrip())
    while at < len(text):
        match = VALUE.match(text, at)
        if not match:
            return None
        cells.append(Cell(at, match.end()))
        at = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
        if at == match.end() < len(text):
            return None
    return cells


def joinings(text: str, cells: list[Cell]) -> Iterator[list[Cell]]:
    """All ways to read the cells, three digits behind a number being its next group or a number of their own."""
    if not cells:
        yield []
        return
    first, *others = cells
    for rest in joinings(text, others):
        yield [first, *rest]
    if others and goes_on(text, first, others[0]):
        yield from joinings(text, [Cell(first.start, others[0].end), *others[1:]])


def goes_on(text: str, left: Cell, right: Cell) -> bool:
    """Whether a cell can be more digits of the one before it."""
    head = text[left.start : left.end]
    near = right.start == left.end + 1 and not re.fullmatch(r"\D*0\d*", head)
    return near and bool(GROUP_BEFORE.fullmatch(head) and GROUP_BEHIND.match(text, right.start))


def strangeness(text: str, cells: list[Cell], count: int) -> float:
    """How strange a way to read a row is: figures unlike each other, columns without any."""
    return unlikeness([text[cell.start : cell.end] for cell in cells] + [""] * (count - len(cells)))


def placed(text: str, cells: list[Cell], roles: Sequence[Iri]) -> tuple[Cell, ...]:
    """The cells with the columns that each can stand in, their order kept.

    Where bare figures are as many as the columns of outcomes, that is where they stand.
    """
    says = [role_told(text[cell.start : cell.end]) for cell in cells]
    orders = list(combinations(range(len(roles)), len(cells)))
    ways = [
        way for way in orders if all(fits(roles[column], told) for column, told in zip(way, says, strict=True))
    ] or orders
    natural = [way for way in ways if bare_in_outcomes(way, says, roles)]
    inferred = 0 < len(natural) < len(ways)
    chosen = natural if inferred else ways
    return tuple(
        Cell(cell.start, cell.end, frozenset(way[at] for way in chosen), inferred and says[at] is None)
        for at, cell in enumerate(cells)
    )


def role_told(cell: str) -> Iri | None:
    """The role that a value tells itself: a target by a comparison or a direction, an outcome by its own time."""
    match = VALUE.match(cell)
    if COMPARED.match(cell) or (match and match["words"]):
        return rt.Target
    return rt.Outcome if match and match["own"] else None


def fits(role: Iri, told: Iri | None) -> bool:
    """Whether a value that tells a role can stand in a column of a role."""
    return told is None or role == told or (told == rt.Outcome and role != rt.Target)


def bare_in_outcomes(way: Sequence[int], says: Sequence[Iri | None], roles: Sequence[Iri]) -> bool:
    """Whether the figures that tell no role fill the columns of outcomes, and these alone."""
    bare = [column for column, told in zip(way, says, strict=True) if told is None]
    return bare == [at for at, role in enumerate(roles) if role == rt.Outcome]

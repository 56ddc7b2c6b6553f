"""A matrix of what a question tells of two kinds of things: heads with how many links each has, cells, and what lacks any."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.answer import Value
from ontology.iri import Iri
from webapp.evidence.grounds import SIGNS
from webapp.order import order
from webapp.paging import Page, page
from webapp.sheet import Sheet

#: So many rows and columns are shown at a time.
ROWS, ACROSS = 60, 60
#: What links rest on, the firmest first.
FIRMEST = tuple(SIGNS)


@dataclass(frozen=True)
class Pair:
    """A row of the sheet that links two things, by what it rests on; `told` is the row as it stands."""

    row: str
    across: str
    ground: str
    told: tuple[Value, ...]


@dataclass(frozen=True)
class Head:
    """What stands at the head of a row or a column: its name (None where it is but a label), and how many it is linked to.

    `text` is what it says, where that is more than its label; `told` the sheet's row that says that it lacks all links.
    """

    key: str
    iri: Iri | None
    label: str
    text: str
    links: int
    told: tuple[Value, ...] | None


@dataclass(frozen=True)
class Cell:
    """What is behind a cell: the number (from 1) of its first pair in the list, its firmest ground, and how many pairs."""

    first: int
    ground: str
    count: int


@dataclass(frozen=True)
class Grid:
    """The part of a matrix that is shown: heads, cells by their keys, and the pairs behind them in the order of the rows."""

    rows: Page[Head]
    across: Page[Head]
    cells: dict[tuple[str, str], Cell]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Matrix:
    """All of a matrix: heads of rows and columns, and the pairs."""

    rows: tuple[Head, ...]
    across: tuple[Head, ...]
    pairs: tuple[Pair, ...]

    def turned(self) -> "Matrix":
        """Rows as columns and columns as rows."""
        pairs = tuple(Pair(each.across, each.row, each.ground, each.told) for each in self.pairs)
        return Matrix(self.across, self.rows, pairs)

    def linked(self) -> "Matrix":
        """Only what has links."""
        rows, across = (tuple(head for head in heads if head.links) for heads in (self.rows, self.across))
        return Matrix(rows, across, self.pairs)

    def by_number(self) -> "Matrix":
        """The rows and columns with the most links first."""
        rows, across = (tuple(sorted(heads, key=lambda head: -head.links)) for heads in (self.rows, self.across))
        return Matrix(rows, across, self.pairs)

    @property
    def lacking(self) -> tuple[tuple[Head, ...], tuple[Head, ...]]:
        """The rows and the columns without any link."""
        return tuple(head for head in self.rows if not head.links), tuple(
            head for head in self.across if not head.links
        )

    def grounds(self) -> dict[tuple[str, str], str]:
        """The firmest ground of each pair of things."""
        firmest = sorted(self.pairs, key=lambda pair: -FIRMEST.index(pair.ground))
        return {(pair.row, pair.across): pair.ground for pair in firmest}

    def shown(self, number: int, across: int) -> Grid:
        """A page of the rows by a page of the columns, both counted from 1."""
        rows, columns = page(self.rows, number, ROWS), page(self.across, across, ACROSS)
        pairs = _in_sight(self.pairs, [head.key for head in rows.items], [head.key for head in columns.items])
        return Grid(rows, columns, _cells(pairs), pairs)


def matrix(found: Sheet) -> Matrix:
    """The matrix that a sheet with the columns `row` and `across` tells."""
    at = {name: index for index, name in enumerate(found.answer.columns)}
    pairs = tuple(
        Pair(str(row[at["row"]]), str(row[at["across"]]), str(row[at["ground"]]), row)
        for row in found.answer.rows
        if row[at["row"]] is not None and row[at["across"]] is not None
    )
    return Matrix(_heads(found, "row", pairs), _heads(found, "across", pairs), pairs)


def _heads(found: Sheet, side: str, pairs: Sequence[Pair]) -> tuple[Head, ...]:
    """The heads of a side in the order that people count in."""
    others: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        others[getattr(pair, side)].add(pair.row if side == "across" else pair.across)
    heads: dict[str, Head] = {}
    for row in found.answer.rows:
        value = found.cell(row, side)
        if value is not None and (key := str(value)) not in heads:
            label, text = (str(found.cell(row, f"{side}_{what}") or "") for what in ("label", "text"))
            heads[key] = Head(
                key=key,
                iri=value if isinstance(value, Iri) else None,
                label=label or key,
                text="" if text == label else text,
                links=len(others[key]),
                told=None if others[key] else row,
            )
    return tuple(sorted(heads.values(), key=lambda head: (order(head.label), head.key)))


def _in_sight(pairs: Sequence[Pair], rows: Sequence[str], across: Sequence[str]) -> tuple[Pair, ...]:
    row_at, across_at = ({key: index for index, key in enumerate(keys)} for keys in (rows, across))
    seen = (each for each in pairs if each.row in row_at and each.across in across_at)
    return tuple(sorted(seen, key=lambda each: (row_at[each.row], across_at[each.across], FIRMEST.index(each.ground))))


def _cells(pairs: Sequence[Pair]) -> dict[tuple[str, str], Cell]:
    """The cells of pairs that stand in order, the firmest of each cell first."""
    cells: dict[tuple[str, str], Cell] = {}
    for number, pair in enumerate(pairs, 1):
        before = cells.get((pair.row, pair.across))
        cells[pair.row, pair.across] = (
            Cell(before.first, before.ground, before.count + 1) if before else Cell(number, pair.ground, 1)
        )
    return cells

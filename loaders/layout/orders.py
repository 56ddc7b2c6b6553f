"""The order of a table's columns, where text out of a PDF has the head's words in another order than the cells."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from loaders.document import Document
from loaders.family import Read, doubt
from loaders.layout.comparisons import Layout
from loaders.layout.grid import GridRow, grid_rows
from loaders.layout.headers import Table
from ontology import rt

#: A head of so many columns is tried in all orders; of a longer one a single column is moved.
MOST_ORDERED = 5


def in_order(document: Document, table: Table, layout: Layout) -> tuple[Layout, list[GridRow]]:
    """The columns in the order of the cells, and the rows.

    Where the differences that the head speaks of come out in less than half of the rows, the order in which most of
    them do is taken, of several the one in which the rows' figures agree best.
    """
    rows = grid_rows(document, table, layout)
    full = [row for row in rows if all(row.texts)]
    if not layout.comparisons or 2 * fitting(full, layout) >= len(full):
        return layout, rows
    best = max(orders(layout), key=lambda way: (fitting(full, way), sum(way.judge(row.texts).score for row in full)))
    ordered = grid_rows(document, table, best)
    return (best, ordered) if 2 * fitting(ordered, best) >= len(full) else (layout, rows)


def orders(layout: Layout) -> Iterator[Layout]:
    """The layout as it is, then with its columns in other orders."""
    columns = layout.columns
    if len(columns) <= MOST_ORDERED:
        yield from map(Layout, permutations(columns))
        return
    yield layout
    for old, column in enumerate(columns):
        rest = columns[:old] + columns[old + 1 :]
        yield from (Layout((*rest[:new], column, *rest[new:])) for new in range(len(columns)) if new != old)


def fitting(rows: Sequence[GridRow], layout: Layout) -> int:
    """In how many rows all differences come out."""
    return sum(layout.judge(row.texts).fits for row in rows)


def order_told_by_figures(table: Table) -> Read:
    """The note that the head's columns stand in another order than the cells."""
    return doubt(
        rt.InferredFromOrder,
        table.header.piece,
        "Kolumnrubrikernas ordning är en annan än siffrornas; kolumnerna är lästa så att förändringarna stämmer.",
        "The columns' headings stand in another order than the figures; they were read so that the changes come out.",
        severity=rt.Info,
    )

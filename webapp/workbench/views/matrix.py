"""One column against another: a cell tells the number of its one row, or how many rows it has; nothing is added up."""

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt

from flask_babel import lazy_gettext

from webapp.languages import number
from webapp.workbench.columns import ANY_LABEL, LABELS, NUMBERS, TIMES, Column, Picker
from webapp.workbench.table import Table
from webapp.workbench.texts import gettext, ngettext
from webapp.workbench.view import Chosen, Picture, View, needed

ROWS, ACROSS = 80, 40
#: How many shades tell sizes apart.
SHADES = 5


@dataclass(frozen=True)
class Head:
    """What stands at a row or over a column."""

    label: str
    href: str


@dataclass(frozen=True)
class Square:
    """A cell: what is written, how deep its shade is (1 to SHADES), where it leads, and all of it in words."""

    text: str
    shade: int
    href: str
    title: str


@dataclass(frozen=True)
class Grid:
    """The whole matrix; None is a cell without rows."""

    corner: str
    across: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[Square | None, ...]], ...]


def choose(picker: Picker) -> bool:
    """Two columns with words or years, and one of numbers."""
    down = picker.pick("rows", gettext("Rader"), LABELS, offer=ANY_LABEL, fits=lambda column: column.distinct > 1)
    across = picker.pick(
        "columns", gettext("Kolumner"), (*LABELS, *TIMES), offer=ANY_LABEL, fits=lambda column: column.distinct > 1
    )
    picker.pick("value", gettext("I rutorna"), NUMBERS, optional=True)
    return down is not None and across is not None


def draw(table: Table, chosen: Chosen) -> Picture:
    """The matrix, its heads in the order of the rows, times in theirs."""
    matrix = _Matrix(table, needed(chosen, "rows"), needed(chosen, "columns"), chosen["value"])
    return Picture("pictures/workbench_matrix.html", matrix.grid(), matrix.says(), matrix.left_out())


class _Matrix:
    """The rows of an answer by the values of two columns."""

    def __init__(self, table: Table, down: Column, across: Column, value: Column | None) -> None:
        self.table, self.sides, self.value = table, (down, across), value
        self.found: dict[tuple[str, str], list[int]] = defaultdict(list)
        firsts: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for row in range(len(table.cells.rows)):
            keys = table.key(row, down), table.key(row, across)
            self.found[keys].append(row)
            for first, key in zip(firsts, keys, strict=True):
                first.setdefault(key, row)
        self.firsts = firsts[0], dict(sorted(firsts[1].items())) if across.kind in TIMES else firsts[1]
        self.most = max(map(self.size, self.found.values()), default=0.0)

    def size(self, rows: list[int]) -> float:
        """What a cell's shade goes by: its number, else how many rows it has."""
        if self.value is None:
            return float(len(rows))
        return abs(self.table.number(rows[0], self.value) or 0.0) if len(rows) == 1 else 0.0

    def grid(self) -> Grid:
        down, across = (list(first)[:most] for first, most in zip(self.firsts, (ROWS, ACROSS), strict=True))
        return Grid(
            corner=" × ".join(f"?{side.name}" for side in self.sides),
            across=tuple(self.head(1, key) for key in across),
            rows=tuple((self.head(0, key), tuple(self.square((key, other)) for other in across)) for key in down),
        )

    def head(self, side: int, key: str) -> Head:
        row, column = self.firsts[side][key], self.sides[side]
        return Head(self.said(side, row), self.table.leads(row, column))

    def said(self, side: int, row: int) -> str:
        return self.table.said(row, self.sides[side]) or gettext("obunden")

    def square(self, key: tuple[str, str]) -> Square | None:
        rows = self.found.get(key)
        if not rows:
            return None
        alone = len(rows) == 1 and self.value is not None
        many = ngettext("%(num)s rad", "%(num)s rader", len(rows))
        value = self.table.words(self.table.cell(rows[0], self.value), self.value) if self.value else ""
        text = value or "–" if alone else f"{number(len(rows))}{' ≡' if self.value else ''}"
        where = " × ".join(self.said(side, rows[0]) for side in (0, 1))
        shade = max(1, round(sqrt(self.size(rows) / self.most) * SHADES)) if self.most else 1
        return Square(text, shade, self.table.place(rows[0]), f"{where}: {text if alone else many}")

    def left_out(self) -> tuple[str, ...]:
        found = [
            gettext(
                "De första %(shown)s av %(all)s i ?%(column)s visas.",
                shown=most, all=number(len(first)), column=side.name,
            )
            for first, most, side in zip(self.firsts, (ROWS, ACROSS), self.sides, strict=True)
            if len(first) > most
        ]  # fmt: skip
        if self.value and any(len(rows) > 1 for rows in self.found.values()):
            found.append(gettext("En ruta med ≡ har flera rader: den säger hur många, för tal läggs inte ihop här."))
        return tuple(found)

    def says(self) -> str:
        down, across = map(len, self.firsts)
        filled = gettext(
            "%(rows)s × %(across)s; %(filled)s av %(all)s rutor har något.",
            rows=number(down), across=number(across), filled=number(len(self.found)), all=number(down * across),
        )  # fmt: skip
        square = self.square(max(self.found, key=lambda key: self.size(self.found[key]))) if self.most else None
        return filled + (" " + gettext("Störst: %(most)s.", most=square.title) if square else "")


VIEW = View(
    name="matrix",
    order=60,
    label=lazy_gettext("Matris"),
    needs=lazy_gettext(
        "två kolumner med text, namn eller år att ställa mot varandra, och gärna en med tal till rutorna"
    ),
    choose=choose,
    draw=draw,
)

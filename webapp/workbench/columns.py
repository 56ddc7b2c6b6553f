"""What the columns of an answer hold, and which of them a picture takes for what, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from flask_babel import lazy_gettext

from graph.asking.cells import Cell, Cells
from ontology.vocab import Xsd
from webapp.sheet import LABEL, SOURCE
from webapp.workbench.texts import gettext

#: What the fields that choose columns begin with in addresses, and what chooses none.
PICK, NONE = "col-", "-"
#: Whole numbers between these are taken for years where a column has nothing else.
YEARS = range(1900, 2101)
#: Larger numbers are not drawn: no picture has room for them.
HUGE = 10**300
MOMENTS = frozenset({Xsd.date, *(f"{Xsd.NS}{name}" for name in ("dateTime", "gYear", "gYearMonth", "dateTimeStamp"))})
#: Columns of whole numbers that say where something stands: the last to be drawn.
PLACES = frozenset({*SOURCE, "at", "first_line", "last_line", "page"})

Kind = Literal["name", "number", "year", "date", "text", "empty"]
#: What kinds of columns a field can take, and how they are called together.
LABELS, NUMBERS, TIMES, NAMES = ("text", "name"), ("number",), ("year", "date"), ("name",)
#: What is offered where a reader chooses.
ANY_LABEL, ANY_NUMBER = ("text", "name", "year", "date", "number"), ("number", "year")
CALLED = {
    LABELS: lazy_gettext("text eller namn"),
    NUMBERS: lazy_gettext("tal"),
    TIMES: lazy_gettext("år eller datum"),
    NAMES: lazy_gettext("namn i grafen"),
    ("year",): lazy_gettext("årtal"),
}


@dataclass(frozen=True)
class Column:
    """A column (0-based), what all its cells are, how many are filled and how many of those differ."""

    index: int
    name: str
    kind: Kind
    filled: int
    distinct: int
    #: The column that says what its names are called, if there is one.
    label: int | None = None
    #: The column whose names it says, if there is one.
    labels: int | None = None

    @property
    def place(self) -> bool:
        """Whether it tells where something stands."""
        return self.name in PLACES


@dataclass(frozen=True)
class Pick:
    """A field of a picture, the column that it takes (None for none), why, and those that it could take."""

    field: str
    label: str
    column: Column | None
    why: str
    offered: tuple[Column, ...]
    optional: bool = False


def columns(cells: Cells) -> tuple[Column, ...]:
    """The columns of an answer, by the rows that were read."""
    names = {name: index for index, name in enumerate(cells.columns)}
    found = []
    for name, index in names.items():
        filled = [row[index] for row in cells.rows if row[index] is not None]
        base = name.removesuffix(LABEL).removesuffix("Label")
        found.append(
            Column(
                index=index,
                name=name,
                kind=kind(filled),
                filled=len(filled),
                distinct=len({cell.text for cell in filled if cell}),
                label=names.get(f"{name}{LABEL}", names.get(f"{name}Label")),
                labels=names.get(base) if base != name else None,
            )
        )
    return tuple(found)


def kind(cells: Sequence[Cell | None]) -> Kind:
    """What all cells of a column are; text where they are not all the same."""
    if not cells:
        return "empty"
    tests: tuple[tuple[Kind, Callable[[Cell], bool]], ...] = (
        ("name", lambda cell: cell.kind in ("name", "blank")),
        ("year", is_year),
        ("number", is_number),
        ("date", lambda cell: isinstance(cell.value, date) or cell.datatype in MOMENTS or is_year(cell)),
    )
    return next((name for name, test in tests if all(cell is not None and test(cell) for cell in cells)), "text")


def is_year(cell: Cell) -> bool:
    """Whether a cell is a whole number that may be a year."""
    return type(cell.value) is int and cell.value in YEARS


def is_number(cell: Cell) -> bool:
    """Whether a cell is a number that can be drawn."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return -HUGE < value < HUGE


class Picker:
    """Chooses columns for the fields of a picture: those that are wished for, else the first that fit and are free."""

    def __init__(self, every: Sequence[Column], wishes: Mapping[str, str], suggested: Mapping[str, str]) -> None:
        """`wishes` are what a reader chose, `suggested` what the question of the book says; columns by fields' names."""
        self.every, self.wishes, self.suggested = every, wishes, suggested
        self.picks: list[Pick] = []
        named = set(wishes.values()) | set(suggested.values())
        self._taken = {column.index for column in every if column.name in named}

    def pick(
        self,
        field: str,
        label: object,
        kinds: tuple[str, ...],
        *,
        offer: tuple[str, ...] = (),
        optional: bool = False,
        alone: bool = True,
        fits: Callable[[Column], bool] = lambda _: True,
        rank: Callable[[str], int] = lambda _: 0,
    ) -> Column | None:
        """The column for a field: of the kinds and those that fit, the first; any of those to `offer` where it is wished for.

        With `alone` false none is taken unless it is wished for. Lesser ranks of names go before greater.
        """
        able = tuple(each for each in self.every if each.kind in kinds and fits(each))
        offered = tuple(each for each in self.every if each.kind in (offer or kinds))
        column, why = self._wished(field, offered)
        if column is None and not why and alone:
            column, why = self._first(able, kinds, rank)
        if column:
            self._taken.add(column.index)
        self.picks.append(Pick(field, str(label), column, why, offered, optional))
        return column

    def _wished(self, field: str, offered: Sequence[Column]) -> tuple[Column | None, str]:
        wish = self.wishes.get(field)
        if wish == NONE:
            return None, gettext("bortvald")
        if found := next((each for each in offered if each.name == wish), None):
            return found, gettext("vald")
        if found := next((each for each in offered if each.name == self.suggested.get(field)), None):
            return found, gettext("som frågeboken säger")
        return None, ""

    def _first(
        self, able: Sequence[Column], kinds: tuple[str, ...], rank: Callable[[str], int]
    ) -> tuple[Column | None, str]:
        free = [each for each in able if each.index not in self._taken and each.labels is None]
        if not free:
            return None, ""
        found = min(free, key=lambda each: (rank(each.name), each.place, each.distinct < 2, each.index))
        what = CALLED.get(kinds, CALLED[LABELS])
        if rank(found.name) < 0 and len(free) > 1:
            return found, gettext("den heter så")
        if len(free) == 1:
            return found, gettext("enda kolumnen med %(what)s", what=what)
        return found, gettext("första kolumnen med %(what)s", what=what)

"""Rows along the years: each from its beginning to its end, as wide as what is said; an end that nobody tells stays open."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from flask_babel import lazy_gettext

from graph.asking.cells import Cell
from webapp.drawing.timeline import OPEN, Axis, axis
from webapp.languages import number
from webapp.workbench.columns import ANY_LABEL, LABELS, TIMES, YEARS, Column, Picker
from webapp.workbench.table import Table
from webapp.workbench.texts import gettext, ngettext
from webapp.workbench.view import Chosen, Picture, View, needed

#: So many rows are drawn; so many years are written along the axis.
ROWS, TICKS = 80, 14
#: What columns of beginnings and ends have in their names.
STARTS = ("start", "first", "from", "begin", "börja")
ENDS = ("end", "last", "due", "until", "slut", "sist")


@dataclass(frozen=True)
class Stretch:
    """A row: its words, where its bar stands in per cent of the width, and whether its end is open."""

    label: str
    when: str
    href: str
    left: float
    width: float
    open: bool
    title: str


@dataclass(frozen=True)
class Line:
    """The whole picture; `ticks` are years and where they begin in per cent."""

    ticks: tuple[tuple[int, float], ...]
    stretches: tuple[Stretch, ...]


def choose(picker: Picker) -> bool:
    """A column with words, one of times, and another for where rows end."""
    picker.pick("label", gettext("Benämning"), LABELS, offer=ANY_LABEL)
    start = picker.pick("start", gettext("Börjar"), TIMES, rank=lambda name: _says(name, ENDS) - _says(name, STARTS))
    picker.pick(
        "end", gettext("Slutar"), TIMES, optional=True, rank=lambda name: _says(name, STARTS) - _says(name, ENDS)
    )
    return start is not None and picker.picks[0].column is not None


def _says(name: str, words: tuple[str, ...]) -> int:
    return int(any(word in name.lower() for word in words))


def draw(table: Table, chosen: Chosen) -> Picture:
    """The rows that have a beginning, in their order."""
    label, start, end = needed(chosen, "label"), needed(chosen, "start"), chosen["end"]
    found = [
        (row, _between(table.cell(row, start), table.cell(row, end) if end else None))
        for row in range(len(table.cells.rows))
    ]
    placed = [(row, ends) for row, ends in found if ends]
    drawn = placed[:ROWS]
    if not drawn:
        return Picture("pictures/workbench_timeline.html", Line((), ()), gettext("Inga tider att rita."))
    along = axis([moment for _, ends in drawn for moment in (ends[0], ends[1] - 0.001)])
    stretches = tuple(_stretch(table, row, ends, along, (label, start, end)) for row, ends in drawn)
    says = gettext(
        "%(rows)s rader mellan %(first)s och %(last)s.", rows=number(len(placed)), first=along.first, last=along.last
    )
    return Picture(
        "pictures/workbench_timeline.html",
        Line(_ticks(along), stretches),
        says,
        _left_out(len(found) - len(placed), len(placed), start),
    )


def _left_out(lacking: int, placed: int, start: Column) -> tuple[str, ...]:
    found = []
    if lacking:
        found.append(
            ngettext(
                "%(num)s rad utan tid i ?%(column)s, eller som slutar före sin början, ritas inte.",
                "%(num)s rader utan tid i ?%(column)s, eller som slutar före sin början, ritas inte.",
                lacking, column=start.name,
            )
        )  # fmt: skip
    if placed > ROWS:
        found.append(gettext("De första %(shown)s av %(all)s rader ritas.", shown=ROWS, all=number(placed)))
    return tuple(found)


def _ticks(along: Axis) -> tuple[tuple[int, float], ...]:
    step = max(1, -(-len(along.years) // TICKS))
    return tuple((year, along.at(year)) for year in along.years[::step])


def _between(first: Cell | None, last: Cell | None) -> tuple[float, float] | None:
    """From when to when, in years and parts of them; None where no beginning is told, or the end comes before it."""
    start, end = stretch(first), stretch(last)
    if start is None:
        return None
    until = end[1] if end else start[1]
    return (start[0], until) if until > start[0] else None


def stretch(cell: Cell | None) -> tuple[float, float] | None:
    """What a time covers: a year its whole, a day that day; None for what is no time, or none that an axis holds."""
    if cell is None:
        return None
    if type(cell.value) is int:
        return (float(cell.value), float(cell.value + 1)) if cell.value in YEARS else None
    try:
        if cell.datatype.endswith("#gYear"):
            return (float(int(cell.text)), float(int(cell.text) + 1)) if int(cell.text) in YEARS else None
        day = cell.value if isinstance(cell.value, date) else date.fromisoformat((cell.text + "-01")[:10])
    except ValueError:
        return None
    if day.year not in YEARS:
        return None
    length = monthrange(day.year, day.month)[1]
    begins = day.year + (day.month - 1 + (day.day - 1) / length) / 12
    month = cell.datatype.endswith("#gYearMonth")
    return begins, begins + (1 if month else 1 / length) / 12


def _stretch(
    table: Table, row: int, ends: tuple[float, float], along: Axis, by: tuple[Column, Column, Column | None]
) -> Stretch:
    label, start, end = by
    told = [table.words(table.cell(row, column), column) for column in (start, end) if column]
    unknown = end is not None and not told[1]
    when = "–".join([told[0], "?" if unknown else told[1]]) if end and told[0] != told[1] else told[0]
    left = along.at(ends[0])
    right = along.at(max(ends[1], ends[0] + OPEN) if unknown else ends[1])
    name = table.said(row, label) or gettext("obunden")
    title = f"{name}: {when}"
    return Stretch(name, when, table.leads(row, label), left, max(right - left, 0.4), unknown, title)


VIEW = View(
    name="timeline",
    order=50,
    label=lazy_gettext("Tidslinje"),
    needs=lazy_gettext("en kolumn med text eller namn och en med år eller datum, och gärna en till för när det slutar"),
    choose=choose,
    draw=draw,
)

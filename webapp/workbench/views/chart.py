"""Numbers as bars, a row a bar; or by year as dots and lines. Nothing is added up: what stands in the rows is drawn."""

from collections import Counter
from dataclasses import dataclass, replace

from flask_babel import lazy_gettext

from webapp.drawing.bars import LENGTH, bars
from webapp.drawing.trend import Frame, Mark, Trend, trend
from webapp.languages import number, plain_number
from webapp.workbench.columns import ANY_LABEL, ANY_NUMBER, LABELS, NUMBERS, Column, Picker
from webapp.workbench.table import Table
from webapp.workbench.texts import gettext, ngettext
from webapp.workbench.unit import of_one_unit, pick_unit
from webapp.workbench.view import Chosen, Picture, View, needed

#: So many bars are drawn, so many dots and so many series; more of them tell nobody anything.
BARS, DOTS, SERIES = 60, 600, 8
#: Numbers are written beside so many dots of one year.
WRITTEN = 4
#: A picture by year: as wide as a page where its years are few.
FRAME, WIDTH, BAND = Frame(left=64, top=34, bottom=34, band=94, height=300), 1100.0, 230.0
#: Larger numbers are written along the axis in millions, and so on.
SIZES = ((1e11, 1e9, lazy_gettext("miljarder")), (1e6, 1e6, lazy_gettext("miljoner")))
#: A column that tells series apart has so many values by itself.
APART = range(2, 25)


@dataclass(frozen=True)
class Bar:
    """A row's bar: its words, its series (from 1; 0 for none), where it begins and how wide it is in parts of LENGTH."""

    label: str
    series: int
    value: str
    href: str
    start: float
    width: float
    negative: bool
    title: str


@dataclass(frozen=True)
class Bars:
    """All bars, where nought stands, and the series in order."""

    bars: tuple[Bar, ...]
    zero: float
    length: float
    series: tuple[str, ...]


@dataclass(frozen=True)
class Dot:
    """What a dot says and where it leads."""

    title: str
    href: str


@dataclass(frozen=True)
class Lines:
    """The picture of figures by year; dots by their mark's key; the series in order, and what the numbers are."""

    trend: Trend
    dots: dict[int, Dot]
    series: tuple[str, ...]
    unit: str


def choose(picker: Picker) -> bool:
    """A column along the axis, a year where there is one, one of numbers, and one that tells series apart."""
    years = any(each.kind == "year" and each.distinct > 1 and not each.place for each in picker.every)
    along = picker.pick("x", gettext("Längs axeln"), ("year",) if years else LABELS, offer=ANY_LABEL)
    high = picker.pick("y", gettext("Storlek"), NUMBERS, offer=ANY_NUMBER)
    by_year = along is not None and along.kind == "year"
    pick_unit(picker)
    picker.pick(
        "series", gettext("Serier"), LABELS, offer=ANY_LABEL, optional=True, alone=by_year,
        fits=lambda column: column.distinct in APART and column.filled > column.distinct,
    )  # fmt: skip
    return along is not None and high is not None


def draw(table: Table, chosen: Chosen) -> Picture:
    """Lines where the axis has years, else bars."""
    along, high, series = needed(chosen, "x"), needed(chosen, "y"), chosen["series"]
    rows = [row for row in range(len(table.cells.rows)) if table.number(row, high) is not None]
    lacking = len(table.cells.rows) - len(rows)
    rows, other_units = of_one_unit(table, rows, chosen["unit"])
    left_out = (*_lacking(lacking, high), *other_units)
    names = _series(table, rows, series)
    if along.kind == "year":
        return _lines(table, rows, (along, high, series), names, left_out)
    return _bars(table, rows, (along, high, series), names, left_out)


def _lacking(count: int, high: Column) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        ngettext(
            "%(num)s rad utan tal i ?%(column)s ritas inte.", "%(num)s rader utan tal i ?%(column)s ritas inte.",
            count, column=high.name,
        ),
    )  # fmt: skip


def _series(table: Table, rows: list[int], series: Column | None) -> dict[str, str]:
    """The series in the order of the rows: what each is called, by its key."""
    if series is None:
        return {}
    found = {table.key(row, series): table.said(row, series) or gettext("obunden") for row in rows}
    return dict(list(found.items())[:SERIES])


def _bars(
    table: Table,
    rows: list[int],
    by: tuple[Column, Column, Column | None],
    names: dict[str, str],
    left_out: tuple[str, ...],
) -> Picture:
    along, high, series = by
    if len(rows) > BARS:
        told = gettext("De första %(shown)s av %(all)s rader ritas.", shown=BARS, all=number(len(rows)))
        left_out = (*left_out, told)
    drawn = rows[:BARS]
    values = [table.number(row, high) or 0.0 for row in drawn]
    laid = bars([(value, None) for value in values])
    order = {key: index for index, key in enumerate(names, 1)}
    made = tuple(
        Bar(
            label=(label := table.said(row, along) or gettext("obunden")),
            series=order.get(table.key(row, series), 0) if series else 1,
            value=(value := table.words(table.cell(row, high), high)),
            href=table.leads(row, along),
            start=bar.start if bar else laid.zero,
            width=bar.width if bar else 0.0,
            negative=bar.negative if bar else False,
            title=": ".join(filter(None, (label, table.said(row, series) if series else "", value))),
        )
        for row, bar in zip(drawn, laid.bars, strict=True)
    )
    return Picture(
        "pictures/workbench_bars.html",
        Bars(made, laid.zero, LENGTH, tuple(names.values())),
        _most(made, values),
        left_out,
    )


def _most(made: tuple[Bar, ...], values: list[float]) -> str:
    if not made:
        return gettext("Inga tal att rita.")
    most, least = (made[values.index(end)] for end in (max(values), min(values)))
    if len(set(values)) == 1:
        return gettext("Alla staplar är %(value)s.", value=most.value)
    return gettext("Störst är %(most)s. Minst är %(least)s.", most=most.title, least=least.title)


def _lines(
    table: Table,
    rows: list[int],
    by: tuple[Column, Column, Column | None],
    names: dict[str, str],
    left_out: tuple[str, ...],
) -> Picture:
    along, high, series = by
    every = len({table.key(row, series) for row in rows}) if series else 0
    if every > len(names):
        left_out = (*left_out, gettext("De första %(shown)s av %(all)s serier ritas.", shown=len(names), all=every))
    order = {key: index for index, key in enumerate(names, 1)}
    drawn = [row for row in rows if not series or table.key(row, series) in order]
    drawn = [row for row in drawn if table.number(row, along) is not None]
    if len(drawn) > DOTS:
        left_out = (
            *left_out,
            gettext("De första %(shown)s av %(all)s rader ritas.", shown=DOTS, all=number(len(drawn))),
        )
        drawn = drawn[:DOTS]
    unit, word = _unit([table.number(row, high) or 0.0 for row in drawn])
    crowd = max(Counter(table.number(row, along) for row in drawn).values(), default=0)
    marks, dots = list[Mark](), dict[int, Dot]()
    for row in drawn:
        which = order[table.key(row, series)] if series else 1
        value = table.words(table.cell(row, high), high)
        year, size = int(table.number(row, along) or 0), (table.number(row, high) or 0.0) / unit
        short = plain_number(round(size, 1 if unit > 1 else 3))
        marks.append(Mark(row, f"s{which}", year, size, label=short if crowd <= WRITTEN else ""))
        said = table.said(row, series) if series else f"?{high.name}"
        dots[row] = Dot(f"{said} {year}: {value}", table.leads(row, series or along))
    years = len({mark.year for mark in marks}) or 1
    band = max(FRAME.band, min(WIDTH / years, BAND))
    laid = trend(marks, (), replace(FRAME, band=band, labels=crowd <= WRITTEN))
    if len({(mark.series, mark.year) for mark in marks}) < len(marks):
        left_out = (
            *left_out,
            gettext("Samma serie har flera rader för samma år: de står bredvid varandra och binds inte ihop."),
        )
    told = f"?{high.name}, {word}" if word else f"?{high.name}"
    lines = Lines(laid, dots, tuple(names.values()), told)
    return Picture("pictures/workbench_lines.html", lines, _span(marks, dots), left_out)


def _unit(values: list[float]) -> tuple[float, str]:
    """What numbers are written in along an axis, and what that is called."""
    most = max(map(abs, values), default=0.0)
    return next(((unit, str(word)) for least, unit, word in SIZES if most >= least), (1.0, ""))


def _span(marks: list[Mark], dots: dict[int, Dot]) -> str:
    if not marks:
        return gettext("Inga tal att rita.")
    most, least = max(marks, key=lambda mark: mark.number), min(marks, key=lambda mark: mark.number)
    return gettext("Störst är %(most)s. Minst är %(least)s.", most=dots[most.key].title, least=dots[least.key].title)


VIEW = View(
    name="chart",
    order=20,
    label=lazy_gettext("Diagram"),
    needs=lazy_gettext("en kolumn med tal, och en med år, text eller namn att ställa dem mot"),
    choose=choose,
    draw=draw,
)

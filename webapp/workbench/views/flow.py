"""Rows as threads that run through two or three columns, each as wide as its number, or all alike where there is none."""

from collections import defaultdict
from dataclasses import dataclass, replace

from flask_babel import lazy_gettext

from webapp.drawing.sankey import Flow, Node, Strand, flow, ribbon_path
from webapp.drawing.words import wrapped
from webapp.languages import number, plain_number
from webapp.workbench.columns import ANY_LABEL, LABELS, NUMBERS, Column, Picker
from webapp.workbench.table import Table
from webapp.workbench.texts import gettext, ngettext
from webapp.workbench.unit import of_one_unit, pick_unit
from webapp.workbench.view import Chosen, Picture, View, needed

#: So many nodes of a column stand for themselves, so many rows are drawn.
NODES, ROWS = 28, 1_500
#: In picture units: the picture's width, a node's, room for words beside the outer nodes, where the nodes begin, between them.
WIDTH, NODE, WORDS, TOP, GAP = 1080.0, 14.0, 250.0, 34.0, 12.0
LEAST, MOST, EACH = 260.0, 720.0, 30.0
OPEN, OTHERS = "", "\0others"
COLOURS = 8


@dataclass(frozen=True)
class Mark:
    """A node as it is drawn: its box, its words and where they stand."""

    x: float
    node: Node
    lines: tuple[str, ...]
    amount: str
    text_x: float
    text_y: float
    anchor: str
    href: str
    title: str
    style: str


@dataclass(frozen=True)
class Band:
    """A thread between two columns."""

    path: str
    style: str
    title: str


@dataclass(frozen=True)
class Drawn:
    """The whole picture."""

    width: float
    height: float
    heads: tuple[tuple[float, str, str], ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]


def choose(picker: Picker) -> bool:
    """Two or three columns with words, and one of numbers."""
    start = picker.pick("from", gettext("Från"), LABELS, offer=ANY_LABEL, fits=_branches)
    end = picker.pick("to", gettext("Till"), LABELS, offer=ANY_LABEL, fits=_branches)
    picker.pick("via", gettext("Genom"), LABELS, offer=ANY_LABEL, optional=True, alone=False)
    if picker.pick("value", gettext("Bredd"), NUMBERS, optional=True):
        pick_unit(picker)
    return start is not None and end is not None


def _branches(column: Column) -> bool:
    return column.distinct > 1


def draw(table: Table, chosen: Chosen) -> Picture:
    """The picture; what has no width, or none above nought, is told instead."""
    steps = [column for column in (chosen["from"], chosen.get("via"), chosen["to"]) if column]
    needed(chosen, "from")
    size = chosen["value"]
    widths = {row: table.number(row, size) if size else 1.0 for row in range(len(table.cells.rows))}
    rows = [row for row, width in widths.items() if width is not None and width > 0]
    lacking = len(widths) - len(rows)
    rows, other_units = of_one_unit(table, rows, chosen.get("unit"))
    left_out = (*_told(lacking, len(rows), size), *other_units)
    rows = rows[:ROWS]
    strands = [Strand(tuple(table.key(row, step) for step in steps), widths[row] or 0.0) for row in rows]
    grouped, together = _grouped(strands, len(steps))
    laid = flow(grouped, max(min(MOST, EACH * len(grouped)), LEAST), GAP, frozenset({OPEN, OTHERS}))
    drawing = _Drawing(table, steps, rows, grouped, laid, together)
    return Picture("pictures/workbench_flow.svg", drawing.drawn(size), drawing.says(), left_out)


def _told(lacking: int, drawn: int, size: Column | None) -> tuple[str, ...]:
    found = []
    if lacking and size:
        found.append(
            ngettext(
                "%(num)s rad utan tal över noll i ?%(column)s ritas inte.",
                "%(num)s rader utan tal över noll i ?%(column)s ritas inte.", lacking, column=size.name,
            )
        )  # fmt: skip
    if drawn > ROWS:
        found.append(gettext("De första %(shown)s av %(all)s rader ritas.", shown=number(ROWS), all=number(drawn)))
    return tuple(found)


def _grouped(strands: list[Strand], columns: int) -> tuple[list[Strand], dict[int, int]]:
    """The strands with all but the weightiest nodes of each column put together, and how many nodes that were, by column."""
    kept, together = list[set[str]](), dict[int, int]()
    for column in range(columns):
        weight: dict[str, float] = defaultdict(float)
        for strand in strands:
            weight[strand.stops[column]] += strand.value
        named = sorted(set(weight) - {OPEN}, key=lambda key: -weight[key])
        kept.append({OPEN, *(named if len(named) <= NODES else named[: NODES - 1])})
        together[column] = len(named) - (NODES - 1) if len(named) > NODES else 0
    found = [
        replace(strand, stops=tuple(key if key in kept[at] else OTHERS for at, key in enumerate(strand.stops)))
        for strand in strands
    ]
    return found, together


class _Drawing:
    """Where the words and threads of a flow stand."""

    def __init__(
        self,
        table: Table,
        steps: list[Column],
        rows: list[int],
        strands: list[Strand],
        laid: Flow,
        together: dict[int, int],
    ) -> None:
        self.table, self.steps, self.rows, self.strands, self.laid = table, steps, rows, strands, laid
        self.together = together
        inner = WIDTH - 2 * WORDS - NODE
        self.lefts = [WORDS + inner * at / (len(steps) - 1) for at in range(len(steps))]
        self.first: dict[tuple[int, str], int] = {}
        for row, strand in zip(rows, strands, strict=True):
            for at, key in enumerate(strand.stops):
                self.first.setdefault((at, key), row)
        colouring = [node.key for node in laid.nodes if node.column == 0 and node.key != OPEN]
        self.colours = {key: f"c{index % COLOURS + 1}" for index, key in enumerate(colouring)}

    def drawn(self, size: Column | None) -> Drawn:
        ends = ("end", "middle", "start")
        heads = tuple(
            (self._text_x(at), ends[0 if at == 0 else 2 if at == len(self.steps) - 1 else 1], f"?{step.name}")
            for at, step in enumerate(self.steps)
        )
        marks = tuple(self._mark(node, size) for node in self.laid.nodes)
        return Drawn(WIDTH, self.laid.height + TOP + 8, heads, tuple(self._bands()), marks)

    def says(self) -> str:
        if not self.strands:
            return gettext("Inga rader att rita.")
        weights: dict[tuple[str, ...], float] = defaultdict(float)
        for strand in self.strands:
            weights[strand.stops] += strand.value
        widest = max(weights, key=lambda stops: weights[stops])
        way = " → ".join(self.called(at, key) for at, key in enumerate(widest))
        return gettext("Bredast är %(way)s: %(amount)s.", way=way, amount=plain_number(weights[widest]))

    def called(self, column: int, key: str) -> str:
        """What a node is called."""
        if key == OPEN:
            return gettext("saknar %(what)s", what=f"?{self.steps[column].name}")
        if key == OTHERS:
            return gettext("övriga (%(count)s)", count=self.together[column])
        return self.table.said(self.first[column, key], self.steps[column])

    def _text_x(self, column: int) -> float:
        left = self.lefts[column]
        if column == 0:
            return left - 8
        return left + NODE + 8 if column == len(self.steps) - 1 else left + NODE / 2

    def _mark(self, node: Node, size: Column | None) -> Mark:
        at, label = node.column, self.called(node.column, node.key)
        amount = plain_number(node.value)
        outer = at in (0, len(self.steps) - 1)
        room = (WORDS - 60) if outer else (self.lefts[1] - self.lefts[0] - 60)
        lines = wrapped(label, room, 2 if node.height + GAP > 34 else 1, 14)
        middle = node.top + TOP + node.height / 2
        step = self.steps[at]
        first = self.first[at, node.key]
        href = "#svarets-tabell" if node.key in (OPEN, OTHERS) else self.table.leads(first, step)
        counted = amount if size else ngettext("%(num)s rad", "%(num)s rader", round(node.value))
        return Mark(
            x=self.lefts[at],
            node=replace(node, top=node.top + TOP),
            lines=lines,
            amount=amount,
            text_x=self._text_x(at),
            text_y=middle + 5 - 8 * (len(lines) - 1),
            anchor="end" if at == 0 else "start" if at == len(self.steps) - 1 else "middle",
            href=href,
            title=f"{label}: {counted}",
            style="lacking" if node.key == OPEN else self.colours.get(node.key, "c0") if at == 0 else "c0",
        )

    def _bands(self) -> list[Band]:
        found = []
        for each in self.laid.ribbons:
            strand = self.strands[each.strand]
            moved = replace(each, start=each.start + TOP, end=each.end + TOP)
            way = " → ".join(self.called(at, key) for at, key in enumerate(strand.stops))
            found.append(
                Band(
                    path=ribbon_path(moved, self.lefts[each.column] + NODE, self.lefts[each.column + 1]),
                    style=self.colours.get(strand.stops[0], "lacking"),
                    title=f"{way}: {plain_number(strand.value)}",
                )
            )
        return found


VIEW = View(
    name="flow",
    order=40,
    label=lazy_gettext("Flöde"),
    needs=lazy_gettext(
        "två eller tre kolumner med text eller namn, och gärna en med tal som säger hur brett varje flöde är"
    ),
    choose=choose,
    draw=draw,
)

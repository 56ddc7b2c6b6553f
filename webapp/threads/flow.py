"""The picture of a flow: the ways of a plan as strands, and words, links and places for what is drawn."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from flask_babel import gettext, lazy_gettext, ngettext

from webapp.addresses import address
from webapp.drawing.sankey import Flow, Node, Ribbon, Strand, flow, ribbon_path
from webapp.drawing.words import fitted, wrapped
from webapp.evidence.grounds import ground_word
from webapp.languages import kronor
from webapp.threads.ways import COLUMNS, NONE, Way

ASSIGNMENT, AREA, ACTIVITY = range(3)
#: So many nodes stand in a column at most; the rest stand together under this name.
MOST = 40
OTHERS = "others"
WIDTH, TOP, GAP, SIZE, LINE = 1120, 36, 14, 14, 16
#: Where each column's nodes begin and end, in picture units; the labels of the outer ones stand outside.
SPANS = ((272, 282), (436, 636), (790, 800))
MARGIN = 10
#: How thick all strands are together, in picture units: each so much, within these bounds.
LEAST_EACH, MOST_EACH, ALL = 4.0, 14.0, 300.0
COLOURS = 8
#: What stands over the columns, and where a link is missing.
MANY = (lazy_gettext("Uppdrag"), lazy_gettext("Insatsområden"), lazy_gettext("Aktiviteter"))
LACKING = (lazy_gettext("saknar uppdrag"), lazy_gettext("saknar insatsområde"), lazy_gettext("saknar aktivitet"))


@dataclass(frozen=True)
class Mark:
    """A node to draw: its place, its lines of text and where the first stands, its address, and all of it in words."""

    name: str
    style: str
    href: str
    title: str
    node: Node
    left: float
    width: float
    text_x: float
    text_y: float
    lines: tuple[str, ...]
    count: str


@dataclass(frozen=True)
class Band:
    """A strand to draw: its outline, its style, the names of the marks that it runs through, and all of it in words."""

    path: str
    style: str
    through: str
    title: str


@dataclass(frozen=True)
class Picture:
    """All that is drawn, in a field `width` by `height` units; `headings` stand over the columns, each at its place."""

    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    headings: tuple[tuple[float, str], ...]
    width: int
    height: float


@dataclass(frozen=True)
class Addresses:
    """Where nodes lead: to the flow narrowed to a thing (column, name), and to the list of a column's things."""

    narrowed: Callable[[str, str], str]
    listed: Callable[[str], str]


def picture(found: Sequence[Way], to: Addresses, *, money: bool) -> Picture:
    """The ways as a picture; by money only those whose amount is known and above nought."""
    drawn = tuple(way for way in found if not money or (way.sek is not None and way.sek > 0))
    drawing = _Drawing(drawn, to, money)
    return Picture(
        marks=tuple(map(drawing.mark, drawing.laid.nodes)),
        bands=tuple(drawing.band(index) for index in range(len(drawn))),
        headings=tuple(drawing.heading(column) for column in range(len(COLUMNS))),
        width=WIDTH,
        height=drawing.laid.height + TOP + GAP,
    )


@dataclass(frozen=True)
class _Drawing:
    ways: tuple[Way, ...]
    to: Addresses
    money: bool

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        return grouped(
            tuple(
                Strand(
                    tuple(getattr(way, column) or NONE for column in COLUMNS),
                    float(way.sek or 0) if self.money else 1.0,
                )
                for way in self.ways
            )
        )

    @cached_property
    def laid(self) -> Flow:
        count = len(self.strands)
        thickness = ALL if self.money else max(min(ALL, MOST_EACH * count), LEAST_EACH * count)
        return flow(self.strands, thickness, GAP, frozenset({NONE, OTHERS}))

    @cached_property
    def ribbons(self) -> dict[int, list[Ribbon]]:
        """The ribbons of each strand."""
        found: dict[int, list[Ribbon]] = defaultdict(list)
        for each in self.laid.ribbons:
            found[each.strand].append(replace(each, start=each.start + TOP, end=each.end + TOP))
        return found

    @cached_property
    def names(self) -> dict[tuple[int, str], str]:
        """What each node is called in the picture."""
        return {(node.column, node.key): f"n{index}" for index, node in enumerate(self.laid.nodes)}

    @cached_property
    def pitch(self) -> dict[int, float]:
        """How much room there is from one node of a column to the next, at the least."""
        tops: dict[int, list[float]] = defaultdict(list)
        for node in self.laid.nodes:
            tops[node.column].append(node.top)
        return {column: min((b - a for a, b in pairwise(found)), default=ALL) for column, found in tops.items()}

    @cached_property
    def colours(self) -> dict[str, str]:
        """A colour for each focus area; none for what lacks one."""
        keys = [node.key for node in self.laid.nodes if node.column == AREA and node.key not in (NONE, OTHERS)]
        return {key: f"c{index % COLOURS + 1}" for index, key in enumerate(keys)}

    @cached_property
    def labels(self) -> dict[str, tuple[str, str]]:
        """What each thing is called, and what an assignment says."""
        found = {}
        for way in self.ways:
            for column in COLUMNS:
                if iri := getattr(way, column):
                    text = way.assignment_text if column == COLUMNS[ASSIGNMENT] else None
                    label = getattr(way, f"{column}_label") or iri.local
                    found[str(iri)] = (label, "" if text in (None, label) else str(text))
        return found

    @cached_property
    def members(self) -> dict[tuple[int, str], frozenset[str]]:
        """The things that stand together in a node."""
        found: dict[tuple[int, str], set[str]] = defaultdict(set)
        for way, strand in zip(self.ways, self.strands, strict=True):
            for column, key in enumerate(strand.stops):
                found[column, key].add(str(getattr(way, COLUMNS[column]) or NONE))
        return {node: frozenset(things) for node, things in found.items()}

    def called(self, node: Node) -> tuple[str, str]:
        """A node's label and what more there is to say."""
        if node.key == NONE:
            return lacking(node.column), ""
        if node.key == OTHERS:
            count = len(self.members[node.column, node.key])
            return gettext("övriga (%(count)s)", count=count), ""
        return self.labels[node.key]

    def amount(self, node: Node) -> str:
        """How much goes through a node."""
        return kronor(Decimal(round(node.value))) if self.money else str(round(node.value))

    def mark(self, node: Node) -> Mark:
        label, text = self.called(node)
        left, right = SPANS[node.column]
        lines = self.lines(node, label, text)
        middle = node.top + TOP + node.height / 2
        place = {ASSIGNMENT: left - MARGIN, AREA: (left + right) / 2, ACTIVITY: right + MARGIN}[node.column]
        return Mark(
            name=self.names[node.column, node.key],
            style=f"{COLUMNS[node.column]} {'lacking' if node.key == NONE else self.colours.get(node.key, 'c0')}",
            href=self.href(node),
            title=": ".join(filter(None, (label, text))) + f" – {self.told(node)}",
            node=replace(node, top=node.top + TOP),
            left=left,
            width=right - left,
            text_x=place,
            text_y=middle + SIZE * 0.36 - LINE * (len(lines) - 1) / 2,
            lines=lines,
            count=self.amount(node) if self.money or node.value > 1 else "",
        )

    def lines(self, node: Node, label: str, text: str) -> tuple[str, ...]:
        """A node's words, as many lines as there is room for."""
        if node.column == AREA:
            most = max(1, min(3, int((node.height + GAP) / LINE)))
            return wrapped(label, SPANS[AREA][1] - SPANS[AREA][0] - 36, most, SIZE)
        if node.column == ACTIVITY:
            return (fitted(label, WIDTH - SPANS[ACTIVITY][1] - MARGIN - 40, SIZE),)
        room = SPANS[ASSIGNMENT][0] - MARGIN
        if self.pitch[ASSIGNMENT] >= 2 * LINE + 4:
            return (
                (fitted(label, room - 40, SIZE), fitted(text, room, SIZE))
                if text
                else wrapped(label, room - 40, 2, SIZE)
            )
        return (fitted(f"{label} {text}".strip(), room - 40, SIZE),)

    def href(self, node: Node) -> str:
        column = COLUMNS[node.column]
        if node.key == OTHERS:
            return self.to.listed(column)
        if node.column == ACTIVITY and node.key != NONE:
            return address(node.key) or ""
        return self.to.narrowed(column, node.key)

    def told(self, node: Node) -> str:
        """How much goes through a node, in words."""
        if self.money:
            return self.amount(node)
        return str(ngettext("%(num)s länk", "%(num)s länkar", round(node.value)))

    def band(self, index: int) -> Band:
        way, strand = self.ways[index], self.strands[index]
        spans = ((SPANS[each.column][1], SPANS[each.column + 1][0]) for each in self.ribbons[index])
        return Band(
            path="".join(ribbon_path(each, *span) for each, span in zip(self.ribbons[index], spans, strict=True)),
            style=f"{self.colours.get(strand.stops[AREA], 'c0')} {way.ground or 'lacking'}",
            through=" ".join(self.names[column, key] for column, key in enumerate(strand.stops)),
            title=self.said(way),
        )

    def said(self, way: Way) -> str:
        """A way in words, with what it rests on."""
        stops = (getattr(way, f"{column}_label") or lacking(at) for at, column in enumerate(COLUMNS))
        more = (
            ground_word(way.ground),
            gettext("rad %(line)s", line=way.line) if way.line else "",
            f"{way.budget_line_label} {kronor(way.sek)}" if way.sek is not None else "",
        )
        return f"{' → '.join(stops)} ({', '.join(filter(None, more))})"

    def heading(self, column: int) -> tuple[float, str]:
        left, right = SPANS[column]
        known = {getattr(way, COLUMNS[column]) for way in self.ways} - {None}
        place = {ASSIGNMENT: left - MARGIN, AREA: (left + right) / 2, ACTIVITY: right + MARGIN}[column]
        return place, f"{many(column)} ({len(known)})"


def grouped(strands: tuple[Strand, ...]) -> tuple[Strand, ...]:
    """The strands with all but the weightiest nodes of each column put together."""
    kept = [_kept(strands, column) for column in range(len(COLUMNS))]
    return tuple(
        replace(strand, stops=tuple(key if key in kept[at] else OTHERS for at, key in enumerate(strand.stops)))
        for strand in strands
    )


def _kept(strands: tuple[Strand, ...], column: int) -> set[str]:
    """The nodes of a column that stand for themselves: all where there is room, else the weightiest."""
    weight: dict[str, float] = defaultdict(float)
    for strand in strands:
        weight[strand.stops[column]] += strand.value
    if len(weight) <= MOST:
        return set(weight)
    named = sorted(set(weight) - {NONE}, key=lambda key: (-weight[key], key))
    return {NONE, *named[: MOST - 2]}


def lacking(column: int) -> str:
    """What stands where a link is missing."""
    return str(LACKING[column])


def many(column: int) -> str:
    """What stands over a column."""
    return str(MANY[column])

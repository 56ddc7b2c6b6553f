"""Names as nodes and rows as links between them: of triples, or of two columns with names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from flask_babel import lazy_gettext

from ontology.vocab import Rdfs
from webapp.addresses import address, elsewhere
from webapp.drawing.layers import AISLE, BULGE, Block, Layers, Placed, curve, layers
from webapp.drawing.levels import levels
from webapp.drawing.words import wrapped
from webapp.languages import number
from webapp.workbench.columns import ANY_LABEL, LABELS, NAMES, Column, Picker
from webapp.workbench.table import Table
from webapp.workbench.texts import gettext, ngettext
from webapp.workbench.view import Chosen, Picture, View, needed

#: So many things and links are drawn; words stand at links where these are few.
NODES, LINKS, TOLD = 120, 240, 14
HIGH, TALL, LEADING = 34.0, 52.0, 18.0
#: A thing is as wide as there is room for in a picture of this width, between these.
ROOM, NARROWEST, WIDEST = 1180.0, 216.0, 380.0
#: Links of so many kinds have a colour each.
COLOURS = 6
#: Above the things, and around all.
TOP, MARGIN = 8.0, 12.0


@dataclass(frozen=True)
class Box:
    """A thing as it is drawn."""

    at: Placed
    lines: tuple[str, ...]
    label: str
    href: str
    links: int


@dataclass(frozen=True)
class Link:
    """A link as it is drawn: its path, whether it goes from right to left, what it says, and where its words stand."""

    path: str
    back: bool
    title: str
    word: str
    x: float
    y: float
    kind: int


@dataclass(frozen=True)
class Net:
    """The whole picture; `kinds` of links are told with how many there are, and numbered from 1."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    kinds: tuple[tuple[str, int], ...]


def choose(picker: Picker) -> bool:
    """Two columns with names; what stands between them where that is told."""
    triple = [column.name for column in picker.every] == ["subject", "predicate", "object"]
    start = picker.pick("from", gettext("Från"), NAMES, fits=lambda column: not triple or column.name == "subject")
    kinds = NAMES if not triple else ("name", "text")
    end = picker.pick("to", gettext("Till"), kinds, fits=lambda column: not triple or column.name == "object")
    picker.pick(
        "link", gettext("Länk"), LABELS, offer=ANY_LABEL, optional=True, alone=triple,
        fits=lambda column: not triple or column.name == "predicate",
    )  # fmt: skip
    return start is not None and end is not None


def draw(table: Table, chosen: Chosen) -> Picture:
    """The net, from those that nothing links to on the left."""
    start, end, link = needed(chosen, "from"), needed(chosen, "to"), chosen["link"]
    net = _Net(table, start, end, link)
    return Picture("pictures/workbench_graph.svg", net.drawn(), net.says(), net.left_out())


class _Net:
    """The names of two columns and the rows between them."""

    def __init__(self, table: Table, start: Column, end: Column, link: Column | None) -> None:
        self.table, self.link = table, link
        self.names: dict[str, str] = {}
        self.ties: dict[tuple[str, str, str], None] = {}
        self.passed, self.hidden = 0, set[str]()
        for row in range(len(table.cells.rows)):
            self._read(row, start, end)
        self.drawn_ties = self._few()

    def _read(self, row: int, start: Column, end: Column) -> None:
        ends = self.table.cell(row, start), self.table.cell(row, end)
        word = self.table.cell(row, self.link) if self.link else None
        first, second = (cell.text if cell and cell.kind in ("name", "blank") else "" for cell in ends)
        if first and not second and word and word.text == Rdfs.label and ends[1]:
            self.names[first] = ends[1].text
            return
        if not first or not second:
            self.passed += 1
            return
        self.names.setdefault(first, self.table.said(row, start))
        self.names.setdefault(second, self.table.said(row, end))
        self.ties[first, second, self.table.said(row, self.link) if self.link else ""] = None

    def _few(self) -> list[tuple[str, str, str]]:
        """The links that are drawn: the first, as long as there is room for their ends."""
        shown, found = set[str](), list[tuple[str, str, str]]()
        for tie in self.ties:
            ends = shown | set(tie[:2])
            if len(found) < LINKS and len(ends) <= NODES:
                shown = ends
                found.append(tie)
        self.hidden = {each for tie in self.ties for each in tie[:2]} - shown
        return found

    def drawn(self) -> Net:
        keys = list(dict.fromkeys(each for tie in self.drawn_ties for each in tie[:2]))
        links = [tie[:2] for tie in self.drawn_ties]
        column = levels(keys, links)
        many = max(column.values(), default=0) + 1
        wide = min(max((ROOM - AISLE * (many - 1) - BULGE) / many, NARROWEST), WIDEST)
        lines = {key: wrapped(self.names[key], wide - 26, 2, 14) or ("–",) for key in keys}
        blocks = [Block(key, column[key], wide, TALL if len(lines[key]) > 1 else HIGH) for key in keys]
        laid = layers(blocks, links, TOP, inf)
        counts = {key: sum(key in tie[:2] for tie in self.drawn_ties) for key in keys}
        boxes = tuple(Box(laid.placed[key], lines[key], self.names[key], self._leads(key), counts[key]) for key in keys)
        kinds = tuple(Counter(word for _, _, word in self.drawn_ties if word).most_common(COLOURS))
        order = {word: index for index, (word, _) in enumerate(kinds, 1)}
        drawn = tuple(self._links(laid, order))
        return Net(laid.width + 2 * MARGIN, laid.height + 2 * MARGIN, boxes, drawn, kinds)

    def _leads(self, key: str) -> str:
        return address(key) or elsewhere(key) or "#svarets-tabell"

    def _links(self, laid: Layers, order: Mapping[str, int]) -> list[Link]:
        found = []
        for start, end, word in self.drawn_ties:
            one, other = laid.placed[start], laid.placed[end]
            title = f"{self.names[start]} – {word or '→'} – {self.names[end]}"
            shown = word if len(self.drawn_ties) <= TOLD and one.x != other.x else ""
            x = (min(one.x, other.x) + one.width + max(one.x, other.x)) / 2
            middle = (one.middle + other.middle) / 2
            found.append(Link(curve(one, other), one.x > other.x, title, shown, x, middle, order.get(word, 0)))
        return found

    def says(self) -> str:
        if not self.ties:
            return gettext("Inga länkar mellan namn att rita.")
        degree: dict[str, int] = {}
        for first, second, _ in self.ties:
            degree[first] = degree.get(first, 0) + 1
            degree[second] = degree.get(second, 0) + 1
        most = max(degree, key=lambda key: degree[key])
        return gettext(
            "%(things)s saker och %(links)s länkar. Flest länkar har %(most)s: %(count)s.",
            things=number(len(degree)), links=number(len(self.ties)), most=self.names[most], count=degree[most],
        )  # fmt: skip

    def left_out(self) -> tuple[str, ...]:
        found = []
        if len(self.ties) > len(self.drawn_ties):
            found.append(
                gettext(
                    "%(shown)s av %(all)s länkar ritas; %(hidden)s saker är inte med i bilden.",
                    shown=len(self.drawn_ties), all=number(len(self.ties)), hidden=number(len(self.hidden)),
                )
            )  # fmt: skip
        if self.passed:
            found.append(
                ngettext(
                    "%(num)s rad utan två namn (text, tal eller obunden) ritas inte.",
                    "%(num)s rader utan två namn (text, tal eller obunden) ritas inte.", self.passed,
                )
            )  # fmt: skip
        return tuple(found)


VIEW = View(
    name="graph",
    order=30,
    label=lazy_gettext("Graf"),
    needs=lazy_gettext("två kolumner med namn i grafen (IRI:er), eller en fråga med CONSTRUCT eller DESCRIBE"),
    choose=choose,
    draw=draw,
)

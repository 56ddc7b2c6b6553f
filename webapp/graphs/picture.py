"""The picture: things as boxes in columns, links as curves, with their words and addresses; templates draw it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256

from graph.view import View
from ontology.iri import Iri
from webapp.ask import rows
from webapp.drawing.layers import Block, Layers, Placed, curve, layers
from webapp.drawing.words import fitted, wrapped
from webapp.graphs.chosen import Chosen
from webapp.graphs.columns import column_of
from webapp.graphs.linked import Linked
from webapp.order import order
from webapp.terms import terms

#: Boxes and their type, in picture units; columns of more things than `ROOMY` have a line a thing.
WIDTH, PAD, TYPE, SMALL, LINE, ROOMY = 272.0, 12.0, 14.0, 12.0, 18.0, 9
#: Above the first boxes stands what the columns are called.
HEADING = 40.0


@dataclass(frozen=True)
class Thing:
    """A thing that is shown: its class and column, what it is called, what an assignment says, and its plan's edition."""

    iri: Iri
    kind: Iri
    column: int
    label: str
    text: str
    year: int | None

    @property
    def name(self) -> str:
        """What it is called, with what it says where that is a number alone."""
        return f"{self.label}: {self.text}" if self.text and self.text != self.label else self.label

    @property
    def key(self) -> str:
        """What it is called within a page."""
        return "n-" + sha256(self.iri.encode()).hexdigest()[:10]


@dataclass(frozen=True)
class Box:
    """A thing where it stands, with the lines of its name; a `tall` one has its class above them, and room below."""

    thing: Thing
    at: Placed
    tall: bool
    lines: tuple[str, ...]
    way: bool


@dataclass(frozen=True)
class Curve:
    """A link as it is drawn."""

    link: Linked
    path: str
    way: bool


@dataclass(frozen=True)
class Picture:
    """A picture: its size, its columns (place in COLUMNS, left edge and width) with their boxes, and its links."""

    width: float
    height: float
    columns: tuple[tuple[int, float, float, tuple[Box, ...]], ...]
    curves: tuple[Curve, ...]


@dataclass(frozen=True)
class _Row:
    thing: Iri
    kind: Iri
    label: str | None
    text: str | None
    year: int | None


def things(view: View, names: tuple[Iri, ...]) -> tuple[Thing, ...]:
    """Some things with what they are called, in their order; what the graph does not know is left out."""
    known, found = terms(view), dict[Iri, list[_Row]]()
    for row in rows(view, "graph_things", _Row, things=names):
        found.setdefault(row.thing, []).append(row)
    every = []
    for name in names:
        if those := found.get(name):
            kind = known.specific(each.kind for each in those)[0]
            label = next((each.label for each in those if each.label), name.local)
            text = next((each.text for each in those if each.text), "")
            every.append(Thing(name, kind, column_of(known, kind), label, text, those[0].year))
    return tuple(every)


def picture(
    found: Collection[Thing], links: tuple[Linked, ...], shown: Chosen, way: Collection[tuple[Iri, Iri]] = ()
) -> Picture:
    """The picture of some things and the links among them; `way` are the pairs that a way leads along."""
    crowded = _crowded(found)
    in_order = sorted(found, key=lambda each: order(each.name))
    blocks = [
        Block(each.iri, each.column, WIDTH, _height(each, crowded=each.column in crowded, more=shown.more(each.iri)))
        for each in in_order
    ]
    place = layers(blocks, [(each.start, each.end) for each in links], HEADING)
    on_way = {end for pair in way for end in pair}
    boxes = {each.iri: _box(each, place.placed[each.iri], crowded, shown, on_way=each.iri in on_way) for each in found}
    return Picture(place.width, place.height + 2, _columns(place, boxes), _curves(links, place.placed, way))


def _crowded(found: Collection[Thing]) -> frozenset[int]:
    held = [each.column for each in found]
    return frozenset(column for column in set(held) if held.count(column) > ROOMY)


def _height(thing: Thing, *, crowded: bool, more: int) -> float:
    if crowded:
        return LINE + PAD
    return PAD + SMALL + LINE * len(_lines(thing.name)) + (LINE + PAD if more else 4)


def _lines(name: str) -> tuple[str, ...]:
    return wrapped(name, WIDTH - 2 * PAD, 2, TYPE)


def _box(thing: Thing, at: Placed, crowded: Collection[int], shown: Chosen, *, on_way: bool) -> Box:
    if thing.column not in crowded:
        return Box(thing, at, tall=True, lines=_lines(thing.name), way=on_way)
    room = WIDTH - 2 * PAD - (40 if shown.more(thing.iri) else 0)
    return Box(thing, at, tall=False, lines=(fitted(thing.name, room, TYPE),), way=on_way)


def _columns(place: Layers, boxes: Mapping[Iri, Box]) -> tuple[tuple[int, float, float, tuple[Box, ...]], ...]:
    return tuple(
        (column, *place.columns[column],
         tuple(sorted((box for box in boxes.values() if box.thing.column == column), key=lambda box: box.at.y)))
        for column in sorted(place.columns)
    )  # fmt: skip


def _curves(
    links: tuple[Linked, ...], placed: Mapping[str, Placed], way: Collection[tuple[Iri, Iri]]
) -> tuple[Curve, ...]:
    """The links as curves, those of the way last, so that they lie above the others."""
    every = (
        Curve(each, curve(placed[each.start], placed[each.end]), (each.start, each.end) in way)
        for each in links
        if each.start in placed and each.end in placed
    )
    return tuple(sorted(every, key=lambda each: each.way))

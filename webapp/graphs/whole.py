"""A whole plan as a graph: its things in columns and the links within it, as data for a picture that is drawn in the browser."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.view import View
from ontology.iri import Iri
from webapp.addresses import address
from webapp.drawing.layers import Block, layers
from webapp.graphs.columns import COLUMNS
from webapp.graphs.linked import Linked, linked
from webapp.graphs.picture import Thing, things
from webapp.order import order
from webapp.sheet import Sheet

#: So many things are drawn at most; a box's size in the picture, and what stands above the first.
MOST_DRAWN, WIDTH, HEIGHT, HEADING = 1500, 260.0, 30.0, 40.0


@dataclass(frozen=True)
class Whole:
    """A plan's things that are linked to others, those with the most links first; the links among those drawn; how many there are."""

    things: tuple[Thing, ...]
    links: tuple[Linked, ...]
    total: int


def whole(view: View, sheet: Sheet) -> Whole:
    """The graph that a sheet's links make."""
    every = linked(sheet)
    count: dict[Iri, int] = {}
    for each in every:
        for end in (each.start, each.end):
            count[end] = count.get(end, 0) + 1
    ranked = sorted(count, key=lambda each: (-count[each], each))
    drawn = frozenset(ranked[:MOST_DRAWN])
    links = tuple(each for each in every if each.start in drawn and each.end in drawn)
    return Whole(things(view, tuple(ranked[:MOST_DRAWN])), links, len(count))


def elements(words: Mapping[Iri, str], found: Whole) -> dict[str, list[dict[str, object]]]:
    """The things and links as the picture in the browser takes them; `words` are what classes and links are called."""
    in_order = sorted(found.things, key=lambda each: order(each.name))
    blocks = [Block(each.iri, each.column, WIDTH, HEIGHT) for each in in_order]
    layout = layers(blocks, [(each.start, each.end) for each in found.links], HEADING)
    place = layout.placed
    keys = {each.iri: each.key for each in found.things}
    return {
        "things": [
            {
                "id": each.key,
                "label": each.name,
                "kind": words[each.kind],
                "column": each.column,
                "x": place[each.iri].x,
                "y": place[each.iri].y,
                "page": address(each.iri),
            }
            for each in found.things
        ],
        "columns": [
            {"id": COLUMNS[column].key, "heading": str(COLUMNS[column].label), "x": left, "y": 0.0}
            for column, (left, _) in layout.columns.items()
        ],
        "links": [
            {
                "source": keys[each.start],
                "target": keys[each.end],
                "says": words[each.relation],
                "ground": each.ground,
            }
            for each in found.links
            if each.start in keys and each.end in keys
        ],
    }

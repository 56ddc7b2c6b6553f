"""The map of the model: the main kinds of things, how many there are of each, and how they are linked, from one question."""

from dataclasses import dataclass

from flask_babel import gettext

from graph.answer import Value
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.amounts import told
from webapp.ask import records
from webapp.drawing.model import HIGH, WIDE, Box, Curve, Model, model
from webapp.languages import language, number
from webapp.sheet import Sheet, sheet

#: The kinds in the order of the thread, each with its column and row on the map.
CELLS = {
    rt.Assignment: (0, 1), rt.FocusArea: (1, 2), rt.Activity: (2, 1), rt.Milestone: (3, 0), rt.Goal: (2, 3),
    rt.Measure: (3, 3), rt.IndicatorValue: (4, 3), rt.BudgetLine: (3, 1), rt.Amount: (4, 1), rt.StatusReport: (3, 2),
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of things on the map: what one is called, how many there are, and its box."""

    kind: Iri
    label: str
    count: int
    at: Box
    wide: float = WIDE
    high: float = HIGH


@dataclass(frozen=True)
class Linked:
    """How things of two kinds are linked: by which property, how often, whether documents say so, and its curve."""

    property: Iri
    told: str
    count: int
    stated: bool
    curve: Curve


@dataclass(frozen=True)
class Map:
    """What is drawn, and the same as a sheet."""

    sheet: Sheet
    drawn: Model
    boxes: tuple[Kind, ...]
    links: tuple[Linked, ...]


def model_map(seen: View) -> Map:
    """The map of a version."""
    title = gettext("Hur tingen hänger ihop")
    question = "model_told" if told(seen) else "model"
    found = sheet(seen, question, title, kinds=tuple(CELLS), language=language())
    rows = records(found.answer)
    kinds = {Iri(str(row["from"])): row for row in rows if row["property"] is None}
    links = [row for row in rows if row["property"] is not None]
    drawn = model(
        {kind: cell for kind, cell in CELLS.items() if kind in kinds},
        [(str(row["from"]), str(row["to"])) for row in links],
    )
    boxes = tuple(_kind(kind, kinds[kind], drawn) for kind in CELLS if kind in kinds)
    return Map(found, drawn, boxes, tuple(map(_linked, links, drawn.curves)))


def _kind(kind: Iri, row: dict[str, Value], drawn: Model) -> Kind:
    return Kind(kind, str(row["from_label"] or kind.local), int(str(row["count"])), drawn.boxes[kind])


def _linked(row: dict[str, Value], curve: Curve) -> Linked:
    count, stated = int(str(row["count"])), bool(row["stated"])
    told = f"{row['from_label']} – {row['property_label']} – {row['to_label']}: {number(count)}"
    ground = "" if stated else ", " + gettext("föreslaget")
    return Linked(Iri(str(row["property"])), told + ground, count, stated, curve)

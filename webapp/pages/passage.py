"""A passage: the lines around it with it marked, and what it states."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.lines import Line, lines
from webapp.page import ThingPage
from webapp.things import Head, Item, pointing

#: Lines shown before and after.
AROUND = 4
#: Lines of a passage shown at most.
LONGEST = 200


@dataclass(frozen=True)
class Place:
    """Where the passage is."""

    document: Iri
    file: str
    first: int
    last: int
    kind: Iri
    page: int | None
    read_by: str
    plan: Iri | None
    plan_label: str | None


@dataclass(frozen=True)
class Passage:
    """What the page shows; no lines where the document's words are not in the graph."""

    place: Place
    lines: tuple[Line, ...]
    states: tuple[Item, ...]
    findings: tuple[Item, ...]


def read(view: View, head: Head) -> Passage:
    """What the page shows."""
    place = rows(view, "place", Place, passage=head.iri)[0]
    last = min(place.last, place.first + LONGEST)
    stated = pointing(view, head.iri, rt.passage)
    return Passage(
        place=place,
        lines=lines(view, place.document, max(1, place.first - AROUND), last + AROUND, head.iri),
        states=tuple(item for item in stated if item.kind != rt.Finding),
        findings=tuple(item for item in stated if item.kind == rt.Finding),
    )


PAGE = ThingPage((rt.Passage,), "pages/passage.html", read)

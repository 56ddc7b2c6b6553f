"""A passage: the lines around it with it marked, and beside them what the graph states from it."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.evidence.beside import Beside, beside
from webapp.evidence.citation import passage
from webapp.evidence.lines import Line, lines
from webapp.evidence.reading import reading
from webapp.evidence.shots import Shot, shots
from webapp.evidence.standing import standing
from webapp.page import ThingPage
from webapp.things import Head

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
    """What the page shows; no lines where the document's words are not in the graph, no page where none can be shown."""

    place: Place
    name: str
    lines: tuple[Line, ...]
    shots: tuple[Shot, ...]
    beside: Beside
    citation: str


def read(view: View, head: Head) -> Passage:
    """What the page shows."""
    place = rows(view, "place", Place, passage=head.iri)[0]
    last = min(place.last, place.first + LONGEST)
    whole = reading(view, place.document)
    here = next(each for each in whole.stretches if each.passage == head.iri)
    return Passage(
        place=place,
        name=here.name,
        lines=lines(whole, range(max(1, place.first - AROUND), last + AROUND + 1), head.iri),
        shots=shots(view, (head.iri,)),
        beside=beside(view, place.document, whole, (here,)),
        citation=passage(view, place.document, standing(view, head.iri, place.first, place.last), here.text),
    )


PAGE = ThingPage((rt.Passage,), "pages/passage.html", read)

"""A finding: what is wrong in plain words, the places that show it side by side, the rule that found it, and what one can do."""

from dataclasses import dataclass

from graph.findings.kind import kinds
from graph.findings.told import Told
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.editions import Edition, editions
from webapp.evidence.advice import advice
from webapp.evidence.lines import Line, lines
from webapp.evidence.reading import reading
from webapp.page import ThingPage
from webapp.pages.findings import findings
from webapp.things import Head, Source

#: So many others of the same kind are listed, so many places shown.
OTHERS, PLACES = 8, 6
#: Lines shown before and after a place, and of it at most.
AROUND, LONGEST = 2, 12


@dataclass(frozen=True)
class Place:
    """A passage that shows it, in its document and edition, with the lines around where the words are here."""

    source: Source
    document: Iri
    edition: Edition | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Finding:
    """What the page shows: `rule` is the question that found it, None where the reading doubted; `others` are of the same kind."""

    told: Told
    places: tuple[Place, ...]
    more: int
    advice: str
    rule: str | None
    others: tuple[Told, ...]
    count: int


def read(view: View, head: Head) -> Finding:
    """What the page shows."""
    every = findings(view)
    told = next(each for each in every if each.iri == head.iri)
    others = [each for each in every if each.fault == told.fault and each != told]
    kind = kinds().get(told.method or "")
    places = _places(view, told, head)
    return Finding(
        told=told,
        places=tuple(places),
        more=max(0, len(head.sources) - PLACES),
        advice=advice(told.fault),
        rule=kind.query if kind else None,
        others=tuple(sorted(others, key=lambda each: not each.documents & told.documents)[:OTHERS]),
        count=len(others) + 1,
    )


def _places(view: View, told: Told, head: Head) -> list[Place]:
    documents = {place.passage: place.document for place in told.places}
    by_document = {each.document: each for each in editions(view)}
    known = [source for source in head.sources if source.passage in documents]
    return [_place(view, source, documents[source.passage], by_document) for source in known[:PLACES]]


def _place(view: View, source: Source, document: Iri, known: dict[Iri, Edition]) -> Place:
    last = min(source.last, source.first + LONGEST)
    around = lines(reading(view, document), range(max(1, source.first - AROUND), last + AROUND + 1), source.passage)
    return Place(source, document, known.get(document), around)


PAGE = ThingPage((rt.Finding,), "pages/finding.html", read)

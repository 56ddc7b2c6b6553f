"""A goal: its perspective and focus area, the goals it is part of and its parts, its indicators, and how it goes."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.vocab import Dcterms
from webapp.page import ThingPage
from webapp.things import Head, Item, pointed, pointing
from webapp.threads.statuses import Status, statuses
from webapp.values import text


@dataclass(frozen=True)
class Goal:
    """What the page shows; `below` is what points to it and is no indicator."""

    text: str | None
    perspectives: tuple[Item, ...]
    areas: tuple[Item, ...]
    part_of: tuple[Item, ...]
    parts: tuple[Item, ...]
    indicators: tuple[Item, ...]
    below: tuple[Item, ...]
    statuses: tuple[Status, ...]


def read(view: View, head: Head) -> Goal:
    """What the page shows."""
    iri = head.iri
    below = pointing(view, iri, rt.goal)
    return Goal(
        text=text(view, iri, Dcterms.description),
        perspectives=pointed(view, iri, rt.perspective),
        areas=pointed(view, iri, rt.focusArea),
        part_of=pointed(view, iri, rt.partOfGoal),
        parts=pointing(view, iri, rt.partOfGoal),
        indicators=tuple(item for item in below if item.kind == rt.Indicator),
        below=tuple(item for item in below if item.kind != rt.Indicator),
        statuses=statuses(view, (iri,)).get(iri, ()),
    )


PAGE = ThingPage((rt.Goal,), "pages/goal.html", read)

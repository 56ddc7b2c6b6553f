"""An activity: what it serves and is part of, its milestones, and what reports say of it."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.vocab import Dcterms
from webapp.page import ThingPage
from webapp.statuses import Status, statuses
from webapp.things import Head, Item, pointed, pointing
from webapp.values import text, texts


@dataclass(frozen=True)
class Activity:
    """What the page shows. `due` and `responsible` are as written; `indirect` is what it serves through what it is part of."""

    text: str | None
    serves: tuple[Item, ...]
    indirect: tuple[Item, ...]
    areas: tuple[Item, ...]
    part_of: tuple[Item, ...]
    parts: tuple[Item, ...]
    coordinated: tuple[Item, ...]
    milestones: tuple[Item, ...]
    statuses: tuple[Status, ...]
    planned: tuple[str, ...]
    due: str | None
    responsible: tuple[str, ...]


def read(view: View, head: Head) -> Activity:
    """What the page shows."""
    iri = head.iri
    serves = pointed(view, iri, rt.serves)
    direct = {item.iri for item in serves}
    reached = pointed(view, iri, rt.contributesTo)
    coordinated = {
        item.iri: item for item in pointed(view, iri, rt.coordinatedWith) + pointing(view, iri, rt.coordinatedWith)
    }
    return Activity(
        text=text(view, iri, Dcterms.description),
        serves=serves,
        indirect=tuple(item for item in reached if item.iri not in direct),
        areas=pointed(view, iri, rt.focusArea),
        part_of=pointed(view, iri, rt.partOfActivity),
        parts=pointing(view, iri, rt.partOfActivity),
        coordinated=tuple(coordinated.values()),
        milestones=pointing(view, iri, rt.ofActivity),
        statuses=statuses(view, (iri,)).get(iri, ()),
        planned=texts(view, iri, rt.plannedYear),
        due=text(view, iri, rt.due),
        responsible=texts(view, iri, rt.responsible),
    )


PAGE = ThingPage((rt.Activity,), "pages/activity.html", read)

"""A point of internal control: what is examined, its risk and method, and what came of it."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.page import ThingPage
from webapp.things import Head
from webapp.threads.statuses import Status, statuses
from webapp.values import texts

FACTS = (
    rt.scope, rt.risk, rt.method, rt.regulation, rt.likelihood, rt.consequence, rt.riskValue, rt.due, rt.responsible,
)  # fmt: skip


@dataclass(frozen=True)
class Control:
    """What the page shows, by property."""

    facts: tuple[tuple[Iri, tuple[str, ...]], ...]
    statuses: tuple[Status, ...]


def read(view: View, head: Head) -> Control:
    """What the page shows."""
    facts = ((fact, texts(view, head.iri, fact)) for fact in FACTS)
    reports = statuses(view, (head.iri,)).get(head.iri, ())
    return Control(tuple((fact, said) for fact, said in facts if said), reports)


PAGE = ThingPage((rt.ControlPoint,), "pages/control.html", read)

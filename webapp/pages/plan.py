"""A plan: whose it is, its assignments and focus areas with how many activities they have, and what else it states."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, rows
from webapp.editions import Edition, editions
from webapp.kinds import LISTED
from webapp.order import order
from webapp.page import ThingPage
from webapp.things import Head, Item, pointed, pointing


@dataclass(frozen=True)
class Row:
    """An assignment or focus area of the plan: its words, and how many activities it has."""

    iri: Iri
    label: str
    text: str | None
    activities: int
    passage: Iri | None
    file: str | None
    first: int | None
    last: int | None


@dataclass(frozen=True)
class Plan:
    """What the page shows; `edition` is None for a plan that others name but that is not in the graph.

    `counts` are how many things of a class the plan states.
    """

    edition: Edition | None
    assignments: tuple[Row, ...]
    areas: tuple[Row, ...]
    counts: tuple[tuple[Iri, int], ...]
    findings: int
    based_on: tuple[Item, ...]
    basis_of: tuple[Item, ...]
    previous: tuple[Item, ...]
    following: tuple[Item, ...]


def read(view: View, head: Head) -> Plan:
    """What the page shows."""
    plan = head.iri
    counts = {Iri(str(kind)): int(str(count)) for kind, count in ask(view, "plan_counts", plan=plan).rows}
    return Plan(
        edition=next((each for each in editions(view) if each.plan == plan), None),
        assignments=_ordered(rows(view, "plan_assignments", Row, plan=plan)),
        areas=_ordered(rows(view, "plan_areas", Row, plan=plan)),
        counts=tuple((kind, counts[kind]) for kind in LISTED if kind in counts),
        findings=counts.get(rt.Finding, 0),
        based_on=pointed(view, plan, rt.basedOn),
        basis_of=pointing(view, plan, rt.basedOn),
        previous=pointed(view, plan, rt.previousEdition),
        following=pointing(view, plan, rt.previousEdition),
    )


def _ordered(found: tuple[Row, ...]) -> tuple[Row, ...]:
    each_once = {row.iri: row for row in reversed(found)}
    return tuple(sorted(each_once.values(), key=lambda row: order(row.label)))


PAGE = ThingPage((rt.Plan,), "pages/plan.html", read)

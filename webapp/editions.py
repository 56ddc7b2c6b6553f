"""The plans that are in a version of the store, and which of them state what."""

from dataclasses import dataclass

from graph.follow_up.reports import REPORTS
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, once_a_version, rows
from webapp.order import order

#: The classes by which plans are told apart: those that views set against one another.
KINDS = (rt.Assignment, rt.FocusArea, rt.Activity, rt.Goal, rt.Indicator, rt.Measure, rt.BudgetLine, rt.Milestone)


@dataclass(frozen=True)
class Edition:
    """A plan: title and class, edition, planned years, whose it is, and the document that it was read from."""

    plan: Iri
    title: str
    kind: Iri
    year: int
    start: int
    end: int
    organisation: Iri
    organisation_label: str
    region: Iri
    region_label: str
    document: Iri
    file: str

    @property
    def reports(self) -> bool:
        """Whether it tells what was, not what shall be."""
        return self.kind in REPORTS


@once_a_version
def editions(view: View) -> tuple[Edition, ...]:
    """All plans, by region, organisation and year."""
    found = {edition.plan: edition for edition in rows(view, "editions", Edition)}
    return tuple(
        sorted(found.values(), key=lambda one: (order(one.region_label), order(one.organisation_label), one.year))
    )


@once_a_version
def _stated(view: View) -> frozenset[tuple[Iri, Iri]]:
    """Which classes each plan states something of."""
    return frozenset((Iri(str(plan)), Iri(str(kind))) for plan, kind in ask(view, "kinds_of_plans", kinds=KINDS).rows)


def stating(view: View, *kinds: Iri) -> tuple[Edition, ...]:
    """The plans that state things of all these classes of KINDS."""
    return tuple(each for each in editions(view) if all((each.plan, kind) in _stated(view) for kind in kinds))


def plans_of(found: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Those that are no reports."""
    return tuple(each for each in found if not each.reports)

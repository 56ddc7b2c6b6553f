"""Which classes of things each plan states, and how many."""

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, once_a_version

#: The classes that views set against one another.
KINDS = (rt.Assignment, rt.FocusArea, rt.Activity, rt.Goal, rt.Indicator, rt.Measure, rt.BudgetLine, rt.Milestone)


@once_a_version
def counted(view: View) -> dict[tuple[Iri, Iri], int]:
    """How many things of a class a plan states, by plan and class."""
    rows = ask(view, "kinds_of_plans", kinds=KINDS).rows
    return {(Iri(str(plan)), Iri(str(kind))): int(str(count)) for plan, kind, count in rows}


def plans_with(view: View, *kinds: Iri) -> frozenset[Iri]:
    """The plans that state things of all these classes."""
    found = counted(view)
    return frozenset(plan for plan, _ in found if all((plan, kind) in found for kind in kinds))

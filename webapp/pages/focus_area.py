"""A focus area: the assignments, goals, activities and milestones under it."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.vocab import Dcterms
from webapp.page import ThingPage
from webapp.things import Head, Item, pointing
from webapp.values import text


@dataclass(frozen=True)
class FocusArea:
    """What the page shows."""

    text: str | None
    assignments: tuple[Item, ...]
    goals: tuple[Item, ...]
    activities: tuple[Item, ...]
    milestones: tuple[Item, ...]
    others: tuple[Item, ...]


def read(view: View, head: Head) -> FocusArea:
    """What the page shows."""
    below = pointing(view, head.iri, rt.focusArea)
    groups = {kind: tuple(item for item in below if item.kind in kinds) for kind, kinds in KINDS.items()}
    known = {item.iri for group in groups.values() for item in group}
    return FocusArea(
        text=text(view, head.iri, Dcterms.description),
        assignments=groups[rt.Assignment],
        goals=groups[rt.Goal],
        activities=groups[rt.Activity],
        milestones=groups[rt.Milestone],
        others=tuple(item for item in below if item.iri not in known),
    )


KINDS = {
    rt.Assignment: (rt.Assignment, rt.BoardAssignment),
    rt.Goal: (rt.Goal,),
    rt.Activity: (rt.Activity,),
    rt.Milestone: (rt.Milestone,),
}
PAGE = ThingPage((rt.FocusArea,), "pages/focus_area.html", read)

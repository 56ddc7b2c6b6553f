"""Links that no document states: what they say, how sure they are and why, and what a person decided of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from graph.reviews.decision import TURNED
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import once_a_version, rows
from webapp.things import Source, places


@dataclass(frozen=True)
class End:
    """One side of a link: the thing, what it is called, and the plan that states it."""

    iri: Iri
    label: str
    plan: Iri | None


@dataclass(frozen=True)
class Suggestion:
    """One link, with both sides' labels and plans; `confidence` is between 0 and 1."""

    iri: Iri
    subject: Iri
    subject_label: str | None
    subject_plan: Iri | None
    relation: Iri
    object: Iri
    object_label: str | None
    object_plan: Iri | None
    grade: Iri | None
    confidence: Decimal
    evidence: str
    method: str
    review: Iri

    @property
    def ends(self) -> tuple[End, End]:
        """Both sides, in the order that the relation is read in."""
        there = End(self.subject, self.subject_label or self.subject, self.subject_plan)
        here = End(self.object, self.object_label or self.object, self.object_plan)
        return (here, there) if self.relation in TURNED else (there, here)


@once_a_version
def suggestions(view: View) -> tuple[Suggestion, ...]:
    """All of them, the surest first, the accepted before others, the rejected after them."""
    return _in_order(rows(view, "suggestions", Suggestion))


def suggested(view: View, thing: Iri) -> tuple[Suggestion, ...]:
    """Those of a thing that nobody rejected, in the same order."""
    found = rows(view, "suggested", Suggestion, thing=thing)
    return tuple(each for each in _in_order(found) if each.review != rt.Rejected)


def sides(view: View, found: Iterable[Suggestion]) -> dict[Iri, Source]:
    """Where both sides of some links stand."""
    things = {side for each in found for side in (each.subject, each.object)}
    return places(view, tuple(sorted(things))) if things else {}


def _in_order(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    once = {each.iri: each for each in found}
    reviews = (rt.Accepted, rt.Unreviewed, rt.Rejected)
    return tuple(sorted(once.values(), key=lambda each: (reviews.index(each.review), -each.confidence, each.iri)))

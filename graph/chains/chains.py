"""All chains of a version: what serves what, what measures and pays it, and what came of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from graph.chains.chain import Chain, Hold, Limb, surest
from graph.derived.items import Edition, Item, Items
from graph.derived.records import SuggestedLink
from graph.derived.trust import LEAST
from graph.follow_up.follow_up import Following, FollowUp
from graph.follow_up.reports import REPORTS
from graph.follow_up.table import words
from graph.follow_up.ties import Route
from graph.view import View
from ontology import rt
from ontology.iri import Iri


class Chains:
    """What is asked of chains, over one version."""

    def __init__(self, view: View, least: Decimal = LEAST) -> None:
        """Read a version; suggestions of less confidence than `least` are left aside, unless a person confirmed them."""
        self.following = Following(view, least)
        self.items: Items = self.following.items
        self._links: defaultdict[tuple[Iri, Iri], list[SuggestedLink]] = defaultdict(list)
        for link in self.following.suggested:
            if link.confidence >= least or link.review == rt.Accepted:
                self._links[link.relation, link.subject].append(link)
                self._links[link.relation, link.object].append(link)

    def editions(self) -> tuple[Edition, ...]:
        """The plans that chains run through: all that are no reports."""
        return tuple(each for each in self.items.editions if each.kind not in REPORTS)

    def of(self, edition: Edition) -> tuple[Chain, ...]:
        """The chains of a plan, one an assignment, in the order of the plan."""
        told = self.following.of(edition)
        limbs = {limb.item.iri: limb for limb in self.limbs(edition, told)}
        serving = self._serving(edition)
        return tuple(
            _joined(self.limb(item, told), [limbs[each.iri] for each in serving.get(item.iri, ())])
            for item in self.items.of_family(edition, rt.Assignment)
        )

    def limbs(self, edition: Edition, told: FollowUp | None = None) -> tuple[Limb, ...]:
        """What a plan's activities lead to, in the order of the plan."""
        return tuple(self._limbs(edition, told or self.following.of(edition)))

    def linked(self, relation: Iri, thing: Iri) -> tuple[Hold, ...]:
        """What is suggested to be tied to a thing by a relation, from whichever end."""
        return (*self._ends(relation, thing, "object"), *self._ends(relation, thing, "subject"))

    def above(self, thing: Iri) -> tuple[Hold, ...]:
        """What of a plan above a thing is suggested to be elaborated by it."""
        return self._ends(rt.ElaboratedBy, thing, "object")

    def below(self, thing: Iri) -> tuple[Hold, ...]:
        """What of a plan below is suggested to elaborate a thing."""
        return self._ends(rt.ElaboratedBy, thing, "subject")

    def _ends(self, relation: Iri, thing: Iri, end: Literal["subject", "object"]) -> tuple[Hold, ...]:
        """What the links of a relation that have a thing at their one end have at the other `end`."""
        links = [(getattr(link, end), link) for link in self._links.get((relation, thing), ())]
        return surest(
            Hold(
                self.items.by_iri[other],
                stated=False,
                confidence=link.confidence,
                evidence=link.evidence,
                link=link.iri,
            )
            for other, link in links
            if other != thing and other in self.items.by_iri
        )

    def asked(self, activity: Item) -> tuple[Iri, ...]:
        """The assignments that an activity serves, itself or as a part of another."""
        found: dict[Iri, None] = {}
        pending, seen = [activity.iri], {activity.iri}
        while pending:
            item = self.items.by_iri.get(pending.pop())
            for each in item.linked(rt.serves) if item else ():
                found.setdefault(each)
            wholes = set(item.linked(rt.partOfActivity) if item else ()) - seen
            seen |= wholes
            pending += sorted(wholes)
        return tuple(found)

    def _serving(self, edition: Edition) -> dict[Iri, list[Item]]:
        serving: defaultdict[Iri, list[Item]] = defaultdict(list)
        for activity in self.items.of_family(edition, rt.Activity):
            for assignment in self.asked(activity):
                serving[assignment].append(activity)
        return serving

    def _limbs(self, edition: Edition, told: FollowUp) -> Iterator[Limb]:
        for item in self.items.of_family(edition, rt.Activity):
            yield self.limb(item, told)

    def limb(self, item: Item, told: FollowUp) -> Limb:
        """What a thing itself leads to."""
        indicators = self.linked(rt.MeasuredBy, item.iri)
        said = [
            Hold(each.row, each.tie.route is Route.STATED, each.tie.confidence, each.tie.evidence, says=words(each))
            for each in told.within.get(item.iri, ())
        ]
        outcomes = [
            replace(hold, says=f"{figure.as_written} ({figure.year})")
            for hold in indicators
            if (figure := told.came.get(hold.item.iri))
        ]
        return Limb(item, indicators, self.linked(rt.FundedBy, item.iri), surest((*said, *outcomes)))


def _joined(own: Limb, limbs: list[Limb]) -> Chain:
    """An assignment's chain: each activity leads to what it leads to itself, and to what the assignment does."""
    return Chain(
        own.item,
        tuple(
            Limb(
                limb.item,
                surest((*limb.indicators, *own.indicators)),
                surest((*limb.money, *own.money)),
                surest((*limb.outcomes, *own.outcomes)),
            )
            for limb in limbs
        ),
    )

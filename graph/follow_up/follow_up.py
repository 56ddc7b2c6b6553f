"""The follow-up of a plan: how its items stand, what became of its targets and its money."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from graph.derived.items import Edition, Figure, Item, Items
from graph.derived.links import suggested_links
from graph.derived.reading import read_items
from graph.derived.trust import LEAST
from graph.follow_up.direction import Better
from graph.follow_up.money import MoneyRow, money_rows
from graph.follow_up.reports import REPORTS, Teller, said_of, tellers
from graph.follow_up.standing import Followed, Mention, followed, promised
from graph.follow_up.targets import TargetRow, target_rows, tied, way_of
from graph.follow_up.ties import Tie, Ties, ties
from graph.view import View
from ontology import rt
from ontology.iri import Iri


@dataclass(frozen=True)
class FollowUp:
    """A plan, the documents that report on it, its items, its targets and its money, each in the plan's order."""

    edition: Edition
    tellers: tuple[Teller, ...]
    items: tuple[Followed, ...]
    targets: tuple[TargetRow, ...]
    money: tuple[MoneyRow, ...]

    @cached_property
    def within(self) -> Mapping[Iri, tuple[Mention, ...]]:
        """What tells how each item went, by its name."""
        return {each.item.iri: each.within for each in self.items}

    @cached_property
    def came(self) -> Mapping[Iri, Figure]:
        """The outcome of a whole year that each measure came to in a year it has a target for."""
        found = ((row.item.iri, row.outcome.figure) for row in self.targets if row.outcome)
        return {iri: figure for iri, figure in found if not figure.part_of_year}


class Following:
    """What the follow-up of any plan of a version needs, read once."""

    def __init__(self, view: View, least: Decimal = LEAST) -> None:
        """Read a version; suggestions of less confidence than `least` are left aside."""
        self.items: Items = read_items(view)
        self.suggested = suggested_links(view)
        self.ties: Ties = ties(view, self.suggested, least)
        self._said = said_of(view)
        self._told: dict[Edition, FollowUp] = {}

    def of(self, edition: Edition) -> FollowUp:
        """The follow-up of a plan."""
        if edition not in self._told:
            self._told[edition] = self._follow(edition)
        return self._told[edition]

    def tied(self, item: Item) -> list[tuple[Item, Tie]]:
        """All that tells of a thing, the surest first: itself, its other editions, what is held to be the same."""
        return tied(item, self.ties, self.items)

    def better(self, item: Item) -> Better | None:
        """Which way is good for a measure, and how that is known; None where nothing tells."""
        return way_of(self.tied(item), self._said)

    def _follow(self, edition: Edition) -> FollowUp:
        reports = tellers(edition, self.items)
        own = self.items.of(edition)
        stand = [followed(each, reports, self.ties, self.items, self._said) for each in promised(own)]
        return FollowUp(
            edition=edition,
            tellers=reports,
            items=tuple(each for each in stand if each.mentions or edition.kind not in REPORTS),
            targets=tuple(
                target_rows((each for each in own if each.family == rt.Measure), self.ties, self.items, self._said)
            ),
            money=tuple(money_rows((each for each in own if each.family == rt.BudgetLine), self.ties, self.items)),
        )

"""How each thing that a plan promises stands, as reports tell it: done, on plan, not on plan, not mentioned."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from graph.derived.items import Item, Items
from graph.follow_up.reports import Said, Teller
from graph.follow_up.ties import Tie, Ties
from ontology import rt
from ontology.iri import Iri

#: What a plan promises, and reports tell of.
PROMISED = frozenset(
    {
        rt.Assignment, rt.BoardAssignment, rt.Activity, rt.Intention, rt.Goal, rt.Indicator, rt.ControlPoint,
        rt.SavingLine, rt.InitiativeLine, rt.InvestmentLine, rt.PropertyInvestmentLine,
    }
)  # fmt: skip


class Standing(Enum):
    """How a thing stands; the words of the report are always beside it."""

    DONE = "done"
    ON_PLAN = "on plan"
    ONGOING = "ongoing"
    OFF_PLAN = "not on plan"
    NOT_STARTED = "not started"
    PARTLY = "differs by part"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    WORSENED = "worsened"
    MENTIONED = "mentioned, no status"
    NOT_MENTIONED = "not mentioned"
    BEFORE = "no report yet, told of before the plan"
    NO_REPORT = "no report yet"


OF_STATUS = {
    rt.Done: Standing.DONE,
    rt.OnPlan: Standing.ON_PLAN,
    rt.Ongoing: Standing.ONGOING,
    rt.OffPlan: Standing.OFF_PLAN,
    rt.NotStarted: Standing.NOT_STARTED,
    rt.Improved: Standing.IMPROVED,
    rt.Unchanged: Standing.UNCHANGED,
    rt.Worsened: Standing.WORSENED,
}


@dataclass(frozen=True)
class Mention:
    """A report's row that tells of a thing: which report, how the row is tied to the thing, and what it says, if anything."""

    teller: Teller
    row: Item
    tie: Tie
    said: Said | None

    @property
    def year(self) -> int:
        """The year it tells of."""
        return (self.said.year if self.said else None) or self.teller.edition.year


@dataclass(frozen=True)
class Followed:
    """A thing of the plan and how it stands by the latest report of the plan's own years; all mentions, also earlier ones."""

    item: Item
    standing: Standing
    mentions: tuple[Mention, ...]

    @property
    def within(self) -> tuple[Mention, ...]:
        """Those that tell how the plan went."""
        return tuple(each for each in self.mentions if each.teller.within)

    @property
    def before(self) -> tuple[Mention, ...]:
        """Those that tell how things stood when the plan began."""
        return tuple(each for each in self.mentions if not each.teller.within)


def promised(items: Iterable[Item]) -> Iterator[Item]:
    """The things that a plan promises; sums are none."""
    return (item for item in items if item.kind in PROMISED and not item.linked(rt.sumOf))


def followed(
    item: Item, tellers: tuple[Teller, ...], ties: Ties, items: Items, said: Mapping[Iri, list[Said]]
) -> Followed:
    """A thing with all that reports say of it; a report is held silent only on a plan whose years it covers."""
    by_edition = {teller.edition: teller for teller in tellers}
    mentions: list[Mention] = []
    for tie in ties.of(item.iri):
        row = items.by_iri.get(tie.thing)
        teller = by_edition.get(row.edition) if row else None
        if row and teller:
            mentions += _mentions(item, row, tie, teller, said.get(row.iri, []))
    mentions.sort(key=lambda each: (-each.year, each.tie.rank, each.row.line))
    return Followed(item, _standing(mentions, tellers), tuple(mentions))


def _mentions(item: Item, row: Item, tie: Tie, teller: Teller, said: list[Said]) -> Iterator[Mention]:
    """What a row says; a row without a status is a mention, too, but not the thing itself."""
    if not said and row.iri != item.iri:
        yield Mention(teller, row, tie, None)
    for each in said:
        yield Mention(teller, row, tie, each)


def _standing(mentions: list[Mention], tellers: tuple[Teller, ...]) -> Standing:
    telling = [each for each in mentions if each.teller.within]
    if not telling:
        if any(each.owes for each in tellers):
            return Standing.NOT_MENTIONED
        return Standing.BEFORE if mentions else Standing.NO_REPORT
    latest = [each for each in telling if each.year == telling[0].year]
    surest = min(each.tie.rank for each in latest)
    told = {
        OF_STATUS[each.said.status] for each in latest if each.said and each.said.status and each.tie.rank == surest
    } or {OF_STATUS[each.said.status] for each in latest if each.said and each.said.status}
    if not told:
        return Standing.MENTIONED
    return told.pop() if len(told) == 1 else Standing.PARTLY

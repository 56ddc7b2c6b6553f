"""What hangs in the air: things that nothing leads to or from, as stated, and what suggestions would fill in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from graph.chains.chain import Hold, Hop, Limb
from graph.chains.chains import Chains
from graph.derived.items import Edition, Item
from graph.follow_up.standing import Standing
from ontology import rt
from ontology.iri import Iri

#: Money that is meant for something of its own; a frame or a result is not.
MEANT = frozenset(
    {rt.GrantLine, rt.AppropriationLine, rt.InvestmentLine, rt.PropertyInvestmentLine, rt.InitiativeLine}
)  # fmt: skip


class Lack(Enum):
    """What a thing lacks, forwards from what is asked for and backwards from what is there."""

    NO_ACTIVITY = "assignment without activity"
    NO_MEASURE = "goal that nothing measures"
    EMPTY_AREA = "focus area without activity"
    NO_INDICATOR = "activity that nothing measures"
    NO_MONEY = "activity without money"
    NOT_MENTIONED = "activity that the report does not mention"
    NOT_ASKED_FOR = "activity that nobody asked for"
    NO_GOAL = "indicator that no goal and no activity uses"
    UNUSED_MONEY = "money that no activity uses"


@dataclass(frozen=True)
class Gap:
    """A thing that hangs in the air as the plan states it; `filled` are suggestions that would tie it, the surest first."""

    lack: Lack
    item: Item
    areas: tuple[Item, ...]
    filled: tuple[Hold, ...]


def gaps(chains: Chains, edition: Edition) -> tuple[Gap, ...]:
    """What hangs in the air in a plan, kind by kind, in the order of the plan."""
    found = [*_forwards(chains, edition), *_backwards(chains, edition)]
    order = list(Lack)
    return tuple(sorted(found, key=lambda each: (order.index(each.lack), each.item.line, each.item.iri)))


def _forwards(chains: Chains, edition: Edition) -> Iterator[Gap]:
    for chain in chains.of(edition):
        if not chain.limbs:
            yield _gap(chains, Lack.NO_ACTIVITY, chain.assignment, chains.below(chain.assignment.iri))
    yield from _unmeasured(chains, edition)
    under = {area for item in chains.items.of_family(edition, rt.Activity) for area in item.linked(rt.focusArea)}
    for area in chains.items.of_family(edition, rt.FocusArea):
        if under and area.iri not in under:
            yield Gap(Lack.EMPTY_AREA, area, (), ())
    told = chains.following.of(edition)
    silent = {each.item.iri for each in told.items if each.standing is Standing.NOT_MENTIONED}
    for limb in chains.limbs(edition, told):
        yield from _of_limb(chains, limb)
        if limb.item.iri in silent:
            yield _gap(chains, Lack.NOT_MENTIONED, limb.item)


def _unmeasured(chains: Chains, edition: Edition) -> Iterator[Gap]:
    """Goals without an indicator, themselves or in the goals that are parts of them."""
    measures = chains.items.of_family(edition, rt.Measure)
    goals = chains.items.of_family(edition, rt.Goal)
    used = {goal for item in measures for goal in item.linked(rt.goal)}
    used |= {whole for goal in goals for whole in goal.linked(rt.partOfGoal)}
    for goal in goals:
        if measures and goal.iri not in used:
            yield _gap(chains, Lack.NO_MEASURE, goal)


def _of_limb(chains: Chains, limb: Limb) -> Iterator[Gap]:
    for hop, lack in ((Hop.INDICATOR, Lack.NO_INDICATOR), (Hop.MONEY, Lack.NO_MONEY)):
        if not limb.holds(hop, stated=True):
            yield _gap(chains, lack, limb.item, limb.held(hop))


def _backwards(chains: Chains, edition: Edition) -> Iterator[Gap]:
    for activity in chains.items.of_family(edition, rt.Activity):
        if not chains.asked(activity):
            yield _gap(chains, Lack.NOT_ASKED_FOR, activity, chains.above(activity.iri))
    for measure in chains.items.of_family(edition, rt.Measure):
        if measure.kind == rt.Indicator and not measure.linked(rt.goal):
            yield _gap(chains, Lack.NO_GOAL, measure, chains.linked(rt.MeasuredBy, measure.iri))
    for line in chains.items.of_family(edition, rt.BudgetLine):
        if line.kind in MEANT and not line.linked(rt.sumOf):
            yield _gap(chains, Lack.UNUSED_MONEY, line, chains.linked(rt.FundedBy, line.iri))


def _gap(chains: Chains, lack: Lack, item: Item, filled: tuple[Hold, ...] = ()) -> Gap:
    return Gap(lack, item, areas_of(chains, item), filled)


def areas_of(chains: Chains, item: Item) -> tuple[Item, ...]:
    """The focus areas that a thing lies under."""
    names: tuple[Iri, ...] = item.linked(rt.focusArea)
    return tuple(chains.items.by_iri[each] for each in names if each in chains.items.by_iri)

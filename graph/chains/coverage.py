"""How far the red thread reaches, by plan and focus area: stated, and with suggestions."""

from collections import defaultdict
from dataclasses import dataclass

from graph.chains.chain import Hop, Limb
from graph.chains.chains import Chains
from graph.chains.gaps import areas_of
from graph.derived.items import Edition, Item
from ontology import rt

#: What an activity leads to.
FURTHER = (Hop.INDICATOR, Hop.MONEY, Hop.OUTCOME)


@dataclass(frozen=True)
class Reach:
    """How many of some activities a hop holds for, as stated and with suggestions."""

    stated: int
    suggested: int


@dataclass(frozen=True)
class AreaCoverage:
    """A focus area (None: no area told) of a plan: its activities, how many were asked for, how far each hop reaches.

    `whole` counts the activities with the whole chain.
    """

    edition: Edition
    area: Item | None
    activities: int
    asked: int
    hops: dict[Hop, Reach]
    whole: Reach


def coverage(chains: Chains, edition: Edition) -> tuple[AreaCoverage, ...]:
    """The coverage of a plan's focus areas, in the order of the plan; what lies under none comes last."""
    under: defaultdict[Item | None, list[Limb]] = defaultdict(list)
    for limb in chains.limbs(edition):
        told: list[Item | None] = [*areas_of(chains, limb.item)]
        for area in told or [None]:
            under[area].append(limb)
    areas: list[Item | None] = [*chains.items.of_family(edition, rt.FocusArea)]
    areas += [area for area in under if area is None]
    return tuple(_covered(chains, edition, area, under.get(area, [])) for area in areas)


def _covered(chains: Chains, edition: Edition, area: Item | None, limbs: list[Limb]) -> AreaCoverage:
    asked = [limb for limb in limbs if chains.asked(limb.item)]
    return AreaCoverage(
        edition=edition,
        area=area,
        activities=len(limbs),
        asked=len(asked),
        hops={hop: _holding(limbs, hop) for hop in FURTHER},
        whole=_reach(
            [limb.broken(stated=True) is None for limb in asked], [limb.broken(stated=False) is None for limb in asked]
        ),
    )


def _holding(limbs: list[Limb], hop: Hop) -> Reach:
    return _reach([limb.holds(hop, stated=True) for limb in limbs], [limb.holds(hop, stated=False) for limb in limbs])


def _reach(stated: list[bool], suggested: list[bool]) -> Reach:
    return Reach(sum(stated), sum(suggested))

"""What a lower plan makes of a higher one: a unit's goals, measures and activities and those of the organisations over it.

Within one plan, too: an administration's goals and the council's that they serve, where the plan states both.
"""

from collections.abc import Iterator, Sequence

from graph.derived.items import Edition, Items
from graph.likeness import Likeness
from graph.suggesting.goals_above import goals_served
from graph.suggesting.pairing import Sorts, paired, suggestion
from graph.suggesting.relations.same_undertaking import REPORTS
from graph.suggesting.suggestion import Relation, Suggestion, confidence
from graph.suggesting.wording import Wordings
from ontology import rt

#: Plans with more years between them are not of one time.
YEARS = 2
FROM_ABOVE = frozenset({rt.Intention, rt.Assignment, rt.BoardAssignment})
MONEY = frozenset({rt.SavingLine, rt.InitiativeLine})
SORTS: Sorts = {
    rt.Activity: (FROM_ABOVE | {rt.Activity}, MONEY | {rt.Goal}),
    rt.BoardAssignment: (FROM_ABOVE, MONEY | {rt.Goal}),
    rt.Assignment: (FROM_ABOVE, MONEY | {rt.Goal}),
    rt.Indicator: (frozenset({rt.Indicator}), frozenset({rt.Activity})),
    rt.SavingLine: (MONEY, frozenset()),
    rt.Goal: (frozenset({rt.Goal}), frozenset({rt.Perspective, rt.FocusArea})),
    rt.FocusArea: (frozenset({rt.FocusArea}), frozenset()),
}
#: How likely a plan elaborates that of an organisation over its own, and how much less for each year between them.
LIKELY, LESS = 0.9, 0.15


def suggest(items: Items, likeness: Likeness) -> Iterator[Suggestion]:
    """What each plan, and the things in it, elaborate of the plans over it."""
    wordings = Wordings(items, likeness)
    for lower in items.editions:
        if lower.kind in REPORTS:
            continue
        yield from goals_served(items, lower, wordings)
        for higher in _above(items.editions, lower):
            if higher.kind not in REPORTS:
                yield _of_plans(lower, higher)
            years = "" if higher.year == lower.year else f"Från {lower.year} respektive {higher.year}."
            for pair in paired(items, lower, higher, SORTS, wordings):
                yield suggestion(pair, rt.ElaboratedBy, years)


def _above(editions: Sequence[Edition], lower: Edition) -> Iterator[Edition]:
    """The plan and the report of each organisation over a plan's own that are nearest to it in time."""
    for organisation in lower.above:
        of = [each for each in editions if each.organisation == organisation and _between(lower, each) <= YEARS]
        for reports in (False, True):
            if near := [each for each in of if (each.kind in REPORTS) is reports]:
                yield min(near, key=lambda each: (_between(lower, each), abs(each.year - lower.year), each.plan))


def _between(lower: Edition, higher: Edition) -> int:
    """How many years lie between a plan's first year and another's period, 0 where it is within."""
    return max(higher.start - lower.year, lower.year - higher.end, 0)


def _of_plans(lower: Edition, higher: Edition) -> Suggestion:
    """That a plan elaborates another as a whole: no document says so where it is suggested."""
    between = _between(lower, higher)
    when = (
        f"{between} år ligger mellan dem"
        if between
        else f"perioden {higher.start}–{higher.end} innefattar {lower.year}"
    )
    return Suggestion(
        subject=lower.plan,
        object=higher.plan,
        relation=rt.ElaboratedBy,
        confidence=confidence(LIKELY - LESS * between),
        method="organisation-above",
        evidence=f"Planen för den överordnade organisationen; {when}.",
    )


RELATION = Relation(rt.ElaboratedBy, suggest)

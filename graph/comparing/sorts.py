"""Sorts of things, as far as comparing goes: what may be set beside what, and what a figure of each means."""

from collections.abc import Mapping
from enum import Enum
from functools import cache

from graph.derived.items import Item
from ontology import rt
from ontology.iri import Iri


class Sort(Enum):
    """A sort of things; its value is what a person would call one of it, in Swedish."""

    MEASURE = "ett mått"
    ASSUMPTION = "ett antagande"
    UNDERTAKING = "något som ska göras"
    AIM = "ett mål eller område"
    RISK = "en risk"
    CONTROL = "en kontroll"
    SAVING = "effekten av en besparing"
    INITIATIVE = "en satsning"
    FRAME = "en hel ram"
    COST = "en rad i resultaträkningen"
    CHANGE = "en ändring av ramen"
    GRANT = "ett bidrag eller anslag"
    REVENUE = "en beräknad intäkt"
    INVESTMENT = "en investering"
    RESULT = "ett resultat"


SORTS: Mapping[Iri, Sort] = {
    rt.Indicator: Sort.MEASURE,
    rt.ProductionMeasure: Sort.MEASURE,
    rt.WorkforceMeasure: Sort.MEASURE,
    rt.PlanningAssumption: Sort.ASSUMPTION,
    rt.Activity: Sort.UNDERTAKING,
    rt.Assignment: Sort.UNDERTAKING,
    rt.BoardAssignment: Sort.UNDERTAKING,
    rt.Intention: Sort.UNDERTAKING,
    rt.Goal: Sort.AIM,
    rt.FocusArea: Sort.AIM,
    rt.Risk: Sort.RISK,
    rt.ControlPoint: Sort.CONTROL,
    rt.SavingLine: Sort.SAVING,
    rt.InitiativeLine: Sort.INITIATIVE,
    rt.FrameLine: Sort.FRAME,
    rt.AllocationLine: Sort.FRAME,
    rt.IncomeStatementLine: Sort.COST,
    rt.FrameChangeLine: Sort.CHANGE,
    rt.AppropriationLine: Sort.GRANT,
    rt.GrantLine: Sort.GRANT,
    rt.RevenueLine: Sort.REVENUE,
    rt.InvestmentLine: Sort.INVESTMENT,
    rt.PropertyInvestmentLine: Sort.INVESTMENT,
    rt.ResultLine: Sort.RESULT,
}
#: What is done, or is to be done.
DOINGS = frozenset({Sort.UNDERTAKING, Sort.SAVING, Sort.INITIATIVE})
#: What has amounts of money.
MONEY = frozenset(
    {
        Sort.SAVING,
        Sort.INITIATIVE,
        Sort.FRAME,
        Sort.COST,
        Sort.CHANGE,
        Sort.GRANT,
        Sort.REVENUE,
        Sort.INVESTMENT,
        Sort.RESULT,
    }
)
#: Lines of a whole that each region cuts in its own way: the same name must mean the same part.
PARTED = frozenset({Sort.FRAME, Sort.COST, Sort.RESULT})
#: What has figures of its own.
FIGURED = MONEY | {Sort.MEASURE, Sort.ASSUMPTION}
#: What may share a theme without being of the same sort.
THEMED = frozenset(
    frozenset(pair)
    for pair in (
        (Sort.UNDERTAKING, Sort.AIM), (Sort.UNDERTAKING, Sort.MEASURE), (Sort.UNDERTAKING, Sort.RISK),
        (Sort.UNDERTAKING, Sort.CONTROL), (Sort.UNDERTAKING, Sort.GRANT), (Sort.UNDERTAKING, Sort.CHANGE),
        (Sort.SAVING, Sort.AIM), (Sort.SAVING, Sort.MEASURE), (Sort.SAVING, Sort.CONTROL), (Sort.SAVING, Sort.RISK),
        (Sort.INITIATIVE, Sort.AIM), (Sort.INITIATIVE, Sort.MEASURE), (Sort.INITIATIVE, Sort.CHANGE),
        (Sort.INITIATIVE, Sort.FRAME), (Sort.INITIATIVE, Sort.RISK),
        (Sort.AIM, Sort.RISK), (Sort.AIM, Sort.MEASURE), (Sort.AIM, Sort.GRANT), (Sort.RISK, Sort.CONTROL),
    )
)  # fmt: skip


#: Measures of what was done and by whom: compared with each other only.
COUNTED = frozenset({rt.ProductionMeasure, rt.WorkforceMeasure})


def sort_of(item: Item) -> Sort | None:
    """The sort of a thing; None for what is not compared (statements, reports, steps on the way)."""
    return SORTS.get(item.kind)


@cache
def may_meet(here: Sort, there: Sort) -> bool:
    """Whether things of two sorts have anything to say of each other."""
    return here == there or {here, there} <= DOINGS or {here, there} <= FIGURED or frozenset({here, there}) in THEMED

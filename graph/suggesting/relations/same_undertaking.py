"""What a report tells of and a plan plans: rows of an annual report and the plans' activities, measures, lines and goals."""

from collections.abc import Iterator

from graph.derived.items import Edition, Items
from graph.likeness import Likeness
from graph.suggesting.pairing import Sorts, paired, suggestion
from graph.suggesting.suggestion import Relation, Suggestion
from graph.suggesting.wording import Wordings
from ontology import rt

REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})
#: A report and a plan further apart in years speak of different work.
YEARS = 2
SORTS: Sorts = {
    rt.Activity: (
        frozenset({rt.Activity, rt.Assignment, rt.BoardAssignment}),
        frozenset({rt.PropertyInvestmentLine, rt.InvestmentLine, rt.GrantLine, rt.AppropriationLine, rt.Indicator}),
    ),
    rt.Indicator: (frozenset({rt.Indicator}), frozenset()),
    rt.SavingLine: (
        frozenset({rt.SavingLine}),
        frozenset({rt.Activity, rt.Assignment, rt.BoardAssignment, rt.Indicator, rt.ControlPoint}),
    ),
    rt.ControlPoint: (frozenset({rt.ControlPoint}), frozenset()),
    rt.InvestmentLine: (frozenset({rt.InvestmentLine, rt.PropertyInvestmentLine}), frozenset()),
    rt.GrantLine: (frozenset({rt.GrantLine, rt.AppropriationLine}), frozenset()),
    rt.Goal: (frozenset({rt.Goal}), frozenset()),
    rt.FocusArea: (frozenset({rt.FocusArea}), frozenset()),
    rt.Perspective: (frozenset({rt.Perspective}), frozenset()),
    rt.Assignment: (frozenset({rt.Assignment}), frozenset()),
}


def suggest(items: Items, likeness: Likeness) -> Iterator[Suggestion]:
    """The undertakings of plans that each report's rows tell of, by report, plan and row."""
    wordings = Wordings(items, likeness)
    for report in items.editions:
        for plan in items.editions:
            if _of_one(report, plan):
                for pair in paired(items, report, plan, SORTS, wordings):
                    yield suggestion(pair, rt.SameUndertaking)


def _of_one(report: Edition, plan: Edition) -> bool:
    """Whether a report and a plan are of the same organisation, and of about the same time."""
    kinds = report.kind in REPORTS and plan.kind not in REPORTS
    return kinds and plan.organisation == report.organisation and abs(plan.year - report.year) <= YEARS


RELATION = Relation(rt.SameUndertaking, suggest)

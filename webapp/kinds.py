"""The classes of things that lists and searches offer, in the order that people ask for them."""

from ontology import rt
from ontology.iri import Iri

LISTED: tuple[Iri, ...] = (
    rt.Assignment, rt.BoardAssignment, rt.FocusArea, rt.Perspective, rt.Goal, rt.Activity, rt.Milestone, rt.Intention,
    rt.Indicator, rt.ProductionMeasure, rt.WorkforceMeasure, rt.PlanningAssumption,
    rt.FrameLine, rt.AllocationLine, rt.FrameChangeLine, rt.AppropriationLine, rt.GrantLine, rt.RevenueLine,
    rt.InvestmentLine, rt.PropertyInvestmentLine, rt.IncomeStatementLine, rt.ResultLine, rt.SavingLine,
    rt.InitiativeLine, rt.ControlPoint, rt.Risk, rt.StatusReport, rt.Statement, rt.Reference,
)  # fmt: skip
#: What the start page counts: a class with all that is under it.
COUNTED: tuple[Iri, ...] = (
    rt.Assignment, rt.Activity, rt.Milestone, rt.Goal, rt.Measure, rt.IndicatorValue, rt.BudgetLine, rt.Amount,
    rt.ControlPoint, rt.StatusReport, rt.Finding,
)  # fmt: skip

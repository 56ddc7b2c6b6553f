"""The classes of things that lists and searches offer, in the order that people ask for them."""

from flask_babel import lazy_gettext

from ontology import rt
from ontology.iri import Iri
from webapp.door import view
from webapp.terms import terms

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
#: What many of a class are called; the ontology has the words for one.
MANY = {
    rt.Assignment: lazy_gettext("uppdrag"),
    rt.BoardAssignment: lazy_gettext("nämndspecifika uppdrag"),
    rt.FocusArea: lazy_gettext("insatsområden"),
    rt.Perspective: lazy_gettext("perspektiv"),
    rt.Goal: lazy_gettext("mål"),
    rt.Activity: lazy_gettext("aktiviteter"),
    rt.Milestone: lazy_gettext("milstolpar"),
    rt.Intention: lazy_gettext("avsikter"),
    rt.Measure: lazy_gettext("mått"),
    rt.Indicator: lazy_gettext("indikatorer"),
    rt.ProductionMeasure: lazy_gettext("produktionsmått"),
    rt.WorkforceMeasure: lazy_gettext("personalmått"),
    rt.PlanningAssumption: lazy_gettext("planeringsförutsättningar"),
    rt.IndicatorValue: lazy_gettext("värden"),
    rt.BudgetLine: lazy_gettext("budgetrader"),
    rt.FrameLine: lazy_gettext("ramar"),
    rt.AllocationLine: lazy_gettext("fördelningar"),
    rt.FrameChangeLine: lazy_gettext("ramförändringar"),
    rt.AppropriationLine: lazy_gettext("anslag"),
    rt.GrantLine: lazy_gettext("statsbidrag"),
    rt.RevenueLine: lazy_gettext("intäktsfinansierade verksamheter"),
    rt.InvestmentLine: lazy_gettext("investeringar"),
    rt.PropertyInvestmentLine: lazy_gettext("fastighetsinvesteringar"),
    rt.IncomeStatementLine: lazy_gettext("resultaträkningsrader"),
    rt.ResultLine: lazy_gettext("resultat"),
    rt.SavingLine: lazy_gettext("åtgärder och effekthemtagning"),
    rt.InitiativeLine: lazy_gettext("satsningar"),
    rt.Amount: lazy_gettext("belopp"),
    rt.ControlPoint: lazy_gettext("kontrollområden"),
    rt.Risk: lazy_gettext("risker"),
    rt.StatusReport: lazy_gettext("lägesrapporter"),
    rt.Statement: lazy_gettext("utsagor"),
    rt.Reference: lazy_gettext("hänvisningar"),
    rt.Finding: lazy_gettext("avvikelser"),
    rt.Region: lazy_gettext("regioner"),
}


def many(kind: Iri) -> str:
    """What many of a class are called, in the request's language."""
    return str(MANY[kind]) if kind in MANY else terms(view()).label(kind)

"""What a plan states, as frozen records: the narrow waist between the loaders and the graph.

Every record knows its place. A field carries its predicate (`title: Annotated[str | None, Dcterms.title]`), so that one
generic function writes them all. A field holds text, a number, a date, a name (`Iri`), another record, a printed
number still to be looked up (`ByNumber`), or a tuple of those. Years are plain integers: on a plan the edition, on a
value or amount the year it is about.
"""

from graph.records.control import ControlPoint, Risk, StatusReport
from graph.records.measure import (
    Indicator,
    IndicatorValue,
    Measure,
    PlanningAssumption,
    ProductionMeasure,
    WorkforceMeasure,
)
from graph.records.money import (
    AllocationLine,
    Amount,
    AppropriationLine,
    BudgetLine,
    FrameChangeLine,
    FrameLine,
    GrantLine,
    IncomeStatementLine,
    InitiativeLine,
    InvestmentLine,
    PropertyInvestmentLine,
    ResultLine,
    RevenueLine,
    SavingLine,
)
from graph.records.plan import Organisation, Plan, Region
from graph.records.reading import Doubt, Kept, Reading, Source
from graph.records.record import ByNumber, Element, Inferred, Record, joined
from graph.records.role import ROLE_WORDS
from graph.records.statement import Reference, Statement
from graph.records.undertaking import (
    Activity,
    Assignment,
    BoardAssignment,
    FocusArea,
    Goal,
    Intention,
    Milestone,
    Perspective,
)

__all__ = [
    "ROLE_WORDS",
    "Activity",
    "AllocationLine",
    "Amount",
    "AppropriationLine",
    "Assignment",
    "BoardAssignment",
    "BudgetLine",
    "ByNumber",
    "ControlPoint",
    "Doubt",
    "Element",
    "FocusArea",
    "FrameChangeLine",
    "FrameLine",
    "Goal",
    "GrantLine",
    "IncomeStatementLine",
    "Indicator",
    "IndicatorValue",
    "Inferred",
    "InitiativeLine",
    "Intention",
    "InvestmentLine",
    "Kept",
    "Measure",
    "Milestone",
    "Organisation",
    "Perspective",
    "Plan",
    "PlanningAssumption",
    "ProductionMeasure",
    "PropertyInvestmentLine",
    "Reading",
    "Record",
    "Reference",
    "Region",
    "ResultLine",
    "RevenueLine",
    "Risk",
    "SavingLine",
    "Source",
    "Statement",
    "StatusReport",
    "WorkforceMeasure",
    "joined",
]

"""The names that queries, saved links and checks rely on: all there, each under the term that it was promised to be under."""

import pytest

from ontology.classes import Terms
from ontology.iri import Iri
from ontology.rt import RT

OTHERS = {
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "oslc_rm": "http://open-services.net/ns/rm#",
    "p-plan": "http://purl.org/net/p-plan#",
    "i72": "http://ontology.eil.utoronto.ca/ISO21972/iso21972#",
    "qb": "http://purl.org/linked-data/cube#",
    "qudt": "http://qudt.org/schema/qudt/",
}

#: Each class and what it sits under.
CLASSES = """
Document foaf:Document prov:Entity
Passage oa:SpecificResource
Plan prov:Plan
ManagementPlan Plan
OperationalPlan Plan
UnitPlan Plan
AnnualReport Plan
RegionalPlan Plan
InterimReport Plan
Region org:FormalOrganization
Organisation org:OrganizationalUnit
PlanElement
Assignment PlanElement oslc_rm:Requirement
BoardAssignment Assignment
FocusArea PlanElement skos:Concept
Perspective PlanElement skos:Concept
Goal PlanElement skos:Concept
Activity PlanElement p-plan:Step
Milestone PlanElement p-plan:Step
Intention PlanElement oslc_rm:Requirement
Statement PlanElement
Reference PlanElement
Measure PlanElement i72:Indicator
Indicator Measure
ProductionMeasure Measure
WorkforceMeasure Measure
PlanningAssumption Measure
IndicatorValue PlanElement qb:Observation
BudgetLine PlanElement skos:Concept
FrameLine BudgetLine
AllocationLine BudgetLine
FrameChangeLine BudgetLine
AppropriationLine BudgetLine
GrantLine BudgetLine
RevenueLine BudgetLine
InvestmentLine BudgetLine
PropertyInvestmentLine BudgetLine
IncomeStatementLine BudgetLine
ResultLine BudgetLine
SavingLine BudgetLine
InitiativeLine BudgetLine
Amount PlanElement qb:Observation
ControlPoint PlanElement
Risk PlanElement
StatusReport PlanElement
Thread
LineageLink
SuggestedLink
Finding
"""

#: Properties by the class that they are said of, each with what it is under where that was promised.
PROPERTIES = """
Document: fileName sha256 lineCount
Passage: inDocument firstLine lastLine startChar endChar page box sheet cell readBy exactText
PlanElement: passage<prov:wasQuotedFrom statedIn<dcterms:isPartOf table column
Plan: year periodStart periodEnd organisation region document basedOn previousEdition
Assignment: issuedBy focusArea
Goal: perspective focusArea partOfGoal
Activity: serves<oslc_rm:satisfies focusArea partOfActivity coordinatedWith plannedYear due dueBy responsible
Milestone: ofActivity year focusArea
Intention: goal
Statement: kind
Reference: group
Indicator: variant goal reporting betterDirection
IndicatorValue: ofIndicator year role number unit comparator targetKind asWritten periodText partOfYear
BudgetLine: parentLine isTotal sumOf investmentKind reason effect due responsible
Amount: ofBudgetLine year role sek asWritten periodText partOfYear
ControlPoint: scope risk method regulation likelihood consequence riskValue due responsible
StatusReport: reportsOn status year measures aspect statusValue statusScale asWritten
Activity: contributesTo
PlanElement: inThread<prov:specializationOf continues continuesThrough suggests
Thread: firstYear lastYear
LineageLink: from to change confidence method evidence
SuggestedLink: subject object relation grade confidence method evidence review
Finding: kind about severity passage
"""

#: Concepts by their class.
CONCEPTS = """
StatementKind: Vision Mission Principle Comment
Reporting: Monthly Interim Yearly
Direction: Higher Lower
Role: Target Outcome Benchmark Forecast Budget Change Assumption RegionalPlanBudget ExpectedEffect RealisedEffect
Role: PriceChange VolumeChange Decided Remaining
Comparator: Equals AtLeast AtMost Above Below Increase Decrease BetterThanBenchmark
TargetKind: ChangeTarget
Status: OnPlan OffPlan Done Ongoing NotStarted Improved Unchanged Worsened
Aspect: Implementation Effect
ChangeKind: Unchanged Renamed Reworded MeaningChanged Moved TargetChanged Split Merged Resumed New Ended NumberReused
Relation: MeasuredBy FundedBy SameUndertaking ComparableWith ElaboratedBy
Grade: SameMeasure Close SameTheme NotComparable
Review: Unreviewed Accepted Rejected
Severity: Info Warning Error
"""


def name(short: str) -> Iri:
    """The IRI of "Activity" or "prov:Plan"."""
    prefix, _, local = short.rpartition(":")
    return Iri((OTHERS[prefix] if prefix else RT) + local)


def listed(text: str) -> list[tuple[str, str]]:
    """Pairs of what stands before the colon and each word after it."""
    lines = (line.split(": ") for line in text.strip().splitlines())
    return [(head, word) for head, words in lines for word in words.split()]


@pytest.mark.parametrize("line", CLASSES.strip().splitlines())
def test_each_class_is_there_under_what_was_promised(terms: Terms, line: str) -> None:
    term, *above = line.split()
    assert name(term) in terms.classes
    assert terms.above(name(term)) >= {name(each) for each in above}


@pytest.mark.parametrize(("kind", "term"), listed(PROPERTIES))
def test_each_property_is_there_and_may_be_said_of_its_class(terms: Terms, kind: str, term: str) -> None:
    term, _, above = term.partition("<")
    assert name(term) in terms.properties_of(name(kind))
    assert not above or name(above) in terms.above(name(term))


@pytest.mark.parametrize(("kind", "term"), listed(CONCEPTS))
def test_each_concept_is_there_and_of_its_class(terms: Terms, kind: str, term: str) -> None:
    assert name(term) in terms.concepts_of(name(kind))


def test_the_lists_are_whole() -> None:
    counted = len(CLASSES.strip().splitlines()), len(listed(PROPERTIES)), len(listed(CONCEPTS))
    assert counted == (49, 116, 69)


def test_what_serves_contributes(terms: Terms) -> None:
    assert name("contributesTo") in terms.above(name("serves"))
    assert name("continuesThrough") in terms.above(name("continues"))


def test_no_activity_of_a_plan_is_one_that_happened(terms: Terms) -> None:
    assert name("prov:Activity") not in terms.above(name("Activity"))

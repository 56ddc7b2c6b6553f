"""The names of `https://w3id.org/rodatraden/ns#`, spelled as the ontology spells them: `rt.Activity`, `rt.serves`.

Classes and concepts begin with a capital, properties do not. A name that is a word of Python's own carries a
closing underscore (`rt.from_`). A test binds this list to the Turtle both ways.
"""

from typing import Final

from ontology.iri import Iri

RT: Final = "https://w3id.org/rodatraden/ns#"


# Where things come from
Document: Final = Iri(RT + "Document")
Passage: Final = Iri(RT + "Passage")
PassageKind: Final = Iri(RT + "PassageKind")

# Kinds of passage: what the reader made of it
StatingPassage: Final = Iri(RT + "StatingPassage")
HeadingPassage: Final = Iri(RT + "HeadingPassage")
ProsePassage: Final = Iri(RT + "ProsePassage")
UnreadPassage: Final = Iri(RT + "UnreadPassage")

# The plan and who owns it
Plan: Final = Iri(RT + "Plan")
ManagementPlan: Final = Iri(RT + "ManagementPlan")
OperationalPlan: Final = Iri(RT + "OperationalPlan")
UnitPlan: Final = Iri(RT + "UnitPlan")
AnnualReport: Final = Iri(RT + "AnnualReport")
RegionalPlan: Final = Iri(RT + "RegionalPlan")
InterimReport: Final = Iri(RT + "InterimReport")
Region: Final = Iri(RT + "Region")
Organisation: Final = Iri(RT + "Organisation")

# What a plan states
PlanElement: Final = Iri(RT + "PlanElement")
Assignment: Final = Iri(RT + "Assignment")
BoardAssignment: Final = Iri(RT + "BoardAssignment")
FocusArea: Final = Iri(RT + "FocusArea")
Perspective: Final = Iri(RT + "Perspective")
Goal: Final = Iri(RT + "Goal")
Activity: Final = Iri(RT + "Activity")
Milestone: Final = Iri(RT + "Milestone")
Intention: Final = Iri(RT + "Intention")
Statement: Final = Iri(RT + "Statement")
Reference: Final = Iri(RT + "Reference")
Measure: Final = Iri(RT + "Measure")
Indicator: Final = Iri(RT + "Indicator")
ProductionMeasure: Final = Iri(RT + "ProductionMeasure")
WorkforceMeasure: Final = Iri(RT + "WorkforceMeasure")
PlanningAssumption: Final = Iri(RT + "PlanningAssumption")
IndicatorValue: Final = Iri(RT + "IndicatorValue")
BudgetLine: Final = Iri(RT + "BudgetLine")
FrameLine: Final = Iri(RT + "FrameLine")
AllocationLine: Final = Iri(RT + "AllocationLine")
FrameChangeLine: Final = Iri(RT + "FrameChangeLine")
AppropriationLine: Final = Iri(RT + "AppropriationLine")
GrantLine: Final = Iri(RT + "GrantLine")
RevenueLine: Final = Iri(RT + "RevenueLine")
InvestmentLine: Final = Iri(RT + "InvestmentLine")
PropertyInvestmentLine: Final = Iri(RT + "PropertyInvestmentLine")
IncomeStatementLine: Final = Iri(RT + "IncomeStatementLine")
ResultLine: Final = Iri(RT + "ResultLine")
SavingLine: Final = Iri(RT + "SavingLine")
InitiativeLine: Final = Iri(RT + "InitiativeLine")
Amount: Final = Iri(RT + "Amount")
ControlPoint: Final = Iri(RT + "ControlPoint")
Risk: Final = Iri(RT + "Risk")
StatusReport: Final = Iri(RT + "StatusReport")

# What is derived
Thread: Final = Iri(RT + "Thread")
LineageLink: Final = Iri(RT + "LineageLink")
SuggestedLink: Final = Iri(RT + "SuggestedLink")
Finding: Final = Iri(RT + "Finding")

# Classes of the concepts below
StatementKind: Final = Iri(RT + "StatementKind")
Reporting: Final = Iri(RT + "Reporting")
Direction: Final = Iri(RT + "Direction")
Role: Final = Iri(RT + "Role")
Comparator: Final = Iri(RT + "Comparator")
TargetKind: Final = Iri(RT + "TargetKind")
Unit: Final = Iri(RT + "Unit")
Status: Final = Iri(RT + "Status")
Aspect: Final = Iri(RT + "Aspect")
ChangeKind: Final = Iri(RT + "ChangeKind")
Relation: Final = Iri(RT + "Relation")
Grade: Final = Iri(RT + "Grade")
Review: Final = Iri(RT + "Review")
Severity: Final = Iri(RT + "Severity")
Fault: Final = Iri(RT + "Fault")

# Properties: passages
fileName: Final = Iri(RT + "fileName")
sha256: Final = Iri(RT + "sha256")
lineCount: Final = Iri(RT + "lineCount")
inDocument: Final = Iri(RT + "inDocument")
firstLine: Final = Iri(RT + "firstLine")
lastLine: Final = Iri(RT + "lastLine")
startChar: Final = Iri(RT + "startChar")
endChar: Final = Iri(RT + "endChar")
page: Final = Iri(RT + "page")
box: Final = Iri(RT + "box")
sheet: Final = Iri(RT + "sheet")
cell: Final = Iri(RT + "cell")
readBy: Final = Iri(RT + "readBy")
exactText: Final = Iri(RT + "exactText")
passageKind: Final = Iri(RT + "passageKind")
passage: Final = Iri(RT + "passage")
statedIn: Final = Iri(RT + "statedIn")
table: Final = Iri(RT + "table")
column: Final = Iri(RT + "column")
asWritten: Final = Iri(RT + "asWritten")
periodText: Final = Iri(RT + "periodText")
abridged: Final = Iri(RT + "abridged")
partOfYear: Final = Iri(RT + "partOfYear")

# Properties: plans and owners
year: Final = Iri(RT + "year")
periodStart: Final = Iri(RT + "periodStart")
periodEnd: Final = Iri(RT + "periodEnd")
organisation: Final = Iri(RT + "organisation")
region: Final = Iri(RT + "region")
document: Final = Iri(RT + "document")
basedOn: Final = Iri(RT + "basedOn")
previousEdition: Final = Iri(RT + "previousEdition")

# Properties: undertakings
issuedBy: Final = Iri(RT + "issuedBy")
focusArea: Final = Iri(RT + "focusArea")
perspective: Final = Iri(RT + "perspective")
partOfGoal: Final = Iri(RT + "partOfGoal")
serves: Final = Iri(RT + "serves")
partOfActivity: Final = Iri(RT + "partOfActivity")
coordinatedWith: Final = Iri(RT + "coordinatedWith")
plannedYear: Final = Iri(RT + "plannedYear")
due: Final = Iri(RT + "due")
dueBy: Final = Iri(RT + "dueBy")
responsible: Final = Iri(RT + "responsible")
ofActivity: Final = Iri(RT + "ofActivity")
goal: Final = Iri(RT + "goal")
kind: Final = Iri(RT + "kind")
group: Final = Iri(RT + "group")

# Properties: measures and values
variant: Final = Iri(RT + "variant")
reporting: Final = Iri(RT + "reporting")
betterDirection: Final = Iri(RT + "betterDirection")
partOfMeasure: Final = Iri(RT + "partOfMeasure")
ofIndicator: Final = Iri(RT + "ofIndicator")
role: Final = Iri(RT + "role")
number: Final = Iri(RT + "number")
unit: Final = Iri(RT + "unit")
comparator: Final = Iri(RT + "comparator")
targetKind: Final = Iri(RT + "targetKind")

# Properties: money
parentLine: Final = Iri(RT + "parentLine")
isTotal: Final = Iri(RT + "isTotal")
sumOf: Final = Iri(RT + "sumOf")
investmentKind: Final = Iri(RT + "investmentKind")
reason: Final = Iri(RT + "reason")
effect: Final = Iri(RT + "effect")
priceChangePercent: Final = Iri(RT + "priceChangePercent")
ofBudgetLine: Final = Iri(RT + "ofBudgetLine")
sek: Final = Iri(RT + "sek")

# Properties: control, risk, status
scope: Final = Iri(RT + "scope")
risk: Final = Iri(RT + "risk")
method: Final = Iri(RT + "method")
regulation: Final = Iri(RT + "regulation")
likelihood: Final = Iri(RT + "likelihood")
consequence: Final = Iri(RT + "consequence")
riskValue: Final = Iri(RT + "riskValue")
reportsOn: Final = Iri(RT + "reportsOn")
status: Final = Iri(RT + "status")
measures: Final = Iri(RT + "measures")
aspect: Final = Iri(RT + "aspect")
statusValue: Final = Iri(RT + "statusValue")
statusScale: Final = Iri(RT + "statusScale")

# Properties: derived
contributesTo: Final = Iri(RT + "contributesTo")
inThread: Final = Iri(RT + "inThread")
firstYear: Final = Iri(RT + "firstYear")
lastYear: Final = Iri(RT + "lastYear")
continues: Final = Iri(RT + "continues")
continuesThrough: Final = Iri(RT + "continuesThrough")
from_: Final = Iri(RT + "from")
to: Final = Iri(RT + "to")
change: Final = Iri(RT + "change")
claimedStatus: Final = Iri(RT + "claimedStatus")
claimedIn: Final = Iri(RT + "claimedIn")
reportedBy: Final = Iri(RT + "reportedBy")
confidence: Final = Iri(RT + "confidence")
evidence: Final = Iri(RT + "evidence")
suggests: Final = Iri(RT + "suggests")
subject: Final = Iri(RT + "subject")
object_: Final = Iri(RT + "object")
relation: Final = Iri(RT + "relation")
grade: Final = Iri(RT + "grade")
review: Final = Iri(RT + "review")
about: Final = Iri(RT + "about")
severity: Final = Iri(RT + "severity")

# Inverses, materialised at load
states: Final = Iri(RT + "states")
servedBy: Final = Iri(RT + "servedBy")
hasValue: Final = Iri(RT + "hasValue")
hasAmount: Final = Iri(RT + "hasAmount")
hasMilestone: Final = Iri(RT + "hasMilestone")
hasStatusReport: Final = Iri(RT + "hasStatusReport")
hasIndicator: Final = Iri(RT + "hasIndicator")
hasPartActivity: Final = Iri(RT + "hasPartActivity")
hasPartLine: Final = Iri(RT + "hasPartLine")

# Statement kinds
Vision: Final = Iri(RT + "Vision")
Mission: Final = Iri(RT + "Mission")
Principle: Final = Iri(RT + "Principle")
Comment: Final = Iri(RT + "Comment")

# Reporting
Monthly: Final = Iri(RT + "Monthly")
Interim: Final = Iri(RT + "Interim")
Yearly: Final = Iri(RT + "Yearly")

# Directions of good
Higher: Final = Iri(RT + "Higher")
Lower: Final = Iri(RT + "Lower")

# Roles of values and amounts
Target: Final = Iri(RT + "Target")
Outcome: Final = Iri(RT + "Outcome")
Benchmark: Final = Iri(RT + "Benchmark")
Forecast: Final = Iri(RT + "Forecast")
Budget: Final = Iri(RT + "Budget")
Change: Final = Iri(RT + "Change")
Assumption: Final = Iri(RT + "Assumption")
RegionalPlanBudget: Final = Iri(RT + "RegionalPlanBudget")
ExpectedEffect: Final = Iri(RT + "ExpectedEffect")
RealisedEffect: Final = Iri(RT + "RealisedEffect")
PriceChange: Final = Iri(RT + "PriceChange")
VolumeChange: Final = Iri(RT + "VolumeChange")
Decided: Final = Iri(RT + "Decided")
Remaining: Final = Iri(RT + "Remaining")

# Comparators and target kinds
Equals: Final = Iri(RT + "Equals")
AtLeast: Final = Iri(RT + "AtLeast")
AtMost: Final = Iri(RT + "AtMost")
Above: Final = Iri(RT + "Above")
Below: Final = Iri(RT + "Below")
Increase: Final = Iri(RT + "Increase")
Decrease: Final = Iri(RT + "Decrease")
BetterThanBenchmark: Final = Iri(RT + "BetterThanBenchmark")
ChangeTarget: Final = Iri(RT + "ChangeTarget")

# Units that QUDT does not have
Krona: Final = Iri(RT + "Krona")
ThousandKronor: Final = Iri(RT + "ThousandKronor")
MillionKronor: Final = Iri(RT + "MillionKronor")
KronorPerHour: Final = Iri(RT + "KronorPerHour")
ThousandKronorPerInhabitant: Final = Iri(RT + "ThousandKronorPerInhabitant")
PercentagePoint: Final = Iri(RT + "PercentagePoint")
FullTimeEquivalent: Final = Iri(RT + "FullTimeEquivalent")
PerMonth: Final = Iri(RT + "PerMonth")

# Statuses
OnPlan: Final = Iri(RT + "OnPlan")
OffPlan: Final = Iri(RT + "OffPlan")
Done: Final = Iri(RT + "Done")
Ongoing: Final = Iri(RT + "Ongoing")
NotStarted: Final = Iri(RT + "NotStarted")
Improved: Final = Iri(RT + "Improved")
Unchanged: Final = Iri(RT + "Unchanged")
Worsened: Final = Iri(RT + "Worsened")

# Aspects of a status
Implementation: Final = Iri(RT + "Implementation")
Effect: Final = Iri(RT + "Effect")

# Kinds of change
Renamed: Final = Iri(RT + "Renamed")
Reworded: Final = Iri(RT + "Reworded")
MeaningChanged: Final = Iri(RT + "MeaningChanged")
Moved: Final = Iri(RT + "Moved")
TargetChanged: Final = Iri(RT + "TargetChanged")
Split: Final = Iri(RT + "Split")
Merged: Final = Iri(RT + "Merged")
Resumed: Final = Iri(RT + "Resumed")
New: Final = Iri(RT + "New")
Ended: Final = Iri(RT + "Ended")
NumberReused: Final = Iri(RT + "NumberReused")

# Relations of suggested links
MeasuredBy: Final = Iri(RT + "MeasuredBy")
FundedBy: Final = Iri(RT + "FundedBy")
SameUndertaking: Final = Iri(RT + "SameUndertaking")
ComparableWith: Final = Iri(RT + "ComparableWith")
ElaboratedBy: Final = Iri(RT + "ElaboratedBy")

# Grades of comparability
SameMeasure: Final = Iri(RT + "SameMeasure")
Close: Final = Iri(RT + "Close")
SameTheme: Final = Iri(RT + "SameTheme")
NotComparable: Final = Iri(RT + "NotComparable")

# Reviews
Unreviewed: Final = Iri(RT + "Unreviewed")
Accepted: Final = Iri(RT + "Accepted")
Rejected: Final = Iri(RT + "Rejected")

# Severities
Info: Final = Iri(RT + "Info")
Warning_: Final = Iri(RT + "Warning")
Error: Final = Iri(RT + "Error")

# Faults
YearNotTold: Final = Iri(RT + "YearNotTold")
ColumnNotTold: Final = Iri(RT + "ColumnNotTold")
ValueNotRead: Final = Iri(RT + "ValueNotRead")
UnitInferred: Final = Iri(RT + "UnitInferred")
ReferredOnly: Final = Iri(RT + "ReferredOnly")
DanglingReference: Final = Iri(RT + "DanglingReference")
AmbiguousReference: Final = Iri(RT + "AmbiguousReference")
LabelCutOff: Final = Iri(RT + "LabelCutOff")
CellsShifted: Final = Iri(RT + "CellsShifted")
SumDiffers: Final = Iri(RT + "SumDiffers")
InferredFromOrder: Final = Iri(RT + "InferredFromOrder")
TableNotUnderstood: Final = Iri(RT + "TableNotUnderstood")
UnknownRegion: Final = Iri(RT + "UnknownRegion")
PlanFactInferred: Final = Iri(RT + "PlanFactInferred")
PlanFactMissing: Final = Iri(RT + "PlanFactMissing")

"""What the graph suggests to set side by side, as it stands in a version: also what is told not to be comparable."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.answer import Value
from graph.assignments import Edition
from graph.comparing.told import Told
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdf, Rdfs

#: What can be compared, in the order that it is told: where plans lead, what is done, what is measured, what it costs.
KINDS = (
    rt.FocusArea, rt.Goal, rt.Assignment, rt.BoardAssignment, rt.Intention, rt.Activity,
    rt.Indicator, rt.ProductionMeasure, rt.WorkforceMeasure, rt.PlanningAssumption,
    rt.FrameLine, rt.AllocationLine, rt.FrameChangeLine, rt.AppropriationLine, rt.GrantLine, rt.RevenueLine,
    rt.InvestmentLine, rt.PropertyInvestmentLine, rt.IncomeStatementLine, rt.ResultLine, rt.SavingLine,
    rt.InitiativeLine, rt.Risk, rt.ControlPoint,
)  # fmt: skip
#: The most comparable first.
GRADES = (rt.SameMeasure, rt.Close, rt.SameTheme, rt.NotComparable)
BESIDE = """
SELECT DISTINCT ?link ?subject ?object ?grade ?confidence ?evidence ?review WHERE {{
  VALUES ?thing {{ {things} }} ?link <{end}> ?thing ; <{relation}> <{comparable}> ; <{subject}> ?subject ; <{object}> ?object ;
    <{grade}> ?grade ; <{confidence}> ?confidence ; <{evidence}> ?evidence ; <{review}> ?review
  FILTER(?review != <{rejected}>) }}"""
CALLED = """
SELECT DISTINCT ?thing ?kind ?label ?plan WHERE {{
  VALUES ?thing {{ {things} }} ?thing <{type}> ?kind ; <{label}> ?label ; <{stated_in}> ?plan }}"""


@dataclass(frozen=True)
class Found:
    """A thing that a plan states on the question, with its figures."""

    iri: Iri
    kind: Iri
    label: str
    edition: Edition
    snippet: str = ""
    figures: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Beside:
    """Two regions' things that the graph suggests to set side by side: how comparable, how sure, and why or why not."""

    here: Found
    there: Found
    grade: Iri
    confidence: Decimal
    evidence: str
    review: Iri


def beside(
    view: View, shown: Iterable[Found], plans: Mapping[Iri, Edition], codes: frozenset[str]
) -> tuple[Beside, ...]:
    """The pairs that have one of the things shown in them, the most comparable and surest first."""
    rows = {row[0]: row for row in _links(view, [each.iri for each in shown])}
    ends = {Iri(str(end)) for row in rows.values() for end in row[1:3]}
    called = {each.iri: each for each in _called(view, ends, plans)}
    pairs = (
        Beside(
            called[Iri(str(here))],
            called[Iri(str(there))],
            Iri(str(grade)),
            Decimal(str(sure)),
            str(why),
            Iri(str(review)),
        )
        for _, here, there, grade, sure, why, review in rows.values()
        if grade in GRADES and here in called and there in called
    )
    within = (each for each in pairs if {each.here.edition.region, each.there.edition.region} <= codes)
    return tuple(
        sorted(within, key=lambda each: (GRADES.index(each.grade), -each.confidence, each.here.iri, each.there.iri))
    )


def _links(view: View, things: list[Iri]) -> Iterator[tuple[Value, ...]]:
    for end in (rt.subject, rt.object_) if things else ():
        query = BESIDE.format(
            things=" ".join(map(sparql, things)), end=end, relation=rt.relation, comparable=rt.ComparableWith,
            subject=rt.subject, object=rt.object_, grade=rt.grade, confidence=rt.confidence, evidence=rt.evidence,
            review=rt.review, rejected=rt.Rejected,
        )  # fmt: skip
        yield from view.select(query).rows


def _called(view: View, things: Collection[Iri], plans: Mapping[Iri, Edition]) -> Iterator[Found]:
    if not things:
        return
    query = CALLED.format(
        things=" ".join(map(sparql, sorted(things))), type=Rdf.type, label=Rdfs.label, stated_in=rt.statedIn
    )
    rows = [row for row in view.select(query).rows if row[1] in KINDS and row[3] in plans]
    for thing, kind, label, plan in sorted(rows, key=lambda row: KINDS.index(Iri(str(row[1])))):
        yield Found(Iri(str(thing)), Iri(str(kind)), str(label), plans[Iri(str(plan))])

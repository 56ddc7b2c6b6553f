"""What each region's plans state on a question, side by side, and how comparable it is.

    found = compare(view, "hyrpersonal", ("19", "22"))
    found.sides[0].found, found.beside[0].grade

A region is told by its latest plans, or by those of a year. Figures are as stated; what is computed says so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from graph.answer import Value
from graph.assignments import Edition, editions
from graph.errors import UnknownThing
from graph.likeness.lexicon import stop_words
from graph.search.search import Hit, search
from graph.search.words import words
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
#: So many of the things found are looked at.
LOOKED_AT = 1_000
FIGURES = """
SELECT DISTINCT ?owner ?figure ?role ?year ?asWritten ?number ?unit ?comparator ?sek ?period ?part WHERE {{
  VALUES ?owner {{ {owners} }}
  ?figure <{of}> ?owner ; <{role}> ?role ; <{as_written}> ?asWritten .
  OPTIONAL {{ ?figure <{year}> ?year }} OPTIONAL {{ ?figure <{number}> ?number }} OPTIONAL {{ ?figure <{unit}> ?unit }}
  OPTIONAL {{ ?figure <{comparator}> ?comparator }} OPTIONAL {{ ?figure <{sek}> ?sek }}
  OPTIONAL {{ ?figure <{period}> ?period }} OPTIONAL {{ ?figure <{part}> ?part }}
}} ORDER BY ?owner ?year ?role ?figure"""
POPULATIONS = f"""
SELECT DISTINCT ?plan ?year ?number WHERE {{
  ?measure a <{rt.PlanningAssumption}> ; <{Rdfs.label}> ?label ; <{rt.statedIn}> ?plan .
  FILTER(REGEX(?label, "befolkning|invånare", "i") && !REGEX(?label, "andel|%|/inv|per inv", "i"))
  ?value <{rt.ofIndicator}> ?measure ; <{rt.year}> ?year ; <{rt.number}> ?number ;
         <{rt.unit}> <http://qudt.org/vocab/unit/PERSON> }}"""
BESIDE = """
SELECT DISTINCT ?link ?subject ?object ?grade ?confidence ?evidence ?review WHERE {{
  VALUES ?thing {{ {things} }} ?link <{end}> ?thing ; <{relation}> <{comparable}> ; <{subject}> ?subject ; <{object}> ?object ;
    <{grade}> ?grade ; <{confidence}> ?confidence ; <{evidence}> ?evidence ; <{review}> ?review
  FILTER(?review != <{rejected}>) }}"""
CALLED = """
SELECT DISTINCT ?thing ?kind ?label ?plan WHERE {{
  VALUES ?thing {{ {things} }} ?thing <{type}> ?kind ; <{label}> ?label ; <{stated_in}> ?plan }}"""


@dataclass(frozen=True)
class Told:
    """A figure as stated: its role, the year it is about, `number` in `unit`, `sek` in whole kronor where it is money.

    `per_inhabitant` is computed: kronor by the inhabitants that a plan of the region states for that year.
    """

    iri: Iri
    role: Iri
    year: int | None
    as_written: str
    number: Decimal | None
    unit: Iri | None
    comparator: Iri | None
    sek: Decimal | None
    period: str | None
    part_of_year: bool
    per_inhabitant: Decimal | None = None


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
class Side:
    """A region: its plans that were looked in, the inhabitants they reckon with by year, and what was found in them.

    `elsewhere` is how many things more its plans of other years have.
    """

    code: str
    name: str
    editions: tuple[Edition, ...]
    inhabitants: Mapping[int, Decimal]
    found: tuple[Found, ...]
    elsewhere: int

    def by_kind(self) -> Mapping[Iri, tuple[Found, ...]]:
        """What was found, by class, in the order of KINDS."""
        return {kind: those for kind in KINDS if (those := tuple(each for each in self.found if each.kind == kind))}


@dataclass(frozen=True)
class Beside:
    """Two regions' things that the graph suggests to set side by side: how comparable, how sure, and why or why not."""

    here: Found
    there: Found
    grade: Iri
    confidence: Decimal
    evidence: str
    review: Iri


@dataclass(frozen=True)
class Comparison:
    """What regions state on a question."""

    question: str
    sides: tuple[Side, ...]
    beside: tuple[Beside, ...]
    kinds: tuple[Iri, ...] = field(default=())


def compare(view: View, question: str, regions: Collection[str] = (), year: int | None = None) -> Comparison:
    """What the regions with these county codes (all where none is given) state on a question or a word.

    In their latest plans, or in those of an edition's `year`. Raises UnknownThing for a region or year there is not.
    """
    plans = editions(view)
    looked_in = {code: _looked_in(plans.values(), code, year) for code in _codes(plans.values(), regions)}
    if year and not any(looked_in.values()):
        years = sorted({each.year for each in plans.values()})
        raise UnknownThing(f"No plan is of {year}. There are: {', '.join(map(str, years))}.")
    hits = search(view, asked(question), KINDS, LOOKED_AT).hits
    sides = tuple(_side(view, code, those, hits, plans) for code, those in looked_in.items())
    shown = [each for side in sides for each in side.found]
    kinds = tuple(kind for kind in KINDS if any(each.kind == kind for each in shown))
    return Comparison(question, sides, _beside(view, shown, plans, frozenset(looked_in)), kinds)


def asked(question: str) -> str:
    """The words of a question that tell what it is about."""
    telling = [word for word in words(question) if word not in stop_words()]
    return " ".join(telling) or question


def _codes(plans: Iterable[Edition], regions: Collection[str]) -> tuple[str, ...]:
    known = sorted({plan.region for plan in plans})
    if strange := sorted(set(regions) - set(known)):
        raise UnknownThing(f"No plan of region {', '.join(strange)} is loaded. There are: {', '.join(known) or 'none'}.")
    return tuple(dict.fromkeys(regions)) or tuple(known)


def _looked_in(plans: Iterable[Edition], code: str, year: int | None) -> tuple[Edition, ...]:
    """A region's plans of a year, or its latest."""
    of_region = [plan for plan in plans if plan.region == code]
    wanted = year or max((plan.year for plan in of_region), default=0)
    return tuple(plan for plan in of_region if plan.year == wanted)


def _side(
    view: View, code: str, those: tuple[Edition, ...], hits: Iterable[Hit], plans: Mapping[Iri, Edition]
) -> Side:
    looked_in = {plan.plan for plan in those}
    own = [hit for hit in hits if hit.plan in plans and plans[hit.plan].region == code]
    near = [hit for hit in own if hit.plan in looked_in]
    inhabitants = _inhabitants(view, code, plans)
    figures = _figures(view, [hit.iri for hit in near], inhabitants)
    found = tuple(
        Found(hit.iri, hit.kind, hit.label, plans[hit.plan], hit.snippet, tuple(figures.get(hit.iri, ()))) for hit in near
    )
    name = next(plan.region_name for plan in plans.values() if plan.region == code)
    return Side(code, name, those, MappingProxyType(inhabitants), found, len(own) - len(near))


def _inhabitants(view: View, code: str, plans: Mapping[Iri, Edition]) -> dict[int, Decimal]:
    """The inhabitants that a region's plans reckon with, by year; a later plan's figure goes before an earlier one's."""
    stated = [
        (plans[plan].year, int(str(year)), Decimal(str(number)))
        for plan, year, number in view.select(POPULATIONS).rows
        if isinstance(plan, Iri) and plan in plans and plans[plan].region == code
    ]
    return {year: number for _, year, number in sorted(stated) if number > 0}


def _figures(view: View, owners: Collection[Iri], inhabitants: Mapping[int, Decimal]) -> Mapping[Iri, list[Told]]:
    found: defaultdict[Iri, list[Told]] = defaultdict(list)
    for of in (rt.ofIndicator, rt.ofBudgetLine) if owners else ():
        query = FIGURES.format(
            owners=" ".join(map(sparql, owners)), of=of, role=rt.role, year=rt.year, as_written=rt.asWritten,
            number=rt.number, unit=rt.unit, comparator=rt.comparator, sek=rt.sek, period=rt.periodText,
            part=rt.partOfYear,
        )  # fmt: skip
        for owner, *row in view.select(query).rows:
            found[Iri(str(owner))].append(_per_inhabitant(_told(row), inhabitants))
    return found


def _told(row: list[Value]) -> Told:
    figure, role, year, as_written, number, unit, comparator, sek, period, part = row
    return Told(
        iri=Iri(str(figure)),
        role=Iri(str(role)),
        year=int(str(year)) if year is not None else None,
        as_written=str(as_written),
        number=None if number is None else Decimal(str(number)),
        unit=Iri(str(unit)) if unit else None,
        comparator=Iri(str(comparator)) if comparator else None,
        sek=None if sek is None else Decimal(str(sek)),
        period=str(period) if period else None,
        part_of_year=part is True,
    )


def _per_inhabitant(told: Told, inhabitants: Mapping[int, Decimal]) -> Told:
    """A figure with what it is per inhabitant, where it is money of a whole year whose inhabitants are stated."""
    if told.sek is None or told.part_of_year or told.year not in inhabitants:
        return told
    return replace(told, per_inhabitant=(told.sek / inhabitants[told.year]).quantize(Decimal(1), ROUND_HALF_UP))


def _beside(
    view: View, shown: Iterable[Found], plans: Mapping[Iri, Edition], codes: frozenset[str]
) -> tuple[Beside, ...]:
    """The pairs that have one of the things shown in them, the most comparable and surest first."""
    rows = {row[0]: row for row in _links(view, [each.iri for each in shown])}
    ends = {Iri(str(end)) for row in rows.values() for end in row[1:3]}
    called = {each.iri: each for each in _called(view, ends, plans)}
    pairs = (
        Beside(called[here], called[there], Iri(str(grade)), Decimal(str(sure)), str(why), Iri(str(review)))
        for _, here, there, grade, sure, why, review in rows.values()
        if isinstance(here, Iri) and isinstance(there, Iri) and here in called and there in called
    )
    within = (each for each in pairs if {each.here.edition.region, each.there.edition.region} <= codes)
    return tuple(sorted(within, key=lambda each: (GRADES.index(each.grade), -each.confidence, each.here.iri, each.there.iri)))


GRADES = (rt.SameMeasure, rt.Close, rt.SameTheme, rt.NotComparable)


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
    for thing, kind, label, plan in view.select(query).rows:
        if kind in KINDS and plan in plans:
            yield Found(Iri(str(thing)), Iri(str(kind)), str(label), plans[Iri(str(plan))])

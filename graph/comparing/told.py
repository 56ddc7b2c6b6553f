"""Figures as plans state them, and what money is per inhabitant where plans state the inhabitants."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from graph.answer import Value
from graph.assignments import Edition
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

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


def inhabitants(view: View, code: str, plans: Mapping[Iri, Edition]) -> dict[int, Decimal]:
    """The inhabitants that a region's plans reckon with, by year; a later plan's figure goes before an earlier one's."""
    stated = [
        (plans[plan].year, int(str(year)), Decimal(str(number)))
        for plan, year, number in view.select(POPULATIONS).rows
        if isinstance(plan, Iri) and plan in plans and plans[plan].region == code
    ]
    return {year: number for _, year, number in sorted(stated) if number > 0}


def figures(view: View, owners: Collection[Iri], inhabitants: Mapping[int, Decimal]) -> Mapping[Iri, list[Told]]:
    """The figures of measures and budget lines, by year and role, with what money is per inhabitant."""
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
    there = inhabitants.get(told.year or 0)
    if told.sek is None or told.part_of_year or there is None:
        return told
    return replace(told, per_inhabitant=(told.sek / there).quantize(Decimal(1), ROUND_HALF_UP))

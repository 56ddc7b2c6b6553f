"""What is measured, and its values by year."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from graph.records.record import Element, joined
from graph.records.role import ROLE_WORDS
from graph.records.undertaking import Goal
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms


@dataclass(frozen=True, kw_only=True)
class Measure(Element):
    """Anything with values by year: indicator, production, workforce, planning assumption."""

    title: Annotated[str, Dcterms.title]
    variant: Annotated[str | None, rt.variant] = None
    goal: Annotated[Goal | None, rt.goal] = None
    group: Annotated[str | None, rt.group] = None
    reporting: Annotated[tuple[Iri, ...], rt.reporting] = ()
    better: Annotated[Iri | None, rt.betterDirection] = None
    part_of: Annotated["Measure | None", rt.partOfMeasure] = None

    @property
    def label(self) -> str:
        """Title and variant."""
        return joined(self.title, self.variant)


@dataclass(frozen=True, kw_only=True)
class ReportedMeasure(Measure):
    """A row of a table of figures; the same words often stand in several tables, and below several rows of one."""

    @property
    def label(self) -> str:
        """ "Läkarbesök, varav på distans (Egen produktion)"."""
        return f"{self.name_in_iri} ({self.group})" if self.group else self.name_in_iri

    @property
    def name_in_iri(self) -> str:
        """Its title behind the name of what it is a part of."""
        own = joined(self.title, self.variant)
        return f"{self.part_of.name_in_iri}, varav {own}" if self.part_of else own


@dataclass(frozen=True, kw_only=True)
class Indicator(Measure):
    """Indikator, nyckeltal."""

    CLASS: ClassVar[Iri] = rt.Indicator
    SEGMENT: ClassVar[str] = "indicator"


@dataclass(frozen=True, kw_only=True)
class ProductionMeasure(ReportedMeasure):
    """Produktionsdata: visits, operations, care days."""

    CLASS: ClassVar[Iri] = rt.ProductionMeasure
    SEGMENT: ClassVar[str] = "production"


@dataclass(frozen=True, kw_only=True)
class WorkforceMeasure(ReportedMeasure):
    """Worked time, sick leave, incidents."""

    CLASS: ClassVar[Iri] = rt.WorkforceMeasure
    SEGMENT: ClassVar[str] = "workforce"


@dataclass(frozen=True, kw_only=True)
class PlanningAssumption(Measure):
    """Planeringsförutsättning: population, price increases."""

    CLASS: ClassVar[Iri] = rt.PlanningAssumption
    SEGMENT: ClassVar[str] = "assumption"


@dataclass(frozen=True, kw_only=True)
class IndicatorValue(Element):
    """One figure, or words in a figure's stead, of a measure: `number` stands in the unit printed."""

    CLASS: ClassVar[Iri] = rt.IndicatorValue
    SEGMENT: ClassVar[str] = ""

    of: Annotated[Measure, rt.ofIndicator]
    role: Annotated[Iri, rt.role]
    as_written: Annotated[str, rt.asWritten]
    year: Annotated[int | None, rt.year] = None
    number: Annotated[Decimal | None, rt.number] = None
    unit: Annotated[Iri | None, rt.unit] = None
    comparator: Annotated[Iri | None, rt.comparator] = None
    target_kind: Annotated[Iri | None, rt.targetKind] = None
    period_text: Annotated[str | None, rt.periodText] = None
    part_of_year: Annotated[bool | None, rt.partOfYear] = None

    @property
    def label(self) -> str:
        """ "Utfall 2024: 72 %", "Utfall 2024: -622 mnkr (Delår 2-2024)"; its year only once."""
        head, year = joined(ROLE_WORDS[self.role], self.year and str(self.year)), self.year or "–"
        written = re.sub(rf"^{year}:\s*(?=\S)|(?<=\S)\s*\({year}\)$|(?<=[\d%])\s+{year}$", "", self.as_written)
        period = self.period_text if self.part_of_year else None
        return f"{head}: {written}" if not period or period in written else f"{head}: {written} ({period})"

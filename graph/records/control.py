"""Internal control, risks, and how things go."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from graph.records.record import Element
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms


@dataclass(frozen=True, kw_only=True)
class ControlPoint(Element):
    """Internal control: `title` is the granskningsområde."""

    CLASS: ClassVar[Iri] = rt.ControlPoint
    SEGMENT: ClassVar[str] = "control"

    title: Annotated[str, Dcterms.title]
    scope: Annotated[str | None, rt.scope] = None
    risk: Annotated[str | None, rt.risk] = None
    method: Annotated[str | None, rt.method] = None
    regulation: Annotated[str | None, rt.regulation] = None
    likelihood: Annotated[int | None, rt.likelihood] = None
    consequence: Annotated[int | None, rt.consequence] = None
    risk_value: Annotated[int | None, rt.riskValue] = None
    due: Annotated[str | None, rt.due] = None
    due_by: Annotated[date | None, rt.dueBy] = None
    responsible: Annotated[tuple[str, ...], rt.responsible] = ()

    @property
    def label(self) -> str:
        """Its area."""
        return self.title


@dataclass(frozen=True, kw_only=True)
class Risk(Element):
    """An identified risk."""

    CLASS: ClassVar[Iri] = rt.Risk
    SEGMENT: ClassVar[str] = "risk"

    title: Annotated[str, Dcterms.title]
    description: Annotated[str | None, Dcterms.description] = None

    @property
    def label(self) -> str:
        """Its title."""
        return self.title


@dataclass(frozen=True, kw_only=True)
class StatusReport(Element):
    """How something goes: a status, a comment, what is done about it, as of `year`."""

    CLASS: ClassVar[Iri] = rt.StatusReport
    SEGMENT: ClassVar[str] = "status"

    reports_on: Annotated[Element, rt.reportsOn]
    as_written: Annotated[str, rt.asWritten]
    status: Annotated[Iri | None, rt.status] = None
    year: Annotated[int | None, rt.year] = None
    description: Annotated[str | None, Dcterms.description] = None
    measures: Annotated[str | None, rt.measures] = None
    aspect: Annotated[Iri | None, rt.aspect] = None
    status_value: Annotated[Decimal | None, rt.statusValue] = None
    status_scale: Annotated[str | None, rt.statusScale] = None

    @property
    def label(self) -> str:
        """ "Planenligt: Vårdplatser", "Ej planenligt (Webb): Digitala tjänster"; of words that are no status "Uppföljning 2024: …"."""
        told = self.as_written if self.as_written != self.description else f"Uppföljning {self.year or ''}".rstrip()
        part = f" ({', '.join(self.note)})" if self.note and not self.aspect else ""
        return f"{told or '–'}{part}: {self.reports_on.label}"

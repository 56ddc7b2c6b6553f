"""Rows of tables of money, and their amounts."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from graph.records.record import Element, joined
from graph.records.role import ROLE_WORDS
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms


@dataclass(frozen=True, kw_only=True)
class BudgetLine(Element):
    """One row of a table of money; `parent` is the row that a varav or därav row is part of."""

    title: Annotated[str, Dcterms.title]
    parent: Annotated["BudgetLine | None", rt.parentLine] = None
    is_total: Annotated[bool | None, rt.isTotal] = None
    sum_of: Annotated[tuple["BudgetLine", ...], rt.sumOf] = ()
    description: Annotated[str | None, Dcterms.description] = None
    group: Annotated[str | None, rt.group] = None
    investment_kind: Annotated[str | None, rt.investmentKind] = None
    reason: Annotated[str | None, rt.reason] = None
    effect: Annotated[str | None, rt.effect] = None
    price_change_percent: Annotated[Decimal | None, rt.priceChangePercent] = None
    due: Annotated[str | None, rt.due] = None
    responsible: Annotated[tuple[str, ...], rt.responsible] = ()

    @property
    def label(self) -> str:
        """Its title."""
        return self.title


@dataclass(frozen=True, kw_only=True)
class FrameLine(BudgetLine):
    """Beslutad ram."""

    CLASS: ClassVar[Iri] = rt.FrameLine
    SEGMENT: ClassVar[str] = "frame"


@dataclass(frozen=True, kw_only=True)
class AllocationLine(BudgetLine):
    """Fördelning of a frame within an organisation."""

    CLASS: ClassVar[Iri] = rt.AllocationLine
    SEGMENT: ClassVar[str] = "allocation"


@dataclass(frozen=True, kw_only=True)
class FrameChangeLine(BudgetLine):
    """Ramförändring."""

    CLASS: ClassVar[Iri] = rt.FrameChangeLine
    SEGMENT: ClassVar[str] = "frame-change"


@dataclass(frozen=True, kw_only=True)
class AppropriationLine(BudgetLine):
    """Anslag."""

    CLASS: ClassVar[Iri] = rt.AppropriationLine
    SEGMENT: ClassVar[str] = "appropriation"


@dataclass(frozen=True, kw_only=True)
class GrantLine(BudgetLine):
    """Statsbidrag."""

    CLASS: ClassVar[Iri] = rt.GrantLine
    SEGMENT: ClassVar[str] = "grant"


@dataclass(frozen=True, kw_only=True)
class RevenueLine(BudgetLine):
    """Intäktsfinansierad verksamhet."""

    CLASS: ClassVar[Iri] = rt.RevenueLine
    SEGMENT: ClassVar[str] = "revenue"


@dataclass(frozen=True, kw_only=True)
class InvestmentLine(BudgetLine):
    """Investment in equipment, or by category."""

    CLASS: ClassVar[Iri] = rt.InvestmentLine
    SEGMENT: ClassVar[str] = "investment"


@dataclass(frozen=True, kw_only=True)
class PropertyInvestmentLine(BudgetLine):
    """Fastighetsinvestering."""

    CLASS: ClassVar[Iri] = rt.PropertyInvestmentLine
    SEGMENT: ClassVar[str] = "property-investment"


@dataclass(frozen=True, kw_only=True)
class IncomeStatementLine(BudgetLine):
    """One row of a resultaträkning."""

    CLASS: ClassVar[Iri] = rt.IncomeStatementLine
    SEGMENT: ClassVar[str] = "income-statement"


@dataclass(frozen=True, kw_only=True)
class ResultLine(BudgetLine):
    """Result of an area or unit; `group` is the area."""

    CLASS: ClassVar[Iri] = rt.ResultLine
    SEGMENT: ClassVar[str] = "result"


@dataclass(frozen=True, kw_only=True)
class SavingLine(BudgetLine):
    """Åtgärd with the effect that is expected and taken home (effekthemtagning)."""

    CLASS: ClassVar[Iri] = rt.SavingLine
    SEGMENT: ClassVar[str] = "saving"


@dataclass(frozen=True, kw_only=True)
class InitiativeLine(BudgetLine):
    """Satsning."""

    CLASS: ClassVar[Iri] = rt.InitiativeLine
    SEGMENT: ClassVar[str] = "initiative"


@dataclass(frozen=True, kw_only=True)
class Amount(Element):
    """A sum of money: `sek` in whole kronor whatever unit was printed, with the sign as printed."""

    CLASS: ClassVar[Iri] = rt.Amount
    SEGMENT: ClassVar[str] = ""

    of: Annotated[BudgetLine, rt.ofBudgetLine]
    role: Annotated[Iri, rt.role]
    sek: Annotated[Decimal, rt.sek]
    as_written: Annotated[str, rt.asWritten]
    year: Annotated[int | None, rt.year] = None
    period_text: Annotated[str | None, rt.periodText] = None
    part_of_year: Annotated[bool | None, rt.partOfYear] = None

    @property
    def label(self) -> str:
        """ "Budget 2026: 179,7", "Budget 2025–2028: 275"."""
        return f"{joined(ROLE_WORDS[self.role], self.year or self.period_text)}: {self.as_written}"

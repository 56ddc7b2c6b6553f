"""Whether sums add up and how much of a line its parts cover, column by column; what rounding explains is told apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Protocol

from ontology.iri import Iri
from webapp.figures.printed import explained, step


class Amount(Protocol):
    """An amount as a column of a table has it."""

    @property
    def role(self) -> Iri | None:
        """What the amount is: a budget, an outcome and so on."""

    @property
    def year(self) -> int | None:
        """The year it is about."""

    @property
    def column(self) -> str | None:
        """The heading of its column, as printed."""

    @property
    def sek(self) -> Decimal | None:
        """Kronor."""

    @property
    def as_written(self) -> str | None:
        """The cell's text."""


#: What tells a table's columns from each other: year, role, heading.
Column = tuple[int | None, Iri | None, str | None]


class Adds(Enum):
    """How a sum and its terms stand to each other."""

    EXACTLY = "adds up"
    ROUNDED = "differs by no more than rounding explains"
    DIFFERS = "differs"


@dataclass(frozen=True)
class Check:
    """A column of a sum against its terms, in kronor: `missing` terms have no amount there."""

    column: Column
    stated: Decimal
    added: Decimal
    missing: int
    adds: Adds

    @property
    def difference(self) -> Decimal:
        """What the sum says more than its terms come to."""
        return self.stated - self.added


def column_of(amount: Amount) -> Column:
    """The column that an amount stands in."""
    return amount.year, amount.role, amount.column


def checks(total: Iterable[Amount], terms: Sequence[Sequence[Amount]]) -> tuple[Check, ...]:
    """Each column of a sum in which it and at least one of its terms have one amount each."""
    return tuple(_checks(total, terms)) if terms else ()


def _checks(total: Iterable[Amount], terms: Sequence[Sequence[Amount]]) -> Iterator[Check]:
    own = tuple(total)
    for whole in own:
        column = column_of(whole)
        alike = [[each for each in term if column_of(each) == column] for term in terms]
        found = [each[0] for each in alike if each]
        alone = sum(column_of(each) == column for each in own) == 1 and all(len(each) < 2 for each in alike)
        if found and alone and whole.sek is not None:
            added = sum((each.sek or Decimal(0) for each in found), Decimal(0))
            room = explained(step(each.sek or Decimal(0), each.as_written or "") for each in (whole, *found))
            yield Check(column, whole.sek, added, len(terms) - len(found), _adds(whole.sek - added, room))


def _adds(difference: Decimal, room: Decimal) -> Adds:
    if difference == 0:
        return Adds.EXACTLY
    return Adds.ROUNDED if abs(difference) <= room else Adds.DIFFERS

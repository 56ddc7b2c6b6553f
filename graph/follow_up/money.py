"""A plan's money: budget against forecast and outcome of the same year, line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from graph.derived.items import Item, Items, Sum
from graph.follow_up.ties import Tie, Ties
from ontology import rt
from ontology.iri import Iri

#: What was meant, and what came of it: forecast and outcome.
PAIRS = ((rt.Budget, rt.Forecast, rt.Outcome), (rt.ExpectedEffect, None, rt.RealisedEffect))
MILLION = Decimal(1_000_000)
#: Per cent are told with one decimal.
TENTH = Decimal("0.1")


class Silent(Enum):
    """Why a difference is not told."""

    NO_OUTCOME = "no outcome of that year"
    PART_OF_YEAR = "the outcome covers only a part of the year"
    SEVERAL = "several amounts that differ"


@dataclass(frozen=True)
class Found:
    """An amount, the line that it is of, and how that is tied to the plan's own line."""

    sum: Sum
    item: Item
    tie: Tie


@dataclass(frozen=True)
class MoneyRow:
    """A line's budget of a year (kronor, signs as printed) with forecast and outcome of the same year.

    `difference` is outcome less budget, `percent` its share of the budget; None, and `silent` says why, where the two
    cannot be held against each other.
    """

    item: Item
    year: int
    budget: Sum
    forecast: Found | None
    outcome: Found | None
    silent: Silent | None
    difference: Decimal | None = None
    percent: Decimal | None = None


def money_rows(lines: Iterable[Item], ties: Ties, items: Items) -> Iterator[MoneyRow]:
    """The budgets of some lines for the years of their plans, each with what became of it."""
    for item in lines:
        alike = [(items.by_iri[tie.thing], tie) for tie in ties.of(item.iri) if tie.thing in items.by_iri]
        for meant, foreseen, came in PAIRS:
            for year in _years(item, meant):
                yield from _rows(item, alike, year, (meant, foreseen, came))


def _years(item: Item, role: Iri) -> list[int]:
    """The plan's own years of which a line has an amount in a role."""
    return sorted(
        {each.year for each in item.sums if each.role == role and each.year and each.year >= item.edition.start}
    )


def _rows(
    item: Item, alike: list[tuple[Item, Tie]], year: int, roles: tuple[Iri, Iri | None, Iri]
) -> Iterator[MoneyRow]:
    meant, foreseen, came = roles
    budgets = [each for each in item.sums if (each.role, each.year) == (meant, year) and not each.part_of_year]
    budget = agreed(budgets)
    outcomes, forecasts = (_found(alike, role, year) for role in (came, foreseen))
    if budgets:
        outcome, silent = _one(outcomes)
        forecast, _ = _one(forecasts)
        if budget is None:
            yield MoneyRow(item, year, budgets[0], forecast, outcome, Silent.SEVERAL)
        elif silent or outcome is None:
            yield MoneyRow(item, year, budget, forecast, outcome, silent)
        else:
            difference = outcome.sum.sek - budget.sek
            yield MoneyRow(item, year, budget, forecast, outcome, None, difference, share(difference, budget.sek))


def share(difference: Decimal, whole: Decimal) -> Decimal | None:
    """A difference in per cent of a whole, whatever its sign; None of nothing."""
    return (100 * difference / abs(whole)).quantize(TENTH) if whole else None


def _found(alike: list[tuple[Item, Tie]], role: Iri | None, year: int) -> list[Found]:
    """The amounts of a role and year that the surest tied line of all gives, those of whole years if there are such."""
    every = [
        Found(each, item, tie) for item, tie in alike for each in item.sums if (each.role, each.year) == (role, year)
    ]
    every.sort(key=lambda one: (one.sum.part_of_year, one.tie.rank, -one.item.edition.year, one.item.line))
    return [each for each in every if (each.item, each.sum.part_of_year) == (every[0].item, every[0].sum.part_of_year)]


def _one(found: list[Found]) -> tuple[Found | None, Silent | None]:
    if not found:
        return None, Silent.NO_OUTCOME
    if found[0].sum.part_of_year:
        return found[0], Silent.PART_OF_YEAR
    one = agreed([each.sum for each in found])
    if one is None:
        return found[0], Silent.SEVERAL
    return next(each for each in found if each.sum is one), None


def agreed(sums: list[Sum]) -> Sum | None:
    """The amount that all say, the most exact one where others are rounded to whole millions; None where they differ."""
    exact = min(sums, key=lambda each: (_in_millions(each.sek), each.iri), default=None)
    if exact is None or not all(_rounds_to(exact.sek, each.sek) for each in sums):
        return None
    return exact


def _rounds_to(exact: Decimal, other: Decimal) -> bool:
    return exact == other or (_in_millions(other) and abs(exact - other) <= MILLION / 2)


def _in_millions(sek: Decimal) -> bool:
    """Whether a sum is whole millions, however large it is."""
    return (sek / MILLION).to_integral_value() == sek / MILLION

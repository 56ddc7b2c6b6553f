"""Budget against forecast and outcome, line by line."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from graph.derived.items import Edition, Item, Items, Sum
from graph.follow_up.money import MoneyRow, Silent, agreed, money_rows, share
from graph.follow_up.ties import Ties
from ontology import rt
from ontology.iri import Iri

SEK = st.integers(min_value=-(10**10), max_value=10**10).map(Decimal)
PLAN = Edition(
    Iri("p"), Iri("d"), rt.ManagementPlan, "Plan", 2031, 2031, 2033, Iri("o"), (), Iri("r")
)  # fmt: skip


def amount(sek: int | Decimal, role: Iri = rt.Outcome, *, part: bool = False, name: str = "") -> Sum:
    """An amount of 2031."""
    return Sum(Iri(f"{role.local}-{sek}{name}"), role, 2031, Decimal(sek), str(sek), part)


def rows(*sums: Sum) -> list[MoneyRow]:
    """What is told of a line with some amounts."""
    line = Item(Iri("line"), rt.GrantLine, rt.BudgetLine, PLAN, "Bidrag", sums=sums)
    return list(money_rows([line], Ties((), (), Decimal(0)), Items((PLAN,), (line,))))


@given(budget=SEK, outcome=SEK)
def test_the_difference_is_exact(budget: Decimal, outcome: Decimal) -> None:
    (row,) = rows(amount(budget, rt.Budget), amount(outcome))
    assert row.difference is not None
    assert row.budget.sek + row.difference == outcome
    assert (row.percent is None) == (budget == 0)
    assert row.silent is None


@given(budget=SEK, outcome=SEK)
def test_a_part_of_a_year_is_shown_and_never_compared(budget: Decimal, outcome: Decimal) -> None:
    (row,) = rows(amount(budget, rt.Budget), amount(outcome, part=True))
    assert (row.silent, row.difference, row.percent) == (Silent.PART_OF_YEAR, None, None)
    assert row.outcome is not None
    assert row.outcome.sum.sek == outcome


def test_a_loss_is_a_share_of_what_was_meant_whatever_the_sign() -> None:
    assert share(Decimal(-33), Decimal(-157)) == Decimal("-21.0")
    assert share(Decimal(5), Decimal(0)) is None


def test_what_is_expected_is_held_against_what_is_realised_and_a_forecast_is_beside() -> None:
    (effect,) = rows(amount(12, rt.ExpectedEffect), amount(10, rt.RealisedEffect))
    assert effect.difference == -2
    (row,) = rows(amount(100, rt.Budget), amount(90, rt.Forecast))
    assert (row.silent, row.forecast and row.forecast.sum.sek) == (Silent.NO_OUTCOME, 90)


def test_figures_that_differ_by_rounding_alone_are_one() -> None:
    exact, rounded = amount(198_100_000), amount(198_000_000, name="b")
    assert agreed([rounded, exact]) is exact
    assert agreed([amount(199_000_000), exact]) is None
    (row,) = rows(amount(200_000_000, rt.Budget), exact, amount(150_000_000, name="c"))
    assert row.silent is Silent.SEVERAL

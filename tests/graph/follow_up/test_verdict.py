"""Whether a target was reached: what is told, and what is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.derived.items import Figure
from graph.follow_up.direction import Better, Ground, better, by_judgement, towards
from graph.follow_up.verdict import Case, Judgement, Verdict, Why, judge
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

UP, DOWN = Better(rt.Higher, Ground.STATED), Better(rt.Lower, Ground.STATED)
NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)
COMPARATORS = st.sampled_from(
    [rt.Equals, rt.AtLeast, rt.AtMost, rt.Above, rt.Below, rt.Increase, rt.Decrease, rt.BetterThanBenchmark, None]
)


def figure(
    number: str | Decimal | None, role: Iri = rt.Outcome, year: int | None = 2031, unit: Iri | None = Unit.PERCENT,
    comparator: Iri | None = None, kind: Iri | None = None, *, part: bool = False,
) -> Figure:  # fmt: skip
    """A figure."""
    told = None if number is None else Decimal(number)
    return Figure(Iri(f"x/{role.local}-{year}-{number}"), role, year, told, unit, comparator, kind, str(number), part)


def target(number: str | Decimal | None, comparator: Iri | None = rt.Equals, **more: object) -> Figure:
    """A target."""
    return figure(number, rt.Target, comparator=comparator, **more)  # type: ignore[arg-type]


def verdict(case: Case) -> Verdict | Why:
    """What is told, or why nothing is."""
    judgement = judge(case)
    return judgement.why or judgement.verdict


@pytest.mark.parametrize(
    ("comparator", "outcome", "told"),
    [
        (rt.AtLeast, "80", Verdict.REACHED), (rt.AtLeast, "79.9", Verdict.NOT_REACHED), (rt.Above, "80", Verdict.NOT_REACHED),
        (rt.Above, "80.1", Verdict.REACHED), (rt.AtMost, "80", Verdict.REACHED), (rt.AtMost, "80.1", Verdict.NOT_REACHED),
        (rt.Below, "80", Verdict.NOT_REACHED), (rt.Below, "79", Verdict.REACHED),
    ],
)  # fmt: skip
def test_a_comparator_says_itself_what_reaching_is(comparator: Iri, outcome: str, told: Verdict) -> None:
    assert verdict(Case(target("80", comparator), [figure(outcome)])) == told


def test_a_plain_number_needs_to_know_which_way_is_good() -> None:
    aim = target("80")
    assert verdict(Case(aim, [figure("82")], UP)) == Verdict.REACHED
    assert verdict(Case(aim, [figure("82")], DOWN)) == Verdict.NOT_REACHED
    assert verdict(Case(aim, [figure("82")])) == Why.DIRECTION
    assert verdict(Case(aim, [figure("80.0")])) == Verdict.REACHED
    assert judge(Case(aim, [figure("82")], UP)).better == UP


def test_words_for_a_change_are_held_against_the_outcome_before() -> None:
    more, less = target(None, rt.Increase), target(None, rt.Decrease)
    assert verdict(Case(more, [figure("12")], start=figure("10", year=2030))) == Verdict.REACHED
    assert verdict(Case(more, [figure("10")], start=figure("10", year=2030))) == Verdict.NOT_REACHED
    assert verdict(Case(less, [figure("9")], start=figure("10", year=2029))) == Verdict.REACHED
    assert verdict(Case(less, [figure("9")])) == Why.NO_START


def test_a_change_by_a_number_is_reckoned_from_the_outcome_before() -> None:
    people, start = target("-100", None, unit=None, kind=rt.ChangeTarget), figure("4000", year=2030, unit=None)
    assert verdict(Case(people, [figure("3900", unit=None)], start=start)) == Verdict.REACHED
    assert verdict(Case(people, [figure("3901", unit=None)], start=start)) == Verdict.NOT_REACHED
    percent = target("-1.5", None, kind=rt.ChangeTarget)
    assert verdict(Case(percent, [figure("3940", unit=None)], start=start)) == Verdict.REACHED
    assert verdict(Case(percent, [figure("3941", unit=None)], start=start)) == Verdict.NOT_REACHED
    share = Case(percent, [figure("9")], start=figure("10", year=2030))
    assert verdict(share) == Why.CHANGE, "per cent of a percentage could be points"


def test_a_benchmark_is_that_of_the_same_year_and_must_be_surpassed() -> None:
    aim = target(None, rt.BetterThanBenchmark)
    same = figure("62", rt.Benchmark)
    assert verdict(Case(aim, [figure("63")], UP, benchmark=same)) == Verdict.REACHED
    assert verdict(Case(aim, [figure("62")], UP, benchmark=same)) == Verdict.NOT_REACHED
    assert verdict(Case(aim, [figure("63")], UP)) == Why.NO_BENCHMARK


@pytest.mark.parametrize(
    ("case", "why"),
    [
        (Case(target("80"), []), Why.NO_OUTCOME),
        (Case(target("80", year=None), [figure("80")]), Why.NO_YEAR),
        (Case(target("80"), [figure(None)]), Why.OUTCOME_IN_WORDS),
        (Case(target(None, None), [figure("80")]), Why.TARGET_IN_WORDS),
        (Case(target("7", unit=Unit.MIN), [figure("8.4", unit=None)], DOWN), Why.UNIT),
        (Case(target("80"), [figure("80"), figure("81")]), Why.SEVERAL),
    ],
)
def test_what_cannot_be_told_says_why(case: Case, why: Why) -> None:
    assert verdict(case) == why


def test_units_of_one_sort_are_held_against_each_other() -> None:
    aim = target("92", rt.AtMost, unit=rt.MillionKronor)
    assert verdict(Case(aim, [figure("91900", unit=rt.ThousandKronor)])) == Verdict.REACHED
    assert verdict(Case(aim, [figure("92100", unit=rt.ThousandKronor)])) == Verdict.NOT_REACHED


@given(number=NUMBERS, outcome=NUMBERS, comparator=COMPARATORS, way=st.sampled_from([UP, DOWN, None]), start=NUMBERS)
def test_a_part_of_a_year_is_never_held_against_a_year(
    number: Decimal, outcome: Decimal, comparator: Iri | None, way: Better | None, start: Decimal
) -> None:
    part = figure(outcome, part=True)
    case = Case(target(number, comparator), [part], way, figure(start, year=2030), figure(start, rt.Benchmark))
    assert judge(case) == Judgement(Verdict.CANNOT_TELL, Why.PART_OF_YEAR)


@given(number=NUMBERS, outcome=NUMBERS, part=NUMBERS, comparator=COMPARATORS, way=st.sampled_from([UP, DOWN, None]))
def test_a_part_of_a_year_beside_the_whole_changes_nothing(
    number: Decimal, outcome: Decimal, part: Decimal, comparator: Iri | None, way: Better | None
) -> None:
    aim, whole = target(number, comparator), figure(outcome)
    assert judge(Case(aim, [whole, figure(part, part=True)], way)) == judge(Case(aim, [whole], way))


@given(number=NUMBERS, outcome=NUMBERS)
def test_one_way_reaches_what_the_other_does_not_but_for_equals(number: Decimal, outcome: Decimal) -> None:
    up, down = (judge(Case(target(number), [figure(outcome)], way)).verdict for way in (UP, DOWN))
    assert (up == down) == (number == outcome)


def test_the_surest_ground_tells_the_way() -> None:
    far = (figure("20"), target("70"))
    assert better([rt.Lower], [rt.Higher], [far]) == Better(rt.Lower, Ground.STATED)
    assert better([], [rt.Higher], []) == Better(rt.Higher, Ground.JUDGED)
    assert better([], [], [far]) == Better(rt.Higher, Ground.START)
    assert better([], [rt.Higher, rt.Lower], [far]) is None


def test_where_it_began_near_its_target_the_way_is_not_told() -> None:
    assert towards(figure("72"), target("67")) is None
    assert towards(figure("17.3"), target("13")) == rt.Lower
    assert towards(figure("9", unit=None), target("70")) is None


@pytest.mark.parametrize(
    ("status", "before", "now", "way"),
    [
        (rt.Improved, "6.8", "6.5", rt.Lower), (rt.Improved, "64", "66", rt.Higher), (rt.Worsened, "22.1", "19.8", rt.Higher),
        (rt.Unchanged, "83.6", "83.1", None), (rt.Improved, "5", "5", None), (None, "5", "6", None),
    ],
)  # fmt: skip
def test_a_reports_judgement_tells_the_way(status: Iri | None, before: str, now: str, way: Iri | None) -> None:
    assert by_judgement(status, [figure(before, year=2030), figure(now)], 2031) == way
    assert by_judgement(status, [figure(before, year=2030), figure(now, part=True)], 2031) is None

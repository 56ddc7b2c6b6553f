"""Whether a target was reached: told only where target and outcome can be held against each other, else why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from graph.derived.items import Figure
from graph.follow_up.direction import Better
from graph.follow_up.units import in_unit_of
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit


class Verdict(Enum):
    """What can be said of a target."""

    REACHED = "reached"
    NOT_REACHED = "not reached"
    CANNOT_TELL = "cannot be told"


class Why(Enum):
    """Why it cannot be told."""

    NO_OUTCOME = "no outcome of that year"
    PART_OF_YEAR = "the outcome covers only a part of the year"
    SEVERAL = "several outcomes that differ"
    NO_YEAR = "the target's year is not told"
    TARGET_IN_WORDS = "the target is words only"
    OUTCOME_IN_WORDS = "the outcome is words only"
    UNIT = "target and outcome are not in the same unit"
    DIRECTION = "which way is good is not told"
    NO_START = "no earlier outcome to start from"
    NO_BENCHMARK = "no benchmark of that year"
    CHANGE = "the change is not told in a way that can be reckoned"


@dataclass(frozen=True)
class Judgement:
    """A verdict; `why` where it cannot be told; `better` which way is good and how that is known, where it mattered."""

    verdict: Verdict
    why: Why | None = None
    better: Better | None = None


@dataclass(frozen=True)
class Case:
    """A target and what it is judged by: the outcomes of its year, an earlier outcome, a benchmark of its year."""

    target: Figure
    outcomes: Sequence[Figure]
    better: Better | None = None
    start: Figure | None = None
    benchmark: Figure | None = None


#: Comparators that say themselves what reaching is.
TESTS: dict[Iri, Callable[[Decimal, Decimal], bool]] = {
    rt.AtLeast: lambda outcome, target: outcome >= target,
    rt.Above: lambda outcome, target: outcome > target,
    rt.AtMost: lambda outcome, target: outcome <= target,
    rt.Below: lambda outcome, target: outcome < target,
}
#: Words for a change: more, or less, than before.
CHANGES = {rt.Increase: rt.Above, rt.Decrease: rt.Below}


def judge(case: Case) -> Judgement:
    """What can be said of a target. A part of a year is never held against a year's target."""
    outcome, why = _outcome(case)
    if outcome is None:
        return _open(why)
    if case.target.comparator == rt.BetterThanBenchmark:
        return _against_benchmark(case, outcome)
    if case.target.comparator in CHANGES or case.target.target_kind == rt.ChangeTarget:
        return _against_start(case, outcome)
    if case.target.number is None:
        return _open(Why.TARGET_IN_WORDS)
    return _against(case, outcome, case.target)


def _open(why: Why | None) -> Judgement:
    return Judgement(Verdict.CANNOT_TELL, why)


def _told(better: Better | None, *, reached: bool) -> Judgement:
    return Judgement(Verdict.REACHED if reached else Verdict.NOT_REACHED, None, better)


def _outcome(case: Case) -> tuple[Figure | None, Why | None]:
    """The one outcome of the whole year, else why there is none."""
    if case.target.year is None:
        return None, Why.NO_YEAR
    if not case.outcomes:
        return None, Why.NO_OUTCOME
    whole = [each for each in case.outcomes if not each.part_of_year]
    if not whole:
        return None, Why.PART_OF_YEAR
    told = [each for each in whole if each.number is not None]
    if not told:
        return None, Why.OUTCOME_IN_WORDS
    return (None, Why.SEVERAL) if len({(each.number, each.unit) for each in told}) > 1 else (told[0], None)


def _against(case: Case, outcome: Figure, limit: Figure) -> Judgement:
    """By a number that the target, a benchmark, or a change from before gives."""
    number, aim = in_unit_of(outcome, limit), limit.number
    if number is None or aim is None:
        return _open(Why.UNIT)
    if test := TESTS.get(limit.comparator or Iri("")):
        return _told(None, reached=test(number, aim))
    if number == aim and limit.comparator != rt.BetterThanBenchmark:
        return _told(None, reached=True)
    if case.better is None:
        return _open(Why.DIRECTION)
    return _told(case.better, reached=number > aim if case.better.way == rt.Higher else number < aim)


def _against_benchmark(case: Case, outcome: Figure) -> Judgement:
    if case.benchmark is None or case.benchmark.number is None:
        return _open(Why.NO_BENCHMARK)
    return _against(case, outcome, _limit(case.benchmark, case.benchmark.number, rt.BetterThanBenchmark))


def _against_start(case: Case, outcome: Figure) -> Judgement:
    """More or less than before, by a number or by any."""
    start, change = case.start, case.target.number
    if start is None or start.number is None:
        return _open(Why.NO_START)
    if change is None and case.target.comparator not in CHANGES:
        return _open(Why.TARGET_IN_WORDS)
    if change is None:
        return _against(case, outcome, _limit(start, start.number, CHANGES[case.target.comparator or Iri("")]))
    aim = _changed(start, case.target, _signed(case.target.comparator, change))
    if aim is None:
        return _open(Why.CHANGE)
    return _against(case, outcome, _limit(start, aim, rt.AtLeast if aim >= start.number else rt.AtMost))


def _signed(comparator: Iri | None, change: Decimal) -> Decimal:
    return -abs(change) if comparator == rt.Decrease else change


def _changed(start: Figure, target: Figure, change: Decimal) -> Decimal | None:
    """What a change by a number leads to; None where per cent of a percentage could mean either of two things."""
    if start.number is None or change == 0:
        return None
    if target.unit == Unit.PERCENT:
        return None if start.unit == Unit.PERCENT else start.number * (100 + change) / 100
    points = target.unit == rt.PercentagePoint and start.unit == Unit.PERCENT
    return start.number + change if points or start.unit == target.unit else None


def _limit(figure: Figure, number: Decimal, comparator: Iri) -> Figure:
    """A figure to be held against: another number in the same unit."""
    return Figure(
        figure.iri, figure.role, figure.year, number, figure.unit, comparator, None, figure.as_written, figure.part_of_year
    )  # fmt: skip

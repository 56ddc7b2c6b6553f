"""Judges pairs: measures by their definitions, money by what it is for, what is done and aimed at by words and theme."""

from collections.abc import Callable, Mapping

from graph.comparing.figures import judge_measures
from graph.comparing.money import is_sum, judge_money, judge_wholes, not_money_alike
from graph.comparing.sorts import COUNTED, DOINGS, FIGURED, PARTED, THEMED, Sort, sort_of
from graph.comparing.verdict import Pair, Verdict
from ontology import rt

#: What shares so much is of one theme; and so much, nearly the same.
THEMED_FROM, CLOSE_FROM = 0.2, 0.62
#: Without a common theme the words must tell more.
WORDS_ALONE = 0.4
#: How sure at most that two are worth setting side by side: of a kind, of two kinds, where one is but a risk.
OF_A_KIND, OF_TWO, RISKY = 0.95, 0.82, 0.6
LIKE: Mapping[Sort, Callable[[Pair], Verdict | None]] = {
    Sort.MEASURE: judge_measures,
    Sort.ASSUMPTION: judge_measures,
}


def judge(pair: Pair) -> Verdict | None:
    """What to say of a pair; None where nothing is worth saying."""
    here, there = sort_of(pair.here), sort_of(pair.there)
    if pair.wholes:
        return judge_wholes(pair)
    if here is None or there is None or is_sum(pair.here) or is_sum(pair.there):
        return None
    if here == there and here in LIKE:
        return LIKE[here](pair)
    if here in DOINGS and there in DOINGS:
        return _of_a_kind(pair, here, there)
    if here == there and here in PARTED:
        return judge_money(pair, here)
    if here == there:
        return _of_a_kind(pair, here, there)
    if frozenset({here, there}) in THEMED:
        return _of_two_kinds(pair, here, there)
    return not_money_alike(pair, here, there) if here in FIGURED and there in FIGURED else None


def _of_a_kind(pair: Pair, here: Sort, there: Sort) -> Verdict | None:
    if not _shares_enough(pair):
        return None
    apart = "" if here == there else _told_apart(here, there)
    most = OF_TWO if here == Sort.RISK else OF_A_KIND
    grade = rt.Close if pair.strength >= CLOSE_FROM and here != Sort.RISK else rt.SameTheme
    return Verdict(pair, grade, most, _method(pair), apart)


def _of_two_kinds(pair: Pair, here: Sort, there: Sort) -> Verdict | None:
    counted = pair.here.kind in COUNTED or pair.there.kind in COUNTED
    if counted or not _shares_enough(pair) or (not pair.themes and not pair.same_called):
        return None
    most = RISKY if Sort.RISK in (here, there) else OF_TWO
    return Verdict(pair, rt.SameTheme, most, _method(pair), _told_apart(here, there))


def _shares_enough(pair: Pair) -> bool:
    return pair.strength >= (THEMED_FROM if pair.themes else WORDS_ALONE)


def _told_apart(here: Sort, there: Sort) -> str:
    return f"Det ena är {here.value}, det andra {there.value}"


def _method(pair: Pair) -> str:
    return "+".join(
        told for told, so in (("same-theme", bool(pair.themes)), ("shared-words", bool(pair.alike.shared))) if so
    )

"""Judges two measures: the same, nearly so, or why their figures cannot be compared."""

from collections.abc import Iterable, Iterator

from graph.comparing.definition import definition, readable
from graph.comparing.verdict import Pair, Verdict
from graph.derived.items import Item
from ontology import rt

#: Measures whose names share less are not about the same.
ABOUT_THE_SAME = 0.5
#: So many words are quoted.
QUOTED = 3
#: How sure at most: of the same, of what is close, of what only looks alike.
SURE, CLOSE, NOT = 0.95, 0.88, 0.5


def judge_measures(pair: Pair) -> Verdict | None:
    """What to say of two measures: their names, forms, denominators, limits, level of organisation and parts of years."""
    if pair.words < ABOUT_THE_SAME:
        return None
    if why := "; ".join(apart(pair)):
        return Verdict(pair, rt.NotComparable, NOT, "other-definition", why)
    if pair.same_called:
        return Verdict(pair, rt.SameMeasure, SURE, "same-definition")
    only = pair.alike.only_here, pair.alike.only_there
    if not all(only):
        return Verdict(pair, rt.Close, CLOSE, "same-definition+shared-words", f"Bara den ena säger {_few(*only)}")
    return Verdict(pair, rt.NotComparable, NOT, "other-definition", f"Olika mått: {_few(only[0])} mot {_few(only[1])}")


def apart(pair: Pair) -> Iterator[str]:
    """What keeps the figures of two measures apart."""
    here, there = definition(pair.here), definition(pair.there)
    if here.form and there.form and here.form != there.form:
        yield f"Olika slags tal: {readable(here.form)} mot {readable(there.form)}"
    elif here.per and there.per and not _same_base(here.per, there.per):
        yield f"Olika nämnare: {_listed(here.per.values())} mot {_listed(there.per.values())}"
    if here.limits != there.limits:
        yield f"Olika gränser: {_listed(here.limits - there.limits)} mot {_listed(there.limits - here.limits)}"
    if (
        rt.UnitPlan in (pair.here.edition.kind, pair.there.edition.kind)
    ) and pair.here.edition.kind != pair.there.edition.kind:
        yield "Olika nivå: en enhet mot en hel förvaltning"
    if _only_parts(pair.here) != _only_parts(pair.there):
        yield "Den ena har bara tal för en del av året"
    if _better(pair.here) and _better(pair.there) and _better(pair.here) != _better(pair.there):
        yield "Det är bra att den ena stiger och den andra sjunker"


def _few(*words: tuple[str, ...]) -> str:
    return ", ".join([word for those in words for word in those][:QUOTED])


def _same_base(here: Iterable[str], there: Iterable[str]) -> bool:
    """Whether two are counted per the same: one may say more of it, "personalkostnader i hälso- och sjukvården"."""
    return any(one.startswith(other) or other.startswith(one) for one in here for other in there)


def _only_parts(item: Item) -> bool:
    told = [figure.part_of_year for figure in item.figures if figure.number is not None]
    return bool(told) and all(told)


def _better(item: Item) -> frozenset[str]:
    return frozenset(item.linked(rt.betterDirection))


def _listed(those: Iterable[str]) -> str:
    return ", ".join(sorted(those)) or "ingen"

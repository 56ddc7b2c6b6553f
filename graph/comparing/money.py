"""Judges two lines of money: the same, nearly so, or why their amounts cannot be compared."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from graph.comparing.sorts import DOINGS, MONEY, Sort
from graph.comparing.verdict import Pair, Verdict
from graph.derived.items import Item
from ontology import rt
from ontology.iri import Iri

#: What is left over when all else has a name: never the same in two regions.
REST = re.compile(r"övrig|\bgemensam|\bsärskild|\bannat\b|\bdiverse\b", re.IGNORECASE)
#: Sums are compared as wholes, not by their names.
SUM = re.compile(r"^(?:summa|totalt?|resultat)\b", re.IGNORECASE)
#: Lines whose words are so alike look the same at a glance.
LOOKS_THE_SAME = 0.58
#: Lines that share less, but one telling word, are parts of the same.
PARTLY, A_TELLING_WORD = 0.18, 0.45
#: Lines that are so much of one theme look the same too.
OF_ONE_THEME = 0.6
#: The whole frame is so many times as large as the next line.
WHOLE = Decimal("1.3")
SURE, CLOSE, NOT = 0.95, 0.85, 0.5
BY_NAME = {Sort.COST: rt.SameMeasure}


def wholes(items: Iterable[Item]) -> frozenset[Iri]:
    """The line of each plan that is its whole frame: far larger than any other that the plan allots for its year."""
    sizes: defaultdict[Iri, list[tuple[Decimal, Iri]]] = defaultdict(list)
    for item in items:
        if item.kind == rt.AllocationLine and (size := _size(item)):
            sizes[item.edition.plan].append((size, item.iri))
    largest = (sorted(those, reverse=True)[:2] for those in sizes.values() if len(those) > 1)
    return frozenset(first[1] for first, second in largest if first[0] >= WHOLE * second[0])


def _size(item: Item) -> Decimal:
    return max((abs(each.sek) for each in item.sums if each.year == item.edition.year), default=Decimal(0))


def judge_wholes(pair: Pair) -> Verdict:
    """What to say of two whole frames."""
    return Verdict(pair, rt.Close, CLOSE, "whole-frame", "Båda är hela ramen, men vad den ska räcka till skiljer sig")


def judge_money(pair: Pair, sort: Sort) -> Verdict | None:
    """What to say of two lines of one sort."""
    if pair.words < LOOKS_THE_SAME and not _telling(pair):
        return None
    rest = [bool(REST.search(item.title)) for item in (pair.here, pair.there)]
    if any(rest) and not all(rest):
        return None
    if all(rest):
        return Verdict(pair, rt.NotComparable, NOT, "same-name", "Vad en sådan rad rymmer skiljer sig mellan regioner")
    if pair.same_called:
        grade = BY_NAME.get(sort, rt.Close)
        return Verdict(pair, grade, SURE if grade == rt.SameMeasure else CLOSE, "same-name")
    return Verdict(pair, rt.NotComparable, NOT, "other-parts", "Raderna rymmer olika mycket: indelningen är en annan")


def _telling(pair: Pair) -> bool:
    """Whether the two share a word that tells much, among others: two parts of an organisation, cut in other ways."""
    return pair.words >= PARTLY and any(each.much >= A_TELLING_WORD for each in pair.alike.shared)


def not_money_alike(pair: Pair, here: Sort, there: Sort) -> Verdict | None:
    """Why two lines that look the same cannot be compared: their amounts or figures mean other things."""
    themed = (
        {here, there} <= MONEY and bool(DOINGS & {here, there}) and any(much >= OF_ONE_THEME for _, much in pair.themes)
    )
    if pair.words < LOOKS_THE_SAME and not themed:
        return None
    if {here, there} & {Sort.MEASURE, Sort.ASSUMPTION} and not pair.themes and not pair.same_name:
        return None
    why = f"{here.value[0].upper()}{here.value[1:]} kan inte jämföras med {there.value}"
    return Verdict(pair, rt.NotComparable, NOT, "other-sort", why)


def is_sum(item: Item) -> bool:
    """Whether a line is a sum of others."""
    return bool(item.linked(rt.sumOf) or SUM.match(item.title))

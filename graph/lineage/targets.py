"""Whether what is aimed at has changed: the targets of a measure, and those told in the words of other things."""

import re
from collections.abc import Iterable
from decimal import Decimal

from graph.derived.items import Figure, Item
from graph.lineage.folding import YEAR, folded
from graph.lineage.traits import Traits
from ontology import rt
from ontology.iri import Iri

NUMBER = r"(?<![\w.,])\d{1,3}(?:[  ]\d{3})+|(?<![\w.,])\d+(?:[.,]\d+)?"
PERCENT = re.compile(rf"({NUMBER})\s?(?:%|procent\b)")
#: "högst 1,2", "minst 40": a number that is a limit.
LIMIT = re.compile(rf"(?:\b(?:högst|minst|max|maximalt|mindre än|mer än|under|över)|[<>≤≥])\s{{0,3}}({NUMBER})", re.I)
AIM = re.compile(r"\b(?:del)?mål(?:et|en|nivån?|värdet?)?\b", re.I)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
#: "delmål 2" is a name, no number to reach.
NAMED_AIM = re.compile(r"\b(?:del)?mål\s{1,3}\d+\b", re.I)
COUNTED = re.compile(rf"({NUMBER})\s[a-zåäö]{{3}}", re.I)

Aim = tuple[Iri | None, Decimal | None, str]


def target_changed(earlier: Traits, later: Traits) -> bool:
    """Whether the later one aims at something else, aims no more, or has begun to."""
    one, other = earlier.item, later.item
    if one.family == rt.Measure:
        return _measure_changed(one, other)
    return one.family in (rt.Activity, rt.Assignment, rt.Goal) and aims_in(earlier).keys() != aims_in(later).keys()


def _measure_changed(earlier: Item, later: Item) -> bool:
    """Both editions' word on a year that both speak of; else each edition's word on its own year."""
    ours, theirs = _targets(earlier), _targets(later)
    if both := {year for year in ours.keys() & theirs.keys() if year is not None}:
        return any(_differ(ours[year], theirs[year]) for year in both)
    return _differ(_own(earlier, ours), _own(later, theirs))


def _targets(item: Item) -> dict[int | None, list[Figure]]:
    targets: dict[int | None, list[Figure]] = {}
    for figure in item.figures:
        if figure.role == rt.Target:
            targets.setdefault(figure.year, []).append(figure)
    return targets


def _own(item: Item, targets: dict[int | None, list[Figure]]) -> list[Figure]:
    year = item.edition.year
    return targets.get(year) or targets.get(None) or next(iter(targets.values()), [])


def _differ(earlier: Iterable[Figure], later: Iterable[Figure]) -> bool:
    return {_aim(each) for each in earlier} != {_aim(each) for each in later}


def _aim(figure: Figure) -> Aim:
    """What a target says: its number and how to compare; without either its words, numbers aside."""
    comparator = None if figure.comparator == rt.Equals else figure.comparator
    words = "" if figure.number is not None or comparator else re.sub(r"\d", "", folded(figure.as_written))
    return comparator, figure.number, words


def aims_in(thing: Traits) -> dict[str, str]:
    """The numbers in its words that it aims at, as written, by what they come to: percentages, limits, aims counted."""
    title, text = (YEAR.sub(" ", each) for each in (thing.item.title, thing.item.description))
    aims = [number for each in (title, text) for found in (PERCENT, LIMIT) for number in found.findall(each)]
    for sentence in SENTENCE.split(text):
        if AIM.search(sentence):
            aims += COUNTED.findall(NAMED_AIM.sub(" ", sentence))
    return {folded(each): each for each in aims}

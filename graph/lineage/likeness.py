"""How likely it is that a later thing carries on an earlier one, and on which grounds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, prod, sqrt

from graph.lineage.traits import Traits
from graph.lineage.words import overlap

#: How far each ground goes by itself: 1 would be certain. Found on plans of our own making.
TEXT, SAYING, NUMBER, SERVES, CONTEXT, VALUES = 0.75, 0.6, 0.45, 0.25, 0.15, 0.5
#: What is left of a likeness where the two are measured in other units, or lie under other things.
OTHER_UNIT, OTHER_CONTEXT = 0.5, 0.8
#: How alike a name is to one that has all its words and more, at the least.
CONTAINED = 0.65
#: From this likeness of all words on they count as the same words, misspelt or inflected.
SAME_WORDS = 0.85
#: From here on a thing is taken to be carried on, if its words speak for it to the degree of `WORDS`.
ENOUGH, WORDS = 0.6, 0.2


@dataclass(frozen=True)
class Likeness:
    """`score` from 0 to 1; `name` and `text` how alike the words are; `grounds` in short words, the weightiest first."""

    score: float
    name: float
    text: float
    grounds: tuple[str, ...]

    @property
    def words(self) -> float:
        """How alike the two are in words alone."""
        return max(self.name, self.text)

    @property
    def enough(self) -> bool:
        """Whether the one may carry on the other: a number alone never says so."""
        speaks = self.words >= WORDS or {"amounts", "saying"} & set(self.grounds)
        return self.score >= ENOUGH and bool(speaks)


class Weights:
    """How much a word or a piece of one tells, among the things that are compared: the rarer the more."""

    def __init__(self, things: Iterable[Traits] = ()) -> None:
        """Weigh by how many of some things have it."""
        self._seen: Counter[str] = Counter()
        self._count = 0
        self._known: dict[str, float] = {}
        self._lengths: dict[frozenset[str], float] = {}
        self.add(things)

    def add(self, things: Iterable[Traits]) -> None:
        """Weigh by more things."""
        for each in things:
            self._count += 1
            self._seen.update(each.name_grams)
            self._seen.update(each.all_stems)
            self._seen.update(each.sayings)
            self._seen[_served(each)] += 1
        self._known.clear()
        self._lengths.clear()

    def weight(self, term: str) -> float:
        """From 0 for what all have; what none has tells most."""
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = log((self._count + 1) / (self._seen[term] or 1))
        return known

    def share(self, terms: frozenset[str], among: frozenset[str]) -> float:
        """How much of some terms' weight is among others."""
        whole = sum(map(self.weight, terms))
        return sum(map(self.weight, terms & among)) / whole if whole else 0.0

    def alike(self, first: frozenset[str], second: frozenset[str]) -> float:
        """The cosine of two sets of terms."""
        shared = sum(self.weight(term) ** 2 for term in first & second)
        return shared / (self._length(first) * self._length(second)) if shared else 0.0

    def _length(self, terms: frozenset[str]) -> float:
        if terms not in self._lengths:
            self._lengths[terms] = sqrt(sum(self.weight(term) ** 2 for term in terms))
        return self._lengths[terms]

    def rarity(self, term: str) -> float:
        """1 for what at most one thing has in either edition, 0 for what all have."""
        return 1.0 if self._seen[term] <= 2 else 1 - self._seen[term] / self._count


def likeness(earlier: Traits, later: Traits, weights: Weights, kept: float = 1.0) -> Likeness:
    """How likely it is that the later one carries on the earlier one; each ground takes off some of the doubt.

    `kept` is the share of what is called the same that kept its number, too: so far a number is a hint.
    """
    name = _names_alike(earlier, later, weights)
    text = weights.alike(earlier.text_stems, later.text_stems)
    sayings = earlier.sayings & later.sayings
    grounds = {
        "title": name,
        "description": TEXT * text,
        "saying": SAYING * max(map(weights.rarity, sayings), default=0.0),
        "number": NUMBER * kept if earlier.number and earlier.number == later.number else 0.0,
        "serves": SERVES * _serves(earlier, later, weights),
        "context": CONTEXT if earlier.context & later.context else 0.0,
        "amounts": VALUES * _same_values(earlier, later),
    }
    score = 1 - prod(1 - each for each in grounds.values())
    if earlier.units and later.units and not earlier.units & later.units:
        score *= OTHER_UNIT
    if earlier.context != later.context and not earlier.context & later.context:
        score *= OTHER_CONTEXT
    told = sorted((ground for ground, each in grounds.items() if each >= 0.1), key=lambda each: -grounds[each])
    return Likeness(score, name, text, tuple(told))


def _names_alike(earlier: Traits, later: Traits, weights: Weights) -> float:
    if earlier.folded_name == later.folded_name:
        return 1.0 if earlier.folded_name else 0.0
    words = overlap(earlier.name_stems, later.name_stems, weights.weight)
    if earlier.titleless and later.titleless:
        return words
    pieces = weights.alike(earlier.name_grams, later.name_grams)
    alike = SAME_WORDS * words if words >= SAME_WORDS else (words + pieces) / 2
    short, long = sorted((earlier.name_stems, later.name_stems), key=len)
    if short and short <= long:
        alike = max(alike, CONTAINED + (1 - CONTAINED) * pieces)
    if earlier.variant_stems and later.variant_stems:
        alike *= overlap(earlier.variant_stems, later.variant_stems, weights.weight)
    return alike


def _serves(earlier: Traits, later: Traits, weights: Weights) -> float:
    """Whether both serve the same, and how rare that is."""
    if not earlier.serves or earlier.serves != later.serves:
        return 0.0
    return weights.rarity(_served(earlier))


def _served(thing: Traits) -> str:
    return "serves " + " ".join(sorted(thing.serves))


def _same_values(earlier: Traits, later: Traits) -> float:
    """The share of the roles and years that both tell of in which they tell the same."""
    both = earlier.values.keys() & later.values.keys()
    return sum(bool(earlier.values[key] & later.values[key]) for key in both) / len(both) if both else 0.0

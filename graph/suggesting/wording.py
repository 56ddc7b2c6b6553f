"""How two things are worded: how much of what the one is called the other says, word by word, the rare ones first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from graph.derived.items import Item, Items
from graph.likeness import Likeness
from graph.likeness.likeness import DESCRIPTION
from graph.likeness.terms import Term
from graph.search.words import words
from graph.suggesting.names import Name, Word, besides
from ontology import rt
from ontology.iri import Iri

#: What is called alike from so many hundredths on is called the same but for a slip of the pen.
SLIP = 90.0
#: So many letters are read of a name: enough for any plan, not for hostile ones.
MOST_NAME = 400
#: A name has no more parts that are compared each by itself.
MOST_NAMES = 6
SENTENCE = re.compile(r"[.:] (?=[A-ZÅÄÖ])")


@dataclass(frozen=True)
class Wording:
    """What a thing is called, as one key and as names, and the terms of all that is said of it.

    There are several names where a report tells a thing's parts apart, or where a name is more than one sentence.
    """

    key: str
    names: tuple[Name, ...]
    said: Mapping[str, float]


@dataclass(frozen=True)
class Alike:
    """How alike two things are called: the share of each one's name (0–1) that the other's name has, and all said of it.

    `met` are the words of the one's name that the other has in some form, with how telling they are.
    """

    here: float
    there: float
    here_in_said: float
    there_in_said: float
    same: bool
    met: Mapping[str, float]

    @property
    def named(self) -> float:
        """How alike the names are: the shares' geometric mean, 1 where they are the same."""
        return 1.0 if self.same else (self.here * self.there) ** 0.5

    @property
    def within(self) -> float:
        """How much of the one's name is in all that is said of the other, whichever is more."""
        return max(self.here_in_said, self.there_in_said)

    @property
    def shared(self) -> tuple[str, ...]:
        """The words that meet, as the one has them, the most telling first."""
        return tuple(sorted(self.met, key=lambda written: (-self.met[written], written)))


def same(met: Mapping[str, float]) -> Alike:
    """Two things called the same, in some words."""
    return Alike(here=1.0, there=1.0, here_in_said=1.0, there_in_said=1.0, same=True, met=met)


class Wordings:
    """The wordings of some things, their words weighed by a likeness."""

    def __init__(self, items: Items, likeness: Likeness) -> None:
        """Read what reports say of things along with the things themselves."""
        self._likeness = likeness
        self._reports: defaultdict[Iri, list[Item]] = defaultdict(list)
        for item in items.all:
            for of in item.linked(rt.reportsOn):
                self._reports[of].append(item)
        self._read: dict[Iri, Wording] = {}
        self.rarity = lru_cache(None)(likeness.rarity)

    def of(self, item: Item) -> Wording:
        """The wording of a thing."""
        if item.iri not in self._read:
            self._read[item.iri] = self._wording(item)
        return self._read[item.iri]

    def alike(self, here: Item, there: Item) -> Alike:
        """How alike two things are called; of several names that which is most alike."""
        ours, theirs = self.of(here), self.of(there)
        if ours.key and ours.key == theirs.key:
            return same({word.written: word.weight for word in ours.names[0].words})
        compared = (self._compared(name, other, ours, theirs) for name in ours.names for other in theirs.names)
        return max(compared, key=lambda each: (each.named, each.within))

    def _compared(self, name: Name, other: Name, ours: Wording, theirs: Wording) -> Alike:
        met = self._met(name, other.terms)
        return Alike(
            here=name.share(met),
            there=other.share(self._met(other, name.terms)),
            here_in_said=name.share(self._met(name, theirs.said)),
            there_in_said=other.share(self._met(other, ours.said)),
            same=_same(ours.key, theirs.key),
            met=met,
        )

    def _met(self, name: Name, said: Mapping[str, float]) -> dict[str, float]:
        """How telling each word of a name is that has a term among some."""
        met: dict[str, float] = {}
        for word in name.words:
            for term, own in word.terms.items():
                if term in said and (much := self.rarity(term) * min(own, said[term])) > met.get(word.written, 0.0):
                    met[word.written] = much
        return met

    def _wording(self, item: Item) -> Wording:
        reports = self._reports.get(item.iri, [])
        name = called(item)[:MOST_NAME]
        parts = [text for report in reports for text in report.texts] if len(reports) > 1 else []
        names = dict.fromkeys((name, SENTENCE.split(name)[0], *parts))
        read = tuple(Name(self._words(text[:MOST_NAME], item.edition.region)) for text in [*names][:MOST_NAMES])
        return Wording(key=" ".join(words(name)), names=read, said=self._said((item, *reports), read[0]))

    def _said(self, items: Iterable[Item], name: Name) -> dict[str, float]:
        """The terms of a name and of all that is said, a word of a description as strongly as one of the name."""
        said = dict(name.terms)
        for item in items:
            for term in self._likeness.words(item).values():
                said[term.name] = max(said.get(term.name, 0.0), min(1.0, term.weight / DESCRIPTION))
        return said

    def _words(self, text: str, region: str) -> tuple[Word, ...]:
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._likeness.text(text, region).values():
            found[term.written].append(term)
        more: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for name, written in besides(text):
            more[written] |= {name: 1.0} | {term.name: term.weight for term in found.pop(name, ())}
        return tuple(self._word(written, terms, more.get(written, {})) for written, terms in found.items())

    def _word(self, written: str, terms: list[Term], more: Mapping[str, float]) -> Word:
        """A word by its terms; what it can be found by besides makes it no more telling."""
        weight = max(self.rarity(term.name) * term.weight for term in terms)
        return Word(written, weight, {**more, **{term.name: term.weight for term in terms}})


def called(item: Item) -> str:
    """What a thing is called: its title and variant, else what it says; "" for what is only referred to by its number."""
    return " ".join(part for part in (item.title or item.description, item.variant) if part)


def _same(ours: str, theirs: str) -> bool:
    """Whether two keys are the same but for a slip of the pen; a number is no slip."""
    return bool(ours) and fuzz.ratio(ours, theirs) >= SLIP and _numbers(ours) == _numbers(theirs)


def _numbers(key: str) -> list[str]:
    return [word for word in key.split() if any(letter.isdecimal() for letter in word)]

"""How alike the wording of two things is: each word of what a thing is called is sought in what the other says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.derived.items import Item
from graph.likeness import Likeness
from graph.search.index import name_of
from graph.search.words import kin

#: How much a word counts that stands in a description, not in what a thing is called.
BODY = 0.6
#: How much the better covered of two wordings counts.
BETTER = 0.6
#: A word is called so by another whose parts are so much of it.
ENOUGH_PARTS = 0.65
#: A word that tells less is none that sets apart.
TELLING = 0.12
#: What says in which form something is measured says nothing of what: "beläggningsgrad" is "beläggning".
FORM = re.compile(r"(?:grad|andel|index|tal)(?:en|et)?$")
#: What measures are of everywhere sets none apart.
GENERAL = re.compile(
    r"^(?:andel|antal|grad|invånare|patient|person|procent|län|region|förvaltning|exkl)", re.IGNORECASE
)
#: What is called by its description is called by so many signs of it.
CALLED = 240


@dataclass(frozen=True)
class Word:
    """A word as written, and what it has in common with others: roots, parts, kin.

    `terms` says how telling each is, `parts` how much of the word it is.
    """

    written: str
    terms: Mapping[str, float]
    parts: Mapping[str, float]

    @cached_property
    def telling(self) -> float:
        """How telling the word is."""
        return max(self.terms.values())


@dataclass(frozen=True)
class Wording:
    """What a thing is called and what is said of it, as words."""

    called: tuple[Word, ...]
    said: tuple[Word, ...]

    @cached_property
    def has(self) -> Mapping[str, tuple[float, Word]]:
        """The strongest word for each term: those of the description are weaker."""
        found: dict[str, tuple[float, Word]] = {}
        for words, much in ((self.called, 1.0), (self.said, BODY)):
            for word in words:
                for name, strength in word.terms.items():
                    if name not in found or found[name][0] < strength * much:
                        found[name] = strength * much, word
        return found

    @cached_property
    def names(self) -> Mapping[str, float]:
        """The terms that it is called by, and how much of a word each is."""
        found: dict[str, float] = {}
        for word in self.called:
            for name, much in word.parts.items():
                found[name] = max(much, found.get(name, 0.0))
        return found

    @cached_property
    def total(self) -> float:
        """How telling the words that it is called by are together."""
        return sum(word.telling for word in self.called)


@dataclass(frozen=True)
class Shared:
    """A word of the one that the other has too, in that or another form: how much it tells."""

    here: str
    there: str
    much: float

    @property
    def written(self) -> str:
        """The word, or both where they differ."""
        return self.here if self.here == self.there else f"{self.here}/{self.there}"


@dataclass(frozen=True)
class Alike:
    """How alike two wordings are: what of the one is found in the other, and back."""

    here: Wording
    there: Wording
    forth: tuple[Shared, ...]
    back: tuple[Shared, ...]

    @cached_property
    def score(self) -> float:
        """How much of each is found in the other, the better covered one counting more; the same from either side."""
        ratios = _ratio(self.forth, self.here), _ratio(self.back, self.there)
        return min(1.0, BETTER * max(ratios) + (1 - BETTER) * min(ratios))

    @cached_property
    def much(self) -> float:
        """How telling what they share is together."""
        return max(sum(each.much for each in those) for those in (self.forth, self.back))

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """What they share, each word once, the most telling first."""
        return tuple(_each_once(self.forth, self.back))

    @cached_property
    def only_here(self) -> tuple[str, ...]:
        """The telling words that only the one is called by."""
        return tuple(_only(self.here, self.there))

    @cached_property
    def only_there(self) -> tuple[str, ...]:
        """The telling words that only the other is called by."""
        return tuple(_only(self.there, self.here))


class Wordings:
    """The wordings of items, read once each."""

    def __init__(self, likeness: Likeness) -> None:
        """Read them by the words of all items."""
        self._likeness = likeness
        self._read: dict[str, Wording] = {}

    def of(self, item: Item) -> Wording:
        """The wording of an item."""
        if item.iri not in self._read:
            self._read[item.iri] = self._wording(item)
        return self._read[item.iri]

    def alike(self, here: Item, there: Item) -> Alike:
        """How alike two items are in their wording."""
        ours, theirs = self.of(here), self.of(there)
        return Alike(ours, theirs, tuple(_found(ours, theirs)), tuple(_found(theirs, ours)))

    def _wording(self, item: Item) -> Wording:
        called = " ".join(text for text in (item.title, item.variant) if text)
        text = called or item.description[:CALLED] or item.label
        return Wording(self._words(text, item), self._words(item.description if called else "", item))

    def _words(self, text: str, item: Item) -> tuple[Word, ...]:
        parts: dict[str, dict[str, float]] = {}
        for term in self._likeness.text(text, item.edition.region).values():
            parts.setdefault(term.written, {})[term.name] = term.weight
        return tuple(Word(written, self._telling(those), those) for written, those in parts.items())

    def _telling(self, parts: Mapping[str, float]) -> dict[str, float]:
        return {name: much * self._likeness.rarity(name) for name, much in parts.items()}


def _found(ours: Wording, theirs: Wording) -> Iterator[Shared]:
    """The words that one is called by and the other has, by the strongest of what each has in common with it."""
    for word in ours.called:
        common = word.terms.keys() & theirs.has.keys()
        much, name = max(((min(word.terms[name], theirs.has[name][0]), name) for name in common), default=(0.0, ""))
        if much:
            yield Shared(word.written, theirs.has[name][1].written, much)


def _only(ours: Wording, theirs: Wording) -> Iterator[str]:
    """The telling words that one is called by and the other, in no like form, is not."""
    for word in ours.called:
        phrase = " " in word.written  # of words that count by themselves
        if word.telling >= TELLING and not (phrase or GENERAL.search(word.written) or _called_so(word, theirs)):
            yield word.written


def _called_so(word: Word, other: Wording) -> bool:
    """Whether another is called by a word: it, one that it is a part of, one with the same parts, or kin of it."""
    common = word.parts.keys() & other.names.keys()
    if any(word.parts[name] >= 1 or _kin(name) for name in common) or (common and FORM.search(word.written)):
        return True
    own = (name for name in common if not name.startswith("≈"))
    return sum(min(word.parts[name], other.names[name]) for name in own) >= ENOUGH_PARTS


def _kin(name: str) -> bool:
    """Whether a term is of words that mean about the same, not only of one theme."""
    return name.removeprefix("≈") in kin() and name.startswith("≈")


def _ratio(found: Sequence[Shared], wording: Wording) -> float:
    return sum(each.much for each in found) / wording.total if wording.total else 0.0


def _each_once(forth: Sequence[Shared], back: Sequence[Shared]) -> Iterator[Shared]:
    turned = (Shared(each.there, each.here, each.much) for each in back)
    seen: set[str] = set()
    for each in sorted((*forth, *turned), key=lambda each: (-each.much, each.here, each.there)):
        if each.here not in seen and each.there not in seen:
            yield each
        seen |= {each.here, each.there}


def name(item: Item) -> str:
    """What a thing is called, but for inflection and signs."""
    return name_of(" ".join(text for text in (item.title, item.variant) if text) or item.description or item.label)

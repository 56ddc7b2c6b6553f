"""What things are called, word by word, and what words can be found by besides: initials, parts of words with hyphens."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.search.words import HYPHENED, words

#: Initials count before a year, as in "HoS29" for "hälso- och sjukvård 2029": of so many words.
INITIALS = range(2, 5)
SHORT_YEAR = re.compile(r"([a-zåäö]{2,4})((?:20)?\d\d)")


@dataclass(frozen=True)
class Word:
    """A word as written: how telling its most telling term is, and its terms with how strongly each is the word's own."""

    written: str
    weight: float
    terms: Mapping[str, float]


class Name:
    """What a thing is called, word by word; `terms` are those of all words, `weight` is how telling all are together."""

    def __init__(self, words: Iterable[Word]) -> None:
        """A name of some words."""
        self.words = tuple(words)
        self.terms = _terms(self.words)
        self.weight = sum(word.weight for word in self.words)

    def share(self, met: Mapping[str, float]) -> float:
        """The share of its telling words that are met, 0–1."""
        return min(1.0, sum(met.values()) / self.weight) if self.weight else 0.0


def besides(text: str) -> Iterator[tuple[str, str]]:
    """What some words of a text can be found by besides, and the words."""
    yield from _initials(words(text))
    yield from _hyphened(text)


def _initials(told: list[str]) -> Iterator[tuple[str, str]]:
    """The initials of the words before a year, with the year's last two figures ("hos29"), and the last of the words.

    A word that is such initials is its own: "HoS2029" is "hos29".
    """
    for at, word in enumerate(told):
        if word.isdecimal() and len(word) == 4 and word.startswith("20"):
            for many in INITIALS:
                if at >= many:
                    before = told[at - many : at]
                    yield "".join(each[0] for each in before) + word[2:], before[-1]
        elif short := SHORT_YEAR.fullmatch(word):
            yield short[1] + short[2][-2:], word


def _hyphened(text: str) -> Iterator[tuple[str, str]]:
    """What words with hyphens in them are without ("drgpoäng"), and their last part, which they are then found by."""
    for found in HYPHENED.finditer(text):
        parts = words(found[0])
        yield "".join(parts), parts[-1]


def _terms(name: Iterable[Word]) -> dict[str, float]:
    """The terms of words, each as strongly as any word has it."""
    found: dict[str, float] = {}
    for word in name:
        for term, own in word.terms.items():
            found[term] = max(own, found.get(term, 0.0))
    return found

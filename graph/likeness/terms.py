"""The terms of a text: roots of its words, of parts of compounds, of what abbreviations stand for, and its themes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from graph.likeness.abbreviations import known, spelled_out
from graph.likeness.compounds import Compounds, Part
from graph.likeness.lexicon import stop_words
from graph.likeness.phrases import Phrases
from graph.likeness.roots import root
from graph.likeness.slips import slips
from graph.likeness.themes import theme_phrases, theme_words
from graph.search.words import joined, words

#: How much a term weighs that is a part of a word, its parts' part, its theme, in an abbreviation's long form.
PART, DEEPER, THEME, LONG_FORM = 0.6, 0.35, 0.75, 0.7
#: A number is a term of its own from so many figures on, "1/1100", unless it is a year.
NUMBER, YEARS = 3, range(1990, 2060)
NONE = Phrases(())
#: So many texts are kept read: a plan says much of what the one before it said.
MOST_READ = 20_000
#: Where something is, "i Köping", and words in small letters, which are no names.
PLACE = re.compile(r"\b(?:i|till|från)\s([A-ZÅÄÖ][a-zåäöé]{2,40})\b")
SMALL = re.compile(r"\b[a-zåäöé]{3,60}\b")


@dataclass(frozen=True)
class Term:
    """A term of a text: how much it is the text's own (1 for a whole word), and the word as written that gave it."""

    name: str
    weight: float
    written: str


class Terms:
    """Reads the terms of texts by the words and abbreviations that all of them have."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Learn from texts, each with the name of what it is from: an abbreviation is spelled out for its own only."""
        counts: Counter[str] = Counter()
        places: set[str] = set()
        small: set[str] = set()
        by_source: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for source, text in texts:
            if text not in by_source[source]:
                by_source[source][text] = None
                counts.update(words(text))
                places.update(PLACE.findall(text))
                small.update(SMALL.findall(text))
        self.places = frozenset(root(place.lower()) for place in places if place.lower() not in small)
        self._slips = slips(counts)
        self._compounds = Compounds(counts)
        self._long = {source: {**known(), **spelled_out(texts)} for source, texts in by_source.items()}
        self._long_forms = {
            source: Phrases((text, short) for short, text in long.items()) for source, long in self._long.items()
        }

        self.of = lru_cache(MOST_READ)(self._of)

    def _of(self, text: str, source: str = "") -> Mapping[str, Term]:
        """The terms of a text by their names, each as strongly as any of its words gives it."""
        found: dict[str, Term] = {}
        for term in self._all(text, source):
            if term.name not in found or found[term.name].weight < term.weight:
                found[term.name] = term
        return MappingProxyType(found)

    def _all(self, text: str, source: str) -> Iterator[Term]:
        told = [self._slips.get(word, word) for word in words(text) if tells(word)]
        for word in dict.fromkeys((*told, *joined(text))):
            yield from self._of_word(word)
            yield from self._of_long_form(content(self._long.get(source, known()).get(word, "")), word)
        for short, written in self._long_forms.get(source, NONE).found(told):
            yield Term(root(short), 1.0, written)
        for theme, written in theme_phrases().found(told):
            yield Term(f"≈{theme}", THEME, written)

    def _of_word(self, word: str) -> Iterator[Term]:
        for part in self._in(word):
            yield Term(part.root, _weight(part), word)
            for theme in theme_words().get(root(part.letters), ()):
                yield Term(f"≈{theme}", THEME * _weight(part), word)

    def _of_long_form(self, long: list[str], short: str) -> Iterator[Term]:
        """The terms of what an abbreviation stands for; it is of a theme only as a whole."""
        for part in (each for word in long for each in self._in(word)):
            yield Term(part.root, LONG_FORM * _weight(part), short)
        for theme, _ in theme_phrases().found(long):
            yield Term(f"≈{theme}", LONG_FORM * THEME, short)

    def _in(self, word: str) -> tuple[Part, ...]:
        """A word and its parts."""
        return Part(root(word), word, 0), *self._compounds.parts(word)


def content(text: str) -> list[str]:
    """The words of a text that tell something."""
    return [word for word in words(text) if tells(word)]


def tells(word: str) -> bool:
    """Whether a word tells something: no stop word, no single letter, no short number, no year."""
    if word.isdecimal():
        return len(word) >= NUMBER and int(word) not in YEARS
    return len(word) > 1 and word not in stop_words()


def _weight(part: Part) -> float:
    return (1.0, PART, DEEPER)[min(part.depth, 2)]

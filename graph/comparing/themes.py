"""What things are about: the themes of `themes.toml`, in whatever words."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log2
from pathlib import Path

from graph.comparing.wording import Word, Wording, Wordings
from graph.derived.items import Item
from graph.likeness.roots import root
from graph.search.words import words

THEMES = Path(__file__).with_name("themes.toml")
#: How much a theme weighs that only a description speaks of.
BODY = 0.5
#: How much one weighs at least that it is called by, among many other words.
AT_LEAST = 0.55
#: A theme that a plan speaks of 2^6 times tells half as much as one that it speaks of once.
HALVED = 6


class Themes:
    """The themes of items, and how telling each is in its plan."""

    def __init__(self, items: Iterable[Item], wordings: Wordings) -> None:
        """Read them all: a theme tells less the more things of a plan are about it."""
        self._themes = {item.iri: found(wordings.of(item)) for item in items}
        self._many = Counter(
            (item.edition.plan, theme)
            for item in items
            for theme, much in self._themes[item.iri].items()
            if much > BODY
        )

    def of(self, item: Item) -> Mapping[str, float]:
        """The themes of an item, each with its weight: up to 1."""
        return self._themes[item.iri]

    def shared(self, here: Item, there: Item) -> tuple[tuple[str, float], ...]:
        """The themes of both and how much each tells (0–1), the most telling first."""
        ours, theirs = self.of(here), self.of(there)
        both = (
            (theme, ours[theme] * theirs[theme] * min(self._telling(here, theme), self._telling(there, theme)))
            for theme in ours.keys() & theirs.keys()
        )
        return tuple(sorted(both, key=lambda each: (-each[1], each[0])))

    def _telling(self, item: Item, theme: str) -> float:
        return 1 / (1 + log2(max(1, self._many[item.edition.plan, theme])) / HALVED)


def found(wording: Wording) -> Mapping[str, float]:
    """The themes of a wording: up to 1 for those it is called by (the less the more else it is called), else BODY."""
    called, said = _roots(wording.called), _roots(wording.said)
    themes = {theme: BODY for theme, _ in _of(called | said)}
    for theme, needed in _of(called):
        themes[theme] = max(themes.get(theme, 0.0), min(1.0, AT_LEAST + _share(needed, wording)))
    return dict(sorted(themes.items()))


@cache
def entries() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """By the root of their first word: the roots that a thing of a theme has, and the theme."""
    by_first: defaultdict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for theme, texts in tomllib.loads(THEMES.read_text("utf-8")).items():
        for text in texts:
            roots = [root(word) for word in words(text)]
            by_first[roots[0]].append((frozenset(roots), theme))
    return {first: tuple(those) for first, those in by_first.items()}


def _of(roots: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The themes whose words are all among some roots, and those words."""
    for first in roots & entries().keys():
        yield from ((theme, needed) for needed, theme in entries()[first] if needed <= roots)


def _share(needed: frozenset[str], wording: Wording) -> float:
    """How much of what a thing is called by is of these words."""
    told = sum(word.telling for word in wording.called if not needed.isdisjoint(word.terms))
    return told / wording.total if wording.total else 0.0


def _roots(those: Iterable[Word]) -> frozenset[str]:
    """The roots of words and of their parts; a word that is of a theme as a whole is not of its parts' themes."""
    return frozenset(name for word in those for name in _roots_of(word))


def _roots_of(word: Word) -> Iterable[str]:
    whole = [name for name, much in word.parts.items() if much >= 1]
    if any(needed == {name} for name in whole for needed, _ in entries().get(name, ())):
        return whole
    return [name for name in word.parts if not name.startswith("≈")]

"""The themes that words and set phrases speak of: "hyrbemanning" and "inhyrd personal" of the same."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from graph.likeness.lexicon import weak_roots
from graph.likeness.phrases import Phrases
from graph.likeness.roots import root
from graph.search.words import kin, words

THEMES = Path(__file__).with_name("themes.toml")


@cache
def theme_words() -> Mapping[str, tuple[str, ...]]:
    """The themes of single words, by their roots; what search holds for kin is a theme too, if it is telling."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for theme, word in _told():
        if " " not in word:
            found[root(word)][theme] = None
    for word, kindred in kin().items():
        if weak_roots().isdisjoint(map(root, kindred)):
            found[root(word)][min(kindred)] = None
    return {word: tuple(themes) for word, themes in found.items()}


@cache
def theme_phrases() -> Phrases:
    """The set phrases and their themes."""
    return Phrases((word, theme) for theme, word in _told() if " " in word)


def _told() -> Iterator[tuple[str, str]]:
    for theme, listed in tomllib.loads(THEMES.read_text("utf-8")).items():
        yield from ((theme, " ".join(words(word))) for word in listed)

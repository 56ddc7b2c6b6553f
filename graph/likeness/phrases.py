"""Set phrases found in running words, whatever their inflection."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.likeness.lexicon import stop_words
from graph.likeness.roots import root
from graph.search.words import words


class Phrases:
    """Phrases of several words and what each stands for."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """Take phrases, each with what it stands for; one that has a single telling word is none."""
        self._meanings: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase, meaning in meanings:
            roots = tuple(root(word) for word in words(phrase) if word not in stop_words())
            if len(roots) > 1:
                self._meanings[roots[0]].append((roots, meaning))

    def found(self, told: Sequence[str]) -> Iterator[tuple[str, str]]:
        """What the phrases among some words (without stop words) stand for, with the phrase as it was written."""
        roots = [root(word) for word in told]
        for at, first in enumerate(roots):
            for phrase, meaning in self._meanings.get(first, ()):
                if tuple(roots[at : at + len(phrase)]) == phrase:
                    yield meaning, " ".join(told[at : at + len(phrase)])

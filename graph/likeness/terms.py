"""The terms of a text: roots of its words, of parts of compounds, of what abbreviations stand for, and kinds of kin."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.likeness.abbreviations import known, spelled_out
from graph.likeness.compounds import Compounds
from graph.likeness.lexicon import stop_words
from graph.likeness.roots import root
from graph.search.words import joined, kin, stem, words

#: How much a term weighs that is a part of a word, its parts' part, a kind of kin, in an abbreviation's long form.
PART, DEEPER, KIN, LONG_FORM = 0.6, 0.35, 0.6, 0.7
#: A number is a term of its own from so many figures on, "1/1100", unless it is a year.
NUMBER, YEARS = 3, range(1990, 2060)


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
        by_source: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for source, text in texts:
            if text not in by_source[source]:
                by_source[source][text] = None
                counts.update(words(text))
        self._compounds = Compounds(counts)
        self._long = {source: {**known(), **spelled_out(texts)} for source, texts in by_source.items()}
        self._phrases = {source: _phrases(long) for source, long in self._long.items()}

    def of(self, text: str, source: str = "") -> dict[str, Term]:
        """The terms of a text by their names, each as strongly as any of its words gives it."""
        found: dict[str, Term] = {}
        for term in self._all(text, source):
            if term.name not in found or found[term.name].weight < term.weight:
                found[term.name] = term
        return found

    def _all(self, text: str, source: str) -> Iterator[Term]:
        told = [word for word in words(text) if tells(word)]
        for word in dict.fromkeys((*told, *joined(text))):
            yield from self._of_word(word, word, 1.0)
            for other in content(self._long.get(source, known()).get(word, "")):
                yield from self._of_word(other, word, LONG_FORM)
        yield from self._abbreviated(told, source)

    def _of_word(self, word: str, written: str, weight: float) -> Iterator[Term]:
        yield Term(root(word), weight, written)
        yield from _kin(word, written, weight)
        for part in self._compounds.parts(word):
            much = weight * (PART if part.depth == 1 else DEEPER)
            yield Term(part.root, much, written)
            yield from _kin(part.letters, written, much)

    def _abbreviated(self, told: list[str], source: str) -> Iterator[Term]:
        """The abbreviations whose long forms stand in a text."""
        phrases, roots = self._phrases.get(source, {}), [root(word) for word in told]
        for at, first in enumerate(roots):
            for phrase, short in phrases.get(first, ()):
                if tuple(roots[at : at + len(phrase)]) == phrase:
                    yield Term(root(short), 1.0, " ".join(told[at : at + len(phrase)]))


def content(text: str) -> list[str]:
    """The words of a text that tell something."""
    return [word for word in words(text) if tells(word)]


def tells(word: str) -> bool:
    """Whether a word tells something: no stop word, no single letter, no short number, no year."""
    if word.isdecimal():
        return len(word) >= NUMBER and int(word) not in YEARS
    return len(word) > 1 and word not in stop_words()


def _kin(word: str, written: str, weight: float) -> Iterator[Term]:
    if kindred := kin().get(stem(word)):
        yield Term(f"≈{min(kindred)}", KIN * weight, written)


def _phrases(long: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The long forms of several words, as roots, and their abbreviations, by their first roots."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for short, text in long.items():
        phrase = tuple(map(root, content(text)))
        if len(phrase) > 1:
            found[phrase[0]].append((phrase, short))
    return dict(found)

"""Swedish compounds split into their parts by the words that the texts themselves use, and some that health care does."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log

from graph.likeness.lexicon import first_parts, parts_known, stop_words, weak_roots
from graph.likeness.roots import root

#: A first part, a last part and a compound have no fewer letters; what has more is no word.
FIRST, LAST, COMPOUND, LONGEST = 3, 4, 7, 45
#: Letters that join two parts: "vårdplatssatsning", "kvinnosjukvård"; none is tried first.
JOINTS = ("", "s", "o", "e")
#: A root has the first letters of its word: so many are looked at before the word is made a root.
BEGINNING = 3
MOST_SPLIT = 100_000


@dataclass(frozen=True)
class Part:
    """A part of a compound: its root ("hyr-" where it only begins words), its letters, how deep in the compound."""

    root: str
    letters: str
    depth: int = 1


class Compounds:
    """Splits the compounds of some texts."""

    def __init__(self, counts: Counter[str]) -> None:
        """Split by the words of texts, each with the number of times it stands there."""
        self._counts: Counter[str] = Counter(dict.fromkeys(parts_known(), 1))
        self._words = frozenset(counts)
        for word, count in counts.items():
            if word not in stop_words() and not word.isdecimal():
                self._counts[root(word)] += count
        self._beginnings = frozenset(known[:BEGINNING] for known in self._counts)
        self.parts = lru_cache(MOST_SPLIT)(self._parts)

    def _parts(self, word: str) -> tuple[Part, ...]:
        """The parts of a word and theirs, () where it is no compound or one that means more or less than its parts.

        Where it can be split at several places the split is that whose parts are the commonest and longest.
        """
        if not COMPOUND <= len(word) <= LONGEST or root(word) in parts_known() | weak_roots():
            return ()
        splits = [split for at in range(FIRST, len(word) - LAST + 1) if (split := self._split(word[:at], word[at:]))]
        if not splits:
            return ()
        two = max(splits, key=self._weight)
        deeper = (Part(each.root, each.letters, each.depth + 1) for part in two for each in self.parts(part.letters))
        return (*two, *deeper)

    def _split(self, head: str, tail: str) -> tuple[Part, ...]:
        if tail[:BEGINNING] not in self._beginnings or tail in stop_words() or not self._last(tail):
            return ()
        for joint in JOINTS:
            if head.endswith(joint) and (first := self._first(head.removesuffix(joint))):
                return first, Part(root(tail), tail)
        return ()

    def _last(self, tail: str) -> bool:
        """Whether a word ends compounds: one whose root is long enough to be no chance, or that stands as it is."""
        return root(tail) in self._counts and (len(root(tail)) >= LAST or tail in self._words)

    def _first(self, word: str) -> Part | None:
        """A word as what begins a compound; None where it is no word."""
        if word in first_parts():
            return Part(f"{word}-", word)
        known = len(word) >= FIRST and word not in stop_words() and (root(word) in self._counts or self.parts(word))
        return Part(root(word), word) if known else None

    def _weight(self, split: tuple[Part, ...]) -> tuple[float, int]:
        common = sum(log(1 + self._counts[part.root]) for part in split)
        return common + min(len(part.letters) for part in split), len(split[-1].letters)

"""Column words spelled out, to be found at a position of squeezed text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.words.clean import letters
from loaders.words.phrases import UNIT, squeezed_pattern, ways
from loaders.words.vocabulary import ColumnWord

#: What may follow a column's word: its unit and its year, in either order.
TAIL = re.compile(rf"(?P<unit>{UNIT})?(?:år(?=\d))?(?P<year>(?:19|20)\d\d)?(?P<unit_behind>{UNIT})?")
#: A part of a year: "tomaug", "janaug", "delår2", "tertial1".
MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]{0,6}"
PART = rf"(?:ack(?:umulerat)?|per|tom|tillochmed)?(?:delår\d?|tertial\d?|t\d|q\d|kv(?:artal)?\d|(?:\d\d?)?{MONTH}(?:{MONTH})?)"
#: The same of a whole cell, in which a part of the year may be told and a per cent sign be the unit, too.
WHOLE = re.compile(
    rf"(?P<unit>{UNIT}|i?%)?(?:{PART})?(?:år(?=\d))?(?P<year>(?:19|20)\d\d)?(?:0[1-9]|1[0-2])?(?:{PART})?(?P<unit_behind>{UNIT}|i?%)?"
)
#: A year before a column's word: "2025 utfall".
YEAR_BEFORE = re.compile(r"(?:år)?(?P<year>(?:19|20)\d\d)(?=[a-zåäö])")
#: Words are found by their first letters.
PREFIX = 2
#: None is longer than this, squeezed.
LONGEST = 60


@dataclass(frozen=True)
class Told:
    """What a column's head tells: its meaning, its unit and its year."""

    meaning: str
    unit: str | None = None
    year: int | None = None


class Lexicon:
    """Column words, found at a position of squeezed text."""

    def __init__(self, words: Sequence[ColumnWord]) -> None:
        """The words; they are spelled out once."""
        self.words = tuple(words)

    @cached_property
    def spelled(self) -> tuple[dict[str, ColumnWord], tuple[tuple[re.Pattern[str], ColumnWord], ...]]:
        """The words whose spelling is always the same, by it, and the patterns of the others."""
        plain: dict[str, ColumnWord] = {}
        patterns = dict[str, ColumnWord]()
        for word in self.words:
            for spelling in (each for phrase in word.phrases for each in ways(phrase)):
                if spelling.startswith("re:") or "{" in spelling:
                    patterns.setdefault(squeezed_pattern(spelling), word)
                else:
                    plain.setdefault(letters(spelling), word)
        return plain, tuple((re.compile(pattern), word) for pattern, word in patterns.items())

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the words are that begin with some letters, the longest first."""
        found: dict[str, set[int]] = {}
        for text in self.spelled[0]:
            found.setdefault(text[:PREFIX], set()).add(len(text))
        return {prefix: tuple(sorted(lengths, reverse=True)) for prefix, lengths in found.items()}

    @cached_property
    def beginning(self) -> re.Pattern[str]:
        """What a word may begin with."""
        starts = [*map(re.escape, self.lengths), *(pattern.pattern for pattern, _ in self.spelled[1])]
        return re.compile(f"(?={'|'.join(starts)})")

    def longest(self, text: str, at: int) -> tuple[int, ColumnWord] | None:
        """Where the longest word that stands at a position ends, and which it is; of equals the one that needs a year."""
        if not self.beginning.match(text, at):
            return None
        plain, patterns = self.spelled
        matches = ((match.end(), word) for pattern, word in patterns if (match := pattern.match(text, at)))
        best = max(matches, key=lambda pair: pair[0], default=None)
        for length in (*self.lengths.get(text[at : at + PREFIX], ()), *self.lengths.get(text[at : at + 1], ())):
            if best and best[0] >= at + length:
                return best
            if (word := plain.get(found := text[at : at + length])) and len(found) == length:
                return at + length, word
        return best

    def first(self, text: str, start: int, until: int) -> int | None:
        """The first position from one on, before another, at which a word stands."""
        for match in self.beginning.finditer(text, start, until + LONGEST):
            if match.start() < until and self.longest(text, match.start()):
                return match.start()
        return None

    def whole(self, text: str) -> Told | None:
        """What a text tells that is nothing but the head of a column; a year may stand before its word, too."""
        before = YEAR_BEFORE.match(text)
        for start, year in ((0, None), (before.end(), before["year"])) if before else ((0, None),):
            match = self.longest(text, start)
            tail = WHOLE.fullmatch(text, match[0]) if match else None
            if match and tail:
                told = tail["year"] or year
                return Told(match[1].meaning, tail["unit"] or tail["unit_behind"], int(told) if told else None)
        return None


def tail_of(text: str, at: int) -> re.Match[str]:
    """The unit and year that stand behind a column's word."""
    tail = TAIL.match(text, at)
    assert tail is not None
    return tail

"""The words of columns and headings, as `vocabulary.toml` lists them: how they may be spelled, and where they stand."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from loaders.words.clean import letters

FILE = Path(__file__).with_name("vocabulary.toml")
#: What is written in a phrase for something that is not always the same, and its pattern in squeezed text.
YEAR = r"(?:år)?(?:19|20)\d\d"
UNIT = r"i?(?:mnkr|mkr|mdkr|tkr|procent|miljonerkr(?:onor)?|kr(?![a-zåäö]))"
PLACEHOLDERS = {
    "{år}": YEAR,
    "{år-månad}": r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?!\d)",
    "{år-nästa}": "(?:" + "|".join(f"(?:20)?{year:02}(?:20)?{year + 1:02}" for year in range(99)) + ")",
    "{år-år}": r"(?:20\d\d){2}",
    "{siffra}": r"\d",
    "{tal}": r"\d{1,4}",
}
#: A year that has to stand right behind, perhaps with a unit between.
YEAR_BEHIND = rf"(?=(?:{UNIT})?{YEAR})"
#: What may be there, or one of which must be: "(er)", "[plan|punkt]".
CHOICE = re.compile(r"\((?P<may>[^()\[\]]*)\)|\[(?P<must>[^()\[\]]*)\]")
#: Words are found by their first letters.
PREFIX = 2
#: None is longer than this, squeezed.
LONGEST = 60


@dataclass(frozen=True)
class ColumnWord:
    """What a column means and the phrases that say so.

    A year right behind the words of a `timeless` column is another column's head.
    """

    meaning: str
    phrases: tuple[str, ...]
    timeless: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The words of all families of tables by their names, and those of sections."""

    tables: Mapping[str, tuple[ColumnWord, ...]]

    @classmethod
    def read(cls, path: Path) -> "Vocabulary":
        """The vocabulary in a file."""
        told = tomllib.loads(path.read_text("utf-8"))
        return cls({name: as_words(listed) for name, listed in told["columns"].items()})


def as_words(listed: Mapping[str, list[str]]) -> tuple[ColumnWord, ...]:
    """The words of a family by what they mean."""
    timeless = listed.get("timeless", [])
    return tuple(
        ColumnWord(meaning, tuple(phrases), meaning in timeless)
        for meaning, phrases in listed.items()
        if meaning != "timeless"
    )


@cache
def vocabulary() -> Vocabulary:
    """The project's own vocabulary."""
    return Vocabulary.read(FILE)


def column_words(*names: str) -> tuple[ColumnWord, ...]:
    """The column words of families by their names, one behind the other."""
    return tuple(word for name in names for word in vocabulary().tables[name])


def spellings(phrase: str) -> Iterator[str]:
    """All ways to spell a phrase that has choices."""
    match = CHOICE.search(phrase)
    if not match:
        yield phrase
        return
    options = [*(match["may"] or match["must"]).split("|"), *([""] if match["may"] is not None else [])]
    for option in options:
        yield from spellings(phrase[: match.start()] + option + phrase[match.end() :])


def squeezed_pattern(spelling: str) -> str:
    """The pattern of one spelling that has placeholders; a year at its end is looked for, not taken."""
    if spelling.startswith("re:"):
        return spelling.removeprefix("re:")
    head = spelling.removesuffix("{år}")
    parts = re.split(r"(\{[^}]*\})", head)
    made = "".join(PLACEHOLDERS[part] if part in PLACEHOLDERS else re.escape(letters(part)) for part in parts)
    return made if head == spelling else made + (YEAR_BEHIND if made else f"(?={YEAR})")


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
        for length in self.lengths.get(text[at : at + PREFIX], ()):
            if best and best[0] >= at + length:
                return best
            if word := plain.get(text[at : at + length]):
                return at + length, word
        return best

    def first(self, text: str, start: int, until: int) -> int | None:
        """The first position from one on, before another, at which a word stands."""
        for match in self.beginning.finditer(text, start, until + LONGEST):
            if match.start() < until and self.longest(text, match.start()):
                return match.start()
        return None


def ways(phrase: str) -> Iterator[str]:
    """All ways to spell a phrase; an expression is as it is."""
    return iter((phrase,)) if phrase.startswith("re:") else spellings(phrase)

"""The words of columns and headings, as `vocabulary.toml` lists them by what they mean."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.words.phrases import running_pattern, squeezed_words

FILE = Path(__file__).with_name("vocabulary.toml")


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
    """The column words of families of tables, the words of headings by what they are about.

    With them the words before a number in ids, and those for how often something is reported.
    """

    tables: Mapping[str, tuple[ColumnWord, ...]]
    headings: Mapping[str, tuple[str, ...]]
    ids: tuple[str, ...]
    reporting: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, path: Path) -> "Vocabulary":
        """The vocabulary in a file."""
        told = tomllib.loads(path.read_text("utf-8"))
        return cls(
            {name: as_words(listed) for name, listed in told["columns"].items()},
            {name: tuple(phrases) for name, phrases in told["headings"].items()},
            tuple(told["ids"]["words"]),
            {name: tuple(phrases) for name, phrases in told["reporting"].items()},
        )


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


def heading_words(*names: str) -> str:
    """A pattern for the words of headings in running text."""
    return running_pattern(phrase for name in names for phrase in vocabulary().headings[name])


def squeezed_heading_words(*names: str) -> str:
    """A pattern for the words of headings in squeezed text."""
    return squeezed_words(phrase for name in names for phrase in vocabulary().headings[name])


def id_words() -> str:
    """A pattern for the words that stand before a number in an id."""
    return running_pattern(vocabulary().ids)

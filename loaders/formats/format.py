"""What a file format is, and the errors of files that cannot be read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loaders.document import Document


class UnreadablePlan(Exception):
    """A file that cannot be loaded: its message names the file, what is wrong and what to do."""


@dataclass(frozen=True)
class Format:
    """One file format: the endings it answers to and how it turns a file into a document."""

    name: str
    suffixes: frozenset[str]
    read: Callable[[Path], Document]

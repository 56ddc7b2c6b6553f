"""What a file format is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loaders.document import Document


@dataclass(frozen=True)
class Format:
    """One file format: the endings it answers to and how it turns a file into a document."""

    name: str
    suffixes: frozenset[str]
    read: Callable[[Path], Document]

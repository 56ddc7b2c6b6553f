"""What a file format is."""

import os
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


def printable_name(path: Path) -> str:
    """The file's name without its folder; what is no UTF-8 or cannot be printed (a line end) as the replacement mark."""
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)

"""Whole numbers out of an address, and lists cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

One = TypeVar("One", covariant=True)
LARGEST = 10_000_000


@dataclass(frozen=True)
class Page(Generic[One]):
    """A part of a list: its number (from 1), how many there are, and of how many things."""

    items: tuple[One, ...]
    number: int
    pages: int
    total: int


def whole_number(given: str | None, default: int) -> int:
    """A number of at least 1 out of an address; the default for what is none, however odd."""
    if given is None or not (given.isascii() and given.isdigit()) or len(given) > len(str(LARGEST)):
        return default
    return max(1, int(given))


def page(items: Sequence[One], number: int, size: int) -> Page[One]:
    """A part of a list; the last one where there are not so many."""
    pages = max(1, -(-len(items) // size))
    number = min(number, pages)
    return Page(tuple(items[(number - 1) * size : number * size]), number, pages, len(items))

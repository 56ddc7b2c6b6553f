"""Trees drawn in text: what lies below what, with lines between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Branch:
    """A line of a tree, what is noted under it, and the branches below."""

    text: str
    notes: tuple[str, ...] = ()
    below: tuple["Branch", ...] = ()


def drawn(branch: Branch) -> str:
    """A tree as lines of text."""
    return "\n".join([branch.text, *branch.notes, *_below(branch.below, "")])


def _below(branches: Sequence[Branch], stem: str) -> Iterator[str]:
    for branch in branches:
        last = branch is branches[-1]
        yield f"{stem}{'└─ ' if last else '├─ '}{branch.text}"
        inner = f"{stem}{'   ' if last else '│  '}"
        yield from (f"{inner}{'│ ' if branch.below else '  '}{note}" for note in branch.notes)
        yield from _below(branch.below, inner)

"""A document as it was read: its passages in their order, and what became of each of its lines.

Asking for all passages of a document takes a while, so the documents looked at last are kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.contents import KINDS, became
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import once_a_version, rows

#: How many documents of a version are kept.
HELD = 32
MARK = "/passage/"
#: What addresses call the kinds of passage.
NAMES = {
    "stating": rt.StatingPassage,
    "heading": rt.HeadingPassage,
    "prose": rt.ProsePassage,
    "unread": rt.UnreadPassage,
}


@dataclass(frozen=True)
class Stretch:
    """A passage: its lines (1-based, inclusive), its characters (0-based, end exclusive) and its words.

    No words where the graph has only facts and figures of the document.
    """

    passage: Iri
    kind: Iri
    first: int
    last: int
    start: int
    end: int
    text: str | None

    @property
    def name(self) -> str:
        """What it is called in its document: "l250", "l118c5-12"."""
        return self.passage.rpartition(MARK)[2]


@dataclass(frozen=True)
class Reading:
    """The passages, the larger before those within them; and each printed line's strongest kind of passage, by number."""

    stretches: tuple[Stretch, ...]
    kinds: dict[int, Iri]

    def named(self, name: str) -> Stretch | None:
        """The passage of that name, if there is one."""
        return next((each for each in self.stretches if each.name == name), None)

    def touching(self, numbers: Iterable[int]) -> tuple[Stretch, ...]:
        """The passages that touch some lines."""
        wanted = frozenset(numbers)
        low, high = min(wanted, default=1), max(wanted, default=0)
        return tuple(
            each
            for each in self.stretches
            if each.first <= high and each.last >= low and not wanted.isdisjoint(range(each.first, each.last + 1))
        )

    def within(self, outer: Stretch) -> tuple[Stretch, ...]:
        """A passage and those that lie in it, as the cells of a row do."""
        inner = (each for each in self.stretches if outer.start <= each.start and each.end <= outer.end)
        return (outer, *(each for each in inner if each != outer))

    def of(self, kind: Iri | None) -> list[int]:
        """The printed lines of a kind, or all, in order."""
        return [number for number, found in self.kinds.items() if kind in (None, found)]

    def counts(self) -> dict[Iri, int]:
        """How many printed lines there are of each kind."""
        found = list(self.kinds.values())
        return {kind: found.count(kind) for kind in KINDS}

    @property
    def headings(self) -> tuple[Stretch, ...]:
        """The headings that have words, in the document's order."""
        return tuple(each for each in self.stretches if each.kind == rt.HeadingPassage and each.text)


def reading(view: View, document: Iri) -> Reading:
    """A document as it was read."""
    held = _held(view)
    if document not in held:
        if len(held) >= HELD:
            held.pop(next(iter(held)), None)
        held[document] = _read(view, document)
    return held[document]


@once_a_version
def _held(_: View) -> dict[Iri, Reading]:
    return {}


def _read(view: View, document: Iri) -> Reading:
    found = sorted(rows(view, "reading", Stretch, document=document), key=lambda each: (each.start, -each.end))
    lines = became((each.kind, each.first, each.last, each.text) for each in found)
    kinds = {number: kind for kind, numbers in lines.items() for number in numbers}
    return Reading(tuple(found), dict(sorted(kinds.items())))

"""Two things looked at together: which of their words match, how much of each is covered, whether they tell a figure alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from graph.derived.items import Item
from graph.likeness import Likeness, quantities
from ontology.iri import Iri
from ontology.vocab import Unit

#: A word that matches less than this is not worth a look by itself.
TELLING = 0.2
#: How much it lessens a match that a word stands further down in both things, or is a part of another.
DAMPED = 0.75
KRONOR = {"kronor": Decimal(1), "tkr": Decimal(1_000), "mnkr": Decimal(1_000_000)}


@dataclass(frozen=True)
class Match:
    """A word of the one that matches a word of the other: how tellingly (0–1), and both as written."""

    weight: float
    here: str
    there: str

    @property
    def written(self) -> str:
        """The word, or both where they differ."""
        return self.here if self.here == self.there else f"{self.here}/{self.there}"


@dataclass(frozen=True)
class Pair:
    """A subject and an object that something speaks for.

    `matches` are those words that match, the most telling first; `figure` is one that both tell, as the subject writes
    it, and `alone` how few tell it (1 where no other object does).
    """

    subject: Item
    object: Item
    matches: tuple[Match, ...]
    subject_covered: float
    object_covered: float
    figure: str = ""
    alone: float = 0.0

    @property
    def strength(self) -> float:
        """How strongly all matches together speak for it, 0–1."""
        return 1 - prod(1 - match.weight for match in self.matches)


class Pairing:
    """Pairs the things of one edition with some objects of it."""

    def __init__(self, likeness: Likeness, objects: Sequence[Item]) -> None:
        """Pair with objects, found by their words and their figures."""
        self._likeness, self._objects = likeness, objects
        self._by_iri = {item.iri: item for item in objects}
        self._telling: dict[Iri, set[tuple[Decimal, str]]] = {item.iri: set(_told(item)) for item in objects}
        self._tellers = Counter(figure for told in self._telling.values() for figure in told)

    def pairs(self, subject: Item) -> Iterator[Pair]:
        """The objects that share a telling word with a subject, or one and a figure."""
        figures = dict(_written(subject))
        for other in self._likeness.sharing(subject, self._objects, TELLING):
            matches = self.matches(subject, other)
            if not matches:
                continue
            figure = min(figures.keys() & self._telling[other.iri], key=lambda each: self._tellers[each], default=None)
            yield Pair(
                subject,
                other,
                matches,
                _covered(matches, self._likeness.telling(subject)),
                _covered(matches, self._likeness.telling(other)),
                figures[figure] if figure else "",
                1 / self._tellers[figure] if figure else 0.0,
            )

    def matches(self, here: Item, there: Item) -> tuple[Match, ...]:
        """The words of two things that match, each word once, the most telling first."""
        ours, theirs = self._likeness.words(here), self._likeness.words(there)
        found = [
            Match(
                (ours[name].weight * theirs[name].weight) ** DAMPED * self._likeness.rarity(name),
                ours[name].written,
                theirs[name].written,
            )
            for name in ours.keys() & theirs.keys()
        ]
        return tuple(_each_once(sorted(found, key=lambda match: (-match.weight, match.here, match.there))))


def _each_once(matches: Iterable[Match]) -> Iterator[Match]:
    here: set[str] = set()
    there: set[str] = set()
    for match in matches:
        if here.isdisjoint(match.here.split()) and there.isdisjoint(match.there.split()):
            here.update(match.here.split())
            there.update(match.there.split())
            yield match


def _covered(matches: Iterable[Match], telling: float) -> float:
    return min(1.0, sum(match.weight for match in matches) / telling) if telling else 0.0


def _written(item: Item) -> Iterator[tuple[tuple[Decimal, str], str]]:
    """The figures in what a thing is called and described by: number and unit, and as written; money in kronor."""
    for text in (item.title, item.description, *item.texts):
        for quantity in quantities(text):
            if quantity.unit == "%":
                yield (quantity.number, "%"), quantity.as_written
            elif quantity.unit in KRONOR:
                yield (quantity.number * KRONOR[quantity.unit], "kronor"), quantity.as_written


def _told(item: Item) -> Iterator[tuple[Decimal, str]]:
    """The figures of a measure or budget line."""
    for figure in item.figures:
        if figure.number is not None and figure.unit == Unit.PERCENT:
            yield abs(figure.number), "%"
    yield from ((abs(each.sek), "kronor") for each in item.sums)

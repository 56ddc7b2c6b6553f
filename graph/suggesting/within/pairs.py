"""Two things of a plan looked at together: which of their words match, how much of each is covered, which figure both tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from graph.derived.items import Item, Items
from graph.likeness import Likeness
from graph.search.words import words
from graph.suggesting.within.tellers import Tellers, Told
from ontology import rt
from ontology.iri import Iri

#: A word must be rarer, match more, and be no place, to be worth a look by itself.
TELLING = 0.2
#: How much it lessens a match that a word stands further down in both things, or is a part of another.
DAMPED = 0.75
#: Of variants of one measure, those remain that match nearly as well as the best in what tells them apart.
NEARLY = 0.75


@dataclass(frozen=True)
class Match:
    """A word of the one that matches a word of the other: how tellingly (0–1), both as written, whether it is a place."""

    weight: float
    here: str
    there: str
    place: bool = False


@dataclass(frozen=True, eq=False)
class Pair:
    """A subject and an object that something speaks for.

    `matches` are the words that match, the most telling first; `subject_covered` and `object_covered` how much of what
    each is called they are; `told` a figure that both tell, if any. `goal` is the goal that the object measures, where the
    subject matches that, and `aimed` how strongly (0–1). `for_subject` and `for_object` are how strong the pair is against the strongest of each.
    """

    subject: Item
    object: Item
    matches: tuple[Match, ...]
    subject_covered: float
    object_covered: float
    told: Told | None = None
    goal: Item | None = None
    aimed: float = 0.0
    for_subject: float = 1.0
    for_object: float = 1.0

    @property
    def strength(self) -> float:
        """How strongly all matches together speak for it, 0–1."""
        return strength(self.matches)


def pairs(likeness: Likeness, items: Items, subjects: Iterable[Item], objects: Sequence[Item]) -> list[Pair]:
    """The pairs of some subjects and objects of a plan that share a telling word, ranked against each other."""
    pairing = _Pairing(likeness, items, objects)
    found = [pair for subject in subjects for pair in _of_best_variants(pairing.pairs(subject))]
    return list(_ranked(found))


def strength(matches: Iterable[Match]) -> float:
    """How strongly some matches together speak for a pair, 0–1."""
    return 1 - prod(1 - match.weight for match in matches)


class _Pairing:
    """Pairs things with some objects of their plan, found by their words in an index."""

    def __init__(self, likeness: Likeness, items: Items, objects: Sequence[Item]) -> None:
        self._likeness, self._items, self._objects = likeness, items, objects
        self._tellers = Tellers(objects)

    def pairs(self, subject: Item) -> Iterator[Pair]:
        figures = self._tellers.figures(subject)
        for other in self._likeness.sharing(subject, self._objects, TELLING):
            matches = self._matches(subject, other)
            if not any(match.weight >= TELLING and not match.place for match in matches):
                continue
            yield Pair(
                subject,
                other,
                matches,
                _covered(matches, self._likeness.telling(subject)),
                _covered(matches, self._likeness.telling(other)),
                self._tellers.told(figures, other),
                *self._goal(subject, other),
            )

    def _matches(self, here: Item, there: Item) -> tuple[Match, ...]:
        """The words of two things that match, each word once, the most telling first."""
        ours, theirs = self._likeness.words(here), self._likeness.words(there)
        found = [
            Match(
                (ours[name].weight * theirs[name].weight) ** DAMPED * self._likeness.rarity(name),
                ours[name].written,
                theirs[name].written,
                self._likeness.is_place(name),
            )
            for name in ours.keys() & theirs.keys()
        ]
        return tuple(_each_once(sorted(found, key=lambda match: (-match.weight, match.here, match.there))))

    def _goal(self, subject: Item, measure: Item) -> tuple[Item | None, float]:
        """The goal of a measure that a subject matches best, by words that tell something, and how strongly."""
        goals = [self._items.by_iri[iri] for iri in measure.linked(rt.goal) if iri in self._items.by_iri]
        aims = [(strength(self._telling(subject, goal)), goal.iri, goal) for goal in goals]
        aimed, _, goal = max(aims, default=(0.0, "", None))
        return (goal, aimed) if aimed else (None, 0.0)

    def _telling(self, here: Item, there: Item) -> list[Match]:
        return [match for match in self._matches(here, there) if match.weight > TELLING]


def _of_best_variants(found: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of one subject, without variants of a measure where another one matches better in what is its own."""
    own: defaultdict[str, list[tuple[float, Pair]]] = defaultdict(list)
    for pair in found:
        own[pair.object.title or pair.object.iri].append((_in_variant(pair), pair))
    for variants in own.values():
        least = NEARLY * max(much for much, _ in variants)
        yield from (pair for much, pair in variants if much >= least)


def _in_variant(pair: Pair) -> float:
    variant = frozenset(words(pair.object.variant or ""))
    return sum(match.weight for match in pair.matches if not variant.isdisjoint(match.there.split()))


def _ranked(found: Sequence[Pair]) -> Iterator[Pair]:
    best: defaultdict[Iri, float] = defaultdict(float)
    for pair in found:
        for item in (pair.subject, pair.object):
            best[item.iri] = max(best[item.iri], pair.strength)
    for pair in found:
        yield replace(
            pair,
            for_subject=pair.strength / (best[pair.subject.iri] or 1.0),
            for_object=pair.strength / (best[pair.object.iri] or 1.0),
        )


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

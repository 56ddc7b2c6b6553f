"""How likely two things are one, or the one made for the other: their wording, figures and surroundings weighed together.

The weights come from a logistic regression over judged pairs and were then set by hand, so that what is told as 0.8 or more
is right nearly always. What tells most is how much of the one's name the other has.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from graph.derived.items import Figure, Item, Items
from graph.suggesting.figures import apart, same_figures, same_targets
from graph.suggesting.members import Members
from graph.suggesting.numbers import numbers_agree
from graph.suggesting.wording import Alike, Wordings
from ontology import rt
from ontology.iri import Iri

#: What each ground adds to the log-odds.
NOTHING, NAMED, WITHIN, TELLING, SAME = -4.7, 3.0, 2.8, 1.4, 1.4
FIGURE, TARGET, APART, AROUND, OTHER_SORT, AGREE, NUMBER, ONE_WORD = 1.3, 1.0, -3.0, 1.0, -1.2, 6.0, 4.5, -2.0
#: Focus areas called so much alike are held to be one.
ONE = 0.6
#: Words and figures beyond so many add nothing.
MOST_TELLING, MOST_FIGURES = 2.0, 2
#: What being each other's best adds, or best for the other alone, and what each step that another does better takes off.
BEST, SECOND, BEATEN, MOST_BEATEN = 2.0, 0.6, -0.5, 4.0
#: What is less likely is not chosen; a second one must be as likely as SURE, and so telling in words of its own, or so much
#: of what it is called must be met and the first be so close.
LEAST, SURE, NEW, FREE, CLOSE = 0.4, 0.5, 0.3, 0.6, 2.0


@dataclass(frozen=True, eq=False)
class Weighed:
    """Two things weighed: how alike they are called, what figures, surroundings and members they share, and the log-odds."""

    here: Item
    there: Item
    alike: Alike
    figures: tuple[Figure, ...]
    around: str
    members: int
    numbered: bool
    odds: float

    @property
    def likely(self) -> float:
        """How likely, 0–1."""
        return 1 / (1 + exp(-self.odds))


class Scales:
    """Weighs things of some editions."""

    def __init__(self, items: Items, wordings: Wordings, members: Members | None = None) -> None:
        """Weigh by the wordings of the things and of what they are tied to, and by the members found to be one."""
        self._items, self._wordings, self._members = items, wordings, members or Members()
        self._ones: dict[tuple[Iri, Iri], bool] = {}

    def weigh(self, here: Item, there: Item, *, other_sort: bool = False) -> Weighed:
        """Weigh two things, of one sort or of sorts that only may tell of the same."""
        alike = self._wordings.alike(here, there)
        figures = same_figures(here, there)
        around = self._around(here, there)
        numbered = numbers_agree(here, there)
        odds = (
            NOTHING
            + NAMED * alike.named
            + WITHIN * alike.within
            + TELLING * min(MOST_TELLING, sum(alike.met.values()))
            + SAME * alike.same
            + ONE_WORD * (len(alike.met) == 1 and not alike.same and not figures)
            + FIGURE * min(MOST_FIGURES, len(figures))
            + TARGET * bool(same_targets(here, there))
            + APART * (not alike.same and apart(here, there))
            + AROUND * bool(around)
            + AGREE * self._members.agree(here, there)
            + NUMBER * numbered
            + OTHER_SORT * other_sort
        )
        members = self._members.common(here, there)
        return Weighed(here, there, alike, figures, around, members, numbered, odds)

    def _around(self, here: Item, there: Item) -> str:
        """The focus area that two things have in common, "" where none."""
        ours, theirs = (self._linked(item, rt.focusArea) for item in (here, there))
        return next(
            (our.title for our in ours for their in theirs if self._wordings.alike(our, their).named >= 0.6), ""
        )

    def _linked(self, item: Item, predicate: Iri) -> list[Item]:
        return [self._items.by_iri[iri] for iri in item.linked(predicate) if iri in self._items.by_iri]


def contested(weighed: Sequence[Weighed]) -> list[Weighed]:
    """What is weighed between the same editions, weighed against each other: who is best for whom, who is beaten."""
    best: defaultdict[Iri, list[float]] = defaultdict(list)
    for each in weighed:
        for iri in (each.here.iri, each.there.iri):
            best[iri] = sorted((*best[iri], each.odds), reverse=True)[:2]
    return [replace(each, odds=each.odds + _standing(each, best)) for each in weighed]


def _standing(each: Weighed, best: Mapping[Iri, Sequence[float]]) -> float:
    ours, theirs = best[each.here.iri], best[each.there.iri]
    if theirs[0] > each.odds:
        return BEATEN * min(MOST_BEATEN, theirs[0] - each.odds)
    return BEST if ours[0] == each.odds else SECOND


def chosen(weighed: Sequence[Weighed], least: float = LEAST) -> list[Weighed]:
    """The likeliest for each thing, and others where the thing is really several.

    It is where they share words that the first ones lack, or nearly as many, and nothing else is likelier for them.
    """
    by_here: defaultdict[Iri, list[Weighed]] = defaultdict(list)
    held: dict[Iri, float] = {}
    for each in sorted(weighed, key=lambda each: (-each.odds, each.there.line, each.there.iri)):
        held.setdefault(each.there.iri, each.odds)
        if each.likely >= least:
            by_here[each.here.iri].append(each)
    return [each for those in by_here.values() for each in _several(those, held)]


def _several(those: Sequence[Weighed], held: Mapping[Iri, float]) -> Iterator[Weighed]:
    told: dict[str, float] = {}
    for place, each in enumerate(those):
        new = sum(max(0.0, much - told.get(word, 0.0)) for word, much in each.alike.met.items())
        close = those[0].odds - each.odds <= CLOSE and not those[0].alike.same
        free = close and held[each.there.iri] == each.odds and each.alike.there >= FREE
        if not place or (each.likely >= SURE and (new >= NEW or free)):
            yield each
            told |= {word: max(much, told.get(word, 0.0)) for word, much in each.alike.met.items()}

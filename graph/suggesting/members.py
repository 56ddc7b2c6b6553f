"""What belongs to two things: where the activities under two focus areas are the same ones, the areas are one, too."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import product

from graph.derived.items import Item
from ontology import rt
from ontology.iri import Iri

#: By what a thing belongs to another.
BELONGS = (rt.serves, rt.focusArea, rt.perspective, rt.goal)


class Members:
    """Which things of two plans have members in common, as members are found to be one."""

    def __init__(self) -> None:
        """None yet."""
        self._paired: Counter[Iri] = Counter()
        self._common: Counter[tuple[Iri, Iri]] = Counter()
        self._tied: defaultdict[Iri, set[Iri]] = defaultdict(set)

    def add(self, pairs: Iterable[tuple[Item, Item]]) -> None:
        """Take in things that are held to be one."""
        for here, there in pairs:
            for predicate in BELONGS:
                ours, theirs = here.linked(predicate), there.linked(predicate)
                self._paired.update((*ours, *theirs))
                self._common.update(product(ours, theirs))
                for our in ours:
                    self._tied[our].update(theirs)

    def tied(self, item: Item) -> frozenset[Iri]:
        """What has a member in common with a thing."""
        return frozenset(self._tied.get(item.iri, ()))

    def common(self, here: Item, there: Item) -> int:
        """How many members two things have in common."""
        return self._common[here.iri, there.iri]

    def agree(self, here: Item, there: Item) -> float:
        """How much two things agree in their members, 0–1: nothing else paired in either, and the more the surer.

        A single member in common tells nothing.
        """
        common = self.common(here, there)
        both = self._paired[here.iri] + self._paired[there.iri]
        return 2 * common / both * common / (common + 1) if common > 1 else 0.0

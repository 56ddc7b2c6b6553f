"""Which earlier things a later one may carry on: those with rare words, a number or a value in common. No all-pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest

from graph.lineage.likeness import Weights
from graph.lineage.traits import Traits

#: What more things than this have in common is not looked up, and so many candidates of each are weighed.
COMMON, LIMIT = 48, 8


class Candidates:
    """An index of some things by what may tell them."""

    def __init__(self, things: Iterable[Traits], weights: Weights) -> None:
        """Make things known."""
        self._weights = weights
        self._known: defaultdict[str, dict[Traits, None]] = defaultdict(dict)
        self.add(things)

    def add(self, things: Iterable[Traits]) -> None:
        """Make more things known."""
        for thing in things:
            for key in _keys(thing):
                self._known[key][thing] = None

    def remove(self, thing: Traits) -> None:
        """Forget a thing."""
        for key in _keys(thing):
            self._known[key].pop(thing, None)

    def of(self, thing: Traits) -> list[Traits]:
        """Those that may be the same, the likeliest first."""
        found: defaultdict[Traits, float] = defaultdict(float)
        for key in _keys(thing):
            known = self._known.get(key, {})
            if len(known) <= COMMON:
                weight = self._weights.weight(key)
                for each in known:
                    found[each] += weight
        return nlargest(LIMIT, found, key=found.__getitem__)


def _keys(thing: Traits) -> Iterator[str]:
    yield from thing.name_grams
    yield from thing.text_stems
    yield from thing.sayings
    yield f"name {thing.folded_name}"
    if thing.number:
        yield f"number {thing.number}"

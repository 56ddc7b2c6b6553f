"""Which earlier things a later one may carry on: those with rare words, a number or a value in common. No all-pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from graph.lineage.likeness import Weights
from graph.lineage.traits import Traits

#: What more things than this have in common is not looked up, and so many candidates of each are weighed.
COMMON, LIMIT = 48, 8


class Candidates:
    """An index of some things by what may tell them."""

    def __init__(self, things: Sequence[Traits], weights: Weights) -> None:
        """Make things known."""
        self._weights = weights
        self._known: defaultdict[str, list[Traits]] = defaultdict(list)
        for thing in things:
            for key in _keys(thing):
                self._known[key].append(thing)

    def of(self, thing: Traits) -> list[Traits]:
        """Those that may be the same, the likeliest first."""
        found: Counter[Traits] = Counter()
        for key in _keys(thing):
            known = self._known.get(key, ())
            if len(known) <= COMMON:
                weight = self._weights.weight(key)
                for each in known:
                    found[each] += weight  # type: ignore[assignment]  # weights add up
        return [each for each, _ in found.most_common(LIMIT)]


def _keys(thing: Traits) -> Iterator[str]:
    yield from thing.name_grams
    yield from thing.text_stems
    yield from thing.sayings
    yield f"name {thing.folded_name}"
    if thing.number:
        yield f"number {thing.number}"

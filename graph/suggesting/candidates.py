"""Which things of a plan are worth comparing with another: those that share a rare word with it, found without comparing all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.derived.items import Item
from graph.suggesting.wording import Wordings

#: A word that more things have than this tells no pair apart; a thing is compared with no more others than this, and with
#: none that shares less than this part of what the likeliest shares.
COMMON, MOST, LEAST = 60, 8, 0.15
#: Where one is called just the same, so many others are compared.
BESIDES = 2


class Candidates:
    """Things of a plan by their words."""

    def __init__(self, items: Iterable[Item], wordings: Wordings) -> None:
        """Index what they are called and what is said of them."""
        self._wordings = wordings
        self._items = tuple(items)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._called: defaultdict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self._items):
            wording = wordings.of(item)
            self._called[wording.key].append(place)
            for term in wording.said:
                self._having[term].append(place)

    def of(self, item: Item, turn: int = 0) -> Sequence[Item]:
        """Those worth comparing with a thing, the likeliest first.

        Of several called just the same it is the one whose turn it is: things of one name are paired in their order.
        """
        wording = self._wordings.of(item)
        equals = self._called.get(wording.key, [])
        weights: defaultdict[int, float] = defaultdict(float)
        for term, weight in wording.said.items():
            having = self._having.get(term, ())
            if len(having) <= COMMON:
                much = weight * self._wordings.rarity(term)
                for place in having:
                    weights[place] += much
        for place in equals[:COMMON]:
            weights.pop(place, None)
        least = LEAST * max(weights.values(), default=0.0)
        enough = [place for place, weight in weights.items() if weight >= least]
        likeliest = sorted(enough, key=lambda place: (-weights[place], place))
        equal = equals[turn : turn + 1]
        return [self._items[place] for place in (*equal, *likeliest[: BESIDES if equal else MOST])]

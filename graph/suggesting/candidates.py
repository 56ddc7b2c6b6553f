"""Which things of a plan are worth comparing with another: those that share a rare word with it, found without comparing all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graph.derived.items import Item
from graph.suggesting.wording import Wordings

#: A word that more things have than this tells no pair apart; a thing is compared with no more others than this.
COMMON, MOST = 60, 12


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
        weights: Counter[int] = Counter()
        for term, weight in wording.said.items():
            having = self._having.get(term, ())
            if len(having) <= COMMON:
                weights.update(dict.fromkeys(having, weight * self._wordings.rarity(term)))
        for place in equals[:COMMON]:
            weights.pop(place, None)
        likeliest = sorted(weights, key=lambda place: (-weights[place], place))[:MOST]
        return [self._items[place] for place in (*equals[turn : turn + 1], *likeliest)]

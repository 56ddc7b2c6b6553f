"""All that the things of several regions say of each other: pairs worth judging, judged, and the few worth telling."""

from collections.abc import Iterator
from functools import cached_property

from graph.comparing.choosing import Chosen, chosen
from graph.comparing.judging import judge
from graph.comparing.lasting import Lasting
from graph.comparing.money import wholes
from graph.comparing.pairs import worth_judging
from graph.comparing.sorts import sort_of
from graph.comparing.themes import Themes
from graph.comparing.verdict import Pair, Verdict
from graph.comparing.wording import Wordings, name
from graph.derived.items import Item, Items
from graph.likeness import Likeness

#: A word that tells less finds nothing.
TELLING = 0.12


class Comparing:
    """Compares the things of an engine's regions."""

    def __init__(self, items: Items, likeness: Likeness) -> None:
        """Read what each is about."""
        self._items = [item for item in items.all if sort_of(item)]
        if len({item.edition.region for item in self._items}) < 2:
            self._items = []
        self._names = {item.iri: name(item) for item in self._items}
        self._wordings = Wordings(likeness)
        self._themes = Themes(self._items, self._wordings)
        self._wholes = wholes(self._items)

    def chosen(self) -> tuple[Chosen, ...]:
        """The verdicts worth telling, the surest first."""
        return chosen(self.verdicts(), self.lasting)

    def verdicts(self) -> Iterator[Verdict]:
        """What is to be said of each pair worth judging."""
        for here, there in worth_judging({item: self._keys(item) for item in self._items}):
            if verdict := judge(self.pair(here, there)):
                yield verdict

    def pair(self, here: Item, there: Item) -> Pair:
        """Two things with all that they share."""
        return Pair(
            here,
            there,
            self._wordings.alike(here, there),
            self._themes.shared(here, there),
            wholes=here.iri in self._wholes and there.iri in self._wholes,
            same_name=bool(here.title) and self._names[here.iri] == self._names[there.iri],
        )

    @cached_property
    def lasting(self) -> Lasting:
        """Which things are one and the same in several plans."""
        return Lasting(self._items, self._wordings)

    def _keys(self, item: Item) -> dict[str, float]:
        """What a thing is found by and how much each tells: its terms, its themes and its whole name."""
        keys = {term: much for term, (much, _) in self._wordings.of(item).has.items() if much >= TELLING}
        keys |= {f"§{theme}": much / 2 for theme, much in self._themes.of(item).items()}
        return keys | {f"={self._names[item.iri]}": 1.0} | ({"=whole": 1.0} if item.iri in self._wholes else {})

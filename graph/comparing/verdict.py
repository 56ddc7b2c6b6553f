"""What a person would say of two things set side by side: a grade, how sure, and in words why or why not."""

from dataclasses import dataclass
from functools import cached_property

from graph.comparing.sorts import DOINGS, sort_of
from graph.comparing.wording import Alike
from graph.derived.items import Item
from ontology.iri import Iri

#: Shared words that tell so much together are enough to go by; fewer count for less.
ENOUGH = 0.7
#: How much a shared theme counts beside shared words.
THEME = 0.5


@dataclass(frozen=True)
class Pair:
    """Two things of different regions with all that they share.

    `wholes` where both are the whole frames of their plans, `same_name` where both are called the same but for
    inflection and signs.
    """

    here: Item
    there: Item
    alike: Alike
    themes: tuple[tuple[str, float], ...]
    wholes: bool = False
    same_name: bool = False

    @cached_property
    def words(self) -> float:
        """How alike the words are, less where those shared tell little; the same name is as alike as can be."""
        if self.same_name:
            return 1.0
        return self.alike.score * min(1.0, self.alike.much / ENOUGH)

    @cached_property
    def strength(self) -> float:
        """How much two things share, in words and theme: 0–1.5."""
        if self.wholes:
            return 1.0
        return self.words + THEME * max((much for _, much in self.themes), default=0.0)

    @property
    def same_called(self) -> bool:
        """Whether neither is called by a telling word that the other is not."""
        return self.same_name or not (self.alike.only_here or self.alike.only_there)


@dataclass(frozen=True)
class Verdict:
    """The grade of a pair, how sure at most, by what it is told, and what keeps the two apart (Swedish, "" for nothing)."""

    pair: Pair
    grade: Iri
    most: float
    method: str
    apart: str = ""

    @property
    def of_a_kind(self) -> bool:
        """Whether both are of the same sort of things, or both are things to be done."""
        here, there = sort_of(self.pair.here), sort_of(self.pair.there)
        return here == there or {here, there} <= DOINGS

"""How alike items are in their words: terms weighed by rarity, and an inverted index to find the nearest."""

import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from graph.derived.items import Item
from graph.likeness.lexicon import setting_roots, weak_roots
from graph.likeness.roots import root
from graph.likeness.terms import Term, Terms
from ontology.iri import Iri

#: How much a term weighs by where it stands: in what a thing is called, its description, its other texts.
TITLE, DESCRIPTION, OTHER = 1.0, 0.5, 0.3
#: What one of so many items has is as rare as can be.
MANY = 300
#: How rare at most a word counts that every plan uses of everything.
WEAK = 0.15
#: How rare at most a word counts that tells of whom or where.
SETTING = 0.3
#: How rare at most a place counts.
PLACE = 0.45
#: What stands in brackets in a title, or after "exklusive", says how it is meant, unless it is an abbreviation.
ASIDE, SHORT = re.compile(r"\(([^()]{1,200})\)|\bexkl(?:usive)?\b.*"), re.compile(r"[A-ZÅÄÖ]{2,6}(?:-\w+)?")
#: So many indexes are kept.
KEPT = 64


@dataclass(frozen=True)
class Shared:
    """A term that two items share: how telling it is (the product of its weights), the word in the one and the other."""

    name: str
    weight: float
    here: str
    there: str

    @property
    def written(self) -> str:
        """The word, or both where they differ: "hyrbemanning/inhyrd"."""
        return self.here if self.here == self.there else f"{self.here}/{self.there}"


@dataclass(frozen=True)
class Near:
    """An item near to another: how alike (0–1, the cosine of their terms), and the shared words, most telling first."""

    item: Item
    score: float
    shared: tuple[str, ...]


class Likeness:
    """The likeness of some items, told by the words of all of them."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Learn compounds, abbreviations and rarity from the items."""
        listed = list(items)
        self._reader = Terms((item.edition.region, text) for item in listed for text, _ in fields(item))
        self._read: dict[Iri, dict[str, Term]] = {item.iri: self._terms(item) for item in listed}
        self._count = len(self._read)
        self._counts = Counter(name for terms in self._read.values() for name in terms)
        self._weights: dict[Iri, dict[str, float]] = {}
        self._lengths: dict[Iri, float] = {}
        self._indexes: OrderedDict[tuple[Iri, ...], _Index] = OrderedDict()

    def rarity(self, name: str) -> float:
        """How rare a term is, 0–1: 0 where all items have it, 1 where a single one of some has, or one of MANY."""
        if self._count < 2:
            return 1.0
        rare = log(self._count / max(1, self._counts[name])) / log(min(self._count, MANY))
        return min(rare, self._most(name))

    def _most(self, name: str) -> float:
        """How rare at most a term counts for what kind of word it is; what only begins compounds tells little."""
        if name in weak_roots() or name.endswith("-"):
            return WEAK
        if root(name.removeprefix("≈")) in setting_roots():
            return SETTING
        return PLACE if self.is_place(name) else 1.0

    def is_place(self, name: str) -> bool:
        """Whether a term is where something is: "i Köping"."""
        return name in self._reader.places

    def terms(self, item: Item) -> Mapping[str, float]:
        """The terms of an item, weighed by rarity and by where they stand."""
        if item.iri not in self._weights:
            self._weights[item.iri] = {name: term.weight * self.rarity(name) for name, term in self.words(item).items()}
        return self._weights[item.iri]

    def words(self, item: Item) -> Mapping[str, Term]:
        """The terms of an item with the words that gave them, weighed by where they stand."""
        if item.iri not in self._read:
            self._read[item.iri] = self._terms(item)
        return self._read[item.iri]

    def text(self, text: str, region: str = "") -> Mapping[str, Term]:
        """The terms of any text, of a region's documents."""
        return self._reader.of(text, region)

    def shared(self, here: Item, there: Item) -> tuple[Shared, ...]:
        """The terms that two items share, the most telling first."""
        ours, theirs = self.terms(here), self.terms(there)
        shared = (
            Shared(name, ours[name] * theirs[name], self.words(here)[name].written, self.words(there)[name].written)
            for name in ours.keys() & theirs.keys()
        )
        return tuple(sorted(shared, key=lambda each: (-each.weight, each.name)))

    def score(self, here: Item, there: Item) -> float:
        """How alike two items are, 0–1: the cosine of their terms."""
        ours, theirs = self.terms(here), self.terms(there)
        dot = sum(ours[name] * theirs[name] for name in ours.keys() & theirs.keys())
        return min(1.0, dot / (self._length(here) * self._length(there))) if dot else 0.0

    def near(self, item: Item, among: Sequence[Item], limit: int) -> list[Near]:
        """The items most like one among some, itself left out: those that share a term, best first, at most `limit`."""
        scored = sorted((-self.score(item, other), other.iri, other) for other in self.sharing(item, among))[:limit]
        return [Near(other, -score, _written(self.shared(item, other))) for score, _, other in scored if score]

    def sharing(self, item: Item, among: Sequence[Item], least: float = 0.0) -> list[Item]:
        """The items among some that share a term of such a rarity at least with one, itself left out, in their order."""
        rare = (name for name in self.words(item) if self.rarity(name) >= least)
        return [other for other in self._index(among).sharing(rare) if other.iri != item.iri]

    def telling(self, item: Item) -> float:
        """How much there is to share in what an item is called: the rarity of its words added up."""
        return sum(self.rarity(name) for name, term in self.words(item).items() if term.weight == TITLE)

    def _length(self, item: Item) -> float:
        if item.iri not in self._lengths:
            self._lengths[item.iri] = sqrt(sum(weight * weight for weight in self.terms(item).values()))
        return self._lengths[item.iri]

    def _index(self, among: Sequence[Item]) -> "_Index":
        key = tuple(item.iri for item in among)
        if key not in self._indexes:
            self._indexes[key] = _Index((item, self.terms(item)) for item in among)
            if len(self._indexes) > KEPT:
                self._indexes.popitem(last=False)
        return self._indexes[key]

    def _terms(self, item: Item) -> dict[str, Term]:
        found: dict[str, Term] = {}
        for text, much in fields(item):
            for term in self._reader.of(text, item.edition.region).values():
                weight = term.weight * much
                if term.name not in found or found[term.name].weight < weight:
                    found[term.name] = Term(term.name, weight, term.written)
        return found


class _Index:
    """Which of some items have a term."""

    def __init__(self, items: Iterable[tuple[Item, Mapping[str, float]]]) -> None:
        self._items: list[Item] = []
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for place, (item, terms) in enumerate(items):
            self._items.append(item)
            for name in terms:
                self._having[name].append(place)

    def sharing(self, names: Iterable[str]) -> Iterator[Item]:
        """The items that have any of some terms, each once, in their order."""
        places = {place for name in names for place in self._having.get(name, ())}
        yield from (self._items[place] for place in sorted(places))


def fields(item: Item) -> Iterator[tuple[str, float]]:
    """The texts of an item and how much each counts; what has no title is called by its description."""
    called = [text for text in (item.title, item.variant) if text]
    for text in called or [item.description or item.label]:
        yield ASIDE.sub(" ", text), TITLE
        yield from (
            (aside, TITLE if SHORT.fullmatch(aside) else DESCRIPTION) for aside in filter(None, ASIDE.findall(text))
        )
    yield from ((text, DESCRIPTION) for text in (item.description if called else "", item.group) if text)
    yield from ((text, OTHER) for text in item.texts)


def _written(shared: Sequence[Shared]) -> tuple[str, ...]:
    """The shared words as written, each once."""
    return tuple(dict.fromkeys(each.written for each in shared))

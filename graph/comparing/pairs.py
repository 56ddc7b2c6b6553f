"""Which things of different regions are worth judging: those that share telling words, a theme or a name. No all-pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import nlargest

from graph.derived.items import Item
from ontology.iri import Iri

#: Editions further apart in years are not compared.
YEARS = 2
#: What more things have finds none: there are rarer words. So work grows with the things, not with their square.
COMMON = 400
#: A thing is looked up by so many of its rarest words and themes, and judged with so many of another region.
KEYS, NEAREST = 12, 20


def worth_judging(keys: Mapping[Item, Mapping[str, float]]) -> Iterator[tuple[Item, Item]]:
    """The pairs worth judging of things and what they are found by (and how much that tells), each once.

    The one whose name sorts first stands in front, whatever order things come in.
    """
    listed = sorted(keys, key=lambda item: item.iri)
    having: defaultdict[str, list[Item]] = defaultdict(list)
    for item in listed:
        for key in keys[item]:
            having[key].append(item)
    found = {
        (item, other) if item.iri < other.iri else (other, item)
        for item in listed
        for other in _nearest(item, keys[item], having)
    }
    yield from sorted(found, key=lambda pair: (pair[0].iri, pair[1].iri))


def _nearest(item: Item, keys: Mapping[str, float], having: Mapping[str, list[Item]]) -> Iterator[Item]:
    """The things of each other region that share most with one."""
    known = sorted((len(having[key]), key) for key in keys if len(having[key]) <= COMMON)
    shared: defaultdict[Item, float] = defaultdict(float)
    for _, key in known[:KEYS]:
        for other in having[key]:
            if other.edition.region != item.edition.region and abs(other.edition.year - item.edition.year) <= YEARS:
                shared[other] += keys[key]
    by_region: defaultdict[Iri, list[tuple[float, str, Item]]] = defaultdict(list)
    for other, much in shared.items():
        by_region[other.edition.region].append((round(much, 6), other.iri, other))
    for those in by_region.values():
        yield from (other for _, _, other in nlargest(NEAREST, those))

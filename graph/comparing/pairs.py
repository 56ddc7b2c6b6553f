"""Which things of different regions are worth judging: those that share telling words, a theme or a name. No all-pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import nlargest

from graph.comparing.sorts import may_meet, sort_of
from graph.derived.items import Item
from ontology.iri import Iri

#: Editions further apart in years are not compared.
YEARS = 2
#: What more things have finds none: there are rarer words. So work grows with the things, not with their square.
COMMON = 400
#: A thing is looked up by so many of its rarest words and themes.
KEYS = 12
#: It is judged with so many of another region at most, and so many of all regions.
NEAREST, OF_ALL = 20, 40
#: What shares less is not near.
NEAR = 0.12


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
    shared: defaultdict[Item, float] = defaultdict(float)
    for _, key in sorted((len(having[key]), key) for key in keys if len(having[key]) <= COMMON)[:KEYS]:
        for other in having[key]:
            shared[other] += keys[key]
    by_region: defaultdict[Iri, list[tuple[float, str, Item]]] = defaultdict(list)
    for other, much in shared.items():
        if much >= NEAR and _may_meet(item, other):
            by_region[other.edition.region].append((round(much, 6), other.iri, other))
    nearest = (each for those in by_region.values() for each in nlargest(NEAREST, those))
    yield from (other for _, _, other in nlargest(OF_ALL, nearest))


def _may_meet(item: Item, other: Item) -> bool:
    """Whether two things are of different regions, near in time and of sorts that have anything to do with each other."""
    here, there = item.edition, other.edition
    if here.region == there.region or abs(here.year - there.year) > YEARS:
        return False
    ours, theirs = sort_of(item), sort_of(other)
    return ours is not None and theirs is not None and may_meet(ours, theirs)

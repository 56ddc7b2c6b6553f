"""Which editions follow each other: plans of one kind and one organisation, in the order of their years."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from graph.derived.items import Edition
from graph.stretches import Triple
from ontology import rt

Series = tuple[Edition, ...]


def series(editions: Iterable[Edition]) -> tuple[Series, ...]:
    """The editions of each series, a year missing between them or not; two of one year stand in the order of names."""
    gathered: defaultdict[tuple[str, str], list[Edition]] = defaultdict(list)
    for edition in editions:
        gathered[edition.organisation, edition.kind].append(edition)
    ordered = (sorted(each, key=lambda one: (one.year, one.start, one.plan)) for each in gathered.values())
    return tuple(tuple(each) for each in ordered)


def steps(of: Series) -> Iterator[tuple[Edition, Edition]]:
    """Each edition with the one before it; of several of one year, which are no editions of each other, the last in name."""
    yield from (pair for pair in pairwise(of) if pair[0].year < pair[1].year)


def previous(of: Series) -> Iterator[Triple]:
    """That each plan has the one before it as its previous edition."""
    for earlier, later in steps(of):
        yield later.plan, rt.previousEdition, earlier.plan

"""The suggestions of a relation within each plan."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from graph.derived.items import Edition, Item, Items
from graph.likeness import Likeness
from graph.suggesting.suggestion import Suggestion, confidence
from graph.suggesting.within.odds import likely
from graph.suggesting.within.pairs import Pair, pairs
from graph.suggesting.within.reasons import evidence, method
from ontology import rt
from ontology.iri import Iri

#: Of a plan's things those that something may be linked to.
Objects = Callable[[Sequence[Item]], Sequence[Item]]
#: What is done or is to be done.
UNDERTAKINGS = frozenset({rt.Activity, rt.Assignment, rt.Intention})
#: A suggestion less sure than this is not made, nor more than so many of one subject.
LEAST, MOST = Decimal("0.40"), 5


def found(items: Items, likeness: Likeness, objects_of: Objects) -> Iterator[tuple[Edition, list[Pair]]]:
    """The pairs of undertakings and objects worth a look, by edition."""
    for edition in items.editions:
        objects = objects_of(items.of(edition))
        subjects = [
            item for item in items.of(edition) if item.family in UNDERTAKINGS and (item.title or item.description)
        ]
        if objects and subjects:
            yield edition, pairs(likeness, items, subjects, objects)


def suggested(items: Items, likeness: Likeness, objects_of: Objects, relation: Iri) -> Iterator[Suggestion]:
    """The likeliest pairs, at most MOST of a subject."""
    by_subject: defaultdict[Iri, list[tuple[Decimal, Pair]]] = defaultdict(list)
    for _, listed in found(items, likeness, objects_of):
        for pair in listed:
            if (sure := confidence(likely(pair, relation.local))) >= LEAST:
                by_subject[pair.subject.iri].append((sure, pair))
    for subject, listed_of in by_subject.items():
        best = sorted(listed_of, key=lambda each: (-each[0], each[1].object.line, each[1].object.iri))[:MOST]
        for sure, pair in best:
            yield Suggestion(
                subject=subject,
                object=pair.object.iri,
                relation=relation,
                confidence=sure,
                method=method(pair),
                evidence=evidence(pair),
            )

"""The things of one edition paired with those of another, sort by sort: what is likely one, or made for the other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.derived.items import Edition, Item, Items
from graph.suggesting.candidates import Candidates
from graph.suggesting.grounds import evidence, method
from graph.suggesting.members import Members
from graph.suggesting.suggestion import Suggestion, confidence, cut
from graph.suggesting.weighing import SURE, Scales, Weighed, chosen, contested
from graph.suggesting.wording import Wordings, called
from ontology import rt
from ontology.iri import Iri

#: For each kind of thing what it can be in the other edition: first what is of its sort, then what it can be told of as.
#: What others belong to comes after those.
Sorts = Mapping[Iri, tuple[frozenset[Iri], frozenset[Iri]]]


def paired(items: Items, here: Edition, there: Edition, sorts: Sorts, wordings: Wordings) -> Iterator[Weighed]:
    """The pairs of things of two editions that are chosen, the ones of a kind weighed against each other."""
    ours, theirs = ([item for item in items.of(edition) if not item.linked(rt.sumOf)] for edition in (here, there))
    members = Members()
    scales = Scales(items, wordings, members)
    for kind, kinds in sorts.items():
        rows = [item for item in ours if item.kind == kind]
        weighed = [
            scales.weigh(row, each, other_sort=bool(other))
            for other, sort in enumerate(kinds)
            for row, candidates in _candidates(rows, [item for item in theirs if item.kind in sort], wordings, members)
            for each in candidates
        ]
        found = chosen(contested(weighed))
        members.add((pair.here, pair.there) for pair in found if pair.likely >= SURE)
        yield from found


def suggestion(pair: Weighed, relation: Iri, remark: str = "") -> Suggestion:
    """A pair as a suggestion of a relation, with a remark before its grounds."""
    return Suggestion(
        subject=pair.here.iri,
        object=pair.there.iri,
        relation=relation,
        confidence=confidence(pair.likely),
        method="+".join(method(pair)),
        evidence=cut(" ".join(filter(None, (evidence(pair), remark)))),
    )


def _candidates(
    rows: Sequence[Item], there: Sequence[Item], wordings: Wordings, members: Members
) -> Iterator[tuple[Item, Iterable[Item]]]:
    """What each row is worth comparing with: what has words or members in common with it."""
    candidates = Candidates((item for item in there if called(item)), wordings)
    turns: Counter[str] = Counter()
    for row in rows:
        key = wordings.of(row).key
        near = candidates.of(row, turns[key]) if key else ()
        turns[key] += 1
        tied = members.tied(row)
        yield row, dict.fromkeys((*near, *(item for item in there if tied and item.iri in tied)))

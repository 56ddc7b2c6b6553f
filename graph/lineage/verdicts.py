"""What persons said of who carries on whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.lineage.traits import Traits
from graph.reviews.decision import Reviews
from ontology import rt
from ontology.iri import Iri


@dataclass(frozen=True)
class Verdicts:
    """Pairs of an earlier and a later thing of which a person said that the one carries on the other, or that it doesn't."""

    yes: frozenset[tuple[Iri, Iri]] = frozenset()
    no: frozenset[tuple[Iri, Iri]] = frozenset()

    def told(self, earlier: Iterable[Traits], later: Iterable[Traits]) -> list[tuple[Traits, Traits]]:
        """The pairs among some things that are told to be such; of several with one side in common the first."""
        ours, theirs = ({each.item.iri: each for each in things} for things in (earlier, later))
        found: list[tuple[Traits, Traits]] = []
        for one, other in sorted(self.yes):
            if one in ours and other in theirs:
                found.append((ours.pop(one), theirs.pop(other)))
        return found

    def allowed(self, pairs: Iterable[tuple[Traits, Traits]]) -> Iterator[tuple[Traits, Traits]]:
        """The pairs that nobody said no to."""
        return (pair for pair in pairs if (pair[0].item.iri, pair[1].item.iri) not in self.no)


def verdicts(reviews: Reviews) -> Verdicts:
    """What was decided of who carries on whom; a decision's subject is the later one."""
    said: Sequence[set[tuple[Iri, Iri]]] = set(), set()
    for each in reviews:
        if each.relation == rt.continues:
            said[not each.accepted].add((each.object, each.subject))
    return Verdicts(*map(frozenset, said))

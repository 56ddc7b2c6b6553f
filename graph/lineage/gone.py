"""What ended in earlier editions and may come back."""

from collections.abc import Sequence

from graph.lineage.assignment import best_pairs
from graph.lineage.candidates import Candidates
from graph.lineage.likeness import Weights, likeness
from graph.lineage.matching import NO_VERDICTS, Pair, without
from graph.lineage.traits import Traits
from graph.lineage.verdicts import Verdicts

#: How likely it must be that something comes back after a break.
RESUMED = 0.75


class Gone:
    """Things that ended in earlier steps and may come back."""

    def __init__(self) -> None:
        """Begin with none."""
        self._things: dict[Traits, None] = {}
        self._weights = Weights()
        self._known = Candidates((), self._weights)

    def add(self, things: Sequence[Traits]) -> None:
        """Keep in mind what has ended now."""
        self._things |= dict.fromkeys(things)
        self._weights.add(things)
        self._known.add(things)

    def back(self, new: Sequence[Traits], verdicts: Verdicts = NO_VERDICTS) -> list[Pair]:
        """What of it is among new things, by what persons said and by likeness: that is gone no longer."""
        told = verdicts.told(self._things, new) if verdicts.yes else []
        pairs = [Pair(*pair, likeness(*pair, self._weights), told=True) for pair in told]
        ours, theirs = {pair.earlier for pair in pairs}, without(new, [pair.later for pair in pairs])
        weighed = {
            (gone, thing): likeness(gone, thing, self._weights)
            for thing in theirs
            for gone in self._known.of(thing)
            if gone not in ours
        }
        sure = {pair: each.score for pair, each in weighed.items() if each.enough and each.score >= RESUMED}
        pairs += [
            Pair(*pair, weighed[pair]) for pair in best_pairs({pair: sure[pair] for pair in verdicts.allowed(sure)})
        ]
        for pair in pairs:
            del self._things[pair.earlier]
            self._known.remove(pair.earlier)
        return pairs

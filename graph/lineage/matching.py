"""Pairs of things of two editions, one carrying on the other."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.lineage.assignment import best_pairs
from graph.lineage.candidates import Candidates
from graph.lineage.likeness import Likeness, Weights, likeness
from graph.lineage.traits import Traits
from graph.lineage.verdicts import Verdicts
from ontology import rt
from ontology.iri import Iri

#: What holds other things, and by which predicate these say so: it is known by what it holds.
HOLDERS = {rt.FocusArea: rt.focusArea, rt.Goal: rt.goal}
#: How far it goes that all that continues has gone from the one holder to the other, and how many that must be.
MEMBERS, MEMBERS_ENOUGH = 0.75, 2
#: What is less like than this is not worth a mention.
NEAR = 0.25
#: Fewer numbered things tell nothing of whether a plan keeps its numbers.
FEW = 3

Votes = Mapping[tuple[Iri, Iri], float]
NO_VERDICTS = Verdicts()


@dataclass(frozen=True)
class Pair:
    """A later thing that carries on an earlier one; `branch` is rt.Split or rt.Merged where it is not the only one.

    `told` where a person said so.
    """

    earlier: Traits
    later: Traits
    likeness: Likeness
    branch: Iri | None = None
    told: bool = False


@dataclass(frozen=True)
class Nearest:
    """What was likest in words to a thing that is left over, and how like."""

    thing: Traits
    score: float


@dataclass(frozen=True)
class Matched:
    """The pairs of one kind, what is left over on both sides with what was likest to it, and what their words weigh."""

    pairs: tuple[Pair, ...]
    ended: tuple[Traits, ...]
    new: tuple[Traits, ...]
    nearest: Mapping[Traits, Nearest]
    weights: Weights


def match(
    earlier: Sequence[Traits],
    later: Sequence[Traits],
    votes: Votes | None = None,
    verdicts: Verdicts = NO_VERDICTS,
) -> Matched:
    """Which of the later ones carries on which of the earlier ones: what a person said, what is called the same, the best.

    `votes` are the shares of what continues that has gone from an earlier holder to a later one.
    """
    weights = Weights((*earlier, *later))
    told = verdicts.told(earlier, later)
    ours, theirs = without(earlier, [one for one, _ in told]), without(later, [other for _, other in told])
    same = list(verdicts.allowed(_called_the_same(ours, theirs)))
    kept = _kept(same)
    pairs = [Pair(*pair, likeness(*pair, weights, kept), told=True) for pair in told]
    pairs += [Pair(*pair, likeness(*pair, weights, kept)) for pair in same]
    left, right = without(earlier, [pair.earlier for pair in pairs]), without(later, [pair.later for pair in pairs])
    weighed = _weighed(left, right, weights, votes or {}, kept)
    enough = {pair: each.score for pair, each in weighed.items() if each.enough}
    found = best_pairs({pair: enough[pair] for pair in verdicts.allowed(enough)})
    pairs += [Pair(*pair, weighed[pair]) for pair in found]
    ended, new = without(left, [one for one, _ in found]), without(right, [other for _, other in found])
    return Matched(tuple(pairs), tuple(ended), tuple(new), _nearest(weighed), weights)


def votes(pairs: Iterable[Pair]) -> Votes:
    """The share of what continues from each holder that has gone to each later one."""
    gone: Counter[tuple[Iri, Iri]] = Counter()
    of: Counter[Iri] = Counter()
    for pair in pairs:
        for predicate in HOLDERS.values():
            for holder in pair.earlier.item.linked(predicate):
                of[holder] += 1
                gone.update((holder, other) for other in pair.later.item.linked(predicate))
    return {pair: count / of[pair[0]] for pair, count in gone.items() if of[pair[0]] >= MEMBERS_ENOUGH}


def _called_the_same(earlier: Sequence[Traits], later: Sequence[Traits]) -> list[tuple[Traits, Traits]]:
    """Those that are the same in all that is compared, in their order; then those whose name one bears in either edition."""
    twins = _one_to_one(
        earlier, later, lambda each: (each.item.label, each.full_name, each.number, each.text, each.context)
    )
    ours, theirs = without(earlier, [one for one, _ in twins]), without(later, [other for _, other in twins])
    return twins + _one_to_one(ours, theirs, _name, alone=True)


def _name(thing: Traits) -> str:
    """What has no name is known by its number."""
    return thing.folded_name or (f"number {thing.number}" if thing.number else "")


def _one_to_one(
    earlier: Iterable[Traits], later: Iterable[Traits], key: Callable[[Traits], Hashable], *, alone: bool = False
) -> list[tuple[Traits, Traits]]:
    """Things of one key, in their order, where either edition has as many of them, or one, if they must be `alone`."""
    ours, theirs = _by(key, earlier), _by(key, later)
    return [
        pair
        for each, ones in ours.items()
        if each and len(ones) == len(others := theirs.get(each, ())) and (len(ones) == 1 or not alone)
        for pair in zip(ones, others, strict=True)
    ]


def _by(key: Callable[[Traits], Hashable], things: Iterable[Traits]) -> dict[Hashable, list[Traits]]:
    gathered: defaultdict[Hashable, list[Traits]] = defaultdict(list)
    for each in things:
        gathered[key(each)].append(each)
    return gathered


def _kept(same: Sequence[tuple[Traits, Traits]]) -> float:
    """The share of pairs called the same that kept their number: 0 where a plan numbers anew."""
    numbered = [(one.number, other.number) for one, other in same if one.name and one.number and other.number]
    return sum(one == other for one, other in numbered) / len(numbered) if len(numbered) >= FEW else 1.0


def _weighed(
    earlier: Sequence[Traits], later: Sequence[Traits], weights: Weights, votes: Votes, kept: float
) -> dict[tuple[Traits, Traits], Likeness]:
    known = Candidates(later, weights)
    possible = [(one, other) for one in earlier for other in known.of(one)]
    if votes:
        by_iri = {each.item.iri: each for each in (*earlier, *later)}
        possible += [(by_iri[pair[0]], by_iri[pair[1]]) for pair in votes if by_iri.keys() >= set(pair)]
    return {
        pair: _voted(likeness(*pair, weights, kept), votes.get((pair[0].item.iri, pair[1].item.iri), 0))
        for pair in possible
    }


def _nearest(weighed: Mapping[tuple[Traits, Traits], Likeness]) -> dict[Traits, Nearest]:
    """What is likest to each, on either side."""
    nearest: dict[Traits, Nearest] = {}
    for (earlier, later), found in weighed.items():
        for one, other in ((earlier, later), (later, earlier)):
            if found.words >= NEAR and (one not in nearest or nearest[one].score < found.words):
                nearest[one] = Nearest(other, found.words)
    return nearest


def _voted(found: Likeness, vote: float) -> Likeness:
    if not vote:
        return found
    score = 1 - (1 - found.score) * (1 - MEMBERS * vote)
    return replace(found, score=score, name=max(found.name, vote), grounds=("members", *found.grounds))


def without(things: Iterable[Traits], gone: Iterable[Traits]) -> list[Traits]:
    """Those of some things that are not among others."""
    out = set(gone)
    return [each for each in things if each not in out]

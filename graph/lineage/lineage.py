"""The lineage of all that is in several editions: who carries on whom, what changed, and what lasts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.derived.items import Edition, Item, Items
from graph.derived.records import LineageLink, Thread
from graph.lineage import links
from graph.lineage.branches import merged, split
from graph.lineage.changes import changes
from graph.lineage.claims import Claims
from graph.lineage.gone import Gone
from graph.lineage.matching import HOLDERS, NO_VERDICTS, Matched, Pair, Votes, match, votes
from graph.lineage.series import Series, previous, series, steps
from graph.lineage.threads import Together, threads, through
from graph.lineage.traits import Traits, traits
from graph.lineage.verdicts import Verdicts
from graph.stretches import Triple
from ontology import rt
from ontology.iri import Iri

FAMILIES = (rt.Activity, rt.Assignment, rt.Measure, rt.BudgetLine, rt.ControlPoint, rt.Goal, rt.FocusArea)


@dataclass(frozen=True)
class Lineage:
    """Links and threads, and what else follows: each plan's previous edition, and all that a thing continues."""

    links: tuple[LineageLink, ...]
    threads: tuple[Thread, ...]
    others: tuple[Triple, ...]


def lineage(items: Items, claims: Claims | None = None, verdicts: Verdicts = NO_VERDICTS) -> Lineage:
    """What becomes of the things of every series of editions.

    `claims` are what plans say of what they leave out, `verdicts` what persons said of who carries on whom.
    """
    claims = claims or Claims()
    found = [_Lineage(items, each, claims, verdicts) for each in series(items.editions) if len(each) > 1]
    return Lineage(
        links=tuple(link for each in found for link in each.links),
        threads=tuple(thread for each in found for thread in each.threads()),
        others=tuple(triple for each in found for triple in each.others()),
    )


class _Lineage:
    """The lineage of one series, step by step from one edition to the next."""

    def __init__(self, items: Items, of: Series, claims: Claims, verdicts: Verdicts) -> None:
        self._items, self._series, self._claims, self._verdicts = items, of, claims, verdicts
        self._together = Together()
        self._gone: defaultdict[Iri, Gone] = defaultdict(Gone)
        self._bearers: defaultdict[tuple[Iri, str], list[Iri]] = defaultdict(list)
        self.links: list[LineageLink] = []
        things = {edition: self._traits(edition) for edition in of}
        for earlier, later in steps(of):
            self._remember(things[earlier])
            self._step(earlier, later, things[earlier], things[later])

    def threads(self) -> Iterator[Thread]:
        """A thread for all that hangs together."""
        yield from threads((item for edition in self._series for item in self._compared(edition)), self._together)

    def others(self) -> Iterator[Triple]:
        """Previous editions, and what is continued over several steps."""
        continues: defaultdict[Iri, list[Iri]] = defaultdict(list)
        for link in self.links:
            for later, _, earlier in link.flat():
                continues[later].append(Iri(str(earlier)))
        yield from previous(self._series)
        yield from through(continues)

    def _compared(self, edition: Edition) -> Iterator[Item]:
        for family in FAMILIES:
            yield from self._items.of_family(edition, family)

    def _traits(self, edition: Edition) -> Mapping[Iri, list[Traits]]:
        """What is compared, by class: those that hold others last."""
        by_kind: defaultdict[Iri, list[Traits]] = defaultdict(list)
        for item in self._compared(edition):
            by_kind[item.kind].append(traits(item, self._items))
        return by_kind

    def _remember(self, things: Mapping[Iri, list[Traits]]) -> None:
        """Which number was borne by what."""
        for kind, each in things.items():
            for thing in each:
                if thing.number:
                    self._bearers[kind, thing.number].append(thing.item.iri)

    def _step(
        self, earlier: Edition, later: Edition, before: Mapping[Iri, list[Traits]], after: Mapping[Iri, list[Traits]]
    ) -> None:
        matched: dict[Iri, Matched] = {}
        kinds = sorted({*before, *after}, key=lambda kind: (kind in HOLDERS, kind))
        for kind in kinds:
            before_it = (pair for each in matched.values() for pair in each.pairs)
            told: Votes = votes(before_it) if kind in HOLDERS else {}
            pairs = match(before.get(kind, []), after.get(kind, []), told, self._verdicts)
            matched[kind] = _branched(pairs, self._verdicts)
            self._join(matched[kind].pairs)
        for kind in kinds:
            self._tell(earlier, later, kind, matched[kind])

    def _join(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self._together.join(pair.later.item.iri, pair.earlier.item.iri)

    def _tell(self, earlier: Edition, later: Edition, kind: Iri, matched: Matched) -> None:
        """Make the links of one kind of thing, and keep in mind what is gone."""
        resumed = self._gone[kind].back(matched.new, self._verdicts)
        self._join(resumed)
        back = {pair.later for pair in resumed}
        others = links.same_label(matched.ended, (each for each in matched.new if each not in back))
        apart = {each for pair in others for each in pair}
        self.links += [self._continued(pair, resumed=False) for pair in matched.pairs]
        self.links += [self._continued(pair, resumed=True) for pair in resumed]
        self.links += [links.another_thing(*pair) for pair in others]
        for thing in matched.new:
            if thing not in back | apart:
                self.links.append(links.new(thing, earlier, matched.nearest.get(thing), self._other_bearer(thing)))
        for thing in matched.ended:
            if thing not in apart:
                said = self._claims.about(thing.item, later)
                self.links.append(links.ended(thing, later, matched.nearest.get(thing), said))
        self._gone[kind].add(matched.ended)

    def _continued(self, pair: Pair, *, resumed: bool) -> LineageLink:
        reused = self._other_bearer(pair.later) is not None
        kinds = changes(pair, self._together, resumed=resumed, number_reused=reused)
        return links.continued(pair, kinds, self._items)

    def _other_bearer(self, thing: Traits) -> Item | None:
        """What bore its number before, the last that did; None where it carries that on, or nothing did."""
        bearers = self._bearers.get((thing.item.kind, thing.number), []) if thing.number else []
        ours = self._together.group(thing.item.iri)
        if not bearers or any(self._together.group(each) == ours for each in bearers):
            return None
        return self._items.by_iri[bearers[-1]]


def _branched(matched: Matched, verdicts: Verdicts) -> Matched:
    """The same with what was split off and what was merged among the pairs, and no more among what is left over."""
    joined = _allowed(merged(matched.ended, matched.pairs, matched.weights), verdicts)
    parted = _allowed(split(matched.new, matched.pairs, matched.weights), verdicts)
    several = {pair.later for pair in joined}, {pair.earlier for pair in parted}
    pairs = [replace(pair, branch=_branch(pair, *several)) for pair in matched.pairs]
    pairs += [Pair(each.earlier, each.later, each.likeness, rt.Merged) for each in joined]
    pairs += [Pair(each.earlier, each.later, each.likeness, rt.Split) for each in parted]
    gone, come = {pair.earlier for pair in joined}, {pair.later for pair in parted}
    return Matched(
        pairs=tuple(pairs),
        ended=tuple(each for each in matched.ended if each not in gone),
        new=tuple(each for each in matched.new if each not in come),
        nearest=matched.nearest,
        weights=matched.weights,
    )


def _allowed(pairs: Iterable[Pair], verdicts: Verdicts) -> list[Pair]:
    """Those that nobody said no to."""
    return [pair for pair in pairs if (pair.earlier.item.iri, pair.later.item.iri) not in verdicts.no]


def _branch(pair: Pair, merged_into: set[Traits], split_from: set[Traits]) -> Iri | None:
    if pair.later in merged_into:
        return rt.Merged
    return rt.Split if pair.earlier in split_from else None

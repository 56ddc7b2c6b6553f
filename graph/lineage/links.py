"""The records of what became of things, each with grounds that a reader can judge at a glance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from graph.derived.items import Edition, Items
from graph.derived.records import LineageLink
from graph.lineage.changes import ORDER, renamed
from graph.lineage.claims import Claim
from graph.lineage.likeness import Weights, likeness
from graph.lineage.matching import Pair
from graph.lineage.traits import Traits
from ontology import rt
from ontology.iri import Iri


def same_label(ended: Iterable[Traits], new: Sequence[Traits]) -> list[tuple[Traits, Traits]]:
    """What has gone and what has come under the same label, without the one carrying on the other."""
    by_label: defaultdict[str, list[Traits]] = defaultdict(list)
    for each in new:
        by_label[each.item.label.casefold()].append(each)
    return [
        (one, by_label[label].pop(0)) for one in ended if by_label.get(label := one.item.label.casefold())
    ]


def continued(pair: Pair, kinds: tuple[Iri, ...], items: Items) -> LineageLink:
    earlier, later = pair.earlier.item, pair.later.item
    return LineageLink(
        iri=Iri(f"{later.iri}/lineage/{earlier.iri.rpartition('/')[2]}"),
        label=f"{earlier.label} → {later.label}",
        earlier=earlier.iri, later=later.iri, changes=kinds,
        confidence=_decimal(pair.likeness.score), method="+".join(pair.likeness.grounds) or "x", evidence="x",
    )


def another_thing(earlier: Traits, later: Traits, weights: Weights) -> LineageLink:
    return LineageLink(
        iri=Iri(f"{later.item.iri}/lineage"), label=later.item.label, earlier=earlier.item.iri, later=later.item.iri,
        changes=(rt.MeaningChanged, rt.NumberReused) if later.number else (rt.MeaningChanged,),
        confidence=_decimal(1 - likeness(earlier, later, weights).score), method="x", evidence="x")


def new(thing: Traits, edition: Edition, *, number_reused: bool) -> LineageLink:
    return LineageLink(
        iri=Iri(f"{thing.item.iri}/lineage"), label=thing.item.label, later=thing.item.iri,
        changes=(rt.New, rt.NumberReused) if number_reused else (rt.New,),
        confidence=_decimal(0.9), method="x", evidence="x")


def ended(thing: Traits, edition: Edition, claim: Claim | None) -> LineageLink:
    return LineageLink(
        iri=Iri(f"{thing.item.iri}/ended-{edition.year}"), label=thing.item.label, earlier=thing.item.iri,
        changes=(rt.Ended,),
        confidence=_decimal(0.9), method="x", evidence="x")


def _decimal(score: float) -> Decimal:
    return Decimal(str(round(min(max(score, 0.0), 0.99), 2)))

"""The records of what became of things, each with how sure it is and on what grounds."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from graph.derived.items import Edition, Item, Items
from graph.derived.records import LineageLink
from graph.lineage import evidence
from graph.lineage.claims import Said
from graph.lineage.matching import Nearest, Pair
from graph.lineage.traits import Traits
from ontology import rt
from ontology.iri import Iri

#: Nothing derived is quite certain; where only a number tells, it is even.
MOST, NUMBER_ALONE = 0.99, 0.5
MENTIONED = 0.5
#: The method of a link that a person told.
TOLD, SAID = "manual", "Sagt av en person. "
#: How sure it is that a thing has gone or come when nothing like it is found, and how much less the likest takes.
ALONE, NEAR = 0.95, 0.6


def same_label(ended: Iterable[Traits], new: Iterable[Traits]) -> list[tuple[Traits, Traits]]:
    """What has gone and what has come under the same label, without the one carrying on the other."""
    by_label: defaultdict[str, list[Traits]] = defaultdict(list)
    for each in new:
        by_label[each.item.label.casefold()].append(each)
    return [(one, by_label[label].pop(0)) for one in ended if by_label.get(label := one.item.label.casefold())]


def continued(pair: Pair, kinds: tuple[Iri, ...], items: Items) -> LineageLink:
    """That a later thing carries on an earlier one."""
    earlier, later = pair.earlier.item, pair.later.item
    named = pair.earlier.name or pair.later.name
    score, grounds = (pair.likeness.score if named else NUMBER_ALONE), "+".join(pair.likeness.grounds) or "title"
    return LineageLink(
        iri=_iri(later, f"lineage/{_short(earlier)}"),
        label=f"{_titled(earlier)} → {_titled(later)}",
        earlier=earlier.iri,
        later=later.iri,
        changes=kinds,
        confidence=_sure(MOST if pair.told else score),
        method=TOLD if pair.told else grounds,
        evidence=f"{SAID if pair.told else ''}{evidence.of_pair(pair, kinds, items)}",
    )


def another_thing(earlier: Traits, later: Traits) -> LineageLink:
    """That a label bears another thing than before."""
    return LineageLink(
        iri=_iri(later.item, f"lineage/{_short(earlier.item)}"),
        label=f"{_titled(earlier.item)} → {_titled(later.item)}",
        earlier=earlier.item.iri,
        later=later.item.iri,
        changes=(rt.MeaningChanged, rt.NumberReused) if later.number else (rt.MeaningChanged,),
        confidence=_sure(1 - (max(_alike(earlier, later), 0.05))),
        method="same-label+other-words",
        evidence=evidence.of_another(earlier, later),
    )


def new(thing: Traits, before: Edition, nearest: Nearest | None, bearer: Item | None) -> LineageLink:
    """That a thing is new; `bearer` is what bore its number before, where another thing did."""
    return LineageLink(
        iri=_iri(thing.item, "lineage/new"),
        label=f"→ {_titled(thing.item)}",
        later=thing.item.iri,
        changes=(rt.New, rt.NumberReused) if bearer else (rt.New,),
        confidence=_alone(nearest),
        method="nothing-alike",
        evidence=evidence.of_new(before, nearest.thing if nearest else None, bearer),
    )


def ended(thing: Traits, after: Edition, nearest: Nearest | None, said: Said) -> LineageLink:
    """That a thing has ended; what the later plan claims and what reports say stand beside."""
    return LineageLink(
        iri=_iri(thing.item, f"lineage/ended-{after.year}"),
        label=f"{_titled(thing.item)} →",
        earlier=thing.item.iri,
        changes=(rt.Ended,),
        confidence=_gone(nearest, said),
        method="nothing-alike+claimed" if said.claims else "nothing-alike",
        evidence=evidence.of_ended(after, nearest.thing if nearest else None, said),
        claimed_status=rt.Done if said.claims else None,
        claimed_in=tuple(each.passage for each in said.claims),
        reported_by=tuple(each.iri for each in said.reports),
    )


def _iri(item: Item, name: str) -> Iri:
    return Iri(f"{item.iri}/{name}")


def _short(item: Item) -> str:
    """The edition and the last part of a thing's name: enough to tell what one thing carries on."""
    return f"{item.edition.year}-{item.iri.rpartition('/')[2]}"


def _titled(item: Item) -> str:
    return f"{item.label} ({item.edition.year})"


def _alike(earlier: Traits, later: Traits) -> float:
    shared, whole = earlier.name_stems & later.name_stems, earlier.name_stems | later.name_stems
    return len(shared) / len(whole) if whole else 0.0


def _gone(nearest: Nearest | None, said: Said) -> Decimal:
    """How sure it is that a thing has ended: surer where the plan says so, less where its text still has the name."""
    if said.claims:
        return _sure(ALONE)
    return _sure(MENTIONED) if said.mentioned else _alone(nearest)


def _alone(nearest: Nearest | None) -> Decimal:
    return _sure(ALONE - NEAR * (nearest.score if nearest else 0.0))


def _sure(score: float) -> Decimal:
    return Decimal(str(round(min(max(score, 0.0), MOST), 2)))

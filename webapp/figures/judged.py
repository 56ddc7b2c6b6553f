"""Targets of a measure through its thread, with what is to be said of each; and which way is good."""

from dataclasses import dataclass

from graph.derived.items import Item
from graph.follow_up.direction import Better
from graph.follow_up.follow_up import Following
from graph.follow_up.targets import TargetRow
from graph.follow_up.ties import Route
from graph.follow_up.verdict import Verdict, Why
from ontology import rt
from ontology.iri import Iri
from webapp.wishes import with_suggested

#: What is worth knowing first: targets that were missed, those nobody can tell of, those that were met, those still open.
OPEN = frozenset({Why.NO_OUTCOME, Why.NO_YEAR})
#: The way that a target's own sign points.
POINTING = {
    rt.AtLeast: rt.Higher, rt.Above: rt.Higher, rt.Increase: rt.Higher,
    rt.AtMost: rt.Lower, rt.Below: rt.Lower, rt.Decrease: rt.Lower,
}  # fmt: skip


@dataclass(frozen=True)
class Direction:
    """Which way is good; `better` how that is known where the graph tells, else it is read off the targets' own signs."""

    way: Iri
    better: Better | None


def judged(known: Following, item: Item) -> tuple[TargetRow, ...]:
    """The targets of a measure and of its other editions, the latest year first; the same target only once."""
    found: dict[tuple[object, ...], TargetRow] = {}
    for one, tie in known.tied(item):
        if tie.route is not Route.SUGGESTED or with_suggested():
            for row in _rows(known, one):
                target = row.target
                found.setdefault(
                    (target.year, target.number, target.comparator, target.number is None and target.as_written), row
                )
    return tuple(sorted(found.values(), key=lambda row: (-(row.target.year or 0), row.target.iri)))


def _rows(known: Following, item: Item) -> tuple[TargetRow, ...]:
    return tuple(row for row in known.of(item.edition).targets if row.item is item)


def rests_on_suggestion(row: TargetRow) -> bool:
    """Whether what is said of a target holds only if a suggested link does."""
    return row.outcome is not None and row.outcome.tie.route is Route.SUGGESTED


def shown_verdict(row: TargetRow) -> Verdict:
    """The verdict, unless it rests on a suggestion while the address asks for none."""
    return row.judgement.verdict if with_suggested() or not rests_on_suggestion(row) else Verdict.CANNOT_TELL


def chief(rows: tuple[TargetRow, ...], item: Item) -> TargetRow | None:
    """The target to tell of first: of the measure itself, the latest whose year has an outcome, else the first to come."""
    own = [row for row in rows if row.item is item] or list(rows)
    told = [row for row in own if row.judgement.why not in OPEN]
    return told[0] if told else own[-1] if own else None


def direction(known: Following, item: Item, rows: tuple[TargetRow, ...]) -> Direction | None:
    """Which way is good; None where nothing tells, or targets point both ways."""
    if better := known.better(item):
        return Direction(better.way, better)
    ways = {POINTING[row.target.comparator] for row in rows if row.target.comparator in POINTING}
    return Direction(ways.pop(), None) if len(ways) == 1 else None

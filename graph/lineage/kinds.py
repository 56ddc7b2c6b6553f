"""The kinds of change between two editions, and their order where several are named."""

from collections.abc import Iterable

from ontology import rt
from ontology.iri import Iri

#: Those that tell how a thing came or went, then what differs.
ORDER = (
    rt.MeaningChanged, rt.New, rt.Ended, rt.Split, rt.Merged, rt.Resumed, rt.Moved, rt.Renamed, rt.Reworded,
    rt.TargetChanged, rt.NumberReused, rt.Unchanged,
)  # fmt: skip


def in_order(kinds: Iterable[Iri]) -> tuple[Iri, ...]:
    """Kinds of change, each once, the weightiest first; that nothing changed only where nothing did."""
    found = set(kinds)
    return tuple(kind for kind in ORDER if kind in found and (kind != rt.Unchanged or len(found) == 1))

"""What hangs in the air as a table: a row a gap, with the surest suggestion that would fill it."""

from collections.abc import Iterable, Iterator

from graph.answer import Answer, Value
from graph.assignments import Edition as Plan
from graph.chains.gaps import Gap

COLUMNS = (
    "edition", "organisation", "lack", "focus_area", "class", "thing", "iri", "line", "suggested", "suggested_iri",
    "confidence", "evidence",
)  # fmt: skip


def table(found: Iterable[tuple[Plan, Iterable[Gap]]]) -> Answer:
    """The gaps of some plans."""
    return Answer(COLUMNS, tuple(row for plan, gaps in found for row in _rows(plan, gaps)))


def _rows(plan: Plan, found: Iterable[Gap]) -> Iterator[tuple[Value, ...]]:
    for each in found:
        own = (
            plan.year, plan.organisation, each.lack.value, "; ".join(one.label for one in each.areas) or None,
            each.item.kind.local, each.item.label, each.item.iri, each.item.line,
        )  # fmt: skip
        best = each.filled[0] if each.filled else None
        yield (*own, best.item.label, best.item.iri, best.confidence, best.evidence) if best else (*own, *[None] * 4)

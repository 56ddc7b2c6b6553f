"""What a report tells of and a plan plans: rows of an annual report and the plans' activities, measures, lines and goals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from graph.derived.items import Edition, Item, Items
from graph.likeness import Likeness
from graph.suggesting.candidates import Candidates
from graph.suggesting.grounds import evidence, method
from graph.suggesting.members import Members
from graph.suggesting.suggestion import Relation, Suggestion, confidence, cut
from graph.suggesting.weighing import SURE, Scales, Weighed, chosen, contested
from graph.suggesting.wording import Wordings, called
from ontology import rt
from ontology.iri import Iri

REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})
#: A report and a plan further apart in years speak of different work.
YEARS = 2
#: What a report's thing can be in a plan: first what is of the same sort, then what it can be told of as.
#: What others belong to comes after those.
SORTS: dict[Iri, tuple[frozenset[Iri], frozenset[Iri]]] = {
    rt.Activity: (
        frozenset({rt.Activity, rt.Assignment, rt.BoardAssignment}),
        frozenset({rt.PropertyInvestmentLine, rt.InvestmentLine, rt.GrantLine, rt.AppropriationLine, rt.Indicator}),
    ),
    rt.Indicator: (frozenset({rt.Indicator}), frozenset()),
    rt.SavingLine: (
        frozenset({rt.SavingLine}),
        frozenset({rt.Activity, rt.Assignment, rt.BoardAssignment, rt.Indicator, rt.ControlPoint}),
    ),
    rt.ControlPoint: (frozenset({rt.ControlPoint}), frozenset()),
    rt.InvestmentLine: (frozenset({rt.InvestmentLine, rt.PropertyInvestmentLine}), frozenset()),
    rt.GrantLine: (frozenset({rt.GrantLine, rt.AppropriationLine}), frozenset()),
    rt.Goal: (frozenset({rt.Goal}), frozenset()),
    rt.FocusArea: (frozenset({rt.FocusArea}), frozenset()),
    rt.Perspective: (frozenset({rt.Perspective}), frozenset()),
    rt.Assignment: (frozenset({rt.Assignment}), frozenset()),
}


def suggest(items: Items, likeness: Likeness) -> Iterator[Suggestion]:
    """The undertakings of plans that each report's rows tell of, by report, plan and row."""
    wordings = Wordings(items, likeness)
    for report in items.editions:
        if report.kind in REPORTS:
            for plan in items.editions:
                if _of_one(report, plan):
                    yield from map(_suggestion, _between(items, report, plan, wordings))


def _of_one(report: Edition, plan: Edition) -> bool:
    same = plan.kind not in REPORTS and plan.organisation == report.organisation
    return same and abs(plan.year - report.year) <= YEARS


def _between(items: Items, report: Edition, plan: Edition, wordings: Wordings) -> Iterator[Weighed]:
    told, planned = items.of(report), items.of(plan)
    members = Members()
    scales = Scales(items, wordings, members)
    for kind, sorts in SORTS.items():
        rows = [item for item in told if item.kind == kind and not item.linked(rt.sumOf)]
        weighed: list[Weighed] = []
        for other, sort in enumerate(sorts):
            there = [item for item in planned if item.kind in sort and not item.linked(rt.sumOf)]
            for row, candidates in _candidates(rows, there, wordings, members):
                weighed += (scales.weigh(row, each, other_sort=bool(other)) for each in candidates)
        found = chosen(contested(weighed))
        members.add((pair.here, pair.there) for pair in found if pair.likely >= SURE)
        yield from found


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


def _suggestion(pair: Weighed) -> Suggestion:
    return Suggestion(
        subject=pair.here.iri,
        object=pair.there.iri,
        relation=rt.SameUndertaking,
        confidence=confidence(pair.likely),
        method="+".join(method(pair)),
        evidence=cut(evidence(pair)),
    )


RELATION = Relation(rt.SameUndertaking, suggest)

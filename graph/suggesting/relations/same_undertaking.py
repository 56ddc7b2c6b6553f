"""What a report tells of and a plan plans: rows of an annual report and the plans' activities, measures, lines and goals."""

from collections import Counter
from collections.abc import Iterator

from graph.derived.items import Edition, Item, Items
from graph.likeness import Likeness
from graph.suggesting.candidates import Candidates
from graph.suggesting.grounds import evidence, method
from graph.suggesting.suggestion import Relation, Suggestion, confidence, cut
from graph.suggesting.weighing import Scales, Weighed, chosen, contested
from graph.suggesting.wording import Wordings
from ontology import rt
from ontology.iri import Iri

REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})
#: A report and a plan further apart in years speak of different work.
YEARS = 2
#: What a report's thing can be in a plan: first what is of the same sort, then what it can be told of as.
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
}


def suggest(items: Items, likeness: Likeness) -> Iterator[Suggestion]:
    """The undertakings of plans that each report's rows tell of, by report, plan and row."""
    wordings = Wordings(items, likeness)
    scales = Scales(items, wordings)
    for report in items.editions:
        if report.kind in REPORTS:
            for plan in items.editions:
                if _of_one(report, plan):
                    yield from map(_suggestion, _between(items, report, plan, wordings, scales))


def _of_one(report: Edition, plan: Edition) -> bool:
    same = plan.kind not in REPORTS and plan.organisation == report.organisation
    return same and abs(plan.year - report.year) <= YEARS


def _between(items: Items, report: Edition, plan: Edition, wordings: Wordings, scales: Scales) -> Iterator[Weighed]:
    told, planned = items.of(report), items.of(plan)
    for kind, sorts in SORTS.items():
        rows = [item for item in told if item.kind == kind and _tells(item)]
        weighed: list[Weighed] = []
        for other, sort in enumerate(sorts):
            candidates = Candidates([item for item in planned if item.kind in sort and _tells(item)], wordings)
            turns: Counter[str] = Counter()
            for row in rows:
                key = wordings.of(row).key
                weighed += (scales.weigh(row, each, other_sort=bool(other)) for each in candidates.of(row, turns[key]))
                turns[key] += 1
        yield from chosen(contested(weighed))


def _tells(item: Item) -> bool:
    """Whether a thing tells what it is: not one that is only referred to, nor a sum of others."""
    return bool(item.title or item.description) and not item.linked(rt.sumOf)


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

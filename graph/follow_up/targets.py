"""A plan's targets against outcomes, out of the same document and out of others that tell of the same measure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.derived.items import Figure, Item, Items
from graph.follow_up.direction import Better, better, by_judgement
from graph.follow_up.reports import Said
from graph.follow_up.ties import Route, Tie, Ties
from graph.follow_up.verdict import Case, Judgement, judge
from ontology import rt
from ontology.iri import Iri


@dataclass(frozen=True)
class Outcome:
    """An outcome of a measure, where it stands and how that is tied to the plan's own measure."""

    figure: Figure
    item: Item
    tie: Tie


@dataclass(frozen=True)
class TargetRow:
    """A target of a measure: the outcome of its year it was judged by, what is to be said, and the latest outcome before."""

    item: Item
    target: Figure
    outcome: Outcome | None
    judgement: Judgement
    latest: Outcome | None


def target_rows(
    measures: Iterable[Item], ties: Ties, items: Items, said: Mapping[Iri, list[Said]]
) -> Iterator[TargetRow]:
    """The targets of some measures, each with what became of it."""
    for item in measures:
        targets = [each for each in item.figures if each.role == rt.Target]
        if targets:
            alike = tied(item, ties, items)
            outcomes = sorted(_of_role(rt.Outcome, alike), key=_preferred)
            way = way_of(alike, said)
            benchmarks = tuple(_of_role(rt.Benchmark, alike))
            for target in targets:
                yield _row(item, target, outcomes, benchmarks, way)


def _row(
    item: Item, target: Figure, outcomes: list[Outcome], benchmarks: tuple[Outcome, ...], way: Better | None
) -> TargetRow:
    of_year = [each for each in outcomes if target.year is not None and each.figure.year == target.year]
    chosen = _chosen(of_year)
    earlier = [each for each in outcomes if each.figure.year and target.year and each.figure.year < target.year]
    start = _latest([each for each in earlier if not each.figure.part_of_year])
    case = Case(
        target=target,
        outcomes=[each.figure for each in chosen],
        better=way,
        start=start.figure if start else None,
        benchmark=next((each.figure for each in benchmarks if each.figure.year == target.year), None),
    )
    return TargetRow(item, target, chosen[0] if chosen else None, judge(case), _latest(earlier))


def _of_role(role: Iri, alike: Iterable[tuple[Item, Tie]]) -> Iterator[Outcome]:
    for item, tie in alike:
        yield from (Outcome(figure, item, tie) for figure in item.figures if figure.role == role)


def _preferred(outcome: Outcome) -> tuple[object, ...]:
    """Whole years first, then what is surest tied, then what the latest document says."""
    figure, edition = outcome.figure, outcome.item.edition
    return figure.part_of_year, outcome.tie.rank, -edition.year, outcome.item.line, figure.iri


def _chosen(of_year: list[Outcome]) -> list[Outcome]:
    """The outcomes that one measure of one document gives: those of the first."""
    return [each for each in of_year if (each.item, each.figure.part_of_year) == _which(of_year[0])]


def _which(outcome: Outcome) -> tuple[Item, bool]:
    return outcome.item, outcome.figure.part_of_year


def _latest(outcomes: list[Outcome]) -> Outcome | None:
    """The outcome of the latest year, the preferred one of those."""
    return max(outcomes, key=lambda each: each.figure.year or 0, default=None)


def tied(item: Item, ties: Ties, items: Items) -> list[tuple[Item, Tie]]:
    """All that tells of a thing, the surest first: itself, then what is tied to it."""
    return [(items.by_iri[tie.thing], tie) for tie in ties.of(item.iri) if tie.thing in items.by_iri]


def way_of(alike: list[tuple[Item, Tie]], said: Mapping[Iri, list[Said]]) -> Better | None:
    """Which way is good for a measure, by all that tells of it (as of `tied`)."""
    own = [item for item, _ in alike]
    stated = [way for item in own for way in item.linked(rt.betterDirection)]
    judged = [
        way
        for item in own
        for each in said.get(item.iri, [])
        if (way := by_judgement(each.status, _outcomes(item), each.year or item.edition.year))
    ]
    return better(
        stated, judged, [pair for item, tie in alike if tie.route is not Route.SUGGESTED for pair in _begun(item)]
    )


def _outcomes(item: Item) -> list[Figure]:
    return [each for each in item.figures if each.role == rt.Outcome]


def _begun(item: Item) -> Iterator[tuple[Figure, Figure]]:
    """A measure's targets in numbers, each with the latest outcome of a whole year before."""
    for target in item.figures:
        if target.role == rt.Target and target.comparator in (rt.Equals, None) and target.target_kind is None:
            before = [
                each
                for each in _outcomes(item)
                if each.year and target.year and each.year < target.year and not each.part_of_year
            ]
            years = {each.year for each in before}
            latest = [each for each in before if each.year == max(years, key=lambda year: year or 0)]
            if len(latest) == 1:
                yield latest[0], target

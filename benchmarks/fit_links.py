"""Fits the weights of links within a plan to the judged pairs, and prints them as `graph/suggesting/within/weights.toml` has them.

    python -m benchmarks.fit_links

A logistic regression by plain gradient descent, no weight below nought but that which is always added, so that more
reasons never make less likely. Pairs that nobody judged are held to be wrong, with less say: all that looked right were
judged. Then the odds are stretched to be true of those judged pairs that are likely enough to be suggested at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from benchmarks.documents import documents, read
from benchmarks.keys import KEYS, RELATIONS, RIGHT, end, key
from benchmarks.links import items_of
from graph.derived.items import Items
from graph.likeness import Likeness
from graph.suggesting.relations import funded_by, measured_by
from graph.suggesting.within.links import Objects, found
from graph.suggesting.within.odds import features, probability
from ontology import rt
from ontology.iri import Iri

OBJECTS: dict[Iri, Objects] = {rt.MeasuredBy: measured_by.indicators, rt.FundedBy: funded_by.lines}
ALWAYS = "always"
UNJUDGED, RIDGE, STEPS, RATE = 0.5, 0.001, 3_000, 0.5
#: Log-odds of what is likely enough.
ENOUGH = -0.6


@dataclass(frozen=True)
class Case:
    """A pair's features, whether it is right, how much say it has, and whether somebody judged it."""

    features: dict[str, float]
    right: bool
    say: float
    judged: bool


def main() -> None:
    """Print the weights by relation."""
    items = items_of(map(read, documents()))
    for relation in OBJECTS:
        cases = tuple(_cases(items, relation))
        click.echo(f"[{relation.local}]")
        for name, weight in _calibrated(cases, _fitted(cases)).items():
            click.echo(f"{name} = {weight:.2f}")
        click.echo()


def _cases(items: Items, relation: Iri) -> Iterable[Case]:
    judged = key(KEYS / RELATIONS[relation][0])
    for _, pairs in found(items, Likeness(items.all), OBJECTS[relation]):
        for pair in pairs:
            known = judged.get((end(pair.subject.iri), end(pair.object.iri)))
            right = known is not None and known.judgement in RIGHT
            yield Case(features(pair), right, 1.0 if known else UNJUDGED, known is not None)


def _fitted(cases: Sequence[Case]) -> dict[str, float]:
    weights = dict.fromkeys(cases[0].features, 0.0)
    total = sum(case.say for case in cases)
    for _ in range(STEPS):
        slopes = dict.fromkeys(weights, 0.0)
        for case in cases:
            miss = case.say * (probability(_odds(case, weights)) - case.right)
            for name, value in case.features.items():
                slopes[name] += miss * value
        for name, slope in slopes.items():
            stepped = weights[name] - RATE * (slope / total + RIDGE * weights[name])
            weights[name] = stepped if name == ALWAYS else max(0.0, stepped)
    return weights


def _calibrated(cases: Iterable[Case], weights: dict[str, float]) -> dict[str, float]:
    """The weights stretched and shifted so that their odds are true of the judged pairs that are likely enough."""
    told = [(odds, case.right) for case in cases if case.judged and (odds := _odds(case, weights)) >= ENOUGH]
    stretch, shift = 1.0, 0.0
    for _ in range(STEPS):
        misses = [(probability(stretch * odds + shift) - right, odds) for odds, right in told]
        stretch -= RATE / 4 * sum(miss * odds for miss, odds in misses) / len(told)
        shift -= RATE / 4 * sum(miss for miss, _ in misses) / len(told)
    return {name: stretch * weight + shift * (name == ALWAYS) for name, weight in weights.items()}


def _odds(case: Case, weights: dict[str, float]) -> float:
    return sum(weights[name] * value for name, value in case.features.items())


if __name__ == "__main__":
    main()

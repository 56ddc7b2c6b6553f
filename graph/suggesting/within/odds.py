"""How likely it is that a pair is rightly linked, by weights fitted to judged pairs."""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

from graph.suggesting.within.pairs import Pair
from ontology import rt

WEIGHTS = Path(__file__).with_name("weights.toml")
#: Lines whose money is meant for something.
EARMARKED = frozenset({rt.GrantLine, rt.AppropriationLine, rt.InitiativeLine, rt.SavingLine, rt.FrameChangeLine})


def features(pair: Pair) -> dict[str, float]:
    """What is weighed of a pair, each 0–1."""
    return {
        "always": 1.0,
        "strength": pair.strength,
        "strongest": pair.matches[0].weight if pair.matches else 0.0,
        "object_covered": pair.object_covered,
        "subject_covered": pair.subject_covered,
        "figure": pair.told.alone if pair.told else 0.0,
        "for_subject": pair.for_subject,
        "for_object": pair.for_object,
        "goal": pair.aimed,
        "earmarked": float(pair.object.kind in EARMARKED),
    }


def likely(pair: Pair, relation: str) -> float:
    """How likely it is (0–1) that a pair is rightly linked by a relation, named as in `weights.toml`."""
    told = weights()[relation]
    return probability(sum(told[name] * value for name, value in features(pair).items()))


def probability(odds: float) -> float:
    """What log-odds mean."""
    return 1 / (1 + exp(-odds))


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of the features by relation; how they were fitted is told in the file."""
    return tomllib.loads(WEIGHTS.read_text("utf-8"))

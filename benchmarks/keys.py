"""Keys: pairs that a person judged, and what suggestions are worth against them."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import ROOT
from graph.suggesting import Suggestion
from ontology import rt
from ontology.iri import Iri

KEYS = ROOT / "tests" / "data" / "links"
CLEAR, PLAUSIBLE, WRONG = "clear", "plausible", "wrong"
RIGHT = (CLEAR, PLAUSIBLE)
#: Keys by relation: of real documents, and of invented ones.
RELATIONS = {
    rt.MeasuredBy: ("measured-by.csv", "measured-by-held-out.csv"),
    rt.FundedBy: ("funded-by.csv", "funded-by-held-out.csv"),
    rt.SameUndertaking: ("same-undertaking.csv", "same-undertaking-invented.csv"),
    rt.ElaboratedBy: ("elaborated-by.csv", "elaborated-by-invented.csv"),
    rt.ComparableWith: ("comparable-with.csv", "comparable-invented.csv"),
}
#: Bands of confidence, from and below.
BANDS = ((0.8, 1.01), (0.65, 0.8), (0.5, 0.65), (0.0, 0.5))
Ends = tuple[str, str]


@dataclass(frozen=True)
class Judged:
    """A judged pair: `blind` where it was judged before anything was suggested."""

    judgement: str
    blind: bool


@dataclass(frozen=True)
class Band:
    """What the suggestions of a band of confidence were judged to be; "" counts those that nobody judged."""

    least: float
    judgements: Mapping[str, int]

    @property
    def judged(self) -> int:
        """How many of them were judged."""
        return sum(count for judgement, count in self.judgements.items() if judgement)

    @property
    def right(self) -> int:
        """How many of them are clear or plausible."""
        return sum(self.judgements.get(judgement, 0) for judgement in RIGHT)


def key(path: Path) -> dict[Ends, Judged]:
    """The judged pairs of a file, by the ends of their names; two regions' things that aren't comparable are wrong."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["subject"], row["object"]): Judged(_judgement(row), row.get("judged", "blind") == "blind")
            for row in csv.DictReader(lines)
        }


def bands(suggestions: Iterable[Suggestion], judged: Mapping[Ends, Judged]) -> tuple[Band, ...]:
    """The suggestions of a relation by confidence."""
    counted: dict[float, Counter[str]] = {least: Counter() for least, _ in BANDS}
    for each in suggestions:
        pair = judged.get((end(each.subject), end(each.object)))
        least = next(least for least, above in BANDS if least <= each.confidence < above)
        counted[least][pair.judgement if pair else ""] += 1
    return tuple(Band(least, counted[least]) for least, _ in BANDS)


def found(suggestions: Iterable[Suggestion], judged: Mapping[Ends, Judged], judgement: str, least: float) -> float:
    """The share, of the blindly judged pairs with a judgement, that is suggested so surely."""
    sure = {(end(each.subject), end(each.object)) for each in suggestions if each.confidence >= least}
    wanted = [pair for pair, each in judged.items() if each.blind and each.judgement == judgement]
    return sum(pair in sure for pair in wanted) / len(wanted) if wanted else 1.0


def end(iri: Iri) -> str:
    """The end of a name: what stands behind the base that all have."""
    return iri.partition("/id/")[2]


def _judgement(row: Mapping[str, str]) -> str:
    if "judgement" in row:
        return row["judgement"]
    return WRONG if row["grade"] == "NotComparable" else CLEAR if row["clear"] == "yes" else PLAUSIBLE

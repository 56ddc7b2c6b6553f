"""What a suggestion is, and what a relation between things is that suggestions are made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from graph.derived.items import Items
from graph.likeness import Likeness
from ontology.iri import Iri

#: A suggestion less sure than this is none.
LEAST = Decimal("0.30")
#: No suggestion is surer: no document states it.
MOST = Decimal("0.97")
#: Evidence has no more characters.
LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A link that no document states: from whom to what, how sure (0–1), by what method and on what grounds, in Swedish."""

    subject: Iri
    object: Iri
    relation: Iri
    confidence: Decimal
    method: str
    evidence: str
    grade: Iri | None = None


@dataclass(frozen=True)
class Relation:
    """A kind of link: its name, and what suggests such links between things by how alike they are."""

    iri: Iri
    suggest: Callable[[Items, Likeness], Iterable[Suggestion]]


def confidence(likely: float) -> Decimal:
    """How sure, with two decimals and at most MOST."""
    return min(MOST, Decimal(likely).quantize(Decimal("0.01"), ROUND_HALF_UP))


def cut(evidence: str) -> str:
    """Evidence no longer than a glance; what is cut off ends in dots."""
    return evidence if len(evidence) <= LONGEST else evidence[: LONGEST - 1].rstrip(" ,.;") + "…"

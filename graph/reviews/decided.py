"""Suggestions as the graph holds them: each with what a person decided of it, and those that only persons hold on to."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from graph.derived.records import SuggestedLink
from graph.iris import Minter
from graph.reviews.decision import TURNED, Decision, Reviews, key_of
from graph.suggesting.suggestion import Suggestion
from graph.vocabulary import called
from ontology import rt
from ontology.iri import Iri

#: The method of a link that a person made.
MANUAL = "manual"
BY_HAND = "Gjord för hand."
LOST = "Beslutad tidigare; föreslås inte längre."


def decided(
    suggestions: Iterable[Suggestion], reviews: Reviews, labels: Mapping[Iri, str], minter: Minter
) -> tuple[SuggestedLink, ...]:
    """All links: what is suggested, with each one's review, then what was decided and is suggested no more.

    `labels` are of all things that documents state: a decision on others is left out, and stays in its file.
    """
    given = tuple(suggestions)
    suggested = {key_of(each.subject, each.relation, each.object) for each in given}
    held = (each for each in reviews if each.key not in suggested and each.relation != rt.continues)
    return (
        *(_reviewed(each, reviews, labels, minter) for each in given),
        *(_kept(each, labels, minter) for each in held if each.subject in labels and each.object in labels),
    )


def _reviewed(each: Suggestion, reviews: Reviews, labels: Mapping[Iri, str], minter: Minter) -> SuggestedLink:
    decision = reviews.by_key.get(key_of(each.subject, each.relation, each.object))
    return SuggestedLink(
        iri=minter.suggestion(each.subject, each.relation, each.object),
        label=_label(each.subject, each.relation, each.object, labels),
        subject=each.subject,
        object=each.object,
        relation=each.relation,
        grade=decision.grade if decision and decision.by_hand else each.grade,
        confidence=each.confidence,
        method=each.method,
        evidence=each.evidence,
        review=decision.verdict if decision else rt.Unreviewed,
    )


def _kept(decision: Decision, labels: Mapping[Iri, str], minter: Minter) -> SuggestedLink:
    """A link that only its decision still speaks of; a person's own yes is as sure as can be."""
    return SuggestedLink(
        iri=minter.suggestion(*decision.key),
        label=_label(*decision.key, labels),
        subject=decision.subject,
        object=decision.object,
        relation=decision.relation,
        grade=decision.grade,
        confidence=Decimal(decision.accepted) if decision.confidence is None else decision.confidence,
        method=decision.method or MANUAL,
        evidence=decision.evidence or (BY_HAND if decision.by_hand else LOST),
        review=decision.verdict,
    )


def _label(subject: Iri, relation: Iri, other: Iri, labels: Mapping[Iri, str]) -> str:
    first, last = (other, subject) if relation in TURNED else (subject, other)
    return f"{labels.get(first, first)} – {called(relation, 'sv')} – {labels.get(last, last)}"

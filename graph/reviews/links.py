"""The links there are to decide upon, as the graph and the decisions tell them, the most valuable to look at first.

A yes or no is worth most where the suggestion could as well be right as wrong, and where much hangs on it:

    value = 4 × confidence × (1 − confidence) × log2(2 + the number of things tied to either side)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from math import log2

from graph.network import RESTS_ON
from graph.reviews.decision import TURNED, Decision, Key, Reviews, key_of
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

LINKS = f"""
SELECT DISTINCT ?subject ?relation ?object ?subjectLabel ?objectLabel ?grade ?confidence ?method ?evidence ?review WHERE {{
  GRAPH ?suggestions {{
    ?link a <{rt.SuggestedLink}> ; <{rt.subject}> ?subject ; <{rt.object_}> ?object ; <{rt.relation}> ?relation ;
          <{rt.confidence}> ?confidence ; <{rt.method}> ?method ; <{rt.evidence}> ?evidence ; <{rt.review}> ?review
    OPTIONAL {{ ?link <{rt.grade}> ?grade }} }}
  OPTIONAL {{ ?subject <{Rdfs.label}> ?subjectLabel }} OPTIONAL {{ ?object <{Rdfs.label}> ?objectLabel }}
}} ORDER BY ?subject ?relation ?object"""
CONTINUED = f"""
SELECT DISTINCT ?later ?earlier ?laterLabel ?earlierLabel ?confidence ?method ?evidence WHERE {{
  GRAPH ?lineage {{
    ?link a <{rt.LineageLink}> ; <{rt.to}> ?later ; <{rt.from_}> ?earlier ; <{rt.confidence}> ?confidence ;
          <{rt.method}> ?method ; <{rt.evidence}> ?evidence .
    ?later <{rt.continues}> ?earlier }}
  OPTIONAL {{ ?later <{Rdfs.label}> ?laterLabel }} OPTIONAL {{ ?earlier <{Rdfs.label}> ?earlierLabel }}
}} ORDER BY ?later ?earlier"""
TIES = f"""
SELECT DISTINCT ?from ?to WHERE {{
  VALUES ?tie {{ {" ".join(f"<{tie}>" for tie in sorted(RESTS_ON))} }}
  ?from ?tie ?to }}"""


@dataclass(frozen=True)
class Link:
    """A suggested or decided link, with what its two sides are called; `review` is what was decided, if anything."""

    subject: Iri
    relation: Iri
    object: Iri
    subject_label: str
    object_label: str
    grade: Iri | None
    confidence: Decimal
    method: str
    evidence: str
    review: Iri
    value: float = 0

    @property
    def ends(self) -> tuple[tuple[Iri, str], tuple[Iri, str]]:
        """Both sides with their labels, in the order that the relation is read in."""
        there, here = (self.subject, self.subject_label), (self.object, self.object_label)
        return (here, there) if self.relation in TURNED else (there, here)

    @property
    def key(self) -> Key:
        """What a decision on it is about."""
        return key_of(self.subject, self.relation, self.object)


def links(view: View, reviews: Reviews) -> tuple[Link, ...]:
    """All links that are suggested, and what carries on what, with what was decided since; the most valuable first."""
    return tuple(_reviewed(link, reviews) for link in suggested(view))


def suggested(view: View) -> tuple[Link, ...]:
    """The same without what was decided."""
    ties = _ties(view)
    every = (*_links(view), *_continued(view))
    found = [replace(each, value=value(each.confidence, ties[each.subject] + ties[each.object])) for each in every]
    return tuple(sorted(found, key=lambda link: (-link.value, link.key)))


def decided_upon(found: Iterable[Link], reviews: Reviews) -> tuple[Link, ...]:
    """Links with what was decided of them since, then those that only decisions speak of."""
    reviewed = tuple(_reviewed(link, reviews) for link in found)
    keys = {link.key for link in reviewed}
    return (*reviewed, *(manual(decision) for decision in reviews if decision.key not in keys))


def _links(view: View) -> Iterator[Link]:
    for subject, relation, other, from_, to, grade, confidence, method, evidence, review in view.select(LINKS).rows:
        yield Link(
            Iri(str(subject)),
            Iri(str(relation)),
            Iri(str(other)),
            str(from_ or subject),
            str(to or other),
            Iri(str(grade)) if grade else None,
            Decimal(str(confidence)),
            str(method),
            str(evidence),
            Iri(str(review)),
        )


def _continued(view: View) -> Iterator[Link]:
    """Which later thing carries on which earlier one."""
    for later, earlier, from_, to, confidence, method, evidence in view.select(CONTINUED).rows:
        yield Link(
            Iri(str(later)),
            rt.continues,
            Iri(str(earlier)),
            str(from_ or later),
            str(to or earlier),
            None,
            Decimal(str(confidence)),
            str(method),
            str(evidence),
            rt.Unreviewed,
        )


def _reviewed(link: Link, reviews: Reviews) -> Link:
    """A link as it is decided upon; one that a person corrected has that person's grade."""
    decision = reviews.by_key.get(link.key)
    grade = decision.grade if decision and decision.by_hand else link.grade
    return replace(link, review=decision.verdict if decision else rt.Unreviewed, grade=grade)


def value(confidence: Decimal, tied: int) -> float:
    """What a person's answer is worth, for a suggestion so sure and with so many things tied to its sides."""
    sure = float(confidence)
    return 4 * sure * (1 - sure) * log2(2 + tied)


def _ties(view: View) -> Counter[Iri]:
    """How many things each thing is tied to, by what rests on what."""
    return Counter(Iri(str(end)) for row in view.select(TIES).rows for end in row)


def manual(decision: Decision) -> Link:
    """A decision as a link, for those that the graph does not hold."""
    return Link(
        decision.subject,
        decision.relation,
        decision.object,
        decision.subject_label or decision.subject,
        decision.object_label or decision.object,
        decision.grade,
        Decimal(decision.accepted) if decision.confidence is None else decision.confidence,
        decision.method,
        decision.evidence,
        decision.verdict,
    )

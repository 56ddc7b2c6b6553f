"""The links that were derived, as they stand in a version: threads through years, and what no document states."""

from collections.abc import Iterator
from decimal import Decimal

from graph.answer import Value
from graph.derived.records import NOT_CARRIED_ON, LineageLink, SuggestedLink
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

SUGGESTED = f"""
SELECT DISTINCT ?link ?label ?subject ?object ?relation ?grade ?confidence ?method ?evidence ?review WHERE {{
  ?link a <{rt.SuggestedLink}> ; <{rt.subject}> ?subject ; <{rt.object_}> ?object ; <{rt.relation}> ?relation ;
        <{rt.confidence}> ?confidence .
  OPTIONAL {{ ?link <{Rdfs.label}> ?label }} OPTIONAL {{ ?link <{rt.method}> ?method }}
  OPTIONAL {{ ?link <{rt.evidence}> ?evidence }} OPTIONAL {{ ?link <{rt.review}> ?review }}
  OPTIONAL {{ ?link <{rt.grade}> ?grade }} }} ORDER BY ?link"""
LINEAGE = f"""
SELECT DISTINCT ?link ?label ?earlier ?later ?change ?confidence ?method ?evidence WHERE {{
  ?link a <{rt.LineageLink}> ; <{rt.from_}> ?earlier ; <{rt.to}> ?later ; <{rt.confidence}> ?confidence .
  OPTIONAL {{ ?link <{rt.change}> ?change }} OPTIONAL {{ ?link <{Rdfs.label}> ?label }}
  OPTIONAL {{ ?link <{rt.method}> ?method }} OPTIONAL {{ ?link <{rt.evidence}> ?evidence }} }} ORDER BY ?link ?change"""


def suggested_links(view: View) -> tuple[SuggestedLink, ...]:
    """The links that no document states and that nobody rejected; those told not to be comparable are left out."""
    found = {Iri(str(row[0])): row for row in view.select(SUGGESTED).rows}
    links = (_suggested(row) for row in found.values())
    return tuple(each for each in links if each.review != rt.Rejected and each.grade != rt.NotComparable)


def _suggested(row: tuple[Value, ...]) -> SuggestedLink:
    link, label, subject, object_, relation, grade, confidence, method, evidence, review = row
    return SuggestedLink(
        iri=Iri(str(link)),
        label=str(label or ""),
        subject=Iri(str(subject)),
        object=Iri(str(object_)),
        relation=Iri(str(relation)),
        grade=Iri(str(grade)) if grade else None,
        confidence=Decimal(str(confidence)),
        method=str(method or ""),
        evidence=str(evidence or ""),
        review=Iri(str(review)) if review else rt.Unreviewed,
    )


def carried_on(view: View) -> tuple[LineageLink, ...]:
    """The links from an earlier edition's thing to the later one that carries it on."""
    found: dict[Iri, list[tuple[Value, ...]]] = {}
    for row in view.select(LINEAGE).rows:
        found.setdefault(Iri(str(row[0])), []).append(row)
    return tuple(link for rows in found.values() for link in _carried_on(rows))


def _carried_on(rows: list[tuple[Value, ...]]) -> Iterator[LineageLink]:
    """A lineage link out of its rows, one a change, where the later thing is the same one."""
    link, label, earlier, later, _, confidence, method, evidence = rows[0]
    changes = tuple(Iri(str(row[4])) for row in rows if row[4])
    if NOT_CARRIED_ON.isdisjoint(changes):
        yield LineageLink(
            iri=Iri(str(link)),
            label=str(label or ""),
            earlier=Iri(str(earlier)),
            later=Iri(str(later)),
            changes=changes,
            confidence=Decimal(str(confidence)),
            method=str(method or ""),
            evidence=str(evidence or ""),
        )

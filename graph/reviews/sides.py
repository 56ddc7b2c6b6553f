"""The two sides of a link as they stand in the documents."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.reviews.decision import Decision, Reviews
from graph.stands import COLUMNS, PLACED, Stand, stand
from graph.terms import node, sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

SIDE = f"""
SELECT DISTINCT ?kind ?label {COLUMNS} ?text WHERE {{
  GRAPH ?document {{
    $thing a ?kind ; <{Rdfs.label}> ?label ; <{rt.passage}> ?passage . {PLACED}
    OPTIONAL {{ ?passage <{rt.exactText}> ?text }} }} }} ORDER BY ?file ?first ?last"""


@dataclass(frozen=True)
class Side:
    """A thing: its class, its label, and each place that states it, with the words there ("" where they are not kept)."""

    iri: Iri
    kind: Iri
    label: str
    places: tuple[tuple[Stand, str], ...]


def side(view: View, thing: Iri) -> Side | None:
    """What documents say of a thing; None where none does."""
    rows = view.select(SIDE.replace("$thing", sparql(thing))).rows
    if not rows:
        return None
    places = {stand(tuple(where)): str(text or "") for _, _, *where, text in rows}
    return Side(thing, Iri(str(rows[0][0])), str(rows[0][1]), tuple(places.items()))


def existing(view: View, things: Iterable[Iri]) -> frozenset[Iri]:
    """Those of some things that a document states."""
    return frozenset(
        thing for thing in things if any(view.engine.quads_for_pattern(node(thing), node(rt.statedIn), None, None))
    )


def of_nothing(view: View, reviews: Reviews) -> tuple[Decision, ...]:
    """The decisions on things that no document states."""
    there = existing(view, {side for each in reviews for side in (each.subject, each.object)})
    return tuple(each for each in reviews if not {each.subject, each.object} <= there)

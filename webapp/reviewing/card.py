"""All that is needed to judge one link: what is asked, both sides as they stand in the documents, why it is suggested."""

from dataclasses import dataclass

from flask_babel import lazy_gettext

from graph.reviews.changes import stamp
from graph.reviews.decision import Decision, Reviews
from graph.reviews.fingerprints import suspects
from graph.reviews.links import Link
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.figures.table import Table, figures, table
from webapp.reviewing.queue import name_of
from webapp.things import Head, head

QUESTIONS = {
    rt.MeasuredBy: lazy_gettext("Mäts det första med det andra?"),
    rt.FundedBy: lazy_gettext("Betalas det första av de här pengarna?"),
    rt.SameUndertaking: lazy_gettext("Är båda samma åtagande?"),
    rt.ComparableWith: lazy_gettext("Går de två att jämföra?"),
    rt.ElaboratedBy: lazy_gettext("Är det andra vad det första blir till längre ner?"),
    rt.continues: lazy_gettext("Är det första en fortsättning på det andra?"),
}


@dataclass(frozen=True)
class Side:
    """One side: what it is (None where no document has it any more), what it is called, its figures, whether its words changed."""

    iri: Iri
    label: str
    head: Head | None
    figures: Table
    changed: bool


@dataclass(frozen=True)
class Card:
    """A link to judge. `seen` is what its form brings along, so that nobody writes over another's decision unseen."""

    link: Link
    name: str
    question: str
    sides: tuple[Side, ...]
    decision: Decision | None
    seen: str


def card(view: View, link: Link, reviews: Reviews) -> Card:
    """A link as it is shown."""
    decision = reviews.by_key.get(link.key)
    odd = suspects(view, Reviews((decision,))) if decision else ()
    changed = {side for each in odd for side in each.sides}
    return Card(
        link=link,
        name=name_of(*link.key),
        question=str(QUESTIONS[link.relation]),
        sides=tuple(
            Side(iri, label, head(view, iri), table(figures(view, (iri,))), iri in changed) for iri, label in link.ends
        ),
        decision=decision,
        seen=stamp(decision),
    )

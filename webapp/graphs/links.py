"""Which links the picture follows, and in which directions."""

from graph.network import LINKS
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Org

#: Links that a person or a program suggests.
SUGGESTED: tuple[Iri, ...] = (rt.MeasuredBy, rt.FundedBy, rt.SameUndertaking, rt.ElaboratedBy, rt.ComparableWith)
#: Links derived across documents, not stated by any.
DERIVED: tuple[Iri, ...] = (rt.continues, rt.about)
STATED: tuple[Iri, ...] = tuple(sorted(LINKS))
#: To what holds many: followed from there, and the other way only where few go.
HELD_BY: tuple[Iri, ...] = (rt.statedIn, rt.inDocument, rt.passage, rt.inThread)
PLACED: tuple[Iri, ...] = (rt.document, rt.organisation, rt.region, Org.subOrganizationOf)
#: From a record of a link to its two ends.
ENDS: tuple[Iri, ...] = (rt.subject, rt.object_, rt.from_, rt.to)


def along(*, suggested: bool) -> tuple[Iri, ...]:
    """Links that are followed the way they point."""
    return STATED + PLACED + ENDS + (DERIVED if suggested else ())


def against(*, suggested: bool) -> tuple[Iri, ...]:
    """Links that are followed against the way they point."""
    return STATED + PLACED + HELD_BY + (DERIVED if suggested else ())


def offered() -> tuple[Iri, ...]:
    """All that a reader can choose among."""
    return STATED + DERIVED + SUGGESTED

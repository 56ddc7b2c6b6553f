"""The plans that are in a version of the store."""

from dataclasses import dataclass

from graph.view import View
from ontology.iri import Iri
from webapp.ask import once_a_version, rows
from webapp.order import order


@dataclass(frozen=True)
class Edition:
    """A plan: title and class, edition, planned years, whose it is, and the document that it was read from."""

    plan: Iri
    title: str
    kind: Iri
    year: int
    start: int
    end: int
    organisation: Iri
    organisation_label: str
    region: Iri
    region_label: str
    document: Iri
    file: str


@once_a_version
def editions(view: View) -> tuple[Edition, ...]:
    """All plans, by region, organisation and year."""
    found = {edition.plan: edition for edition in rows(view, "editions", Edition)}
    return tuple(
        sorted(found.values(), key=lambda one: (order(one.region_label), order(one.organisation_label), one.year))
    )

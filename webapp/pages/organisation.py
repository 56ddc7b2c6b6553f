"""A region or an organisation: its plans by year, and the organisations above and below it."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.vocab import Org
from webapp.editions import Edition, editions
from webapp.page import ThingPage
from webapp.things import Head, Item, pointed, pointing


@dataclass(frozen=True)
class Organisation:
    """What the page shows."""

    editions: tuple[Edition, ...]
    above: tuple[Item, ...]
    below: tuple[Item, ...]
    issued: tuple[Item, ...]


def read(view: View, head: Head) -> Organisation:
    """What the page shows."""
    region = pointed(view, head.iri, rt.region)
    members = tuple(
        item
        for item in pointing(view, head.iri, rt.region)
        if item.kind == rt.Organisation and item.label != head.label
    )
    return Organisation(
        editions=tuple(each for each in editions(view) if head.iri in (each.organisation, each.region)),
        above=pointed(view, head.iri, Org.subOrganizationOf) or region,
        below=pointing(view, head.iri, Org.subOrganizationOf) or members,
        issued=pointing(view, head.iri, rt.issuedBy),
    )


PAGE = ThingPage((rt.Region, rt.Organisation), "pages/organisation.html", read)

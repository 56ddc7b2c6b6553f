"""Data to take along: whole dumps, each thing by itself, where to ask, what it is described with, and how to cite it."""

from dataclasses import dataclass

from flask import Blueprint, current_app, make_response, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from graph.iris import BASE
from graph.view import View
from ontology.iri import Iri
from webapp.door import version, view
from webapp.editions import editions
from webapp.languages import day
from webapp.menu import Entry
from webapp.named_graph import TOLD, NamedGraph, named_graph
from webapp.opendata import context
from webapp.opendata.dumps import dumps, statements
from webapp.opendata.publisher import publisher
from webapp.public import public
from webapp.version import data_version

PAGE = Blueprint("downloads", __name__)
MENU = (Entry("ask", 50, "downloads.page", lazy_gettext("Data att hämta")),)
#: Descriptions of the data that other programs look for, where this server has them.
DESCRIPTIONS = {
    "/.well-known/void": lazy_gettext("Vad som finns och hur mycket, för program som frågar (VoID)"),
    "/dcat": lazy_gettext("Post för datakataloger (DCAT-AP-SE)"),
    "/questions.ttl": lazy_gettext("Frågebanken, som andra frågeredigerare kan läsa (SHACL)"),
}


@dataclass(frozen=True)
class Link:
    """An address and what is there."""

    address: str
    label: str


@PAGE.get("/data")
def page() -> Answer:
    """What there is to take along."""
    seen = view()
    files = dumps(seen)
    response = make_response(
        render_template(
            "pages/downloads.html",
            dumps=files,
            statements=statements(seen),
            version=version(seen),
            called=data_version(seen),
            documents=len(seen.documents()),
            endpoint=_told(url_for("endpoint.sparql")),
            licence=publisher(current_app.config).license,
            context=url_for("context.context", v=context.version()),
            example=_example(seen),
            descriptions=_descriptions(),
            graphs=_graphs(seen),
            citation=_citation(seen),
        )
    )
    if any(each.size is None for each in files):
        response.headers["Cache-Control"] = "no-store"  # the sizes are told once the files are made
    return response


def _told(path: str) -> str:
    """An address as it is told: whole only where whoever runs this says where it is, since clients may claim any host."""
    return public(path) if current_app.config.get("PUBLIC_URL") else path


def _example(seen: View) -> Iri | None:
    """A thing whose data is shown as an example: a plan."""
    return next((each.plan for each in editions(seen)), None)


def _descriptions() -> tuple[Link, ...]:
    """The descriptions that there are."""
    return tuple(Link(address, str(label)) for address, label in DESCRIPTIONS.items() if _leads(address))


def _leads(to: str) -> bool:
    """Whether this server has an address."""
    try:
        current_app.url_map.bind("").match(to)
    except HTTPException:
        return False
    return True


def _graphs(seen: View) -> tuple[NamedGraph, ...]:
    """The graphs of statements that no document makes."""
    found = (named_graph(seen, Iri(f"{BASE}graph/{kind}")) for kind in TOLD)
    return tuple(each for each in found if each)


def _citation(seen: View) -> str:
    """How the whole is cited."""
    found = version(seen)
    if found is None:
        return str(gettext("Röda tråden: regioners planer som länkade data."))
    told = gettext(
        "Röda tråden: regioners planer som länkade data. Version %(number)s, %(day)s.",
        number=found.number, day=day(found.made),
    )  # fmt: skip
    where = _told(url_for("versions.one", number=found.number))
    return f"{told} {where}" if where.startswith("http") else str(told)

"""A thing's addresses: its name leads to its page or its data; the page is what its class has, or one that fits all."""

from flask import Blueprint, make_response, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from graph.threads import through_years
from graph.view import View
from ontology.iri import Iri
from webapp.addresses import data_addresses, thing_at
from webapp.data import data_of
from webapp.door import view
from webapp.editions import editions
from webapp.evidence.citation import citation
from webapp.evidence.shots import shots
from webapp.evidence.suggestions import sides, suggested
from webapp.named_graph import graph_data, graph_page, named_graph
from webapp.opendata.forms import lead, linked
from webapp.page import ThingPage, thing_pages
from webapp.parts import missing_parts, part
from webapp.sheet import Sheet, answered
from webapp.terms import terms
from webapp.things import Head, head, properties

names = Blueprint("thing", __name__)
ANY = ThingPage((), "any.html", lambda _view, _head: None)
#: The pages of so many of a thing's places are looked for.
PICTURED = 40
#: In place of what could not be read.
FAILED = object()


class Missing(NotFound):
    """Nothing is called so; `iri` is the name, None where that can be none."""

    def __init__(self, iri: Iri | None) -> None:
        """With the name."""
        super().__init__()
        self.iri = iri


def found(seen: View, path: str) -> Head:
    """What is named by a path; raises Missing."""
    iri = thing_at(path)
    thing = head(seen, iri) if iri else None
    if thing is None:
        raise Missing(iri)
    return thing


@names.get("/id/<path:path>")
def name(path: str) -> Answer:
    """From a thing's name to its page or its data, by what the client accepts (303 See Other)."""
    iri = thing_at(path)
    if iri is None or named_graph(view(), iri) is None:
        iri = found(view(), path).iri
    return lead(iri, url_for("thing.page", path=path))


@names.get("/id/<path:path>.<any(ttl,jsonld,json,csv,nt,rdf):form>")
def data(path: str, form: str) -> Answer:
    """A thing, or a graph of derived statements, as data."""
    seen, iri = view(), thing_at(path)
    graph = named_graph(seen, iri) if iri else None
    answer = graph_data(seen, graph, form) if graph else data_of(seen, found(seen, path), form)
    return linked(answer, iri or Iri(""), url_for("thing.page", path=path), data_addresses(iri or ""), form)


@names.get("/<any(sv,en):lang>/id/<path:path>")
def page(path: str) -> Answer | str:
    """A thing's page, or what it shows as a table in one of the forms of `webapp.sheet`."""
    seen, iri = view(), thing_at(path)
    if iri and (graph := named_graph(seen, iri)):
        return _linked(graph_page(seen, graph), iri)
    thing = found(seen, path)
    kind = next((kind for kind in terms(seen).lineage(thing.kind) if kind in thing_pages()), None)
    shown = thing_pages()[kind] if kind else ANY
    sheet = shown.sheet(seen, thing) if shown.sheet else None
    return _linked(
        answered(sheet, lambda: _html(seen, thing, shown, sheet)) if sheet else _html(seen, thing, shown, None),
        thing.iri,
    )


def _linked(shown: Answer | str, iri: Iri) -> Answer:
    """A page that says where its thing's data is."""
    return linked(make_response(shown), iri, request.path, data_addresses(iri), "html")


def _html(seen: View, thing: Head, shown: ThingPage, sheet: Sheet | None) -> str:
    """The page; a part of it that fails leaves the others, the part that its class has gives way to one that fits all."""
    content = part(gettext("det som är särskilt för sidan"), lambda: shown.read(seen, thing), FAILED)
    links = part(gettext("föreslagna länkar"), lambda: suggested(seen, thing.iri), ())
    return render_template(
        ANY.template if content is FAILED else shown.template,
        head=thing,
        page=content,
        sheet=sheet,
        citation=part(gettext("källhänvisning"), lambda: citation(seen, thing), ""),
        through=part(gettext("genom åren"), lambda: through_years(seen, thing.iri), ()),
        properties=part(gettext("alla uppgifter"), lambda: properties(seen, thing.iri), ()),
        pictured=part(
            gettext("bilder av sidor"), lambda: shots(seen, [each.passage for each in thing.sources[:PICTURED]]), ()
        ),
        suggested=links,
        places=part(gettext("ställen"), lambda: sides(seen, links), None) or {},
        titles={edition.plan: edition for edition in editions(seen)},
        missing=missing_parts(),
    )

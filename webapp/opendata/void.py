"""`/.well-known/void`: what there is and how much, where VoID's clients look for it."""

from collections.abc import Iterator

from flask import Blueprint, Response, current_app

from graph.describing.served import void
from graph.describing.void import TITLE, dataset_of
from graph.iris import Minter
from graph.results import Form
from graph.stretches import Triple
from graph.view import View
from ontology.iri import Iri
from ontology.vocab import Dcat, Dcterms, Foaf, Rdf, Void
from webapp.door import version, view
from webapp.opendata.describing import told
from webapp.opendata.publisher import publisher
from webapp.public import public
from webapp.version import data_version

ADDRESS = "/.well-known/void"
PAGE = Blueprint("void", __name__, url_prefix=ADDRESS)
FORMS = (Form.TURTLE, Form.JSONLD, Form.RDFXML, Form.NTRIPLES)
DUMPS = ("/dump/rodatraden.nq.gz", "/dump/rodatraden.trig.gz")


@PAGE.get("")
def description() -> Response:
    """The description of the version that is shown."""
    seen = view()
    response = told(seen, FORMS, lambda form: void(seen, _beside(seen), form))
    response.headers["Link"] = f'<{public("/dcat")}>; rel="related"'
    return response


def _beside(seen: View) -> Iterator[Triple]:
    """What depends on where the server stands and on who runs it."""
    here, dataset = public(ADDRESS), dataset_of(Minter())
    yield here, Rdf.type, Void.DatasetDescription
    for text in TITLE:
        yield here, Dcterms.title, text
    yield here, Foaf.primaryTopic, dataset
    yield dataset, Void.sparqlEndpoint, public("/sparql")
    for dump in DUMPS:
        yield dataset, Void.dataDump, public(dump)
    yield dataset, Foaf.homepage, public("/")
    yield dataset, Dcat.version, data_version(seen)
    if found := version(seen):
        yield dataset, Dcterms.modified, found.made.date()
    if terms := publisher(current_app.config).license:
        yield dataset, Dcterms.license, Iri(terms)

"""What the endpoint tells of itself, in every form of RDF, under the address that it has for others."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rdflib import DCTERMS, RDFS, Graph, Namespace, URIRef

from webapp.app import create_app
from webapp.door import store
from webapp.endpoint.negotiation import ROWS, TRIPLES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = "http://www.w3.org/ns/formats/"
#: What W3C calls the forms of answers.
CALLED = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/ld+json": "JSON-LD",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
}


def described(client: FlaskClient) -> Graph:
    return Graph().parse(data=client.get("/sparql").data, format="turtle")


@pytest.mark.parametrize("accept", [None, "*/*", *TRIPLES])
def test_it_comes_as_accepted(client: FlaskClient, accept: str | None) -> None:
    answer = client.get("/sparql", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    assert answer.mimetype == (accept if accept in TRIPLES else "text/turtle")
    assert b"sparql-service-description" in answer.data
    assert b"UnionDefaultGraph" in answer.data
    assert b"BasicFederatedQuery" not in answer.data
    assert answer.vary.as_set() == {"accept"}


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv", "image/png"])
def test_who_reads_no_triples_is_told_that_there_is_no_question(client: FlaskClient, accept: str) -> None:
    answer = client.get("/sparql", headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (406, "application/problem+json")
    assert accept == "image/png" or "`query` is missing" in answer.get_json(force=True)["detail"]


def test_every_form_of_answers_is_named(client: FlaskClient) -> None:
    named = {str(each).removeprefix(FORMATS) for each in described(client).objects(None, SD.resultFormat)}
    assert named == set(CALLED.values())
    assert set(CALLED) == (ROWS.keys() | TRIPLES.keys()) - {"application/json", "application/xml"}


def test_its_graphs_are_those_of_the_store(roomy: FlaskClient) -> None:
    found = described(roomy)
    rows = roomy.get("/sparql", query_string={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}).get_json()
    graphs = {row["g"]["value"] for row in rows["results"]["bindings"]}
    assert {str(each) for each in found.objects(None, SD.name)} == graphs
    assert len(graphs) > 2
    assert len(set(found.objects(None, DCTERMS.title))) == 2  # the service's and the plan's
    for graph in graphs:
        assert roomy.head("/graph-store", query_string={"graph": graph}).status_code == 200


def test_it_bears_the_public_address(app: Flask) -> None:
    with app.app_context():
        public = create_app(store(), TESTING=True, PUBLIC_URL="https://plans.example/rt/")
    found = described(public.test_client())
    assert list(found.objects(None, SD.endpoint)) == [URIRef("https://plans.example/rt/sparql")]
    assert list(found.objects(None, RDFS.seeAlso)) == [URIRef("https://plans.example/rt/.well-known/void")]

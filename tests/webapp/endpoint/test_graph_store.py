"""Whole graphs by the SPARQL 1.1 Graph Store Protocol: read, never written."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from graph.asking.limits import Limits
from webapp.app import create_app
from webapp.door import store
from webapp.endpoint.negotiation import TRIPLES, content_type

GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


@pytest.fixture
def graphs(client: FlaskClient) -> dict[str, int]:
    """The graphs there are, with how many triples each has."""
    rows = client.get("/sparql", query_string={"query": GRAPHS}).get_json()["results"]["bindings"]
    return {row["g"]["value"]: int(row["n"]["value"]) for row in rows}


def test_each_graph_comes_whole(roomy: FlaskClient, graphs: dict[str, int]) -> None:
    for graph, count in graphs.items():
        answer = roomy.get("/graph-store", query_string={"graph": graph}, headers={"Accept": "application/n-triples"})
        assert answer.status_code == 200
        assert len(set(answer.data.splitlines())) == count


@pytest.mark.parametrize("accept", [None, *TRIPLES])
def test_it_comes_as_accepted(client: FlaskClient, graphs: dict[str, int], accept: str | None) -> None:
    address, headers = {"graph": min(graphs, key=graphs.__getitem__)}, {"Accept": accept} if accept else {}
    answer = client.get("/graph-store", query_string=address, headers=headers)
    assert (answer.status_code, answer.content_type) == (200, content_type(accept or "text/turtle"))
    head = client.head("/graph-store", query_string=address, headers=headers)
    assert (head.status_code, head.data, head.content_length) == (200, b"", len(answer.data))
    assert head.content_type == answer.content_type
    form = RdfFormat.from_media_type("application/ld+json" if accept == "application/json" else answer.mimetype)
    assert len(list(parse(answer.data, format=form))) > 0


def test_a_form_may_be_named(client: FlaskClient, graphs: dict[str, int]) -> None:
    answer = client.get("/graph-store", query_string={"graph": next(iter(graphs)), "format": "rdf"})
    assert answer.content_type == "application/rdf+xml"


def test_the_default_graph_is_the_union(roomy: FlaskClient) -> None:
    answer = roomy.get("/graph-store?default&format=nt")
    asked = roomy.get("/sparql", query_string={"query": "CONSTRUCT WHERE { ?s ?p ?o }", "format": "nt"})
    assert set(answer.data.splitlines()) == set(asked.data.splitlines())


@pytest.mark.parametrize(
    ("query", "accept", "status"),
    [
        ("graph=urn:none", "*/*", 404),
        ("graph=https://w3id.org/rodatraden/id/document/%C3%A5", "*/*", 404),
        ("", "*/*", 400),
        ("graph=", "*/*", 400),
        ("graph=document", "*/*", 400),
        ("graph=/id/document", "*/*", 400),
        ("graph=urn:a%20b", "*/*", 400),
        ("graph=urn:a%0Ab", "*/*", 400),
        ("graph=urn:a%22%3E%7D", "*/*", 400),
        ("graph=urn:%FF", "*/*", 400),
        ("graph=urn:a&graph=urn:b", "*/*", 400),
        ("graph=urn:a&default", "*/*", 400),
        ("default&default", "*/*", 400),
        ("default", "image/png", 406),
        ("default", "text/csv", 406),
        ("default&format=pdf", "*/*", 406),
        ("default&format=csv", "*/*", 406),
    ],
)
def test_the_rest_is_refused_with_help(client: FlaskClient, query: str, accept: str, status: int) -> None:
    answer = client.get(f"/graph-store?{query}", headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert len(answer.get_json(force=True)["detail"]) > 20
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_graph_that_is_too_large_is_refused_whole(app: Flask) -> None:
    with app.app_context():
        narrow = create_app(store(), TESTING=True, LIMITS=Limits(answer=1000))
    answer = narrow.test_client().get("/graph-store?default")
    narrow.extensions["pool"].close()
    assert answer.status_code == 413
    assert "as a file" in answer.get_json(force=True)["detail"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nothing_is_written(client: FlaskClient, graphs: dict[str, int], method: str) -> None:
    answer = client.open("/graph-store", method=method, query_string={"graph": next(iter(graphs))}, data="x")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.content_type == "application/problem+json"

"""Clients that have never heard of us work against a real server."""

import http.client
import json
from urllib.parse import SplitResult, quote, urlsplit

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_asks(address: str, method: str) -> None:
    client = SPARQLWrapper(address)
    client.setMethod(method)
    client.setQuery(COUNT)
    client.setReturnFormat(JSON)
    (row,) = client.queryAndConvert()["results"]["bindings"]
    assert int(row["n"]["value"]) > 100
    client.setReturnFormat(XML)
    assert client.queryAndConvert().getElementsByTagName("result").length == 1
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().startswith(b"n\r\n")


def test_sparqlwrapper_builds_graphs(address: str) -> None:
    client = SPARQLWrapper(address)
    client.setQuery("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5")
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) == 5
    client.setReturnFormat(XML)
    assert len(Graph().parse(data=client.query().response.read(), format="xml")) == 5


def test_sparqlwrapper_hears_what_is_wrong(address: str) -> None:
    client = SPARQLWrapper(address)
    client.setQuery("SELECT nonsense")
    with pytest.raises(Exception, match="column"):
        client.query()


def test_rdflib_reads_the_endpoint_as_a_store(address: str) -> None:
    graph = Graph(SPARQLStore(address))
    (row,) = graph.query(COUNT)
    assert int(row[0]) > 100  # type: ignore[index]
    assert len(set(graph.query("SELECT ?s { ?s a <https://w3id.org/rodatraden/ns#Activity> }"))) > 0
    assert graph.query("ASK { ?s ?p ?o }").askAnswer


def test_a_client_that_goes_leaves_the_server_to_others(address: str) -> None:
    found = urlsplit(address)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    for _ in range(12):
        connection = http.client.HTTPConnection(found.hostname or "", found.port)
        connection.request("GET", f"{found.path}?query={quote(slow)}")
        connection.close()
    assert any(answered(found) for _ in range(100))  # it takes a moment until those that have gone are missed


def answered(address: SplitResult) -> bool:
    """Whether an ordinary question is answered; not, where the server is too busy."""
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
    try:
        connection.request("GET", f"{address.path}?query={quote('ASK {}')}")
        with connection.getresponse() as answer:
            return answer.status == 200 and json.loads(answer.read())["boolean"] is True
    finally:
        connection.close()

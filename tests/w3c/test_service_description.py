"""W3C's tests of the SPARQL 1.1 Service Description, which has names for them and no more."""

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from .exchange import asked, graph
from .manifest import Asked, names

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
BARE = Asked("GET", "/sparql/", {}, None, frozenset({200}), None, None, None, None)
CLASSES = {"Service", "Dataset", "Graph", "NamedGraph"}
PROPERTIES = {
    "endpoint", "supportedLanguage", "feature", "resultFormat", "defaultDataset", "defaultGraph", "namedGraph", "name", "graph",
}  # fmt: skip


@pytest.fixture
def described(endpoint: str) -> Graph:
    """What the endpoint tells of itself."""
    reply = asked(endpoint, BARE)
    assert (reply.status, reply.kind) == (200, "text/turtle")
    return graph(reply)


def test_these_are_all() -> None:
    assert names("service-description/manifest.ttl") == {"returns-rdf", "has-endpoint-triple", "conforms-to-schema"}


def test_returns_rdf(described: Graph) -> None:
    assert len(described) > 10


def test_has_endpoint_triple(described: Graph, endpoint: str) -> None:
    assert list(described.objects(None, SD.endpoint)) == [URIRef(endpoint)]


def test_conforms_to_schema(described: Graph) -> None:
    """Its terms are the vocabulary's, a service has what it must, and each is linked as the vocabulary has it."""
    ours = {str(each).removeprefix(SD) for each in described.predicates() if str(each).startswith(SD)}
    assert ours == PROPERTIES
    assert {str(each).removeprefix(SD) for each in described.objects(None, RDF.type)} == CLASSES
    (service,) = described.subjects(RDF.type, SD.Service)
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in described
    assert set(described.objects(service, SD.feature)) == {SD.UnionDefaultGraph}
    (dataset,) = described.objects(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in described
    (default,) = described.objects(dataset, SD.defaultGraph)
    assert (default, RDF.type, SD.Graph) in described
    for named in described.objects(dataset, SD.namedGraph):
        assert len(list(described.objects(named, SD.name))) == 1
        (held,) = described.objects(named, SD.graph)
        assert (held, RDF.type, SD.Graph) in described
    assert len(list(described.objects(dataset, SD.namedGraph))) == 3

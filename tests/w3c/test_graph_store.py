"""W3C's tests of the SPARQL 1.1 Graph Store Protocol, its reading side: the test writes what the server refuses to."""

from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from .changing import Changing
from .exchange import asked, faults
from .manifest import Asked, Case, cases

ALL = cases("graph-store-protocol/manifest-indirect.ttl")
#: What is not read: a graph that the server names, and forms of several parts.
OTHER = {"post_get_new_graph", "post_get_post_get_indirect"}
CASES = [case for case in ALL if case.name not in OTHER]
READS = ("GET", "HEAD")


def written(store: Changing, request: Asked) -> None:
    """Put or delete a graph as a request wants it, past the server."""
    given = parse_qs(urlsplit(request.path).query, keep_blank_values=True)
    graph = NamedNode(given["graph"][0]) if "graph" in given else DefaultGraph()
    others = [quad for quad in store.engine if quad.graph_name != graph]
    triples = parse(request.body, format=RdfFormat.TURTLE) if request.method == "PUT" else ()
    store.hold([*others, *(Quad(*quad.triple, graph) for quad in triples)])


def test_most_tests_can_be_read() -> None:
    assert (len(ALL), len(CASES)) == (9, 7)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_graphs_are_read_and_not_written(changeable: str, store: Changing, case: Case) -> None:
    store.hold(())
    for request in case.requests:
        reply = asked(f"{changeable}/graph-store", request, prefix="/gsp")
        if request.method in READS:
            assert list(faults(request, reply)) == []
        else:
            assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
            written(store, request)

"""The endpoint as it is served, and one that may be changed, each behind a real server."""

from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from webapp.app import create_app
from webapp.endpoint.changes import let_change

from ..webapp.serving import served
from .changing import Changing
from .manifest import HERE, Case

#: What each of W3C's data files is called as a graph.
GRAPHS = {HERE / f"protocol/data{n}.nt": f"http://kasei.us/2009/09/sparql/data/data{n}.rdf" for n in (1, 2, 3)}


def needed(case: Case) -> Iterator[Quad]:
    """The data of a test."""
    for name, path in case.graphs:
        assert GRAPHS[path] == name
        yield from (
            Quad(*triple.triple, NamedNode(name)) for triple in parse(path=str(path), format=RdfFormat.N_TRIPLES)
        )


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """Where questions are answered and nothing can be changed, as in earnest; with the data of all tests."""
    everything = Case("", tuple((name, path) for path, name in GRAPHS.items()), None, ())
    app = create_app(Changing(needed(everything)))  # type: ignore[arg-type]
    with served(app) as address:
        yield f"{address}/sparql"
    app.extensions["pool"].close()


@pytest.fixture(scope="session")
def store() -> Changing:
    """What the other endpoint answers from."""
    return Changing()


@pytest.fixture(scope="session")
def changeable(store: Changing) -> Iterator[str]:
    """Where a test lets updates be made."""
    app = create_app(store, TESTING=True)  # type: ignore[arg-type]
    let_change(app, store.change)
    with served(app) as address:
        yield address
    app.extensions["pool"].close()

"""Plans of invented regions, asked in their store and over HTTP."""

from collections.abc import Iterator

import pytest

from client.plans import Plans, opened
from graph.memory import MemoryStore
from rodatraden import BROUGHT
from tests.queries.conftest import CASE, OTHERS, case, neighbour, next_edition, report_on
from tests.webapp.serving import served
from webapp.app import create_app


@pytest.fixture(scope="session")
def store() -> MemoryStore:
    """A store with two editions, reports, and a neighbour."""
    plan = case(CASE)
    store = MemoryStore(brought=BROUGHT)
    with store.writing() as draft:
        for reading in (plan, next_edition(plan), report_on(plan), neighbour(plan), *map(case, OTHERS)):
            draft.put(reading)
    return store


@pytest.fixture(scope="session")
def address(store: MemoryStore) -> Iterator[str]:
    """Where the explorer answers."""
    app = create_app(store, TESTING=True)
    with served(app) as address:
        yield address
    if "pool" in app.extensions:
        app.extensions["pool"].close()


@pytest.fixture(scope="session")
def near(store: MemoryStore) -> Plans:
    """The plans, asked in their store."""
    return opened(store)


@pytest.fixture(scope="session")
def far(address: str) -> Plans:
    """The same, asked over HTTP."""
    return opened(address)


@pytest.fixture(params=["near", "far"])
def plans(request: pytest.FixtureRequest) -> Plans:
    """The one and the other."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Plans)
    return found

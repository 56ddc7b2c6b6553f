"""The workbench over plans of invented regions; its questions may take three seconds and half a megabyte."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.asking.limits import Limits
from graph.memory import MemoryStore
from webapp.app import create_app
from webapp.ask import PREFIXES

Ask = Callable[..., TestResponse]


@pytest.fixture(scope="session")
def app(store: MemoryStore) -> Iterator[Flask]:
    """The application."""
    app = create_app(store, TESTING=True, LIMITS=Limits(seconds=3, answer=500_000))
    yield app
    if "pool" in app.extensions:
        app.extensions["pool"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Someone who asks."""
    return app.test_client()


@pytest.fixture
def ask(client: FlaskClient) -> Ask:
    """Ask in Swedish for the whole page, with our prefixes: `ask("SELECT …", view="chart")`."""

    def asked(query: str, **fields: Any) -> TestResponse:
        return client.get("/sv/sparql", query_string={"query": PREFIXES + query, **fields})

    return asked

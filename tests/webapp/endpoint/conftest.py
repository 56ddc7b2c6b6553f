"""The application over a small store, in the process and behind a real server."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.asking.limits import Limits
from graph.store import DirectoryStore
from loaders.corpus import Told, facts_from
from loaders.run import read
from webapp.app import create_app
from webapp.door import store

from ..serving import served

CASE = Path(__file__).parents[2] / "data" / "plans" / "forvaltningsplan-celler"


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application, over a plan of an invented region; its questions may take a second and half a megabyte."""
    plans = DirectoryStore(tmp_path_factory.mktemp("store"))
    with plans.writing() as draft:
        draft.put(
            read(Told(CASE / "plan.txt", facts_from(tomllib.loads((CASE / "facts.toml").read_text("utf-8"))))).reading
        )
    app = create_app(plans, TESTING=True, LIMITS=Limits(seconds=1, answer=500_000))
    yield app
    if "pool" in app.extensions:
        app.extensions["pool"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Someone who asks."""
    return app.test_client()


@pytest.fixture(scope="session")
def roomy(app: Flask) -> Iterator[FlaskClient]:
    """Someone who asks where answers may be as large as strangers' may."""
    with app.app_context():
        found = create_app(store(), TESTING=True)
    yield found.test_client()
    if "pool" in found.extensions:
        found.extensions["pool"].close()


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    """Where a real server answers."""
    with served(app) as address:
        yield f"{address}/sparql"

"""Who has an answer is told that it is as it was, without anyone being asked, for as long as the data is the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.asking.pool import Pool
from graph.store import DirectoryStore
from webapp.app import create_app

from ..conftest import CASES, reading

QUERY = "SELECT ?s { ?s ?p ?o } LIMIT 2"
ADDRESSES = (f"/sparql?query={QUERY}", "/sparql", "/graph-store?default", f"/sparql?query={QUERY}&format=csv")


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a worker is asked."""

    def ask(*_: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(Pool, "ask", ask)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_answer_that_is_held_is_not_sent_again(
    roomy: FlaskClient, address: str, method: str, request: pytest.FixtureRequest
) -> None:
    first = roomy.get(address)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-cache")
    request.getfixturevalue("unasked")
    for tags in (first.headers["ETag"], f'"other", {first.headers["ETag"]}', first.headers["ETag"].removeprefix("W/")):
        again = roomy.open(address, method=method, headers={"If-None-Match": tags})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
        assert again.vary.as_set() == {"accept"}
        assert again.headers["Cache-Control"] == "no-cache"
        assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_another_question_form_or_dataset_is_another_answer(roomy: FlaskClient) -> None:
    given = [
        {"query": QUERY},
        {"query": QUERY + " "},
        {"query": QUERY, "format": "xml"},
        {"query": QUERY, "default-graph-uri": "urn:a"},
        {"query": QUERY, "named-graph-uri": "urn:a"},
        {"query": QUERY, "default-graph-uri": ["urn:a", "urn:b"]},
        {},
        {"format": "jsonld"},
    ]
    tags = [roomy.get("/sparql", query_string=each).headers["ETag"] for each in given]
    assert len(set(tags)) == len(tags)
    for each, tag in zip(given[1:], tags, strict=False):
        assert roomy.get("/sparql", query_string=each, headers={"If-None-Match": tag}).status_code == 200
    assert roomy.get("/graph-store?default", headers={"If-None-Match": tags[0]}).status_code == 200


@pytest.mark.parametrize("function", ["NOW", "rand", "UUID", "struuid"])
def test_what_changes_by_itself_is_never_held(client: FlaskClient, function: str) -> None:
    answer = client.get("/sparql", query_string={"query": f"SELECT ({function}() AS ?x) {{}}"})
    assert answer.status_code == 200
    assert "ETag" not in answer.headers


def test_what_is_refused_is_never_held(client: FlaskClient) -> None:
    for given in ({"query": "nonsense"}, {"query": "DROP ALL"}):
        answer = client.get("/sparql", query_string=given, headers={"If-None-Match": "*"})
        assert answer.status_code in (400, 403)
        assert "ETag" not in answer.headers
    assert client.get("/sparql", query_string={"query": QUERY}, headers={"If-None-Match": "*"}).status_code == 200
    assert client.post("/sparql", data={"query": QUERY}, headers={"If-None-Match": "*"}).status_code == 200


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[tuple[DirectoryStore, Flask]]:
    """A store with one document, and the application over it."""
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(reading(CASES[0]))
    app = create_app(store, TESTING=True)
    yield store, app
    app.extensions["pool"].close()


def test_new_data_is_another_answer(growing: tuple[DirectoryStore, Flask]) -> None:
    store, app = growing
    client, count = app.test_client(), "/sparql?query=SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    first = client.get(count)
    with store.writing() as draft:
        draft.put(reading(CASES[1]))
    second = client.get(count, headers={"If-None-Match": first.headers["ETag"]})
    assert second.status_code == 200
    assert second.data != first.data
    assert client.get(count, headers={"If-None-Match": second.headers["ETag"]}).status_code == 304

"""Pages are made once a version: told unchanged, sent packed, never mixed up, and what is one person's is not kept."""

import gzip

import pytest
from flask import session
from flask.testing import FlaskClient

from graph.memory import MemoryStore
from graph.records import Reading
from webapp.app import create_app
from webapp.serving.kept import Kept, pages

ADDRESS = "/sv/findings"


def test_a_page_is_the_same_the_second_time(client: FlaskClient) -> None:
    first, second = client.get(ADDRESS), client.get(ADDRESS)
    assert first.data == second.data
    assert dict(first.headers) == dict(second.headers)


def test_one_who_has_the_page_is_told_so(client: FlaskClient) -> None:
    mark = client.get(ADDRESS).headers["ETag"]
    again = client.get(ADDRESS, headers={"If-None-Match": mark})
    assert (again.status_code, again.data) == (304, b"")
    assert "Content-Security-Policy" in again.headers


def test_a_page_is_packed_for_those_who_take_it(client: FlaskClient) -> None:
    for _ in range(2):
        packed = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == client.get(ADDRESS).data
    assert "Content-Encoding" not in client.get(ADDRESS).headers
    assert "Content-Encoding" not in client.get(ADDRESS, headers={"Accept-Encoding": "gzip;q=0"}).headers


@pytest.mark.parametrize("other", ["/en/findings", "/sv/findings?severity=Info", "/sv/findings?format=json"])
def test_pages_are_not_mixed_up(client: FlaskClient, other: str) -> None:
    assert client.get(ADDRESS).data != client.get(other).data


def test_a_new_version_is_seen_at_once(plans: tuple[Reading, ...]) -> None:
    store = MemoryStore()
    client = create_app(store, TESTING=True).test_client()
    with store.writing() as draft:
        draft.put(plans[0])
    before = client.get("/sv/").text
    with store.writing() as draft:
        draft.put(plans[1])
    assert client.get("/sv/").text != before


def test_a_page_is_the_same_whatever_the_host_and_a_table_for_excel_is_not(client: FlaskClient) -> None:
    book = f"{ADDRESS}?format=xlsx"
    assert client.get(ADDRESS).data == client.get(ADDRESS, headers={"Host": "example.org"}).data
    assert "ETag" not in client.get(book).headers


def test_an_error_is_not_kept(client: FlaskClient) -> None:
    assert "ETag" not in client.get("/sv/nix").headers


def test_what_a_person_with_a_cookie_sees_is_not_kept(store: MemoryStore) -> None:
    client = create_app(store, TESTING=True).test_client()
    client.set_cookie("session", "x")
    assert "ETag" not in client.get(ADDRESS).headers


def test_what_is_made_of_a_session_is_not_kept(store: MemoryStore) -> None:
    app = create_app(store, TESTING=True, SECRET_KEY="x")
    app.add_url_rule("/sv/mine", "mine", lambda: session.setdefault("token", "secret"))
    assert "ETag" not in app.test_client().get("/sv/mine").headers


def test_the_shelf_lets_the_least_used_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.serving.kept.ROOM", 10)
    shelf, page = pages(), Kept((), b"1234", b"")
    for address in ("a", "b"):
        shelf.put(address, page)
    assert shelf.take("a")
    shelf.put("c", page)
    assert (shelf.take("a"), shelf.take("b"), shelf.take("c"), shelf.size) == (page, None, page, 8)

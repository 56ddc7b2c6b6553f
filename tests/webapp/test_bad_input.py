"""Whatever comes: an honest status, a text that helps, and never a word that becomes HTML."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from graph.memory import MemoryStore
from graph.place import Place, Span
from graph.records import Activity, Reading
from graph.store import DirectoryStore, PlanStore
from webapp.serving.headers import HEADERS

HOSTILE = '<script>alert(1)</script>" onmouseover="x" \'><img src=x>\n{{ 7*7 }} \u202eabc %s & &lt;'
Parsed = Callable[[str], Any]
Browse = Callable[[PlanStore], FlaskClient]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/sv/nix", 404),
        ("/nix", 404),
        ("/sv/id/19/hsf/nix", 404),
        ("/id/19/hsf/nix", 404),
        ("/id/19/hsf/nix.ttl", 404),
        ("/id/", 404),
        ("/id/%3Cscript%3E", 404),
        ("/sv/id/%3E%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D", 404),
        ("/sv/id/a%22b%0Ac", 404),
        ("/sv/id/" + "a" * 3000, 404),
        ("/sv/ns/Nix", 404),
        ("/sv/ns/%3Cb%3E", 404),
        ("/sv/things?kind=Nix", 400),
        ("/sv/things?kind=%3E%20%3Fx", 400),
        ("/sv/things?format=exe", 400),
        ("/sv/search?q=a&kind=Nix", 400),
        ("/sv/things?page=-1", 200),
        ("/sv/things?page=99999999999999999999999", 200),
        ("/sv/things?page=%F0%9D%9F%99", 200),
        ("/sv/things?plan=%3Cb%3E", 200),
        ("/sv/things?year=nix", 200),
        ("/sv/search?q=" + "a" * 5000, 200),
        ("/sv/search?q=%22%7D%20UNION%20%7B%5C", 200),
        ("/sv/search?q=%00%FF", 200),
        ("/sv/findings?severity=%22", 200),
        ("/sv/graph?thing=nix", 404),
        ("/sv/graph?thing=%3Cb%3E", 404),
        ("/sv/graph?thing=" + "a" * 5000, 404),
        ("/sv/?_external=1&_scheme=javascript&lang=en", 200),
    ],
)
def test_odd_addresses_are_answered_honestly(client: FlaskClient, parsed: Parsed, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert parsed(answer.text).faults == []


@pytest.mark.parametrize("line", ["nix", "-5", "0", "999999999", "1e5", "%00"])
def test_odd_lines_show_lines_that_are_there(client: FlaskClient, one_of: Callable[[str], str], line: str) -> None:
    assert client.get(f"/sv{one_of('Document')}?line={line}").status_code == 200


@given(text=st.text(max_size=60))
def test_any_search_is_answered_and_shown_as_text(client: FlaskClient, parsed: Parsed, text: str) -> None:
    answer = client.get("/sv/search", query_string={"q": text})
    assert answer.status_code == 200
    assert parsed(answer.text).faults == []


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_there_is_only_reading(client: FlaskClient, method: str) -> None:
    answer = getattr(client, method)("/sv/findings")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_too_large_a_body_is_refused(client: FlaskClient) -> None:
    assert client.post("/sv/findings", data=b"x" * 1_000_000).status_code in (405, 413)


def test_errors_are_told_in_the_language_of_the_address(client: FlaskClient) -> None:
    assert "Sidan finns inte" in client.get("/sv/nix").text
    assert "There is no such page" in client.get("/en/nix").text


def test_programs_are_told_in_json(client: FlaskClient) -> None:
    answer = client.get("/id/nix", headers={"Accept": "application/json"})
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["status"] == 404


@pytest.mark.parametrize("address", ["/", "/sv/", "/sv/nix", "/id/nix", "/static/built/rodatraden.css"])
def test_every_answer_guards_the_browser(client: FlaskClient, address: str) -> None:
    with client.get(address) as answer:
        given = answer.headers
    assert {name: given.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in given["Content-Security-Policy"]


def hostile(plan: Reading) -> Reading:
    """A plan with names that try to be something else."""
    text = plan.source.text
    place = Place((Span(0, len(text.split("\n")[0]), 1, 1),))
    title = f"<b>{HOSTILE}"
    activities = (
        Activity(title=title, notation="1", description=HOSTILE, responsible=(HOSTILE,), table=HOSTILE, place=place),
        Activity(title="a" * 10_000, notation="2", place=place),
    )
    return Reading(plan.source, replace(plan.plan, title=title), activities)


def test_names_that_look_like_code_are_shown_as_they_are(
    plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore], browse: Browse, parsed: Parsed
) -> None:
    client = browse(store_of(hostile(plans[0])))
    base = "/sv/id/99/vardforvaltningen/forvaltningsplan-2027"
    addresses = ["/sv/", "/sv/things?kind=Activity", "/sv/search?q=script", "/sv/findings", f"{base}/plan"]
    things = client.get("/sv/things?kind=Activity").text
    addresses += [link for link in parsed(things).links if "/activity/" in link]
    assert len(addresses) == 7
    for address in addresses:
        page = parsed(client.get(address).text)
        assert page.faults == [], address
        assert "<script>" not in client.get(address).text
    assert "<script>alert(1)</script>" in parsed(client.get(addresses[-1]).text + client.get(addresses[-2]).text).text


def test_an_empty_store_says_what_to_do(browse: Browse, tmp_path: Path) -> None:
    for store in (MemoryStore(), DirectoryStore(tmp_path / "store")):
        answer = browse(store).get("/sv/")
        assert answer.status_code == 503
        assert "rodatraden load" in answer.text
        assert answer.headers["Retry-After"]
        with browse(store).get("/static/built/rodatraden.css") as style:
            assert style.status_code == 200


def test_a_new_version_shows_without_a_restart(
    plans: tuple[Reading, ...], browse: Browse, tmp_path: Path, parsed: Parsed
) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(plans[3])
    client = browse(DirectoryStore(tmp_path / "store"))
    before = client.get("/sv/things?kind=ControlPoint")
    with store.writing() as draft:
        draft.put(plans[0])
        assert client.get("/sv/").status_code == 200
    after = client.get("/sv/things?kind=ControlPoint")
    assert "/control/" not in before.text
    assert "/control/" in after.text
    store.rollback(1)
    gone = next(link for link in parsed(after.text).links if "/control/" in link)
    assert client.get(gone).status_code == 404


def test_a_store_that_cannot_be_read_is_told_and_not_shown(browse: Browse, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "letter.txt").write_text("private")
    answer = browse(DirectoryStore(tmp_path / "store")).get("/sv/")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text

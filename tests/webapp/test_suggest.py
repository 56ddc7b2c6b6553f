"""What is offered while one writes a search."""

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import SlowSearch
from graph.search.index import within
from graph.search.search import search
from graph.view import View
from webapp.pages.suggest import LONGEST_NAME, OFFERED

ANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have searches take what they take on a busy machine."""
    monkeypatch.setattr("webapp.pages.suggest.WITHIN_SECONDS", 60)


def test_things_are_offered_by_kind_each_with_its_plan_and_its_page(client: FlaskClient) -> None:
    answer = client.get("/sv/suggest?q=v%C3%A5rd")
    offers = [offer for group in answer.json["groups"] for offer in group["offers"]]
    assert 1 <= len(offers) <= OFFERED
    assert len({group["kind"] for group in answer.json["groups"]}) == len(answer.json["groups"])
    assert all(client.get(offer["address"]).status_code == 200 for offer in offers)
    assert answer.json["told"].startswith(str(len(offers)))


def test_a_name_is_offered_once_a_kind(client: FlaskClient) -> None:
    for group in client.get("/sv/suggest?q=plan").json["groups"]:
        names = [offer["label"].casefold() for offer in group["offers"]]
        assert len(set(names)) == len(names)


def test_only_things_of_a_class_where_that_is_asked_for(client: FlaskClient) -> None:
    groups = client.get("/sv/suggest?q=v%C3%A5rd&kind=Activity").json["groups"]
    assert [group["kind"] for group in groups] == ["aktiviteter"]


def test_in_the_language_of_the_address(client: FlaskClient) -> None:
    found = client.get("/en/suggest?q=v%C3%A5rd&kind=Activity").json
    assert found["told"].endswith("arrow down to choose")
    assert found["groups"][0]["offers"][0]["address"].startswith("/en/")


@given(text=st.text(max_size=300), kind=st.text(max_size=20))
@ANY
def test_anything_may_be_written(client: FlaskClient, text: str, kind: str) -> None:
    answer = client.get("/sv/suggest", query_string={"q": text, "kind": kind})
    offers = [offer for group in answer.json["groups"] for offer in group["offers"]]
    assert answer.status_code == 200
    assert len(offers) <= OFFERED
    assert all(len(offer["label"]) <= LONGEST_NAME for offer in offers)


def test_a_search_that_is_given_no_time_says_so(view: View) -> None:
    with within(0), pytest.raises(SlowSearch):
        search(view, "vård")
    assert search(view, "vård").total


def test_what_takes_too_long_is_not_offered(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.pages.suggest.WITHIN_SECONDS", 0)
    answer = client.get("/sv/suggest?q=plan&late")
    assert answer.json["groups"] == []
    assert answer.headers["Cache-Control"] == "no-store"

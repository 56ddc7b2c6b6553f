"""Who may decide: nobody without the token, nobody's form but ours, and nothing at all where reviews are not asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.reviewing.access import ATTEMPTS, WINDOW, Access
from webapp.reviewing.sessions import IDLE, LONGEST, MOST, Sessions

from .conftest import ORIGIN, TOKEN, Person

PAGES = ("/sv/review", "/sv/review/login", "/sv/review/correction")
FORMS = ("login", "logout", "decision", "correction", "undo", "graph")


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        """What it shows."""
        return self.now


@pytest.mark.parametrize("address", PAGES)
def test_without_reviews_there_are_no_such_pages(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address, headers=ORIGIN).status_code == 404
    assert "/review" not in client.get("/sv/suggestions").text


def test_who_has_not_come_in_is_asked_to(app: Flask, folder: Path) -> None:
    client = app.test_client()
    answer = client.get("/sv/review?relation=FundedBy")
    assert (answer.status_code, answer.location) == (302, None) or answer.location.startswith("/sv/review/login?next=")
    for form in FORMS[1:]:
        assert client.post(f"/sv/review/{form}", headers=ORIGIN).location.startswith("/sv/review/login")
    assert not (folder / "reviews.tsv").exists()


def test_the_token_and_a_name_let_in(app: Flask) -> None:
    client = app.test_client()
    given = {"token": TOKEN, "name": " Kim\nB ", "next": "/sv/review?relation=FundedBy"}
    answer = client.post("/sv/review/login", data=given, headers=ORIGIN)
    assert (answer.status_code, answer.location) == (303, "/sv/review?relation=FundedBy")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Secure" not in cookie
    assert "Kim B" in client.get("/sv/review").text


def test_over_https_the_cookie_is_for_https_only(app: Flask) -> None:
    given = {"token": TOKEN, "name": "Kim"}
    answer = app.test_client().post("/sv/review/login", data=given, headers={"Origin": "https://localhost"})
    assert "Secure" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("given", [{"token": "", "name": "Kim"}, {"token": TOKEN + "x", "name": "Kim"}, {"token": "å"}])
def test_another_token_does_not(app: Flask, given: dict[str, str]) -> None:
    client = app.test_client()
    answer = client.post("/sv/review/login", data=given, headers=ORIGIN)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
    assert 'role="alert"' in answer.text


def test_a_name_is_needed(app: Flask) -> None:
    answer = app.test_client().post("/sv/review/login", data={"token": TOKEN, "name": "\n "}, headers=ORIGIN)
    assert answer.status_code == 400


def test_who_guesses_has_to_wait(app: Flask) -> None:
    client = app.test_client()
    for _ in range(ATTEMPTS):
        client.post("/sv/review/login", data={"token": "guess", "name": "Kim"}, headers=ORIGIN)
    answer = client.post("/sv/review/login", data={"token": TOKEN, "name": "Kim"}, headers=ORIGIN)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= WINDOW


def test_after_a_while_one_may_try_again() -> None:
    clock = Clock()
    access = Access(TOKEN, clock)
    for _ in range(ATTEMPTS):
        assert not access.admits("guess", "10.0.0.1")
    assert (access.wait("10.0.0.1"), access.wait("10.0.0.2")) == (WINDOW, 0)
    clock.now += WINDOW
    assert access.wait("10.0.0.1") == 0


@pytest.mark.parametrize(
    "next_", ["//evil.se/sv/review", "https://evil.se", "/sv/reviews", "/\\evil.se", "javascript:1"]
)
def test_coming_in_leads_nowhere_else(app: Flask, next_: str) -> None:
    given = {"token": TOKEN, "name": "Kim", "next": next_}
    assert app.test_client().post("/sv/review/login", data=given, headers=ORIGIN).location == "/sv/review"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.se"},
        {"Origin": "null"},
        {"Referer": "https://evil.se/localhost"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://localhost", "Referer": "https://evil.se/"},
        {},
    ],
)
def test_a_form_from_elsewhere_is_refused(person: Callable[..., Person], folder: Path, headers: dict[str, str]) -> None:
    kim = person()
    for form in FORMS:
        fields = {"csrf": kim.csrf, "verdict": "accept", "token": TOKEN, "name": "Kim"}
        assert kim.client.post(f"/sv/review/{form}", data=fields, headers=headers).status_code == 403
    assert not (folder / "reviews.tsv").exists()


def test_a_form_without_its_sign_or_with_anothers_is_refused(person: Callable[..., Person], folder: Path) -> None:
    kim, bo = person("Kim"), person("Bo")
    for sign in ("", bo.csrf, "å"):
        assert kim.answer(kim.see(), "accept", csrf=sign).status_code == 403
    assert not (folder / "reviews.tsv").exists()


def test_nothing_is_written_by_reading(person: Callable[..., Person]) -> None:
    kim = person()
    for form in ("logout", "decision", "undo", "graph"):
        assert kim.client.get(f"/sv/review/{form}").status_code == 405


def test_pages_of_reviews_are_kept_by_nobody_and_send_forms_to_us_only(person: Callable[..., Person]) -> None:
    answer = person().client.get("/sv/review")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]


def test_who_goes_out_is_out_though_the_cookie_was_copied(person: Callable[..., Person], app: Flask) -> None:
    kim = person()
    cookie = kim.client.get_cookie("rodatraden-review")
    assert cookie
    kim.send("/sv/review/logout", csrf=kim.csrf)
    thief = app.test_client()
    thief.set_cookie("rodatraden-review", cookie.value)
    assert thief.get("/sv/review").location.startswith("/sv/review/login")


def test_sessions_end_by_themselves() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    key = sessions.begin("Kim")
    clock.now += IDLE
    assert sessions.find(key)
    clock.now += IDLE + 1
    assert sessions.find(key) is None
    key = sessions.begin("Kim")
    for _ in range(LONGEST // IDLE):
        clock.now += IDLE
        assert sessions.find(key)
    clock.now += 1
    assert sessions.find(key) is None


def test_so_many_may_be_in() -> None:
    sessions = Sessions()
    keys = [sessions.begin("Kim") for _ in range(MOST + 1)]
    assert sessions.find(keys[0]) is None
    assert sessions.find(keys[-1])

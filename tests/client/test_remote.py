"""Servers as they are: what they refuse is told in their words, and what is no whole answer is none."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner
from flask import Flask, Response, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.serving import make_server

from client.far import endpoint_of
from client.plans import Plans, opened
from graph.asking.outcome import Broken, Busy, Question, Refused, TooLarge, TooSlow, Unwritable, Wrong
from graph.errors import BrokenAnswer, EmptyStore, GraphError, QueryError, Unreachable
from graph.remote import LONGEST, Endpoint
from rodatraden import commands

JSON = "application/sparql-results+json"
YES = b'{"head": {}, "boolean": true}'


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Where some other server answers, until the block ends."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def answering(found: ResponseReturnValue) -> Iterator[Plans]:
    """Plans behind a server that always says the same."""
    app = Flask("odd")
    app.add_url_rule("/sparql", view_func=lambda: found, methods=["GET", "POST"])
    with served(app) as address:
        yield opened(address)


def problem(status: int, **facts: object) -> tuple[dict[str, object], int, dict[str, str]]:
    return {"detail": "So it is.", **facts}, status, {"Content-Type": "application/problem+json"}


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, Wrong), (403, Refused), (406, Unwritable), (413, TooLarge), (429, Busy), (500, Broken), (503, Busy), (504, TooSlow),
     (401, Unreachable), (404, Unreachable), (414, Unreachable), (418, Unreachable)],
)  # fmt: skip
def test_what_a_server_refuses_is_told_in_its_words(status: int, error: type[GraphError]) -> None:
    with answering(problem(status)) as plans, pytest.raises(error, match=r"So it is\."):
        plans.query("ASK {}")


def test_where_a_question_is_wrong_is_told() -> None:
    with answering(problem(400, line=3, column=5)) as plans, pytest.raises(Wrong) as raised:
        plans.query("ASK {}")
    assert (raised.value.line, raised.value.column) == (3, 5)


@pytest.mark.parametrize("body", [b"", b"'", b"\xff\xfe", b'{"detail": 1}', b"Nope: ' \" Response:\n"])
def test_refusals_of_any_form_are_told(body: bytes) -> None:
    for status, error in ((400, Wrong), (500, Broken), (502, Unreachable)):
        with answering((body, status)) as plans, pytest.raises(error) as raised:
            plans.query("ASK {}")
        assert str(raised.value)


def test_a_page_is_no_answer() -> None:
    with answering("<html>") as plans, pytest.raises(Unreachable, match=r"text/html.*ends in /"):
        plans.query("ASK {}")


@pytest.mark.parametrize("body", [YES[:-1], b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x"', b""])
def test_an_answer_that_breaks_off_is_none_though_its_status_is_good(body: bytes) -> None:
    with answering(Response(body, content_type=JSON)) as plans, pytest.raises(BrokenAnswer):
        plans.query("ASK {}")


def test_triples_that_break_off_are_none() -> None:
    with answering(Response(b"<urn:a> <urn:b> ", content_type="application/n-triples")) as plans:
        for ask in (plans.query, plans.graph):
            with pytest.raises(BrokenAnswer):
                ask("CONSTRUCT {} {}")


def test_triples_come_in_the_form_that_the_server_has() -> None:
    with answering(Response("<urn:a> <urn:b> 'å'@sv, 1 .", content_type="text/turtle; charset=utf-8")) as plans:
        frame = plans.query("DESCRIBE <urn:a>")
        assert list(frame["object"]) == ["å", 1]  # type: ignore[index]
        assert len(plans.graph("DESCRIBE <urn:a>")) == 2


def test_an_answer_shorter_than_announced_is_none() -> None:
    said = f"HTTP/1.1 200 OK\r\nContent-Type: {JSON}\r\nContent-Length: 99\r\n\r\n".encode() + YES
    with raw(said) as address, pytest.raises(Unreachable, match="IncompleteRead"):
        opened(address).query("ASK {}")


def test_what_is_no_http_is_told() -> None:
    with raw(b"SSH-2.0-OpenSSH_9.6\r\n") as address, pytest.raises(Unreachable, match="cannot be asked"):
        opened(address).query("ASK {}")


def test_nobody_waits_for_ever() -> None:
    with raw(None) as address, pytest.raises(TooSlow, match=r"said nothing for 0\.2 seconds"):
        opened(address, seconds=0.2).query("ASK {}")


def test_nobody_there_is_told() -> None:
    with pytest.raises(Unreachable, match=r"http://127\.0\.0\.1:1/sparql cannot be asked"):
        opened("http://127.0.0.1:1/").query("ASK {}")
    with pytest.raises(Unreachable):
        opened("http://nobody:port/").query("ASK {}")


def test_a_server_that_sends_to_files_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "answer").write_bytes(YES)
    with answering(redirect(f"file://{tmp_path}/answer")) as plans, pytest.raises(Unreachable):
        plans.query("ASK {}")


@pytest.mark.parametrize(
    ("told", "version"),
    [
        ("<urn:d> a sd:Dataset ; dcterms:identifier '12-20270301T064500Z' . <urn:e> dcterms:identifier 'other' .", "12-20270301T064500Z"),
        ("<urn:e> dcterms:identifier 'other' .", None),
        ("broken", None),
    ],
)  # fmt: skip
def test_an_endpoint_tells_which_version_it_serves(told: str, version: str | None) -> None:
    prefixes = (
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX dcterms: <http://purl.org/dc/terms/>"
    )
    with answering(Response(f"{prefixes} {told}", content_type="text/turtle")) as plans:
        assert plans.version == version


def test_an_endpoint_that_tells_nothing_of_itself_has_no_version() -> None:
    for said in (problem(400), Response(YES, content_type=JSON), "<html>"):
        with answering(said) as plans:
            assert plans.version is None
    with pytest.raises(Unreachable):
        assert opened("http://127.0.0.1:1/").version


@contextmanager
def raw(said: bytes | None) -> Iterator[str]:
    """A server that says some bytes to the first who comes, or nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def run() -> None:
            came, _ = server.accept()
            with came:
                came.recv(65536)
                if said is not None:
                    came.sendall(said)
                else:
                    came.recv(1)  # until whoever asked is gone

        thread = Thread(target=run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(5)


@pytest.mark.parametrize("length", [0, LONGEST])
def test_long_questions_travel_in_the_body(length: int) -> None:
    app, seen = Flask("seen"), list[tuple[str, str]]()

    def sparql() -> Response:
        told = request.get_data(as_text=True) or request.query_string.decode()
        seen.append((request.method, parse_qs(told, keep_blank_values=True)["query"][0]))
        return Response(YES, content_type=JSON)

    app.add_url_rule("/sparql", view_func=sparql, methods=["GET", "POST"])
    text = f"ASK {{}} # å & + {'x' * length}"
    with served(app) as address:
        assert opened(address).query(text) is True
    assert seen == [("POST" if length else "GET", text)]


@pytest.mark.parametrize(
    ("address", "endpoint"),
    [
        ("http://a.example", "http://a.example/sparql"),
        ("http://a.example/", "http://a.example/sparql"),
        ("http://a.example/sv/", "http://a.example/sparql"),
        ("http://a.example/en", "http://a.example/sparql"),
        ("https://a.example:8000/plans/", "https://a.example:8000/plans/sparql"),
        ("https://a.example/plans/sv/sparql?query=ASK+{}#run", "https://a.example/plans/sparql"),
        ("https://a.example/sparql", "https://a.example/sparql"),
        ("https://a.example/repositories/plans", "https://a.example/repositories/plans"),
    ],
)
def test_an_explorers_address_leads_to_its_endpoint(address: str, endpoint: str) -> None:
    assert endpoint_of(address) == endpoint


def test_a_store_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EmptyStore, match="Nothing has been loaded"):
        opened(tmp_path / "nowhere")
    monkeypatch.setenv("RODATRADEN_STORE", str(tmp_path / "named"))
    with pytest.raises(EmptyStore, match="named"):
        opened(None)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"x": 1.5}, "x is of type float"),
        ({"x": object()}, "x is of type object"),
        ({"x": [1, None]}, "x is of type NoneType"),
        ({"y": 1}, r"write \$y there"),
    ],
)
def test_values_that_cannot_go_in_are_told(values: dict[str, object], told: str) -> None:
    with pytest.raises(QueryError, match=told):
        opened("http://127.0.0.1:1/").sparql("SELECT $x {}", **values)


def test_one_value_for_a_parameter_of_the_book() -> None:
    plans = opened("http://127.0.0.1:1/")
    with pytest.raises(QueryError, match="year takes one value"):
        plans.sparql("budget-by-year", year=[2027, 2028])
    assert plans.sparql("budget-by-year", year=None) == plans.sparql("budget-by-year")


def test_the_command_asks_an_endpoint(address: str) -> None:
    def said(question: str, form: str) -> str:
        words = ["query", "-", "--endpoint", f"{address}/sparql", "--format", form]
        result = CliRunner().invoke(commands, words, input=question)
        assert result.exit_code == 0, result.output
        return result.stdout_bytes.decode()

    assert said("SELECT ('å' AS ?x) {}", "csv") == "x\r\nå\r\n"
    assert said("SELECT ('å' AS ?x) {}", "table") == "x\n-\nå\n(1 row)\n"
    assert said("ASK {}", "table") == "answer\n------\ntrue\n(1 row)\n"
    assert "<urn:a> <urn:b> <urn:c>" in said("CONSTRUCT { <urn:a> <urn:b> <urn:c> } {}", "turtle")
    assert said("CONSTRUCT { <urn:a> <urn:b> <urn:c> } {}", "table").splitlines()[2].split() == [
        "urn:a",
        "urn:b",
        "urn:c",
    ]


def test_the_command_tells_what_the_endpoint_refuses(address: str) -> None:
    result = CliRunner().invoke(commands, ["query", "-", "--endpoint", f"{address}/sparql"], input="ASK {")
    assert result.exit_code == 2
    assert "Line 2, column" in result.output


def test_an_endpoint_is_asked_for_a_form(address: str) -> None:
    with pytest.raises(Unwritable, match="none of its forms"):
        Endpoint(f"{address}/sparql", 10).ask(Question("ASK {}", None))

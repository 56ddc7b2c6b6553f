"""What nobody should send: an honest status and a text that helps, nothing run, nothing broken."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.asking.limits import Limits
from graph.memory import MemoryStore
from webapp.app import create_app
from webapp.workbench.view import every

Parsed = Callable[[str], Any]
HOSTILE = (
    '<script>document.title="run"</script>',
    '"><img src=x onerror="alert(1)">',
    "\N{RIGHT-TO-LEFT OVERRIDE}gnul\N{RIGHT-TO-LEFT EMBEDDING}",
    '</title></svg></style><svg onload="alert(1)">',
    "{{ 1787*1787 }} %s %(x)s",
    "W" * 10_000,
    "\0\x01\x1b",
)


def spelled(text: str) -> str:
    """A text as SPARQL spells it."""
    return '"' + "".join(sign if sign.isalnum() else f"\\U{ord(sign):08x}" for sign in text) + '"'


@pytest.mark.parametrize("view", every())
def test_hostile_texts_are_texts_in_every_view(client: FlaskClient, parsed: Parsed, view: str) -> None:
    rows = " ".join(
        f"({spelled(text)} {number} {2026 + number % 3} <urn:a{number}> <urn:b{number % 2}> {spelled(text)})"
        for number, text in enumerate(HOSTILE)
    )
    query = f"SELECT * {{ VALUES (?text ?n ?year ?x ?y ?x_label) {{ {rows} }} }}"
    answer = client.post("/sv/sparql", data={"query": query, "view": view, "row": 2})
    assert answer.status_code == 200
    page = parsed(answer.text)
    assert page.faults == []
    for tag in ("<script>document", "<img", "<svg onload"):
        assert tag not in answer.text
    assert "3193369" not in answer.text
    shown = answer.text[answer.text.index('id="result"') : answer.text.index('id="kod"')]
    shown = re.sub(r'<input type="hidden"[^>]*>', "", shown)
    assert "W" * 2_000 not in shown


def test_hostile_questions_and_graphs_are_texts(client: FlaskClient, parsed: Parsed) -> None:
    query = 'SELECT ("</textarea><script>alert(1)</script>" AS ?x) {} # </code></pre> --> {{ 7*7 }}'
    answer = client.get("/sv/sparql", query_string={"query": query, "default-graph-uri": 'urn:"><b>'})
    assert answer.status_code == 400
    assert parsed(answer.text).faults == []
    assert "<script>alert" not in client.get("/sv/sparql", query_string={"query": query}).text


def test_thousands_of_columns_are_told_of(client: FlaskClient, parsed: Parsed) -> None:
    names, ones = " ".join(f"?v{number}" for number in range(4_500)), "1 " * 4_500
    query = f"SELECT * {{ VALUES ({names}) {{ ({ones}) }} }}"
    for view in every():
        answer = client.post("/sv/sparql", data={"query": query, "view": view})
        assert answer.status_code == 200
        assert "de första 60 av 4\N{NO-BREAK SPACE}500 kolumnerna" in answer.text
    assert client.post("/sv/sparql/result", data={"query": query, "format": "xlsx"}).status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", ["/sv/sparql", "/sv/sparql/result"])
def test_a_question_of_a_megabyte_is_too_long(client: FlaskClient, address: str, method: str) -> None:
    query = "SELECT * {} #" + "x" * 1_000_000
    sent = {"query_string": {"query": query}} if method == "get" else {"data": {"query": query}}
    answer = client.open(address, method=method.upper(), **sent)
    assert answer.status_code == 413
    assert "Frågan är för lång" in answer.text


@pytest.mark.parametrize(
    "fields",
    [
        "view=%3Cscript%3E", "view=chart&col-x=%3Cb%3E&col-nix=1", "row=abc", "row=-1", "row=99999999999999999999",
        "row=0", "col-=x", "default-graph-uri=", "named-graph-uri=a%20b", "question=" + "x" * 5_000, "query=%FF%FE",
        "x=y&" * 300, "view=" + "y" * 5_000,
    ],
)  # fmt: skip
def test_senseless_fields_are_no_fault_of_ours(client: FlaskClient, fields: str) -> None:
    for address in ("/sv/sparql", "/en/sparql/result"):
        assert client.get(f"{address}?query=SELECT+(1+AS+?x)+{{}}&{fields}").status_code in (200, 400)
        assert client.get(f"{address}?{fields}").status_code in (200, 400, 404)


def test_an_empty_question_is_told_how_to_begin(client: FlaskClient) -> None:
    assert client.get("/sv/sparql", query_string={"query": "  "}).status_code == 200
    answer = client.post("/sv/sparql/result", data={"query": "\n"})
    assert answer.status_code == 400
    assert "Skriv en fråga" in answer.text


def test_an_empty_store_is_told_how_to_fill(browse: Callable[[MemoryStore], FlaskClient]) -> None:
    client = browse(MemoryStore())
    for answer in (client.get("/sv/sparql"), client.post("/sv/sparql/result", data={"query": "ASK {}"})):
        assert answer.status_code == 503
        assert "rodatraden load" in answer.text


def test_too_many_at_once_are_told_to_try_again(store: MemoryStore) -> None:
    app = create_app(store, TESTING=True, LIMITS=Limits(running=0, waiting=0))
    answer = app.test_client().post("/sv/sparql/result", data={"query": "ASK {}"})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "Många frågar just nu" in answer.text


def test_a_deeply_nested_question_is_told_of(client: FlaskClient) -> None:
    answer = client.post("/sv/sparql/result", data={"query": "SELECT * " + "{" * 20_000 + "}" * 20_000})
    assert answer.status_code in (200, 400, 500)
    assert client.post("/sv/sparql/result", data={"query": "ASK {}"}).status_code == 200


def test_names_with_quotes_and_newlines_are_refused_by_the_engine_and_told(client: FlaskClient) -> None:
    answer = client.post("/sv/sparql/result", data={"query": 'SELECT * { ?s <urn:a"\n> ?o }'})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text

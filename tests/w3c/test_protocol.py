"""W3C's 34 tests of the SPARQL 1.1 Protocol, against real servers."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask

from webapp.endpoint.changes import let_change

from ..conftest import missing
from .changing import Changing
from .conftest import needed
from .exchange import Reply, asked, faults
from .manifest import Asked, Case, cases

CASES = cases("protocol/manifest.ttl")
QUESTIONS, UPDATES = ([case for case in CASES if case.of_updates is which] for which in (False, True))
COUNT = Asked("GET", "/sparql/?query=" + quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), {}, None, frozenset({200}), None, None, None, None)  # fmt: skip


def named(case: Case) -> str:
    return case.name


def wrong(address: str, case: Case) -> list[str]:
    """What is wrong with the replies to a test's requests."""
    return [fault for request in case.requests for fault in faults(request, asked(address, request))]


def test_all_tests_are_there() -> None:
    assert (len(QUESTIONS), len(UPDATES)) == (20, 14)
    assert sum(len(case.requests) for case in CASES) == 39


@pytest.mark.parametrize("case", QUESTIONS, ids=named)
def test_questions_are_answered(endpoint: str, case: Case) -> None:
    assert wrong(endpoint, case) == []


@pytest.mark.parametrize("case", UPDATES, ids=named)
def test_updates_are_refused_and_change_nothing(endpoint: str, case: Case) -> None:
    before, request = asked(endpoint, COUNT), case.requests[0]
    reply = asked(endpoint, request)
    well_put = 200 in request.statuses or case.name == "bad_update_get"
    assert reply.status == 403 if well_put else reply.status in (400, 403, 415)
    assert reply.kind == "application/problem+json"
    assert asked(endpoint, COUNT).body == before.body


@pytest.mark.parametrize("case", CASES, ids=named)
def test_all_pass_where_a_test_lets_the_graph_be_changed(changeable: str, store: Changing, case: Case) -> None:
    store.hold(needed(case))
    assert wrong(f"{changeable}/sparql", case) == []


def test_an_update_is_made_of_the_store_and_answers_see_it(changeable: str, store: Changing) -> None:
    store.hold(())
    address, kind = f"{changeable}/sparql", {"Content-Type": "application/sparql-update"}
    counted = [asked(address, COUNT).body]
    for body in (b"INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1, 2 } }", b"DELETE DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }"):  # fmt: skip
        made = Asked("POST", "/sparql/", kind, body, frozenset({204}), None, None, None, None)
        assert list(faults(made, asked(address, made))) == []
        counted.append(asked(address, COUNT).body)
    assert [b'"0"' in counted[0], b'"2"' in counted[1], b'"1"' in counted[2]] == [True, True, True]


@pytest.mark.parametrize("update", ["LOAD <file:///etc/passwd>", "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"])  # fmt: skip
def test_even_there_nothing_is_fetched_from_elsewhere(changeable: str, update: str) -> None:
    request = Asked("POST", "/sparql/", {"Content-Type": "application/sparql-update"}, update.encode(), frozenset({403}), None, None, None, None)  # fmt: skip
    assert list(faults(request, asked(f"{changeable}/sparql", request))) == []


def test_in_earnest_nobody_can_let_it_be_changed() -> None:
    with pytest.raises(RuntimeError, match="under test"):
        let_change(Flask("earnest"), Changing().change)


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """Oxigraph's own server, with the data of all tests."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        missing("oxigraph", "pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    words = [program, "serve", "--location", str(tmp_path), "--bind", where]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stderr
            assert any("Listening" in line for line in serving.stderr)
            for case in CASES:
                for name, path in case.graphs:
                    put = Asked("PUT", f"?graph={quote(name)}", {"Content-Type": "application/n-triples"}, path.read_bytes(), frozenset({201, 204}), None, None, None, None)  # fmt: skip
                    assert list(faults(put, asked(f"http://{where}/store", put))) == []
            yield f"http://{where}"
        finally:
            serving.terminate()


def test_a_runner_that_finds_no_fault_would_be_none(oxigraph: str) -> None:
    """Oxigraph's server has two addresses, and describes itself where it is asked for an update by GET."""

    def reply(case: Case, request: Asked) -> Reply:
        updates = case.of_updates and request.headers.get("content-type") != "application/sparql-query"
        return asked(f"{oxigraph}/{'update' if updates else 'query'}", request)

    failed = {
        case.name for case in CASES if any(list(faults(request, reply(case, request))) for request in case.requests)
    }
    assert failed == {"bad_update_get"}

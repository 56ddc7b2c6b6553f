"""Whatever comes to a server as `rodatraden serve` starts it is answered with an honest status and a text that helps, and it lives."""

import json
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from graph.store import DirectoryStore

from ..conftest import CASES, reading

ROOT = Path(__file__).parents[3]
QUERY, FORM = "application/sparql-query", "application/x-www-form-urlencoded"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
#: How often one comes again: it takes a moment until those that have gone are missed.
AGAIN = 100
#: The most that a stack may be asked to hold within the 64 KB that a question may have.
DEEP = 10_000


@dataclass(frozen=True)
class Reply:
    """What the server said."""

    status: int
    kind: str
    headers: dict[str, str]
    body: bytes

    @property
    def detail(self) -> str:
        """What helps."""
        return str(json.loads(self.body)["detail"])


@dataclass(frozen=True)
class Server:
    """Where it listens."""

    host: str
    port: int

    def asks(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """One request on a connection of its own."""
        connection = HTTPConnection(self.host, self.port, timeout=120)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            with connection.getresponse() as reply:
                told = {name.lower(): value for name, value in reply.getheaders()}
                return Reply(reply.status, told.get("content-type", ""), told, reply.read())
        finally:
            connection.close()

    def asked(self, query: str | bytes) -> Reply:
        """A question, as a body."""
        return self.asks("POST", "/sparql", query if isinstance(query, bytes) else query.encode(), content_type=QUERY)

    def lives(self) -> bool:
        """Whether an ordinary question is answered, of one who comes again while the server is too busy."""
        replies = (self.asks("GET", "/sparql?query=" + quote("ASK {}")) for _ in range(AGAIN))
        return any((reply.status, reply.body) == (200, b'{"head":{},"boolean":true}') for reply in replies)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program as one starts it, over a plan of an invented region."""
    directory = tmp_path_factory.mktemp("served") / "store"
    with DirectoryStore(directory).writing() as draft:
        draft.put(reading(CASES[0]))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "rodatraden", "serve", "--port", str(port), "--store", str(directory)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as serving:
        try:
            assert serving.stdout
            found = re.search(r"http://([\d.]+):(\d+)/", serving.stdout.readline())
            assert found
            yield Server(found[1], int(found[2]))
            assert serving.poll() is None
        finally:
            serving.terminate()
            serving.communicate()


def refused(reply: Reply, *statuses: int) -> bool:
    """Whether it is refused so, with a text that helps."""
    return reply.status in statuses and reply.kind == "application/problem+json" and len(reply.detail) > 15


def test_text_of_a_megabyte_is_refused(server: Server) -> None:
    text = ("ASK {} #" + "x" * 1_000_000).encode()
    assert refused(server.asked(text), 413)
    assert refused(server.asks("POST", "/sparql", b"query=" + text, content_type=FORM), 413)
    assert server.asks("GET", "/sparql?query=" + quote(text)).status in (400, 413, 414, 431)
    assert server.lives()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {" + "{" * DEEP + "}" * DEEP + "}",
        "SELECT * { FILTER(" + "(" * DEEP + "1" + ")" * DEEP + ") }",
        "SELECT * { FILTER(" + "!" * DEEP + "1) }",
        "SELECT * { ?s " + "(" * DEEP + "<urn:p>" + ")" * DEEP + " ?o }",
        "SELECT * { ?s ?p " + "(" * DEEP + "1" + ")" * DEEP + " }",
        "SELECT * { ?s ?p " + "[ ?p " * DEEP + "1" + "]" * DEEP + " }",
        "SELECT * { FILTER(" + "STR(" * DEEP + "1" + ")" * DEEP + ") }",
        "SELECT (" + "+".join("1" * DEEP) + " AS ?x) {}",
        "SELECT * { ?s " + "/".join(["<p:>"] * DEEP) + " ?o }",
        "SELECT * { " + "?s ?p ?o." * 6000 + " }",
        "SELECT * {" + "{" * DEEP,
        "SELECT * {" + "}" * DEEP,
    ],
    ids=[
        "groups",
        "brackets",
        "nots",
        "paths",
        "lists",
        "nodes",
        "calls",
        "sums",
        "steps",
        "patterns",
        "open",
        "closed",
    ],
)
def test_deep_and_long_questions_are_answered_or_refused(server: Server, query: str) -> None:
    reply = server.asked(query)
    assert reply.status == 200 or refused(reply, 400, 500, 504)
    assert server.lives()


def test_the_place_of_an_error_is_told(server: Server) -> None:
    reply = server.asked("SELECT * {\n  ?s ?p }")
    assert refused(reply, 400)
    told = json.loads(reply.body)
    assert (told["line"], told["column"], told["status"]) == (2, 10, 400)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }",
        "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "SERVICE <http://127.0.0.1:1/> {}", "x" }',
        "SELECT * { ?s ?p <urn:SERVICE> } # SERVICE <http://127.0.0.1:1/> {}",
    ],
)
def test_files_and_other_hosts_are_never_read(server: Server, query: str) -> None:
    reply = server.asked(query)
    assert (reply.status, json.loads(reply.body)["results"]["bindings"]) == (200, [])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { sErViCe SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { # x\nSERVICE#\n<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { { BIND(1 AS ?x) }SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { 1 }SERVICE<http://127.0.0.1:1/>{} }",
        "SELECT * { FILTER(\"a\" = 'b\\'')SERVICE<http://127.0.0.1:1/>{} }",
        "SELECT * { OPTIONAL { SERVICE <http://127.0.0.1:1/> {} } }",
        "LOAD <file:///etc/passwd>",
        "LOAD <http://127.0.0.1:1/> INTO GRAPH <urn:g>",
        "PREFIX a: <urn:a> LOAD SILENT <file:///etc/passwd>",
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "CREATE GRAPH <urn:g>",
        "MOVE <urn:a> TO <urn:b>",
    ],
)
def test_other_servers_are_not_asked_and_nothing_is_changed(server: Server, query: str) -> None:
    assert refused(server.asked(query), 403)
    assert refused(server.asks("GET", "/sparql?query=" + quote(query)), 403)


@pytest.mark.parametrize("spelling", ["SERV\\u0049CE", "\\u0053ERVICE", "SER VICE", "SERVICE\\u0020", "ＳＥＲＶＩＣＥ"])
def test_odd_spellings_lead_nowhere(server: Server, spelling: str) -> None:
    assert refused(server.asked(f"SELECT * {{ {spelling} <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}"), 400, 403)


@pytest.mark.parametrize("graph", ['urn:a"b', "urn:a\nb", "urn:a b", "<urn:a>", "urn:a} DROP ALL {", "no-iri", "\0"])
def test_a_graph_that_is_no_iri_is_told(server: Server, graph: str) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        assert refused(server.asks("GET", "/sparql?" + urlencode({"query": "ASK {}", name: graph})), 400)
    assert refused(server.asks("GET", "/graph-store?" + urlencode({"graph": graph})), 400)


def test_what_is_no_utf_8_is_told(server: Server) -> None:
    for reply in (
        server.asked(b"ASK { # \xe5\xff\n}"),
        server.asks("POST", "/sparql", b"query=ASK{}%ff", content_type=FORM),
        server.asks("POST", "/sparql", b"query=ASK{}\xff", content_type=FORM),
        server.asks("GET", "/sparql?query=ASK%7B%7D%23%ff"),
        server.asks("GET", "/graph-store?graph=urn:%ff"),
        server.asks("POST", "/sparql", "ASK {}".encode("utf-16"), content_type=f"{QUERY}; charset=utf-16"),
    ):
        assert refused(reply, 400)
    assert refused(server.asks("POST", "/sparql", b"ASK {}", content_type="text/plain"), 415)
    assert refused(server.asks("POST", "/sparql", b"ASK {}"), 415)
    assert refused(server.asks("PUT", "/sparql", b"ASK {}"), 405)


def test_a_client_that_goes_leaves_its_question_unasked(server: Server) -> None:
    """Else these would take a minute of the workers."""
    for _ in range(12):
        connection = HTTPConnection(server.host, server.port)
        connection.request("GET", "/sparql?query=" + quote(ENDLESS))
        connection.close()
    assert server.lives()


@pytest.mark.parametrize(
    "sent",
    [
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nASK",
        b"GET /sparql?query=ASK",
        b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: ",
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"\r\n" * 100,
    ],
)
def test_who_goes_in_the_middle_of_a_request_does_no_harm(server: Server, sent: bytes) -> None:
    for _ in range(25):
        with socket.create_connection((server.host, server.port), timeout=60) as connection:
            connection.sendall(sent)
    assert server.lives()


def test_two_hundred_at_once_are_answered_or_asked_to_come_again(server: Server) -> None:
    query = "/sparql?query=" + quote("SELECT ?s (COUNT(?p) AS ?n) { ?s ?p ?o } GROUP BY ?s")
    with ThreadPoolExecutor(200) as clients:
        replies = list(clients.map(lambda _: server.asks("GET", query), range(200)))
    counted = Counter(reply.status for reply in replies)
    assert counted.keys() <= {200, 503}
    assert counted[200] > 0
    assert len({reply.body for reply in replies if reply.status == 200}) == 1
    for reply in replies:
        assert reply.status == 200 or (refused(reply, 503) and int(reply.headers["retry-after"]) > 0)
    assert server.lives()

"""How the SPARQL endpoint keeps up with Oxigraph's own server, and how late it stops a question that takes too long.

    pip install oxigraph            # the server to compare with; without it only ours is measured
    python -m benchmarks.endpoint [--rounds 3] [--seconds 3]

Both serve the same store of the corpus, read-only, and are asked in turn, round by round, by clients in threads of one
process that keep their connections: on few cores clients and servers share them.
"""

import http.client
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from urllib.parse import quote

import click

from benchmarks.documents import documents, read
from benchmarks.figures import table
from graph.store import DirectoryStore

SMALL = "PREFIX rt: <https://w3id.org/rodatraden/ns#> SELECT ?a ?u { ?a rt:serves ?u } LIMIT 10"
LARGE = "SELECT * { ?s ?p ?o } LIMIT 60000"
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c",
    "SELECT ?a ?d { ?a (!<urn:x>)+ ?d }",
)
#: How long a client waits for an answer, seconds.
PATIENCE = 40


@dataclass(frozen=True)
class Server:
    """A server that runs: its name, port and path."""

    name: str
    port: int
    path: str

    def asked(self, query: str, connection: http.client.HTTPConnection) -> tuple[int, int]:
        """The status and the size of an answer."""
        connection.request("GET", f"{self.path}?query={quote(query)}", headers={"Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, len(answer.read())

    def connection(self) -> http.client.HTTPConnection:
        """A connection that is kept."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def rate(self, query: str, clients: int, seconds: float) -> float:
        """Answers a second to so many clients at once."""
        counts = [0] * clients
        threads = [Thread(target=self._ask_on, args=(query, seconds, counts, number)) for number in range(clients)]
        begun = perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(counts) / (perf_counter() - begun)

    def _ask_on(self, query: str, seconds: float, counts: list[int], number: int) -> None:
        connection, until = self.connection(), perf_counter() + seconds
        while perf_counter() < until:
            status, _ = self.asked(query, connection)
            if status != http.client.OK:
                raise RuntimeError(f"{self.name} answered {status}")
            counts[number] += 1
        connection.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(name: str, path: str, port: int, command: list[str]) -> Iterator[Server]:
    """A server, from when it answers to its end."""
    server = Server(name, port, path)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while not _answers(server):
                sleep(0.1)
            yield server
        finally:
            process.terminate()


def _answers(server: Server) -> bool:
    try:
        return server.asked("ASK {}", server.connection())[0] == http.client.OK
    except OSError:
        return False


def ours(store: Path) -> list[str]:
    """The command that serves a store of ours; its port comes last."""
    return [sys.executable, "-m", "rodatraden", "serve", "--store", str(store), "--port"]


def theirs(graph: Path) -> list[str] | None:
    """The command of Oxigraph's own server, where it is installed."""
    beside = Path(sys.executable).parent / "oxigraph"
    found = os.environ.get("OXIGRAPH") or (str(beside) if beside.exists() else shutil.which("oxigraph"))
    options = ["serve-read-only", "--location", str(graph), "--union-default-graph", "--timeout-s", "10", "--bind"]
    return [found, *options] if found else None


@contextmanager
def servers() -> Iterator[list[Server]]:
    """Those that are compared, over one store of the corpus."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        store = DirectoryStore(Path(folder) / "store")
        with store.writing() as draft:
            for told in documents():
                draft.put(read(told))
        port = free_port()
        found = [stack.enter_context(running("ours", "/sparql", port, [*ours(Path(folder) / "store"), str(port)]))]
        command, port = theirs(store.view().directory or Path()), free_port()
        if command:
            found.append(stack.enter_context(running("oxigraph", "/query", port, [*command, f"127.0.0.1:{port}"])))
        yield found


def stopped(server: Server, query: str) -> tuple[str, ...]:
    """A question that never ends: its status, and after how many seconds that came."""
    begun = perf_counter()
    try:
        status = str(server.asked(query, server.connection())[0])
    except (OSError, http.client.HTTPException) as error:
        status = type(error).__name__
    return server.name, query[:48], status, f"{perf_counter() - begun:.2f}"


@click.command()
@click.option("--rounds", default=3, show_default=True, help="How many times to measure each.")
@click.option("--seconds", default=3.0, show_default=True, help="How long one measurement takes.")
def main(rounds: int, seconds: float) -> None:
    """Measure answers a second, then how late endless questions are stopped (limit 10 s)."""
    with servers() as found:
        rows = [
            (each.name, name, str(clients), f"{each.rate(query, clients, seconds):.1f}")
            for name, query, clients in (("small", SMALL, 4), ("60,000 rows", LARGE, 1))
            for _ in range(rounds)
            for each in found
        ]
        click.echo(table(("Server", "Question", "clients", "answers a second"), rows))
        late = [stopped(each, query) for query in ENDLESS for each in found]
        click.echo("\n" + table(("Server", "Endless question", "status", "after s"), late))


if __name__ == "__main__":
    main()

"""How the SPARQL endpoint keeps up with Oxigraph's own server, and how late it stops a question that takes too long.

    pip install oxigraph            # the server to compare with
    python -m benchmarks.endpoint [--store DIR] [--rounds 5] [--seconds 2]

Both serve the same store, read-only, and are asked in turn, round by round; what counts is the ratio within a round, since
other programs take more or less of the machine meanwhile. On few cores clients (`benchmarks.clients`) and servers share them.
"""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from urllib.parse import quote

import click

from benchmarks.documents import documents, read
from benchmarks.figures import table
from graph.store import DirectoryStore

PREFIXES = (
    "PREFIX rt: <https://w3id.org/rodatraden/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
JSON, CSV = "application/sparql-results+json", "text/csv"
#: Questions of the large kind have answers below the endpoint's limit.
LARGE = "SELECT ?s ?p { ?s ?p ?o } LIMIT 100000 # {n}"
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c",
    "SELECT ?a ?d { ?a (!<urn:x>)+ ?d }",
)
#: How long a client waits for an answer, seconds.
PATIENCE = 60
#: How long a server of ours makes pages before visitors come, seconds; on two cores that is not to be measured with.
SETTLING = 45


@dataclass(frozen=True)
class Load:
    """What is asked, by how many; `{n}` and `{few}` in a question are other numbers in each request."""

    question: str
    accept: str = JSON
    clients: int = 4
    seconds: float = 2


#: Ten rows of one pattern, ten rows with names, all of one thing; with words that no other request had, and always the same.
LOADS = {
    "ten rows, each another": Load(f"{PREFIXES} SELECT ?a ?u {{ ?a rt:serves ?u }} LIMIT 10 OFFSET {{few}} # {{n}}"),
    "ten rows with names, each another": Load(
        f"{PREFIXES} SELECT ?a ?n ?u ?m {{ ?a rt:serves ?u ; rdfs:label|skos:prefLabel ?n . "
        "?u rdfs:label|skos:prefLabel ?m } LIMIT 10 OFFSET {few} # {n}"
    ),
    "what is told of one, each another": Load(
        f"{PREFIXES} SELECT ?u ?p ?o {{ {{ SELECT ?u {{ ?a rt:serves ?u }} LIMIT 1 OFFSET {{few}} }} ?u ?p ?o }} # {{n}}"
    ),
    "ten rows, always the same": Load(f"{PREFIXES} SELECT ?a ?u {{ ?a rt:serves ?u }} LIMIT 10"),
    "100,000 rows as JSON": Load(LARGE, JSON, 1),
    "100,000 rows as CSV": Load(LARGE, CSV, 1),
}


@dataclass(frozen=True)
class Server:
    """A server that runs: its name, port and path."""

    name: str
    port: int
    path: str

    def asked(self, query: str) -> tuple[int, bytes]:
        """The status and the body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"{self.path}?query={quote(query)}", headers={"Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def rate(self, load: Load) -> float:
        """Answers a second."""
        command = [sys.executable, "-m", "benchmarks.clients", str(self.port), self.path]
        told = subprocess.run(command, input=json.dumps(asdict(load)), capture_output=True, text=True)
        if told.returncode:
            raise click.ClickException(f"{self.name}: {told.stderr}")
        return float(json.loads(told.stdout)["rate"])


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
        return server.asked("ASK {}")[0] == http.client.OK
    except OSError:
        return False


def ours(store: Path) -> list[str]:
    """The command that serves a store of ours; its port comes last."""
    return [sys.executable, "-m", "rodatraden", "serve", "--store", str(store), "--port"]


def theirs(graph: Path, *, ends: bool) -> list[str] | None:
    """The command of Oxigraph's own server, where it is installed; its address comes last. `ends`: it has a time limit.

    With one it starts a thread for each question, which stays as long as the limit: some thousand a second are too many for it.
    """
    beside = Path(sys.executable).parent / "oxigraph"
    found = os.environ.get("OXIGRAPH") or (str(beside) if beside.exists() else shutil.which("oxigraph"))
    options = ["serve-read-only", "--location", str(graph), "--union-default-graph"]
    return [found, *options, *(("--timeout-s", "10") if ends else ()), "--bind"] if found else None


@contextmanager
def servers(directory: Path | None, *, end: bool) -> Iterator[list[Server]]:
    """Those that are compared, over a store that is there or one made of the corpus; `end`: all have a time limit."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        store = DirectoryStore(directory or Path(folder) / "store")
        if directory is None:
            with store.writing() as draft:
                for told in documents():
                    draft.put(read(told))
        port, path = free_port(), directory or Path(folder) / "store"
        found = [stack.enter_context(running("ours", "/sparql", port, [*ours(path), str(port)]))]
        command, port = theirs(store.view().directory or Path(), ends=end), free_port()
        if command:
            found.append(stack.enter_context(running("oxigraph", "/query", port, [*command, f"127.0.0.1:{port}"])))
        yield found


def compared(found: list[Server], name: str, load: Load, rounds: int) -> tuple[str, ...]:
    """Answers a second of each, the middle of all rounds but the first; and the ratios within the rounds."""
    rates = [[each.rate(load) for each in found] for _ in range(rounds + 1)][1:]
    middles = tuple(f"{median(column):.1f}" for column in zip(*rates, strict=True))
    ratios = sorted(ours / theirs for ours, theirs in rates)
    return name, str(load.clients), *middles, f"{median(ratios):.2f}", f"{ratios[0]:.2f} to {ratios[-1]:.2f}"


def stopped(server: Server, query: str) -> tuple[str, ...]:
    """A question that never ends: its status, whether what came is JSON, and after how many seconds that was."""
    begun = perf_counter()
    try:
        status, body = server.asked(query)
        told = f"{status}, {'whole' if _is_json(body) else 'broken'} JSON"
    except (OSError, http.client.HTTPException) as error:
        told = f"nothing ({type(error).__name__})"
    return server.name, query[:48], told, f"{perf_counter() - begun:.2f}"


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True


@click.command()
@click.option("--store", "directory", type=click.Path(exists=True, path_type=Path), help="A store that is there.")
@click.option("--rounds", default=5, show_default=True, help="How many times to measure each.")
@click.option("--seconds", default=2.0, show_default=True, help="How long one measurement takes.")
@click.option("--endless/--no-endless", default=True, help="Whether to ask what never ends, too: some minutes.")
def main(directory: Path | None, rounds: int, seconds: float, *, endless: bool) -> None:
    """Measure answers a second, then how late endless questions are stopped (limit 10 s)."""
    with servers(directory, end=False) as found:
        if len(found) > 1:
            sleep(SETTLING)
            loads = {name: Load(load.question, load.accept, load.clients, seconds) for name, load in LOADS.items()}
            rows = [compared(found, name, load, rounds) for name, load in loads.items()]
            names = [f"{each.name}, answers a second" for each in found]
            click.echo(table(("Question", "clients", *names, "ratio", "in the rounds"), rows))
        click.echo(f"\nLoad of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.\n")
    if endless:
        with servers(directory, end=True) as found:
            late = [stopped(each, query) for query in ENDLESS for each in found]
            click.echo(table(("Server", "Endless question", "answer", "after s"), late))


if __name__ == "__main__":
    main()

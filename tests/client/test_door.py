"""The door: `import rodatraden`, which takes no longer for what it may come to need."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import rodatraden
from client.plans import Plans
from graph.errors import EmptyStore
from graph.memory import MemoryStore
from graph.store import DirectoryStore
from tests.queries.conftest import CASE, case

HEAVY = {"pandas", "polars", "numpy", "matplotlib", "SPARQLWrapper", "rdflib", "pyoxigraph"}


def test_importing_it_imports_nothing_heavy() -> None:
    said = "import rodatraden, sys; print(' '.join(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout.split()
    assert "rodatraden" in modules
    assert HEAVY & set(modules) == set()


def test_it_opens_a_store_and_an_address(store: MemoryStore, address: str) -> None:
    for where in (store, address):
        plans = rodatraden.open(where, frame="polars", timeout=30)
        assert isinstance(plans, Plans)
        assert type(plans.query("SELECT (1 AS ?x) {}")).__module__.startswith("polars")


ENDLESS = """
import rodatraden, sys
plans = rodatraden.open(sys.argv[1])
plans.query("ASK {}")
try:
    print("asking", flush=True)
    plans.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
except KeyboardInterrupt:
    print("interrupted", plans.query("ASK { ?s ?p ?o }"))
"""


def test_a_question_is_interrupted_and_the_next_one_answered(tmp_path: Path) -> None:
    kept = DirectoryStore(tmp_path)
    with kept.writing() as draft:
        draft.put(case(CASE))
    command = [sys.executable, "-c", ENDLESS, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout
        assert asking.stdout.readline() == "asking\n"
        asking.send_signal(signal.SIGINT)
        assert asking.stdout.read() == "interrupted True\n"


def test_it_tells_when_there_is_nothing() -> None:
    with pytest.raises(EmptyStore):
        rodatraden.open(MemoryStore())

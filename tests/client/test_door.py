"""The door: `import rodatraden`, which takes no longer for what it may come to need."""

import subprocess
import sys

import pytest

import rodatraden
from client.plans import Plans
from graph.errors import EmptyStore
from graph.memory import MemoryStore

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


def test_it_tells_when_there_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EmptyStore):
        rodatraden.open(MemoryStore())

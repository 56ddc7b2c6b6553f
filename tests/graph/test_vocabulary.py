"""Whoever asks a store finds the ontology beside the data: labels, comments, the class tree."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from graph import brought, vocabulary
from graph.derived import derive
from graph.memory import MemoryStore
from graph.records import Reading
from graph.store import DirectoryStore, PlanStore
from graph.terms import node
from ontology import rt
from ontology.vocab import Rdfs

Make = Callable[..., Reading]
LABELS = f"""
SELECT ?label (COUNT(?thing) AS ?count) WHERE {{
  ?thing a ?kind . ?kind <{Rdfs.NS}subClassOf> <{rt.BudgetLine}> ; <{Rdfs.label}> ?label FILTER(LANG(?label) = "sv") }}
GROUP BY ?label"""


@pytest.fixture(params=["directory", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> PlanStore:
    return DirectoryStore(tmp_path / "plans") if request.param == "directory" else MemoryStore()


def load(store: PlanStore, reading: Reading) -> None:
    with store.writing() as next_version:
        next_version.put(reading)


def test_what_classes_are_called_can_be_asked(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    assert store.view().select(LABELS).rows == (("fördelning", 2),)


def test_the_ontology_is_there_once_however_often_one_loads(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    load(store, plan(2032, "other.txt"))
    quads = set(store.view().engine.quads_for_pattern(None, None, None, node(vocabulary.VOCABULARY)))
    assert quads == vocabulary.vocabulary()


def test_the_ontology_is_no_document(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    assert [each.file_name for each in store.view().documents()] == ["sjovik.txt"]


def test_a_new_ontology_takes_the_place_of_the_old_and_is_drawn_on_for_all(
    store: PlanStore, plan: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = node(vocabulary.VOCABULARY)
    old = {Quad(node(rt.Activity), node(Rdfs.label), Literal("åtgärd", language="sv"), graph)}
    for module in (brought, derive):
        monkeypatch.setattr(module, "vocabulary", lambda: old)
    load(store, plan())
    kinds = f"SELECT ?kind WHERE {{ ?activity a <{rt.Activity}>, ?kind }}"
    assert len(store.view().select(kinds).rows) == 1
    monkeypatch.undo()
    load(store, plan(2032, "other.txt"))
    assert not store.view().ask(f'ASK {{ <{rt.Activity}> <{Rdfs.label}> "åtgärd"@sv }}')
    assert store.view().select(kinds).rows.count((rt.PlanElement,)) == 2


def test_the_same_ontology_gives_the_same_quads() -> None:
    before = vocabulary.vocabulary()
    vocabulary.vocabulary.cache_clear()
    assert vocabulary.vocabulary() == before

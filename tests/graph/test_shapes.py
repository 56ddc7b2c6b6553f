"""Shapes are run over one document at a time, and what they find is told in plain records."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph import shapes
from graph.iris import Minter
from graph.memory import MemoryStore
from graph.records import Reading
from graph.view import View
from ontology.iri import Iri

BASE = "https://w3id.org/rodatraden/id/97/of/forvaltningsplan-2031/"
SH = "http://www.w3.org/ns/shacl#"
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rt: <https://w3id.org/rodatraden/ns#> .
[] a sh:NodeShape ; sh:targetClass rt:Amount ; sh:property [
    sh:path rt:year ; sh:minCount 1 ; sh:severity sh:Warning ;
    sh:message "Året saknas."@sv, "The year is missing."@en ] .
[] a sh:NodeShape ; sh:targetClass rt:IndicatorValue ; sh:property [ sh:path rt:role ; sh:class rt:Role ] .
"""
ONTOLOGY = "<https://w3id.org/rodatraden/ns#Target> a <https://w3id.org/rodatraden/ns#Role> ."


@pytest.fixture
def view(plan: Callable[..., Reading]) -> View:
    """The small plan of two years."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
        draft.put(plan(2032, "other.txt"))
    return store.view()


@pytest.fixture
def own_shapes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two shapes of this test's own in place of the ontology's."""
    (tmp_path / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "rodatraden.ttl").write_text(ONTOLOGY, encoding="utf-8")
    monkeypatch.setattr(shapes, "ONTOLOGY", tmp_path / "rodatraden.ttl")
    monkeypatch.setattr(shapes, "SHAPES", tmp_path / "shapes.ttl")


@pytest.mark.usefixtures("own_shapes")
def test_what_a_shape_finds_is_told(view: View) -> None:
    found = shapes.check(view, Minter().document("sjovik.txt"))
    assert found == (
        shapes.Violation(
            Iri(SH + "Violation"),
            Iri(BASE + "indicator/svarstid-i-telefon/outcome-2029"),
            "https://w3id.org/rodatraden/ns#role",
            "https://w3id.org/rodatraden/ns#Outcome",
            found[0].messages,
        ),
        shapes.Violation(
            Iri(SH + "Warning"),
            Iri(BASE + "allocation/natter/budget"),
            "https://w3id.org/rodatraden/ns#year",
            "",
            ("The year is missing.", "Året saknas."),
        ),
    )


def test_the_ontologys_shapes_find_nothing_in_a_right_graph(view: View) -> None:
    assert shapes.check(view, Minter().document("sjovik.txt")) == ()


def test_the_ontologys_shapes_find_what_is_wrong(plan: Callable[..., Reading]) -> None:
    reading = plan()
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(replace(reading, plan=replace(reading.plan, period_start=2040)))
    assert shapes.check(store.view(), Minter().document("sjovik.txt"))

"""What all relations suggest, gathered."""

from decimal import Decimal
from pathlib import Path

import graph.suggesting.relations
from graph.derived.attempts import Attempts
from graph.derived.items import Items
from graph.suggesting import suggest
from graph.suggesting.gathering import every_relation
from graph.suggesting.suggestion import LONGEST, MOST, confidence, cut


def test_nothing_suggests_nothing() -> None:
    assert suggest(Items((), ()), Attempts()) == ()


def test_every_module_of_relations_has_one() -> None:
    modules = [path for path in Path(graph.suggesting.relations.__path__[0]).glob("*.py") if path.stem != "__init__"]
    assert len(every_relation()) == len(modules)


def test_confidence_has_two_decimals_and_never_says_certain() -> None:
    assert confidence(0.456) == Decimal("0.46")
    assert confidence(1.0) == MOST


def test_evidence_is_cut_to_a_glance() -> None:
    assert cut("kort") == "kort"
    assert len(cut("ord " * 100)) <= LONGEST
    assert cut("ord " * 100).endswith("…")

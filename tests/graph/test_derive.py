"""A fault of ours in one step of the derivation costs what that step would have found, and is told; nothing else is lost."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from graph.derived import derive
from graph.draft import Draft
from graph.findings import findings
from graph.memory import MemoryStore
from graph.records import Reading
from graph.suggesting import Suggestion, gathering
from graph.suggesting.suggestion import Relation
from graph.view import View
from loaders.run import find, read
from ontology import rt

EXAMPLE = Path(__file__).parents[2] / "examples" / "region-exempel"
Make = Callable[..., Reading]


def broken(*_: object) -> Iterable[Suggestion]:
    raise ZeroDivisionError("no likeness")


def loaded(*readings: Reading) -> tuple[View, Draft]:
    store = MemoryStore()
    with store.writing() as draft:
        for reading in readings:
            draft.put(reading)
    return store.view(), draft


def test_a_relation_that_fails_costs_its_own_links(plan: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    relations = (Relation(rt.FundedBy, broken), *gathering.every_relation())
    monkeypatch.setattr(gathering, "every_relation", lambda: relations)
    view, draft = loaded(plan(2031, "earlier.txt"), plan(2032, "later.txt"))
    assert draft.faults == ("FundedBy: ZeroDivisionError: no likeness",)
    assert len(view.documents()) == 2
    assert view.ask(f"ASK {{ ?later <{rt.continues}> ?earlier }}")


@pytest.mark.parametrize(("where", "what", "name"), [(derive, "lineage", "threads"), (derive, "suggest", "links")])
def test_a_stage_that_fails_costs_no_document(
    where: object, what: str, name: str, plan: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, what, broken)
    view, draft = loaded(plan())
    assert draft.faults == (f"{name}: ZeroDivisionError: no likeness",)
    assert view.ask(f"ASK {{ ?activity a <{rt.Activity}> ; <{rt.passage}> ?passage }}")


def test_a_kind_of_finding_that_fails_costs_its_own_findings(plan: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    found = findings.found
    monkeypatch.setattr(
        findings, "found", lambda view, kind: broken() if kind.name == "sum-differs" else found(view, kind)
    )
    _, draft = loaded(plan())
    assert draft.faults == ("sum-differs: ZeroDivisionError: no likeness",)


def test_nothing_fails_on_the_example() -> None:
    _, draft = loaded(*(read(told).reading for told in find([EXAMPLE])))
    assert draft.faults == ()

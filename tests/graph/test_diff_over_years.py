"""Two plans with others between them differ by all that changed on the way."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.diff import Diff, diff
from graph.editions import pair_of
from graph.memory import MemoryStore
from graph.records import Activity, Reading
from ontology import rt

Make = Callable[..., Reading]


def with_activity(reading: Reading, **fields: str) -> Reading:
    """The reading with its activity changed; without it where nothing is told."""
    changed = [
        replace(each, **fields) if isinstance(each, Activity) else each  # type: ignore[arg-type]
        for each in reading.records
        if fields or not isinstance(each, Activity)
    ]
    return replace(reading, records=tuple(changed))


@pytest.fixture
def found(plan: Make) -> Callable[..., Diff]:
    def make(*fields: dict[str, str]) -> Diff:
        store = MemoryStore()
        with store.writing() as draft:
            for place, each in enumerate(fields):
                draft.put(with_activity(plan(2031 + place, f"plan-{place}.txt"), **each))
        view = store.view()
        return diff(view, *pair_of(view, "2031", str(2030 + len(fields))))

    return make


def of_activity(found: Diff) -> list[tuple[str, ...]]:
    return [tuple(kind.local for kind in each.kinds) for each in found.differences if each.family == rt.Activity]


TITLE, OTHER = {"title": "Nattpatruller i varje ort"}, {"title": "Nattpatruller i varje ort och by"}


def test_changes_on_the_way_add_up(found: Callable[..., Diff]) -> None:
    assert of_activity(found(TITLE, TITLE, TITLE)) == [("Unchanged",)]
    assert of_activity(found(TITLE, OTHER, OTHER)) == [("Renamed",)]


def test_what_ended_on_the_way_and_what_came_are_told(found: Callable[..., Diff]) -> None:
    assert of_activity(found(TITLE, {}, {})) == [("Ended",)]
    assert of_activity(found({}, {}, TITLE)) == [("New",)]
    assert of_activity(found({}, TITLE, TITLE)) == [("New",)]


def test_what_came_back_on_the_way_is_resumed(found: Callable[..., Diff]) -> None:
    assert of_activity(found(TITLE, {}, TITLE)) == [("Resumed",)]

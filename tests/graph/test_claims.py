"""What plans claim of what they leave out, found in their words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.derived.reading import read_items
from graph.derived.records import LineageLink
from graph.lineage.claims import read_claims
from graph.lineage.lineage import lineage
from graph.memory import MemoryStore
from graph.records import Activity, Reading
from graph.threads import changes
from graph.view import View
from ontology import rt

Make = Callable[..., Reading]
LAST = "Orten växer och åldras."


def saying(reading: Reading, words: str) -> Reading:
    """The reading without its activity, and with other words on its last line, which is kept as prose."""
    text = reading.source.text.replace(LAST, words)
    kept = tuple(
        replace(each, span=each.span._replace(end=each.span.start + len(words)))
        if LAST in reading.source.text[each.span.start : each.span.end]
        else each
        for each in reading.kept
    )
    records = tuple(each for each in reading.records if not isinstance(each, Activity))
    return replace(reading, source=replace(reading.source, text=text), records=records, kept=kept)


def stored(plan: Make, words: str) -> MemoryStore:
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
        draft.put(saying(plan(2032, "later.txt"), words))
    return store


@pytest.mark.parametrize(
    "words",
    [
        "Slutförda aktiviteter har utgått ur tabellen.",
        "Vissa siffror saknas i numreringen: de aktiviteterna är avslutade.",
        "Nummer som inte finns med är genomförda.",
        "Orten växer. Aktiviteter som inte finns kvar är klara.",
    ],
)
def test_a_claim_is_found_with_its_place(plan: Make, words: str) -> None:
    view = stored(plan, words).view()
    (ended,) = (link for link in changes_of_activity(view) if rt.Ended in link.changes)
    assert ended.claimed_status == rt.Done
    (passage,) = ended.claimed_in
    (text,) = view.select(f"SELECT ?text {{ <{passage}> <{rt.exactText}> ?text }}").column("text")
    assert text == words
    assert words.split(". ")[-1].rstrip(".")[:40] in ended.evidence
    assert [each.passages for each in changes(view, [ended.earlier or passage])] == [(passage,)]


@pytest.mark.parametrize(
    "words",
    [
        LAST,
        "Aktiviteter som inte är slutförda har utgått.",
        "Alla aktiviteter är genomförda.",
        "Lediga nummer har använts på nytt.",
        "Slutförda uppdrag har utgått.",
    ],
)
def test_other_words_claim_nothing_of_activities(plan: Make, words: str) -> None:
    view = stored(plan, words).view()
    (ended,) = (link for link in changes_of_activity(view) if rt.Ended in link.changes)
    assert ended.claimed_status is None


def changes_of_activity(view: View) -> list[LineageLink]:
    items = read_items(view)
    found = lineage(items, read_claims(view, items))
    return [link for link in found.links if "/activity/" in (link.earlier or "")]

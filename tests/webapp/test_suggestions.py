"""Suggested links are shown with why and how sure, never as what a source says; the rejected only in the list."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.derived.items import Item, Items
from graph.iris import BASE
from graph.memory import MemoryStore
from graph.records import Reading
from graph.reviews.decision import Decision, Reviews
from graph.suggesting.suggestion import Suggestion
from ontology import rt
from ontology.iri import Iri
from webapp.app import create_app

Parsed = Callable[[str], Any]


def first(items: Items, family: Iri) -> list[Item]:
    """The things of a class, in their order."""
    return [item for item in items.all if item.family == family]


def suggest(items: Items, *_: object) -> tuple[Suggestion, ...]:
    """The first activity is measured by the first measure, and paid for by the first lines."""
    activity, measure = first(items, rt.Activity)[0], first(items, rt.Measure)[0]
    lines = first(items, rt.BudgetLine)[:14]
    return (
        Suggestion(subject=activity.iri, object=measure.iri, relation=rt.MeasuredBy, confidence=Decimal("0.62"),
                   method="x", evidence="Samma tal: <1,2> %.", grade=rt.Close),
        *(Suggestion(subject=activity.iri, object=line.iri, relation=rt.FundedBy, confidence=Decimal("0.4"), method="x",
                     evidence="Gemensamma ord.") for line in lines),
    )  # fmt: skip


@pytest.fixture
def store(plans: tuple[Reading, ...], monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """A store in which these links are suggested."""
    monkeypatch.setattr("graph.derived.derive.suggest", suggest)
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plans[0])
    return store


@pytest.fixture
def ends(store: MemoryStore) -> tuple[Iri, Iri]:
    """The activity and the measure."""
    query = f"SELECT ?s ?o WHERE {{ ?l <{rt.relation}> <{rt.MeasuredBy}> ; <{rt.subject}> ?s ; <{rt.object_}> ?o }}"
    ((subject, other),) = store.view().select(query).rows
    return Iri(str(subject)), Iri(str(other))


def client_of(store: MemoryStore) -> FlaskClient:
    """A client of the explorer over a store."""
    return create_app(store, TESTING=True).test_client()


def test_all_are_listed_and_can_be_chosen_among(store: MemoryStore, parsed: Parsed) -> None:
    client = client_of(store)
    page = parsed(client.get("/sv/suggestions").text)
    assert page.faults == []
    assert "Föreslagna länkar 15" in page.text
    assert "Samma tal: <1,2> %." in page.text
    assert "tillförlitlighet 0,62" in page.text
    assert "grad: nära" in page.text
    assert "föreslaget, står inte i källan" in page.text
    assert "Suggested links 14" in parsed(client.get("/en/suggestions?relation=FundedBy").text).text
    assert "Inget sådant finns" in parsed(client.get("/sv/suggestions?review=Accepted").text).text
    listed = client.get("/sv/suggestions?relation=MeasuredBy&format=json").get_json()
    assert [each["confidence"] for each in listed["items"]] == [0.62]


def test_both_sides_lead_to_their_lines(store: MemoryStore, ends: tuple[Iri, Iri], parsed: Parsed) -> None:
    client = client_of(store)
    links = parsed(client.get("/sv/suggestions?relation=MeasuredBy").text).links
    assert {f"/sv/id/{end.removeprefix(BASE)}" for end in ends} <= set(links)
    assert sum("/passage/" in link for link in links) == 2


def test_things_show_what_is_suggested_of_them(store: MemoryStore, ends: tuple[Iri, Iri], parsed: Parsed) -> None:
    client = client_of(store)
    activity, measure = (parsed(client.get(f"/sv/id/{end.removeprefix(BASE)}").text) for end in ends)
    assert activity.faults == measure.faults == []
    assert "Föreslagna länkar 15" in activity.text
    assert "Visa 5 till" in activity.text
    assert "mäts med det här" in measure.text
    assert f"/sv/id/{ends[0].removeprefix(BASE)}" in measure.links


def test_what_is_rejected_is_in_the_list_only(store: MemoryStore, ends: tuple[Iri, Iri], parsed: Parsed) -> None:
    no = Decision(subject=ends[0], relation=rt.MeasuredBy, object=ends[1], accepted=False, author="Kim", comment="Nej")
    store.decide(lambda _: Reviews((no,)))
    with store.writing() as draft:
        draft.renew()
    client = client_of(store)
    assert "Föreslagna länkar 1 " in parsed(client.get("/sv/suggestions?review=Rejected").text).text
    for address in (f"/sv/id/{ends[1].removeprefix(BASE)}", "/sv/suggestions"):
        assert "Kim" not in client.get(address).text
    assert "mäts med det här" not in parsed(client.get(f"/sv/id/{ends[1].removeprefix(BASE)}").text).text

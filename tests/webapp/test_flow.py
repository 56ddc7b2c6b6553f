"""The flow shows every link once, names what lacks one, and draws kronor only where a person has accepted a link."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from graph.derived.items import Item, Items
from graph.memory import MemoryStore
from graph.records import Reading
from graph.reviews.decision import Decision, Reviews
from graph.suggesting.suggestion import Suggestion
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.app import create_app
from webapp.ask import PREFIXES

Parsed = Callable[[str], Any]


def first(items: Items, family: Iri, plan: Iri) -> Item:
    """The first thing of a class that a plan states."""
    return next(item for item in items.all if item.family == family and item.edition.plan == plan)


@pytest.fixture(scope="module")
def plan(view: View) -> str:
    """The newest plan with assignments and activities, which the page shows where none is chosen."""
    query = f"""{PREFIXES} SELECT DISTINCT ?plan ?year WHERE {{
        ?a a rt:Activity ; rt:statedIn ?plan . ?b a rt:Assignment ; rt:statedIn ?plan . ?plan rt:year ?year FILTER NOT EXISTS {{ ?plan a rt:AnnualReport }}
    }} ORDER BY DESC(?year)"""
    return str(view.select(query).rows[0][0])


def rows_of(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    """What a flow's table has."""
    found = client.get(f"{address}{'&' if '?' in address else '?'}format=json").get_json()
    return list(found)


def test_each_row_is_one_strand_and_each_thing_one_box(client: FlaskClient, parsed: Parsed) -> None:
    page, rows = client.get("/sv/flow").text, rows_of(client, "/sv/flow")
    assert parsed(page).faults == []
    assert len(re.findall(r'class="band ', page)) == len(rows) > 10
    for column in ("assignment", "area"):
        things = {row[column] for row in rows}
        assert len(re.findall(rf'class="mark {column} ', page)) == len(things)


def test_every_link_that_the_plan_states_is_there_and_every_gap(client: FlaskClient, view: View, plan: str) -> None:
    rows = rows_of(client, "/sv/flow")
    query = f"""{PREFIXES} SELECT DISTINCT ?activity ?assignment WHERE {{
        ?activity a rt:Activity ; rt:statedIn <{plan}> ; rt:contributesTo ?assignment }}"""
    linked = {(str(activity), str(assignment)) for activity, assignment in view.select(query).rows}
    told = {(row["activity"], row["assignment"]) for row in rows if row["activity"] and row["assignment"]}
    assert told == linked
    assert all(row["ground"] in ("stated", "inferred") for row in rows if row["activity"] and row["assignment"])
    for kind, column in (("Activity", "activity"), ("Assignment", "assignment")):
        query = f"{PREFIXES} SELECT DISTINCT ?t WHERE {{ ?t a rt:{kind} ; rt:statedIn <{plan}> }}"
        assert {str(row[0]) for row in view.select(query).rows} == {row[column] for row in rows} - {None}


def test_the_sentence_says_how_many_lack_what(client: FlaskClient, parsed: Parsed) -> None:
    rows, text = rows_of(client, "/sv/flow"), parsed(client.get("/sv/flow").text).text
    all_of = {row["assignment"] for row in rows} - {None}
    idle = all_of - {row["assignment"] for row in rows if row["activity"]}
    expected = f"{len(idle)} av {len(all_of)} uppdrag saknar" if idle else f"Alla {len(all_of)} uppdrag har aktiviteter"
    assert expected in text
    assert "Så räknas det." in text


def test_narrowed_to_an_assignment_only_its_ways_are_shown(client: FlaskClient, parsed: Parsed) -> None:
    wanted = next(row["assignment"] for row in rows_of(client, "/sv/flow") if row["assignment"] and row["activity"])
    address = f"/sv/flow?assignment={quote(wanted, safe='')}"
    page = parsed(client.get(address).text)
    assert {row["assignment"] for row in rows_of(client, address)} == {wanted}
    assert page.faults == []
    assert "Visa hela flödet" in page.text


def test_what_lacks_an_assignment_can_be_looked_at(client: FlaskClient) -> None:
    every = rows_of(client, "/sv/flow")
    alone = rows_of(client, "/sv/flow?assignment=none")
    assert alone == [row for row in every if row["assignment"] is None]


def test_a_thing_that_the_plan_does_not_have_is_told(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get("/sv/flow?assignment=%3Cscript%3E").text)
    assert page.faults == []
    assert "Inget i planen går den vägen." in page.text


@pytest.mark.parametrize("address", ["/sv/flow?by=guld", "/sv/flow?format=exe"])
def test_senseless_wishes_are_refused(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 400


def test_a_plan_that_there_is_not_is_not_found(client: FlaskClient) -> None:
    assert client.get("/sv/flow?plan=nix").status_code == 404


def test_an_empty_store_says_so(parsed: Parsed) -> None:
    answer = create_app(MemoryStore(), TESTING=True).test_client().get("/sv/flow")
    assert parsed(answer.text).faults == []


@pytest.fixture(scope="module")
def decided(plans: tuple[Reading, ...]) -> MemoryStore:
    """A store in which a person has accepted that a line pays for an activity, and another link still waits."""

    def suggest(items: Items, *_: object) -> tuple[Suggestion, ...]:
        activities = [item for item in items.all if item.family == rt.Activity]
        lines = [item for item in items.all if item.iri.endswith(f"/{'allocation'}/") or item.family == rt.BudgetLine]
        return tuple(
            Suggestion(subject=activity.iri, object=line.iri, relation=rt.FundedBy, confidence=Decimal("0.5"),
                       method="x", evidence="Gemensamma ord.")
            for activity in activities[:2] for line in lines
        )  # fmt: skip

    store = MemoryStore()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.derived.derive.suggest", suggest)
        with store.writing() as draft:
            draft.put(plans[0])
        query = f"""{PREFIXES} SELECT ?s ?o WHERE {{ ?l rt:relation rt:FundedBy ; rt:subject ?s ; rt:object ?o .
            ?a rt:ofBudgetLine ?o ; rt:role rt:Budget ; rt:year ?year ; rt:sek ?sek .
            ?s rt:statedIn/rt:year ?year ; rt:contributesTo ?asked FILTER(?sek > 0) }} ORDER BY ?s ?o LIMIT 1"""
        ((subject, line),) = store.view().select(query).rows
        yes = Decision(subject=Iri(str(subject)), relation=rt.FundedBy, object=Iri(str(line)), accepted=True,
                       author="Kim", comment="")  # fmt: skip
        store.decide(lambda _: Reviews((yes,)))
        with store.writing() as draft:
            draft.renew()
    return store


def test_without_an_accepted_link_no_kronor_are_drawn_and_the_page_says_why(
    client: FlaskClient, parsed: Parsed
) -> None:
    page = client.get("/sv/flow?by=kronor").text
    assert parsed(page).faults == []
    assert "Inget att rita i kronor än" in parsed(page).text
    assert 'class="band ' not in page


def test_kronor_are_those_of_accepted_links_only(decided: MemoryStore, parsed: Parsed) -> None:
    client = create_app(decided, TESTING=True).test_client()
    rows = rows_of(client, "/sv/flow?by=kronor")
    page = client.get("/sv/flow?by=kronor").text
    assert len({row["budget_line"] for row in rows}) == 1
    assert len({row["sek"] for row in rows}) == 1
    assert len(re.findall(r'class="band ', page)) == len(rows) >= 1
    assert "förslag väntar på granskning" in parsed(page).text
    assert "får bredderna inte läggas ihop" in parsed(page).text

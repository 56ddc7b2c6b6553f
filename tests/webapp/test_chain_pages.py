"""The chain of an assignment as a page and an overview: what its one question gives is what the graph's chains hold."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from graph.chains.chain import Hop, surest
from graph.chains.chains import Chains
from graph.derived.trust import LEAST
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import FOLDER
from webapp.pages.assignments import COUNTS
from webapp.things import Link, head
from webapp.threads.chain import Ground, Strands, strands
from webapp.threads.chain_sheet import chain_sheet

from ..graph.region_exempel import derived, documents
from .one_version import explorer

Parsed = Callable[[str], Any]
PLAN = "/sv/id/99/hsf/forvaltningsplan-{}/assignment/{}"


@pytest.fixture(scope="module", params=["derived", "by hand", "nothing derived"])
def seen(request: pytest.FixtureRequest) -> View:
    """Region Exempel with what the program derives, with links made by hand, and with none."""
    return derived() if request.param == "derived" else documents(linked=request.param == "by hand")


@pytest.fixture(scope="module")
def app() -> Flask:
    """The explorer over Region Exempel with what is derived."""
    return explorer(derived())


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    """A client of it."""
    return app.test_client()


def told(app: Flask, seen: View, assignment: Iri) -> Strands:
    """The chain that the page's question tells."""
    with app.test_request_context("/sv/"):
        g.lang = "sv"
        found = head(seen, assignment)
        assert found
        return strands(chain_sheet(seen, found), Link(assignment, found.label))


def test_the_pages_question_gives_what_the_chains_of_the_graph_hold(seen: View) -> None:
    app = explorer(seen)
    chains, compared = Chains(seen), 0
    for edition in chains.editions():
        for chain in chains.of(edition):
            shown = told(app, seen, chain.assignment.iri)
            assert {each.thing.iri for each in shown.serving} == {limb.item.iri for limb in chain.limbs}
            for stated in (False, True):
                assert shown.broken(stated=stated) == chain.broken(stated=stated), chain.assignment.label
            compared += 1
            if not chain.limbs:
                continue
            for hop in (Hop.INDICATOR, Hop.MONEY, Hop.OUTCOME):
                held = surest(hold for limb in chain.limbs for hold in limb.held(hop))
                counts = shown.counts(hop)
                assert sum(counts.values()) - counts[Ground.UNSURE] == len(held), (chain.assignment.label, hop)
                assert counts[Ground.STATED] == sum(hold.stated for hold in held)
    assert compared == 18


def test_the_overview_counts_what_the_chains_of_the_graph_hold(client: FlaskClient) -> None:
    rows = csv.DictReader(io.StringIO(client.get("/sv/assignments?plan=all&format=csv").text.lstrip("\ufeff")))
    counted = {row["assignment"]: row for row in rows}
    chains, compared = Chains(derived()), 0
    for edition in chains.editions():
        for chain in chains.of(edition):
            if chain.limbs:
                row = counted[chain.assignment.iri]
                for hop in Hop:
                    held = surest(hold for limb in chain.limbs for hold in limb.held(hop))
                    assert int(row[COUNTS[hop][1]]) == len(held), (chain.assignment.label, hop)
                compared += 1
    assert compared == 14


def test_the_questions_trust_what_the_graph_trusts() -> None:
    for name in ("assignment_chain", "assignments_overview"):
        assert f">= {LEAST}" in (FOLDER / f"{name}.rq").read_text("utf-8")
    assert Decimal("0.7") == LEAST


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "address",
    [
        "/assignments",
        "/assignments?plan=all&sort=activity",
        "/assignments?broken=outcome&sort=name",
        "/assignments?suggested=no",
        "/id/99/hsf/forvaltningsplan-2028/assignment/rf3",
        "/id/99/hsf/forvaltningsplan-2027/assignment/rf5?suggested=no",
        "/id/99/hsf/arsredovisning-2027/assignment/rf27-1",
    ],
)
def test_pages_are_well_made(client: FlaskClient, parsed: Parsed, address: str, language: str) -> None:
    answer = client.get(f"/{language}{address}")
    page = parsed(answer.text)
    assert (answer.status_code, page.faults, page.lang) == (200, [], language)


def test_a_chain_tells_each_link_whole_dashed_or_broken_with_the_reason(client: FlaskClient, parsed: Parsed) -> None:
    page = client.get(PLAN.format(2028, "rf5")).text
    assert page.count('class="link stated"') == 2
    assert 'class="link suggested"' in page
    assert "saknas: ingen redovisning av 2028–2030 är inläst" in parsed(page).text
    assert "Gemensamma ord" in page


def test_without_suggestions_only_what_is_stated_shows(client: FlaskClient) -> None:
    page = client.get(PLAN.format(2027, "rf5") + "?suggested=no").text
    assert 'class="holds suggested"' not in page
    assert "föreslaget 0" not in page
    assert "Visa föreslagna länkar också" in page
    rows = client.get(PLAN.format(2027, "rf5") + "?suggested=no&format=json").json
    assert {row["class"] for row in rows or ()} == {rt.Activity}  # type: ignore[index]


def test_a_number_that_now_means_another_thing_says_so(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(PLAN.format(2028, "rf3")).text).text
    assert "Beteckningen återanvänds: i förra upplagan betydde den något annat" in page


def test_the_wording_is_told_year_by_year_word_by_word(client: FlaskClient) -> None:
    page = client.get(PLAN.format(2028, "rf2")).text
    section = page[page.index('id="ordalydelse"') :]
    assert section.index(">2027<") < section.index(">2028<")
    assert "<del>" in section
    assert "<ins>" in section


def test_each_activity_tells_since_when_and_where(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(PLAN.format(2028, "rf1")).text).text
    assert "sedan 2027" in page
    assert "sedan 2028" in page


def test_the_overview_filters_by_where_the_thread_breaks(client: FlaskClient) -> None:
    every = client.get("/sv/assignments?plan=all").text
    broken = client.get("/sv/assignments?plan=all&broken=activity").text
    assert 0 < broken.count('class="mini-link"') < every.count('class="mini-link"')
    assert client.get("/sv/assignments?plan=nix").status_code == 404
    assert client.get("/sv/assignments?broken=nix").text.count('class="mini-link"') == 0


def test_an_activity_tells_what_it_serves_and_leads_to_on_one_screen(client: FlaskClient, parsed: Parsed) -> None:
    answer = client.get("/sv/id/99/hsf/forvaltningsplan-2027/activity/16-fri-fran-inhyrd-personal")
    page = parsed(answer.text)
    assert page.faults == []
    assert "Så långt räcker tråden" in page.text
    assert 'class="holds suggested"' in answer.text
    assert "RF5" in page.text
    rows = client.get("/sv/id/99/hsf/forvaltningsplan-2027/activity/16-fri-fran-inhyrd-personal?format=json").json
    assert {rt.Indicator, rt.BudgetLine, rt.StatusReport} <= {row["class"] for row in rows or ()}  # type: ignore[index]

"""Findings: counted, narrowed, each with a page of its own that shows what is wrong, where, by which rule, and what to do."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.findings.kind import kinds
from graph.view import View
from ontology import rt
from ontology.vocab import Rdf
from webapp.app import create_app
from webapp.evidence.advice import ADVICE
from webapp.pages.findings import bars, findings

Parsed = Callable[[str], Any]


@pytest.fixture(scope="module")
def every(client: FlaskClient, view: View) -> tuple[Any, ...]:
    """All findings of the plans, in Swedish."""
    with client.application.test_request_context("/sv/findings"):
        return findings(view)


@pytest.mark.parametrize("query", ["", "severity=Warning", "kind=YearNotTold", "severity=Info&kind=ReferredOnly"])
def test_the_table_to_take_along_holds_just_what_is_shown(client: FlaskClient, every: Any, query: str) -> None:
    rows = client.get(f"/sv/findings?{query}&format=json").get_json()
    wanted = dict(each.split("=") for each in query.split("&")) if query else {}
    shown = [
        each
        for each in every
        if wanted.get("severity", each.severity.local) == each.severity.local
        and wanted.get("kind", each.fault.local) == each.fault.local
    ]
    assert {row["thing"] for row in rows} == {each.iri for each in shown}
    assert len(rows) == len(shown)
    assert f'<span class="count">{len(shown)}</span>' in client.get(f"/sv/findings?{query}").text


def test_bars_count_every_finding_once(every: Any) -> None:
    drawn = bars(list(every))
    assert sum(bar.count for bar in drawn) == len(every)
    assert all(sum(part.count for part in bar.segments) == bar.count for bar in drawn)
    assert max(part.x + part.width for part in drawn[0].segments) == pytest.approx(100, abs=0.1)


def test_choices_tell_how_many_they_would_give(client: FlaskClient, every: Any) -> None:
    page = client.get("/sv/findings?severity=Warning").text
    for option, count in re.findall(r'<option value="(\w+)"[^>]*>[^<]*\((\d+)\)</option>', page):
        rows = client.get(f"/sv/findings?severity=Warning&kind={option}&format=json").get_json()
        assert len(rows) == int(count)


def test_each_has_a_page_with_its_places_its_rule_and_what_to_do(
    client: FlaskClient, every: Any, parsed: Parsed
) -> None:
    for one in {each.fault: each for each in every}.values():
        answer = client.get("/sv/id/" + one.iri.partition("/id/")[2])
        page = parsed(answer.text)
        assert (answer.status_code, page.faults) == (200, [])
        assert "Vad man kan göra" in page.text
        assert ("Visa SPARQL" in page.text) == (one.method in kinds())
        assert any("/document/" in link and "passage=" in link for link in page.links)


def test_there_is_advice_on_every_fault(view: View) -> None:
    faults = view.select(f"SELECT DISTINCT ?fault WHERE {{ ?fault <{Rdf.type}> <{rt.Fault}> }}").column("fault")
    assert set(ADVICE) == set(faults)


def test_places_stand_side_by_side(client: FlaskClient, every: Any) -> None:
    one = max(every, key=lambda each: len(each.places))
    page = client.get("/sv/id/" + one.iri.partition("/id/")[2]).text
    assert page.count('<figure class="side">') == min(6, len(one.places)) > 1
    assert page.count("<mark>") >= 2


def test_english_is_told_in_english(store: Any, every: Any) -> None:
    page = create_app(store, TESTING=True).test_client().get("/en/id/" + every[0].iri.partition("/id/")[2]).text
    assert every[0].text not in page.partition('id="allt"')[0]
    assert "What one can do" in page

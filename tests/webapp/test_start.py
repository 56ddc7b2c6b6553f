"""The start page: what is here, what changed, what needs a look; each number leads to as many things."""

import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.diff import diff
from graph.editions import before
from graph.memory import MemoryStore
from graph.records import Reading
from graph.view import View
from ontology import rt
from webapp.app import create_app
from webapp.editions import editions
from webapp.pages.start import sheets, what_changed, what_is_odd

Parsed = Callable[[str], Any]


@pytest.fixture
def asked(store: MemoryStore) -> Any:
    """A request of the explorer that is going on."""
    with create_app(store).test_request_context("/sv/") as context:
        yield context


def test_what_changed_is_what_the_differences_page_counts(asked: Any, view: View) -> None:
    told = {each.plan.iri: dict(each.counts) for each in what_changed(sheets(view)["what-changed"])}
    earlier = before(view)
    assert set(told) <= set(earlier)
    for plan, first in earlier.items():
        counts = Counter(kind for each in diff(view, first, plan).differences for kind in each.kinds)
        counts.pop(rt.Unchanged, None)
        assert told.get(plan, {}) == dict(counts)


def test_all_plans_are_here(asked: Any, view: View) -> None:
    found = sheets(view)["what-is-here"]
    plans = [found.cell(row, "plan") for row in found.answer.rows]
    assert sorted(map(str, plans)) == sorted(each.plan for each in editions(view))


def test_findings_are_counted_by_severity(asked: Any, view: View, client: FlaskClient) -> None:
    odd = what_is_odd(sheets(view)["findings-by-severity"])
    assert [each.severity for each in odd] == [rt.Error, rt.Warning_, rt.Info]
    for each in odd:
        page = unescape(client.get(f"/sv/findings?severity={each.severity.local}").text)
        assert f'<span class="count">{each.count}</span>' in page


def test_every_change_leads_to_its_differences(client: FlaskClient, parsed: Parsed) -> None:
    links = [link for link in parsed(client.get("/sv/").text).links if "/differences?" in link]
    assert all(client.get(link).status_code == 200 for link in links)


@pytest.mark.parametrize("name", ["what-changed", "findings-by-severity", "what-is-here"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_its_tables_can_be_taken_along(client: FlaskClient, name: str, form: str) -> None:
    answer = client.get(f"/sv/?sheet={name}&format={form}")
    assert answer.status_code == 200
    assert f"{name}.{form}" in answer.headers["Content-Disposition"]


def test_the_questions_that_it_shows_give_its_tables(client: FlaskClient, view: View, asked: Any) -> None:
    shown = re.findall(r'aria-label="SPARQL"><code>(.*?)</code>', client.get("/sv/").text, re.DOTALL)
    assert [view.select(unescape(each)).rows for each in shown] == [each.answer.rows for each in sheets(view).values()]


def test_a_table_that_there_is_not_is_told(client: FlaskClient) -> None:
    assert client.get("/sv/?sheet=nix&format=csv").status_code == 400


def test_a_plan_alone_has_nothing_to_compare_with(
    plans: tuple[Reading, ...], browse: Callable[..., FlaskClient], store_of: Callable[..., MemoryStore]
) -> None:
    page = browse(store_of(plans[0])).get("/sv/").text
    assert "mer än en upplaga" in page

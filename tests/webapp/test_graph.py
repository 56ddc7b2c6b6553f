"""The graph around a thing: what is drawn is what the table and the question have, hidden neighbours are counted, ways are told."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

import pytest
from flask.testing import FlaskClient

from graph.iris import BASE
from graph.view import View
from webapp.ask import PREFIXES
from webapp.graphs.chosen import AT_A_TIME

Parsed = Callable[[str], Any]
OneOf = Callable[[str], str]
KINDS = ("Plan", "Assignment", "FocusArea", "Activity", "Milestone", "Indicator", "AllocationLine", "Amount", "StatusReport",
         "Finding", "Document", "Passage", "Region", "Organisation", "Statement")  # fmt: skip


def around(path: str, more: str = "") -> str:
    """The address of the graph around a thing of a path under /id/."""
    return f"/sv/graph?thing={quote(path.removeprefix('/id/'))}{more}"


@pytest.mark.parametrize("hops", ["", "&hops=2"])
@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_graph_around_everything(
    client: FlaskClient, one_of: OneOf, parsed: Parsed, kind: str, hops: str
) -> None:
    answer = client.get(around(one_of(kind), hops))
    assert answer.status_code == 200
    assert parsed(answer.text).faults == []
    assert answer.text.count('class="frame"') <= 150


def shown(page: Any) -> list[str]:
    """The links of a page to things that are expanded or that are the middle of another graph."""
    return [link for link in page.links if link.startswith("/sv/graph?thing=")]


def test_what_is_drawn_is_what_the_table_has(client: FlaskClient, one_of: OneOf) -> None:
    page = client.get(around(one_of("Assignment"))).text
    rows = client.get(around(one_of("Assignment"), "&format=json")).get_json()
    drawn = len(re.findall(r'<g class="link ', page))
    assert drawn == len({(row["from"], row["relation"], row["to"]) for row in rows}) > 0


def test_the_question_gives_the_rows_wherever_the_graph_is_asked(
    client: FlaskClient, one_of: OneOf, view: View
) -> None:
    page = client.get(around(one_of("Goal"), "&hops=2")).text
    rows = client.get(around(one_of("Goal"), "&hops=2&format=json")).get_json()
    sparql = re.search(r"<code>(BASE.*?)</code>", page, re.DOTALL)
    assert sparql
    assert len(view.select(unescape(sparql[1])).rows) == len(rows) > 0


def test_a_plan_shows_so_many_at_a_time_and_counts_the_rest(client: FlaskClient, one_of: OneOf, view: View) -> None:
    plan = one_of("Plan")
    query = (
        f"{PREFIXES} SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x rt:statedIn <{BASE}{plan.removeprefix('/id/')}> }}"
    )
    ((stated,),) = view.select(query).rows
    page = client.get(around(plan)).text
    assert page.count('class="frame"') <= 1 + AT_A_TIME
    assert isinstance(stated, int)
    assert stated > AT_A_TIME
    more = client.get(around(plan, f"&expanded={quote(plan.removeprefix('/id/'))}")).text
    assert AT_A_TIME + 1 < more.count('class="frame"') <= 1 + 2 * AT_A_TIME
    assert "fäll ihop" in more


def test_expanding_follows_the_address(client: FlaskClient, one_of: OneOf, parsed: Parsed) -> None:
    page = parsed(client.get(around(one_of("Assignment"))).text)
    expanding = next(link for link in shown(page) if "expanded=" in link)
    wider = client.get(expanding.partition("#")[0]).text
    assert wider.count('class="frame"') > client.get(around(one_of("Assignment"))).text.count('class="frame"')
    assert f'id="{expanding.partition("#")[2]}"' in wider


def test_what_is_not_stated_can_be_left_out(client: FlaskClient, one_of: OneOf) -> None:
    rows = client.get(around(one_of("FocusArea"), "&hops=2&suggested=no&format=json")).get_json()
    assert rows
    assert all(row["stated"] for row in rows)


def test_only_some_kinds_and_links(client: FlaskClient, one_of: OneOf) -> None:
    rows = client.get(around(one_of("Assignment"), "&kind=activity&format=json")).get_json()
    assert rows
    assert all("/activity/" in row["from"] + row["to"] for row in rows)
    assert client.get(around(one_of("Assignment"), "&relation=reportsOn&format=json")).get_json() == []


def test_a_way_is_told_with_its_sources_and_drawn_thick(client: FlaskClient, one_of: OneOf, parsed: Parsed) -> None:
    page = parsed(client.get(around(one_of("Assignment"))).text)
    to = next(link for link in page.links if "/activity/" in link and link.startswith("/sv/id/")).removeprefix(
        "/sv/id/"
    )
    text = client.get(around(one_of("Assignment"), f"&to={quote(to)}")).text
    assert "Vägen dit" in text
    assert re.search(r'class="way-steps">\s*<li>.*class="source"', text, re.DOTALL)
    assert 'class="link stated way"' in text


@pytest.mark.parametrize("to", ["qqqq zzzz", "<script>", "a" * 3000, "\u202e"])
def test_no_way_is_told(client: FlaskClient, one_of: OneOf, parsed: Parsed, to: str) -> None:
    answer = client.get("/sv/graph", query_string={"thing": one_of("Assignment")[4:], "to": to})
    page = parsed(answer.text)
    assert answer.status_code == 200
    assert page.faults == []
    assert "Inget heter" in page.text or "ingen väg" in page.text


@pytest.mark.parametrize("form", ["svg", "graphml"])
def test_the_picture_can_be_taken_along(client: FlaskClient, one_of: OneOf, form: str) -> None:
    answer = client.get(around(one_of("Assignment"), f"&format={form}"))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "style=" not in answer.text
    assert len(fromstring(answer.text)) > 1


def test_odd_wishes_are_met_with_sense(client: FlaskClient, one_of: OneOf) -> None:
    odd = "&hops=99&kind=nix&relation=nix&expanded=nix&expanded=%3C%3E&view=nix"
    assert client.get(around(one_of("Activity"), odd)).status_code == 200
    assert client.get(around(one_of("Activity"), "&format=exe")).status_code == 400


def test_every_thing_leads_to_its_graph(client: FlaskClient, one_of: OneOf, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv{one_of('Activity')}").text)
    (link,) = [each for each in page.links if each.startswith("/sv/graph?thing=")]
    assert client.get(link).status_code == 200

"""Every kind of page shows what it should, in both languages, well made, and links lead to pages that are there."""

import re
from collections import Counter, deque
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from flask.testing import FlaskClient

from graph.memory import MemoryStore
from graph.records import Reading
from webapp.app import create_app
from webapp.page import blueprints, modules, thing_pages

KINDS = (
    "Plan", "Assignment", "BoardAssignment", "FocusArea", "Perspective", "Goal", "Activity", "Milestone", "Intention",
    "Indicator", "ProductionMeasure", "WorkforceMeasure", "PlanningAssumption", "IndicatorValue", "AllocationLine",
    "IncomeStatementLine", "GrantLine", "SavingLine", "Amount", "ControlPoint", "Risk", "StatusReport", "Statement",
    "Reference", "Finding", "Document", "Passage", "Region", "Organisation",
)  # fmt: skip
ADDRESSES = (
    "/", "/about", "/accessibility", "/things?kind=Activity", "/things?kind=Amount&page=2", "/things?kind=Indicator&year=2027", "/search",
    "/", "/sources", "/findings?severity=Warning&kind=YearNotTold", "/things?kind=Activity", "/things?kind=Amount&page=2", "/things?kind=Indicator&year=2027", "/search",
    "/search?q=v%C3%A5rd", "/search?q=1&kind=Activity", "/search?q=qqqq", "/differences", "/findings", "/findings?severity=Info", "/findings?kind=YearNotTold",
    "/suggestions", "/suggestions?relation=MeasuredBy&review=Accepted", "/ns",
    "/ns/Activity", "/graph", "/graph?q=v%C3%A5rd", "/ns/serves", "/ns/OnPlan", "/follow-up", "/follow-up?kind=Activity", "/gaps", "/compare",
    "/compare?q=v%C3%A5rd", "/compare?q=qqqq&region=99", "/flow", "/flow?by=kronor", "/flow?assignment=none&suggested=no",
    "/ns/Activity", "/ns/serves", "/ns/OnPlan", "/follow-up", "/follow-up?kind=Activity", "/gaps", "/compare", "/timeline", "/timeline?kind=Indicator&page=9",
    "/ns/Activity", "/ns/serves", "/ns/OnPlan", "/indicators", "/indicators?suggested=no&verdict=reached", "/budget",
    "/budget?kind=AllocationLine&suggested=no", "/follow-up", "/follow-up?kind=Activity", "/gaps", "/compare",
    "/ns/Activity", "/ns/serves", "/ns/OnPlan", "/follow-up", "/follow-up?kind=Activity", "/gaps", "/compare", "/timeline", "/timeline?kind=Indicator&page=9", "/threads", "/threads?kind=Goal&change=Ended",
    "/compare?q=v%C3%A5rd", "/compare?q=qqqq&region=99",
    "/ns/Activity", "/ns/serves", "/ns/OnPlan", "/follow-up", "/follow-up?kind=Activity", "/gaps", "/compare",
    "/compare?q=v%C3%A5rd", "/compare?q=qqqq&region=99", "/flow", "/flow?by=kronor", "/flow?assignment=none&suggested=no", "/matrix",
    "/matrix?rows=areas&columns=regions", "/matrix?show=gaps&suggested=no",
)  # fmt: skip
Parsed = Callable[[str], Any]
#: So many addresses of a page that differ in what their parameters say alone are asked for.
ALIKE = 3


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_thing_has_a_page(
    client: FlaskClient, one_of: Callable[[str], str], parsed: Parsed, kind: str, language: str
) -> None:
    answer = client.get(f"/{language}{one_of(kind)}")
    page = parsed(answer.text)
    assert answer.status_code == 200
    assert page.faults == []
    assert page.lang == language


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_other_page_answers(client: FlaskClient, parsed: Parsed, address: str, language: str) -> None:
    answer = client.get(f"/{language}{address}")
    page = parsed(answer.text)
    assert answer.status_code == 200
    assert page.faults == []
    assert page.lang == language


def test_the_folder_of_pages_is_the_registry() -> None:
    assert len(modules()) == len(blueprints()) + len({id(page) for page in thing_pages().values()}) >= 14


def links_of(page: Any, address: str) -> set[str]:
    """Where a page leads within the site."""
    found = {urldefrag(urljoin(f"http://localhost{address}", link))[0] for link in page.links}
    return {link.removeprefix("http://localhost") for link in found if link.startswith("http://localhost/")}


def test_every_link_leads_to_a_page_that_is_there(
    plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore], parsed: Parsed
) -> None:
    client = create_app(store_of(plans[1]), TESTING=True).test_client()
    pending, seen, wrong = deque(["/sv/"]), {"/sv/"}, []
    asked: Counter[tuple[str, tuple[str, ...]]] = Counter()
    while pending:
        address = pending.popleft()
        shape = shape_of(address)
        asked[shape] += 1
        if asked[shape] > ALIKE:
            continue
        with client.get(address) as answer:
            status, text = answer.status_code, answer.text if answer.mimetype == "text/html" else ""
        if status != 200:
            wrong.append((address, status))
        if text:
            new = {link for link in links_of(parsed(text), address) if link not in seen and not link.startswith("/en/")}
            seen |= new
            pending += sorted(new)
    assert wrong == []
    assert len(asked) > 500


def shape_of(address: str) -> tuple[str, tuple[str, ...]]:
    """An address but for what its parameters say: wishes that can be combined are too many to ask for all."""
    path, _, query = address.partition("?")
    return path, tuple(sorted({pair.partition("=")[0] for pair in query.split("&")}))


def test_from_the_start_to_what_serves_an_assignment_and_where_it_says_so_takes_three_clicks(
    client: FlaskClient, parsed: Parsed
) -> None:
    start = client.get("/sv/").text
    plan = next(link for link in parsed(start).links if link.endswith("forvaltningsplan-2027/plan"))
    assignment = next(link for link in parsed(client.get(plan).text).links if "/assignment/" in link)
    page = parsed(client.get(assignment).text)
    assert "bidrar till uppdraget" in page.text
    assert any("/activity/" in link for link in page.links)
    passage = next(link for link in page.links if "/passage/" in link)
    assert "<mark>" in client.get(passage).text


def test_a_passage_shows_its_lines_as_they_are_printed(
    client: FlaskClient, one_of: Callable[[str], str], plans: tuple[Reading, ...]
) -> None:
    printed = [" ".join(line.split()) for plan in plans for line in plan.source.text.split("\n")]
    page = client.get(f"/sv{one_of('Document')}").text
    lines = re.findall(r'<span class="words">(.*?)</span></li>', page, re.DOTALL)
    shown = {" ".join(unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in lines}
    assert len(shown) > 50
    assert [line for line in shown if not any(line in whole for whole in printed)] == []


def test_stated_and_inferred_differ_by_word_and_sign(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    page = client.get(f"/sv{one_of('Assignment')}").text
    assert "●" in page
    assert "står i källan" in page


def test_kronor_are_readable_and_exact_beside(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    page = client.get(f"/sv{one_of('AllocationLine')}").text
    assert "mnkr" in page
    assert "000 kronor" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "million kr" in client.get(f"/en{one_of('AllocationLine')}").text


def test_the_other_language_is_one_click_away_and_keeps_the_question(client: FlaskClient) -> None:
    page = client.get("/sv/search?q=v%C3%A5rd&kind=Activity").text
    assert 'href="/en/search?q=v%C3%A5rd&amp;kind=Activity"' in page


@pytest.mark.parametrize(
    ("accepts", "language"), [("", "sv"), ("sv,en;q=0.8", "sv"), ("en-GB,en;q=0.9", "en"), ("de", "sv")]
)
def test_the_bare_address_leads_to_the_language_of_the_browser(
    client: FlaskClient, accepts: str, language: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": accepts})
    assert (answer.status_code, answer.location) == (302, f"/{language}/")
    assert "Accept-Language" in answer.vary

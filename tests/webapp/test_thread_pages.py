"""Follow-up, gaps and chains as pages: what they show of Region Exempel, and what they refuse."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.answer import Value
from graph.chains.chains import Chains
from graph.chains.gaps import gaps
from graph.follow_up.follow_up import Following
from graph.follow_up.ties import Route
from graph.iris import BASE
from graph.view import View
from webapp.editions import editions
from webapp.pages.gaps import sheet_of
from webapp.sheet import Sheet
from webapp.threads.followed import GROUNDS, sheets

from ..graph.region_exempel import AGENCY, MEASURED, derived, documents
from .one_version import explorer

Parsed = Callable[[str], Any]
PLAN = f"{BASE}99/hsf/forvaltningsplan-2027/plan"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The explorer over Region Exempel with links by hand."""
    return explorer(documents(linked=True)).test_client()


def test_the_plan_that_a_report_tells_of_comes_first(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get("/sv/follow-up").text)
    assert page.faults == []
    assert "Förvaltningsplan och budget 2027–2029 , Hälso- och sjukvårdsförvaltningen" in page.text
    assert "Årsredovisning 2027 (gäller 2027)" in page.text


def test_a_status_stands_in_the_reports_words_with_its_line_and_how_it_is_known(client: FlaskClient) -> None:
    page = client.get("/sv/follow-up").text
    row = page[page.index("18 Samordnad schemaläggning") :]
    row = row[: row.index("</li>")]
    assert "Ej planenligt" in row
    assert "Fackliga invändningar" in row
    assert "föreslagen länk 0,9" in row
    assert "rad 285–286" in row


def test_verdicts_have_a_sign_a_word_and_a_reason(client: FlaskClient) -> None:
    page = client.get("/sv/follow-up").text
    row = page[page.index("Beläggning på vårdplatser</a></th>") :]
    row = row[: row.index("</tr>")]
    assert "går inte att säga" in row
    assert "utfallet gäller bara en del av året" in row
    assert "del av år" in row


def test_a_plan_without_a_report_of_its_years_says_so(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/follow-up?plan={PLAN.replace('2027', '2028')}").text)
    assert "hur planen gick går inte att säga än" in page.text
    assert "före planen: den visar hur läget var då" in page.text


def test_gaps_show_what_is_stated_apart_from_what_is_suggested(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/gaps?plan={PLAN}").text)
    assert page.faults == []
    assert "Uppdrag utan aktivitet 2" in page.text
    assert "Aktiviteter som ingen indikator mäter 31, 1 har ett förslag" in page.text
    assert AGENCY in page.text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rf5", "Så som det står i dokumenten bryts den vid indikator"),
        ("rf4", "Tråden bryts vid indikator, även om förslagen stämmer"),
    ],
)
def test_an_assignment_says_where_its_chain_breaks(client: FlaskClient, parsed: Parsed, name: str, said: str) -> None:
    page = parsed(client.get(f"/sv/id/99/hsf/forvaltningsplan-2027/assignment/{name}").text)
    assert said in page.text
    assert (MEASURED in page.text) == (name == "rf5")


@pytest.mark.parametrize("address", ["/follow-up", "/gaps"])
def test_all_of_it_is_there_as_data(client: FlaskClient, address: str) -> None:
    rows = json.loads(client.get(f"/sv{address}?format=json").text)
    table = list(csv.DictReader(io.StringIO(client.get(f"/sv{address}?format=csv").text)))
    assert len(rows) == len(table) > 50
    assert client.get(f"/sv{address}?format=xlsx").data.startswith(b"PK")
    assert client.get(f"/sv{address}?format=xml").status_code == 400
    assert client.get(f"/sv{address}?plan=nix").status_code == 404


def asked(view: View, sheet: Sheet) -> list[dict[str, Value]]:
    """What the question of a sheet gives."""
    found = view.select(sheet.sparql)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_the_question_of_the_gaps_gives_just_those_that_the_page_shows(client: FlaskClient) -> None:
    view = derived()
    known, told = Chains(view), 0
    for edition in known.editions():
        found = gaps(known, edition)
        with client.application.test_request_context():
            sheet = sheet_of(view, next(each for each in editions(view) if each.plan == edition.plan), found)
        shown = {(gap.lack.value, gap.item.iri, one and one.item.iri) for gap in found for one in gap.filled or (None,)}
        rows = asked(view, sheet)
        assert {(row["lack"], row["thing"], row["suggested"]) for row in rows} == shown
        assert len(rows) == len(shown)
        told += len(shown)
    assert told > 100


def test_the_questions_of_the_follow_up_give_just_what_the_page_shows(client: FlaskClient) -> None:
    view = derived()
    known = Following(view)
    grounds = {GROUNDS[route]: route for route in Route}
    for told in map(known.of, known.items.editions):
        with client.application.test_request_context():
            found = sheets(view, told, told.items, told.targets, told.money)
        mentioned = [(each.item.iri, one.tie.route, one.year) for each in told.items for one in each.mentions]
        rows = [
            (row["thing"], grounds.get(str(row["ground"])), row["about_year"])
            for row in asked(view, found["follow-up"])
        ]
        assert Counter(row for row in rows if row[1]) == Counter(mentioned)
        assert {row[0] for row in rows} == {each.item.iri for each in told.items}
        targets = [
            (
                row.item.iri,
                row.target.as_written,
                row.outcome and row.outcome.figure.as_written,
                row.judgement.verdict.value,
            )
            for row in told.targets
        ]
        rows_ = [(row["thing"], row["target"], row["outcome"], row["verdict"]) for row in asked(view, found["targets"])]
        assert Counter(rows_) == Counter(targets)
        money = [
            (row.item.iri, row.year, row.budget.sek, row.outcome and row.outcome.sum.sek, row.difference)
            for row in told.money
        ]
        sums = [
            (row["thing"], row["year"], row["budget_sek"], row["outcome_sek"], row["difference_sek"])
            for row in asked(view, found["money"])
        ]
        assert Counter(sums) == Counter(money)

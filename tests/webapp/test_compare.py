"""The page that sets what regions say side by side."""

import json
import re

import pytest
from flask.testing import FlaskClient

from graph.memory import MemoryStore
from loaders.corpus import Told
from loaders.run import find, read
from webapp.app import create_app

from ..graph.comparing.two_regions import FOLDERS

PAGE = "/sv/compare"


@pytest.fixture(scope="module")
def regions() -> FlaskClient:
    """The explorer over two invented regions."""
    store = MemoryStore()
    with store.writing() as draft:
        for told in find(FOLDERS):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    return create_app(store, TESTING=True).test_client()


def told(client: FlaskClient, **parameters: object) -> str:
    answer = client.get(PAGE, query_string=parameters)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.get_data(as_text=True))


def test_without_a_question_there_is_only_the_form(regions: FlaskClient) -> None:
    page = told(regions)
    assert page.count('type="checkbox" name="region"') == 2
    assert 'id="sida"' not in page


def test_regions_stand_beside_each_other_with_figures_grades_and_reasons(regions: FlaskClient) -> None:
    page = told(regions, q="hyrpersonal", year=2027)
    assert page.count('<section class="side"') == 2
    for words in ("samma mått", "inte jämförbart", "kan inte jämföras med", "del av år", "5 Oberoende av hyrpersonal"):
        assert words in page


def test_what_is_computed_says_so_and_with_which_inhabitants(regions: FlaskClient) -> None:
    page = told(regions, q="läkemedel", region="98")
    assert "beräknat" in page
    assert "Invånare som planerna räknar med: 2026 98 120" in page.replace("\xa0", " ")
    assert page.count('<section class="side"') == 1


def test_chosen_regions_stay_chosen_in_links_to_data(regions: FlaskClient) -> None:
    page = told(regions, q="sjukfrånvaro", region=["98", "99"])
    assert "region=98&amp;region=99&amp;format=csv" in page


def test_the_page_as_data(regions: FlaskClient) -> None:
    answer = regions.get(PAGE, query_string={"q": "sjukfrånvaro", "year": 2027, "format": "json"})
    rows = json.loads(answer.data)
    assert {row["part"] for row in rows} == {"thing", "pair"}
    assert {row["region"] for row in rows} == {"98", "99"}
    assert regions.get(PAGE, query_string={"q": "sjukfrånvaro", "format": "csv"}).data.startswith(
        b"part,region,edition"
    )


def test_in_english(regions: FlaskClient) -> None:
    page = regions.get("/en/compare?q=hyrpersonal").get_data(as_text=True)
    for words in ("What regions say about", "What can be compared?", "same measure", "Side by side"):
        assert words in page


@pytest.mark.parametrize("wrong", [{"region": "77"}, {"region": "<script>"}, {"year": "1901"}, {"format": "pdf"}])
def test_what_there_is_not_is_refused(regions: FlaskClient, wrong: dict[str, str]) -> None:
    assert regions.get(PAGE, query_string={"q": "hyrpersonal"} | wrong).status_code == 400


@pytest.mark.parametrize(
    "odd",
    [
        "<script>alert(1)</script>",
        '" OR 1=1 --',
        "}} SELECT ?s { ?s ?p ?o }",
        "(" * 500,
        "a" * 10_000,
        "\x00\u202e",
        "*" * 80,
        "NEAR/3",
    ],
)
def test_hostile_questions_are_only_words(regions: FlaskClient, odd: str) -> None:
    page = told(regions, q=odd)
    assert "<script>alert" not in page
    assert len(page) < 400_000


@pytest.mark.parametrize("odd", ["-1", "20 27", "٢٠٢٧", "9" * 30, "2027; DROP"])
def test_an_odd_year_is_the_latest(regions: FlaskClient, odd: str) -> None:
    assert "samma mått" in told(regions, q="sjukfrånvaro", year=odd)


def test_a_store_without_documents_has_nothing_to_compare() -> None:
    answer = create_app(MemoryStore(), TESTING=True).test_client().get(f"{PAGE}?q=x")
    assert answer.status_code in (200, 503)

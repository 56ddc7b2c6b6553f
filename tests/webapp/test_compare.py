"""The page that sets what regions say side by side."""

import json
import re

import pytest
from flask.testing import FlaskClient

from graph.compare import compare
from graph.comparing.beside import GRADES
from graph.memory import MemoryStore
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from webapp.app import create_app
from webapp.evidence.suggestions import suggestions

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


def test_without_a_question_there_are_subjects_and_the_most_comparable_pairs(regions: FlaskClient) -> None:
    page = told(regions)
    assert page.count('type="checkbox" name="region"') == 2
    assert 'id="sida"' not in page
    assert "Ämnen att börja med" in page
    assert "q=sjukfr%C3%A5nvaro" in page
    assert page.index("samma mått") < page.index("inte jämförbart") or "grade=NotComparable" in page
    assert "Två regioner, samma fråga" in page


def test_the_pairs_of_a_grade_are_those_of_the_graph(regions: FlaskClient) -> None:
    seen = regions.application.extensions["rodatraden"].view()
    links = [each for each in suggestions(seen) if each.relation == rt.ComparableWith]
    for grade in GRADES:
        rows = regions.get(PAGE, query_string={"grade": grade.local, "format": "json"}).json or []
        assert {(row["thing"], row["other"]) for row in rows} == {
            (each.subject, each.object) for each in links if each.grade == grade
        }
    every = regions.get(PAGE, query_string={"format": "json"}).json or []
    assert len({(row["thing"], row["other"]) for row in every}) == len(links) > 20
    assert regions.get(PAGE, query_string={"grade": "Nix"}).status_code == 400
    assert regions.get(PAGE, query_string={"region": "77"}).status_code == 400


def test_figures_of_the_same_year_and_unit_are_drawn(regions: FlaskClient) -> None:
    page = told(regions, q="sjukfrånvaro", year=2027)
    assert "pair-bars" in page


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
    asked = {"q": "sjukfrånvaro", "year": 2027}
    rows = json.loads(regions.get(PAGE, query_string=asked | {"format": "json"}).data)
    seen = regions.application.extensions["rodatraden"].view()
    found = compare(seen, "sjukfrånvaro", (), 2027)
    assert {row["thing"] for row in rows if row["grade"] is None} == {
        each.iri for side in found.sides for each in side.found
    }
    assert {(row["thing"], row["other"], row["grade"]) for row in rows if row["grade"]} == {
        (each.here.iri, each.there.iri, each.grade) for each in found.beside
    }
    assert regions.get(PAGE, query_string=asked | {"format": "csv"}).data.startswith(
        b"\xef\xbb\xbfregion,edition,class"
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

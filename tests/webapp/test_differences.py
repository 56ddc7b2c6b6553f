"""What differs between two plans, and threads through the years, on pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.diff import diff
from graph.memory import MemoryStore
from graph.records import Reading
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from ontology.iri import Iri
from webapp.app import create_app

EXAMPLE = Path(__file__).parents[2] / "examples" / "region-exempel"
PLANS = "https://w3id.org/rodatraden/id/99/hsf/forvaltningsplan-{}/plan"
Parsed = Callable[[str], Any]


@pytest.fixture(scope="module")
def example() -> FlaskClient:
    store = MemoryStore()
    with store.writing() as draft:
        for each in find([EXAMPLE]):
            if isinstance(each, Told):
                draft.put(read(each).reading)
    return create_app(store, TESTING=True).test_client()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "asked",
    [
        "",
        "?family=Activity",
        "?change=all&page=2",
        "?change=Moved",
        "?change=TargetChanged&family=Measure",
        "?change=no",
    ],
)
def test_the_page_is_well_made(example: FlaskClient, parsed: Parsed, asked: str, language: str) -> None:
    answer = example.get(f"/{language}/differences{asked}")
    page = parsed(answer.text)
    assert (answer.status_code, page.faults, page.lang) == (200, [], language)


def test_words_that_came_and_went_are_marked_for_eyes_and_ears(example: FlaskClient) -> None:
    page = example.get("/sv/differences?family=Activity&change=Reworded").text
    assert (
        '<del><span class="unseen">struket: </span>först i Norrhult och Granvik<span class="unseen">.</span></del>'
        in page
    )
    assert (
        '<ins><span class="unseen">tillagt: </span>nu på alla vårdcentraler<span class="unseen">.</span></ins>' in page
    )
    english = example.get("/en/differences?family=Activity&change=Reworded").text
    assert "removed: " in english


def test_moves_targets_and_old_names_are_told(example: FlaskClient) -> None:
    assert "Friskare längre → Vård nära hemmet" in example.get("/sv/differences?change=Moved").text
    assert "75% → 72%" in example.get("/sv/differences?change=TargetChanged").text
    assert "13 Tobaksfri inför operation" in example.get("/sv/differences?change=Ended").text


def test_it_is_data_too(example: FlaskClient) -> None:
    rows = example.get("/sv/differences?change=Moved&format=json").json
    assert {row["change"] for row in rows or ()} >= {"https://w3id.org/rodatraden/ns#Moved"}  # type: ignore[index]
    assert len({row["later"] for row in rows or ()}) == 1  # type: ignore[index]
    assert "turtle" in example.get("/sv/differences?change=Moved&format=ttl").content_type
    assert example.get("/sv/differences?format=exe").status_code == 400


@pytest.mark.parametrize(
    ("family", "change"), [("", ""), ("", "all"), ("Activity", ""), ("", "Ended"), ("", "Reworded"), ("Measure", "all")]
)
def test_the_question_gives_what_the_page_shows(example: FlaskClient, family: str, change: str) -> None:
    told = example.get("/sv/differences", query_string={"family": family, "change": change, "format": "json"}).json
    seen = example.application.extensions["rodatraden"].view()
    found = diff(seen, *(Iri(PLANS.format(year)) for year in (2027, 2028))).differences
    wanted = {
        (each.earlier and each.earlier.iri, each.later and each.later.iri, kind)
        for each in found
        if family in ("", each.family.local)
        if change == "all" or rt.Unchanged not in each.kinds
        if change in ("", "all") or change in {k.local for k in each.kinds}
        for kind in each.kinds
    }
    assert {(row["earlier"], row["later"], row["change"]) for row in told or ()} == wanted  # type: ignore[index]
    assert wanted


def test_the_picture_has_a_link_for_each_kind_of_change(example: FlaskClient, parsed: Parsed) -> None:
    page = example.get("/sv/differences").text
    picture = page[page.index("changes-bars") : page.index("</svg>", page.index("changes-bars"))]
    assert "family=Activity&amp;change=Moved" in picture
    assert 'aria-label="Aktiviteter: flyttat, 1"' in picture


def test_unsure_pairs_stand_apart_with_their_score(example: FlaskClient) -> None:
    page = example.get("/sv/differences?change=all").text
    if "osakra" in page:
        part = page[page.index('id="osakra"') :]
        assert "tillförlitlighet" in part[:3000]
    assert page.index("Samma organisation, två år") < page.index("Tidigare plan")


@pytest.mark.parametrize(
    ("plan", "earlier"),
    [("", ""), (PLANS.format(2028), PLANS.format(2027)), (PLANS.format(2027), PLANS.format(2028)), ("x", "<script>")],
)
def test_odd_wishes_get_the_pair_there_is(example: FlaskClient, plan: str, earlier: str) -> None:
    page = example.get("/sv/differences", query_string={"plan": plan, "earlier": earlier}).text
    assert f'<option value="{PLANS.format(2028)}" selected>' in page
    assert "<script>" not in page


def test_without_two_editions_there_is_nothing_to_compare(
    plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore], parsed: Parsed
) -> None:
    answer = create_app(store_of(plans[0]), TESTING=True).test_client().get("/sv/differences")
    assert answer.status_code == 200
    assert "inga två upplagor" in answer.text
    assert parsed(answer.text).faults == []


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("activity/31-reservrutiner-nar-it-faller-bort", "nytt"),
        ("activity/14-hembesok-som-forebygger-fall", "Friskare längre → Vård nära hemmet"),
        ("assignment/rf3", "ny innebörd"),
        ("indicator/sjukfranvaro", "ändrat mål"),
        ("grant/psykisk-halsa", "oförändrat"),
        ("focus-area/patienten-som-medskapare", "nytt namn"),
    ],
)
def test_a_thing_shows_its_thread(example: FlaskClient, parsed: Parsed, path: str, told: str) -> None:
    answer = example.get(f"/sv/id/99/hsf/forvaltningsplan-2028/{path}")
    page = parsed(answer.text)
    assert (answer.status_code, page.faults) == (200, [])
    assert "Genom åren" in page.text
    assert told in page.text


def test_what_ended_shows_what_the_report_says(example: FlaskClient) -> None:
    page = example.get("/sv/id/99/hsf/forvaltningsplan-2027/activity/13-tobaksfri-infor-operation").text
    assert "Ej påbörjat" in page
    assert "vad rapporten säger" in page


def test_a_plan_leads_to_what_differs(example: FlaskClient) -> None:
    for year in (2027, 2028):
        page = example.get(f"/sv/id/99/hsf/forvaltningsplan-{year}/plan").text
        assert "/sv/differences?plan=https://w3id.org/rodatraden/id/99/hsf/forvaltningsplan-2028/plan" in page

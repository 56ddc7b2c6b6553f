"""The page and its answer: names by what they are called, values as people write them, honest statuses and numbers."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webapp.ask import PREFIXES
from webapp.workbench.view import every

Ask = Callable[..., TestResponse]
ACTIVITIES = (
    "SELECT ?activity ?area { ?activity a rt:Activity OPTIONAL { ?activity rt:focusArea ?area } } ORDER BY ?activity"
)
#: Whole pages to be judged: every view and every form of answer.
PAGES: dict[str, dict[str, str]] = {
    "table": {"query": ACTIVITIES, "row": "1"},
    "chart": {"query": "SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class", "view": "chart"},
    "lines": {
        "query": "SELECT ?l ?y ?n { ?v rt:ofIndicator/rdfs:label ?l ; rt:year ?y ; rt:number ?n }",
        "view": "chart",
    },
    "flow": {"query": ACTIVITIES, "view": "flow"},
    "graph": {"query": ACTIVITIES, "view": "graph"},
    "matrix": {"query": ACTIVITIES, "view": "matrix"},
    "timeline": {"query": "SELECT ?x ?year { ?x a rt:Milestone ; rt:year ?year }", "view": "timeline"},
    "triples": {"query": "CONSTRUCT { ?a rt:focusArea ?f } { ?a rt:focusArea ?f }", "view": "graph"},
    "ask": {"query": "ASK { ?s ?p ?o }"},
    "unfit": {"query": "SELECT ?s { ?s ?p ?o } LIMIT 3", "view": "flow"},
    "none": {"query": "SELECT ?s { ?s a <urn:none> }", "view": "chart"},
    "wrong": {"query": "SELECT ?s {"},
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_answer_is_a_page_well_made(
    client: FlaskClient, parsed: Callable[[str], Any], name: str, language: str
) -> None:
    fields = PAGES[name] | {"query": PREFIXES + PAGES[name]["query"]}
    answer = client.get(f"/{language}/sparql", query_string=fields)
    assert answer.status_code == (400 if name == "wrong" else 200)
    page = parsed(answer.text)
    assert page.faults == []
    assert page.lang == language


def test_before_anything_is_asked_the_page_has_a_question_to_begin_with(client: FlaskClient) -> None:
    page = client.get("/sv/sparql")
    assert page.status_code == 200
    assert re.search(r'<form id="workbench"[^>]* action="/sv/sparql"', page.text)
    assert re.search(r'<textarea id="query" name="query"[^>]*>\s*\S', page.text)
    assert 'id="run"' in page.text
    assert re.search(r'<section id="result"[^>]*aria-live="polite"[^>]*>\s*</section>', page.text)


def test_the_answer_alone_is_a_piece_by_both_ways(client: FlaskClient) -> None:
    fields = {"query": "SELECT ?x { VALUES ?x { 1 2 } }"}
    for answer in (
        client.get("/sv/sparql/result", query_string=fields),
        client.post("/sv/sparql/result", data=fields),
    ):
        assert answer.status_code == 200
        assert "<html" not in answer.text
        assert 'id="r2"' in answer.text
        assert answer.headers["Cache-Control"] == "no-store"


def test_names_are_called_and_lead_to_their_pages(ask: Ask, client: FlaskClient) -> None:
    page = ask("SELECT ?a ?class { ?a a rt:Activity BIND(rt:Activity AS ?class) } ORDER BY ?a LIMIT 1").text
    thing = re.search(r'<a href="(/sv/id/[^"]+)" title="id:[^"]+"><bdi>([^<]+)</bdi>', page)
    assert thing
    assert "http" not in thing[2]
    assert client.get(thing[1]).status_code == 200
    assert re.search(r'<a href="/sv/ns/Activity" title="rt:Activity"><bdi>aktivitet</bdi>', page)


def test_names_of_elsewhere_lead_there_and_odd_ones_nowhere(ask: Ask) -> None:
    page = ask("SELECT * { VALUES ?x { <https://example.org/a> <urn:b> <javascript:alert(1)> dcterms:title } }").text
    assert 'href="https://example.org/a"' in page
    assert 'href="javascript' not in page
    assert 'href="urn:b"' not in page
    assert "javascript:alert(1)" in page


def test_values_are_written_for_people_with_their_exact_spelling_beside(ask: Ask) -> None:
    page = ask(
        'SELECT * { VALUES (?n ?year ?d ?t ?b ?day ?e) { (1234567 2026 0.50 "hej"@sv true "2026-12-31"^^xsd:date "") } }'
    ).text.replace("\N{NO-BREAK SPACE}", " ")
    assert 'value="1234567 (xsd:integer)"' in page
    assert ">1 234 567<" in page
    assert ">2026<" in page
    assert ">0,5<" in page
    assert '<bdi lang="sv">hej</bdi>' in page
    assert ">2026-12-31<" in page
    assert ">ja<" in page
    assert "tom text" in page


def test_open_cells_are_told(ask: Ask) -> None:
    assert "obunden: frågan fann inget här" in ask("SELECT ?x ?y { VALUES (?x ?y) { (1 UNDEF) } }").text


def test_a_thousand_rows_are_shown_and_all_are_counted(ask: Ask) -> None:
    page = ask("SELECT * { ?s ?p ?o } LIMIT 1203").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "de första 1 000 av 1 203 raderna" in page
    assert 'id="r1000"' in page
    assert 'id="r1001"' not in page


def test_yes_and_no(ask: Ask) -> None:
    assert "Ja" in ask("ASK {}").text
    assert "Nej" in ask("ASK { <urn:a> <urn:b> <urn:c> }").text


def test_a_dataset_stands_in_the_place_of_all(client: FlaskClient) -> None:
    fields = {"query": "SELECT ?s { ?s ?p ?o } LIMIT 1", "default-graph-uri": "urn:none"}
    page = client.get("/sv/sparql", query_string=fields).text
    assert "Inga rader" in page
    assert '<input type="hidden" name="default-graph-uri" value="urn:none">' in page


@pytest.mark.parametrize(
    ("query", "status", "words", "place"),
    [
        ("SELECT *\nWHERE { ?s rt:a ?o }", 400, "PREFIX rt: &lt;https://w3id.org/rodatraden/ns#&gt;", (2, 12)),
        ("SELECT * { ?s rt:a ?o ; nix:b 1 ; rt:c 2 ; skos:d 3 }", 400, "PREFIX skos: ", (1, 15)),
        ("SELECT *\nWHERE { ?s nix:a ?o }", 400, "Prefixet nix: är inte deklarerat", (2, 12)),
        ("SELECT * { ?s ?p ?o", 400, "öppnas men stängs aldrig", None),
        ("SELECT * { ?s ?p ?o }}", 400, "stänger inget", None),
        ("SELECT (COUNT(*) AS ?n) ?s { ?s ?p ?o }", 400, "GROUP BY", None),
        ("DROP ALL", 403, "Det görs inte här", None),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 403, "Det görs inte här", None),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 413, "Svaret är för stort", None),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", 504, "tog för lång tid", None),
        (f"SELECT * {{}} #{'x' * 70_000}", 413, "Frågan är för lång", None),
    ],
)
def test_what_goes_wrong_is_told_with_what_to_do(
    client: FlaskClient, query: str, status: int, words: str, place: tuple[int, int] | None
) -> None:
    answer = client.post("/sv/sparql/result", data={"query": query})
    assert answer.status_code == status
    assert words in answer.text
    assert 'role="alert"' in answer.text
    if place:
        assert f'data-line="{place[0]}" data-column="{place[1]}"' in answer.text


def test_the_question_stays_in_the_form_when_it_is_wrong(client: FlaskClient) -> None:
    page = client.get("/sv/sparql", query_string={"query": "SELECT nonsense </textarea>"})
    assert page.status_code == 400
    assert "SELECT nonsense &lt;/textarea&gt;</textarea>" in page.text


def test_a_question_of_the_book_is_asked_by_its_name(client: FlaskClient) -> None:
    page = client.get("/sv/sparql", query_string={"question": "control-points", "year": "2027"})
    assert page.status_code == 200
    assert "2027" in page.text
    assert client.get("/sv/sparql", query_string={"question": "nix"}).status_code == 404
    wrong = client.get("/sv/sparql", query_string={"question": "control-points", "year": "x"})
    assert wrong.status_code == 400
    assert "must be of type integer" in wrong.text


def test_the_book_says_which_view_and_which_columns(client: FlaskClient) -> None:
    page = client.get("/sv/sparql", query_string={"question": "flow-to-focus-areas"}).text
    assert "som frågeboken säger" in page
    assert 'class="wb-flow"' in page


@pytest.mark.parametrize("comment", ["#defaultView:Chart", "# view: chart", "#defaultview:chart{}"])
def test_a_comment_says_the_view_and_the_address_goes_before_it(client: FlaskClient, comment: str) -> None:
    query = f'{comment}\nSELECT ?x ?n {{ VALUES (?x ?n) {{ ("a" 1) ("b" 2) }} }}'
    assert "wb-bars" in client.get("/sv/sparql", query_string={"query": query}).text
    assert "wb-bars" not in client.get("/sv/sparql", query_string={"query": query, "view": "table"}).text


def test_a_comment_within_a_text_says_nothing(client: FlaskClient) -> None:
    query = 'SELECT ("#view: chart" AS ?x) (1 AS ?n) {}'
    assert "wb-bars" not in client.get("/sv/sparql", query_string={"query": query}).text


@pytest.mark.parametrize("view", every())
def test_what_a_view_needs_is_told_where_it_does_not_fit(ask: Ask, view: str) -> None:
    page = ask("SELECT ?nothing { VALUES ?nothing { UNDEF } }", view=view)
    assert page.status_code == 200
    assert view == "table" or "Det behövs" in page.text


def test_an_unknown_view_is_told(ask: Ask) -> None:
    assert "Det finns inget sätt att se svaret som heter ”karta”" in ask("SELECT (1 AS ?x) {}", view="karta").text


def test_a_row_opens_to_the_passages_where_its_things_stand(ask: Ask, client: FlaskClient) -> None:
    page = ask(ACTIVITIES, row=1).text
    assert "Där rad 1 står" in page
    link = re.search(r'id="bakom".*?<a class="source" href="([^"]+)"', page, re.DOTALL)
    assert link
    assert client.get(link[1]).status_code == 200
    assert "<blockquote>" in page
    assert "Källhänvisning" in page


def test_a_row_without_names_says_what_to_add(ask: Ask) -> None:
    assert "Raden har inget namn" in ask('SELECT ("x" AS ?a) (<urn:b> AS ?b) {}', row=1).text.replace(
        "Inget ställe", ""
    )
    assert "Svaret har ingen rad 9" in ask('SELECT ("x" AS ?a) {}', row=9).text


def test_a_long_question_is_asked_again_by_a_form(client: FlaskClient) -> None:
    query = f"SELECT (1 AS ?x) {{}} #{'å' * 5_000}"
    page = client.post("/sv/sparql", data={"query": query}).text
    assert '<form id="again" class="wb-hidden" method="post"' in page
    assert 'formaction="/sparql"' in page
    assert not re.search(r'href="/sv/sparql\?query=', page[page.index('id="result"') : page.index('id="kvitto"')])


def test_answers_are_not_kept_for_others(ask: Ask) -> None:
    first, second = (ask("SELECT (NOW() AS ?now) {}") for _ in range(2))
    assert first.headers["Cache-Control"] == second.headers["Cache-Control"] == "no-store"
    assert first.text != second.text

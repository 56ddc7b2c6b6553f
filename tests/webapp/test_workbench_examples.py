"""The query book beside the workbench's editor: what each question answers with, its form, and its text filled in."""

import pytest
from flask.testing import FlaskClient

from queries.book import book
from webapp.workbench.examples import columns


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT ?a ?b WHERE { ?a ?b ?c }", ("a", "b")),
        ("SELECT DISTINCT ?a (COUNT(?b) AS ?n) (MAX(?c)\n AS ?most) { ?a ?b ?c }", ("a", "n", "most")),
        ("SELECT (IF(?a = ?b, ?c, ?d) AS ?e) WHERE { SELECT ?x { } }", ("e",)),
        ("SELECT * WHERE { ?a ?b ?c }", ()),
        ("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", ()),
        ("# SELECT ?no\nSELECT ?yes FROM <urn:x> { }", ("yes",)),
        ("", ()),
    ],
)
def test_the_columns_of_a_question(query: str, found: tuple[str, ...]) -> None:
    assert columns(query) == found


@pytest.mark.parametrize("name", sorted(book()))
def test_every_question_has_a_preview_in_both_languages(client: FlaskClient, name: str) -> None:
    for language in ("sv", "en"):
        answer = client.get(f"/{language}/sparql/examples/{name}")
        assert answer.status_code == 200
        assert 'class="columns"' in answer.text
        assert "<!doctype" not in answer.text


def test_values_stand_in_the_text_and_senseless_ones_are_refused(client: FlaskClient) -> None:
    assert "2027" in client.get("/sv/sparql/examples/totals-by-year?year=2027").text
    refused = client.get("/sv/sparql/examples/totals-by-year?year=%22%3E%3Cscript%3E")
    assert refused.status_code == 400
    assert "<script" not in refused.text
    assert "data-query" in refused.text
    assert client.get("/sv/sparql/examples/totals-by-year?nonsense=1").status_code == 200
    assert client.get("/sv/sparql/examples/nix").status_code == 404


def test_all_questions_are_listed_and_the_chosen_one_is_open(client: FlaskClient) -> None:
    text = client.get("/sv/sparql?question=totals-by-year").text
    assert all(f'data-name="{name}"' in text for name in book())
    assert text.count('<form class="choose"') == 1

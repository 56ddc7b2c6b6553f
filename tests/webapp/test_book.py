"""The query book for programs and people: as data at one address and each question's own, searched, opened in the workbench."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from graph.answer import Answer
from graph.iris import BASE
from graph.view import View
from ontology.vocab import Rdf, Rdfs, Schema, Sh
from queries.book import book
from webapp.editions import editions
from webapp.evidence.ties import ties

FORMS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
NAME = "activities-of-an-assignment"


def said(client: FlaskClient, address: str, predicate: str) -> set[tuple[str, str]]:
    """What the data at an address say by a predicate: subjects with what is said of them."""
    answer = client.get(address)
    assert answer.status_code == 200
    found = parse(answer.text, format=FORMS[address.rpartition(".")[2]])
    return {(quad.subject.value, quad.object.value) for quad in found if quad.predicate.value == predicate}


def questions(client: FlaskClient, address: str) -> set[str]:
    """The questions at an address."""
    return {name for name, kind in said(client, address, Rdf.type) if kind == Sh.SPARQLExecutable}


@pytest.mark.parametrize("form", FORMS)
def test_the_whole_book_is_at_one_address(client: FlaskClient, form: str) -> None:
    names = {f"{BASE}question/{name}" for name in book()}
    assert questions(client, f"/questions.{form}") == names
    for predicate in (Sh.select, Rdfs.label, Rdfs.comment, Schema.keywords):
        assert {name for name, _ in said(client, f"/questions.{form}", predicate)} == names


def test_it_tells_where_it_is_answered(client: FlaskClient) -> None:
    (target,) = {where for _, where in said(client, "/questions.ttl", Schema.target)}
    answer = client.get(urlsplit(target).path, query_string={"query": "ASK {}"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("accept", "to"),
    [
        ("text/html", f"/sv/questions/{NAME}"),
        ("text/turtle", f"/id/question/{NAME}.ttl"),
        ("application/ld+json", f"/id/question/{NAME}.jsonld"),
    ],
)
def test_each_question_is_at_its_own_name(client: FlaskClient, accept: str, to: str) -> None:
    answer = client.get(f"/id/question/{NAME}", headers={"Accept": accept})
    assert (answer.status_code, answer.location) == (303, to)
    assert "Accept" in answer.vary
    assert client.get(to).status_code == 200


def test_the_data_of_a_question_is_of_that_alone(client: FlaskClient) -> None:
    address = f"/id/question/{NAME}.ttl"
    assert questions(client, address) == {f"{BASE}question/{NAME}"}
    assert len(said(client, address, Sh.parameter)) == len(book()[NAME].parameters)


@pytest.mark.parametrize(
    "address", ["/id/question/nothing", "/id/question/nothing.ttl", "/sv/id/question/nothing", "/sv/questions/nothing"]
)
def test_a_question_that_is_not_there_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_where_things_have_their_pages_a_question_leads_to_its_own(client: FlaskClient) -> None:
    assert client.get(f"/sv/id/question/{NAME}").location == f"/sv/questions/{NAME}"


def test_questions_are_found_by_all_words_sought(client: FlaskClient) -> None:
    page = client.get("/sv/questions", query_string={"q": "pengar OKÄNT"}).text
    assert "money-by-focus-area" in page
    assert "control-points" not in page
    assert "Ingen fråga i boken" in client.get("/sv/questions", query_string={"q": "xyzzy"}).text


def test_a_question_says_what_it_cannot_know_and_is_opened_in_the_workbench_with_its_values(
    client: FlaskClient,
) -> None:
    page = client.get(f"/sv/questions/{NAME}", query_string={"assignment": "KF-4"}).text
    assert "Vad svaret inte kan veta:" in page
    address = page.partition('href="/sv/sparql?question=')[2].partition('"')[0].replace("&amp;", "&")
    assert parse_qs(f"question={address}") == {"question": [NAME], "assignment": ["KF-4"]}


def test_both_places_of_a_row_lead_to_their_lines(view: View) -> None:
    documents = {edition.file: edition.document for edition in editions(view)}
    file = next(iter(documents))
    found = ties(view, Answer(("file", "line", "other_file", "other_line", "earlier_line"), ((file, 1, file, 2, 3),)))
    row = (file, 1, file, 2, 3)
    assert [found.document(row, column) for column in range(5)] == [None, documents[file], None, documents[file], None]


def test_words_of_the_data_are_told_in_the_language_of_the_page(client: FlaskClient) -> None:
    address = "/questions/money-by-focus-area"
    assert "<td>okänt</td>" in client.get(f"/sv{address}").text
    assert "<td>unknown</td>" in client.get(f"/en{address}").text
    assert ",unknown," in client.get(f"/sv{address}?format=csv").text

"""The query book as pages: every question has one, in both languages, with its form, its SPARQL and its data."""

import csv

import pytest
from flask.testing import FlaskClient

from queries.book import Query, book


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_list_leads_to_every_question(client: FlaskClient, lang: str) -> None:
    page = client.get(f"/{lang}/questions")
    assert page.status_code == 200
    for name in book():
        assert f'href="/{lang}/questions/{name}"' in page.text


@pytest.mark.parametrize("query", book().values(), ids=book().keys())
def test_a_question_has_its_page(client: FlaskClient, query: Query) -> None:
    page = client.get(f"/sv/questions/{query.name}")
    assert page.status_code == 200
    assert query.title
    assert query.title.sv in page.text
    for parameter in query.parameters:
        assert f'name="{parameter.name}"' in page.text


def test_values_narrow_the_answer_and_stand_in_the_form(client: FlaskClient) -> None:
    page = client.get("/sv/questions/control-points", query_string={"year": "1901"})
    assert page.status_code == 200
    assert 'value="1901"' in page.text
    assert "<table" not in page.text


def test_hostile_values_are_text(client: FlaskClient) -> None:
    hostile = "\"><script>alert(1)</script>\n' } # {"
    page = client.get("/sv/questions/control-points", query_string={"region": hostile})
    assert page.status_code == 200
    assert "<script>alert" not in page.text


def test_a_value_of_the_wrong_type_is_told(client: FlaskClient) -> None:
    page = client.get("/en/questions/control-points", query_string={"year": "soon"})
    assert page.status_code == 400
    assert "must be of type integer" in page.text


def test_the_answer_as_data(client: FlaskClient) -> None:
    rows = client.get("/sv/questions/things-by-plan?format=json").json
    assert rows
    sheet = client.get("/sv/questions/things-by-plan?format=csv")
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="things-by-plan.csv"'
    assert len(list(csv.DictReader(sheet.text.splitlines()))) == len(rows)
    assert client.get("/sv/questions/things-by-plan?format=pdf").status_code == 400


def test_unknown_questions_are_not_found(client: FlaskClient) -> None:
    assert client.get("/sv/questions/nothing").status_code == 404

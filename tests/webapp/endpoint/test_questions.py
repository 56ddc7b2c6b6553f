"""The query book as pages: every question has one, in both languages, with its form, its SPARQL and its data."""

import csv
import re

import pytest
from flask.testing import FlaskClient

from queries.book import Query, book
from webapp.sheet import MARK


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
    assert len(list(csv.DictReader(sheet.text.removeprefix(MARK).splitlines()))) == len(rows)
    assert client.get("/sv/questions/things-by-plan?format=xlsx").data.startswith(b"PK")
    assert client.get("/sv/questions/things-by-plan?format=pdf").status_code == 400


def test_things_and_lines_in_an_answer_are_links(client: FlaskClient) -> None:
    page = client.get("/sv/questions/activities-of-an-assignment")
    things = re.findall(r'<td><a href="/sv/id/([^"?]+)">', page.text)
    assert things
    assert all("/activity/" in each for each in things)
    assert all(client.get(f"/sv/id/{each}").status_code == 200 for each in things[:3])
    assert re.search(r'<a class="source" href="[^"]+[?]line=\d+#l\d+"', page.text)


def test_what_is_there_can_be_chosen_and_the_rest_is_kept(client: FlaskClient) -> None:
    page = client.get("/sv/questions/activities-of-an-assignment?region=99&year=1901")
    assert '<option value="99" selected>Region ' in page.text
    assert '<option value="1901" selected>1901</option>' in page.text
    assert '<option value="2027">2027</option>' in page.text
    assert re.search(r'<datalist id="assignment-known"><option value="[^"]+">', page.text)


def test_unknown_questions_are_not_found(client: FlaskClient) -> None:
    assert client.get("/sv/questions/nothing").status_code == 404

"""What can be taken along: whole, typed, safe to open, with the question and the receipt."""

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from graph.asking.cells import Cell, Cells
from graph.workbook.safe import exact
from webapp.sheet import MARK
from webapp.workbench.files import FILES, FORMULAS, excel_csv

Ask = Callable[..., TestResponse]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
QUERY = 'SELECT ?code ?n ?x { VALUES (?code ?n ?x) { ("007" 1234.5 "=1+1") ("008" -2 UNDEF) } }'


def taken(client: FlaskClient, form: str, query: str = QUERY) -> TestResponse:
    """An answer as a file."""
    return client.get("/sv/sparql/result", query_string={"query": query, "format": form})


def strings(data: bytes) -> str:
    """All texts of a workbook."""
    with ZipFile(BytesIO(data)) as book:
        return " ".join(ElementTree.fromstring(book.read("xl/sharedStrings.xml")).itertext())


@pytest.mark.parametrize("form", FILES)
def test_every_form_is_a_file_to_keep(client: FlaskClient, form: str) -> None:
    answer = taken(client, form)
    assert (answer.status_code, answer.content_type) == (200, FILES[form][0])
    assert f'.{FILES[form][1]}"' in answer.headers["Content-Disposition"]


def test_csv_for_excel_has_semicolons_commas_and_no_formula(client: FlaskClient) -> None:
    text = taken(client, "excel-csv").text
    assert text.startswith(MARK)
    assert list(csv.reader(text.removeprefix(MARK).splitlines(), delimiter=";")) == [
        ["code", "n", "x"], ["007", "1234,5", "'=1+1"], ["008", "-2", ""],
    ]  # fmt: skip


@given(st.text())
def test_no_text_begins_as_a_formula_in_excel(text: str) -> None:
    written = excel_csv(Cells("rows", ("x",), ((Cell("text", text, text),),), 1))
    (_, row) = csv.reader(StringIO(written, newline=""), delimiter=";") if text else (None, [""])
    assert not row or not row[0].startswith(FORMULAS)


def test_a_workbook_is_typed_and_tells_what_was_asked(client: FlaskClient) -> None:
    data = taken(client, "xlsx").data
    with ZipFile(BytesIO(data)) as book:
        rows = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    cells = {cell.get("r"): cell for cell in rows.iter(f"{SHEET}c")}
    assert (cells["A2"].get("t"), cells["B2"].get("t")) == ("s", None)
    assert cells["B2"].findtext(f"{SHEET}v") == "1234.5"
    told = strings(data)
    assert QUERY in told
    assert "007" in told
    assert "Data i version" in told
    assert "UTC" in told


@pytest.mark.parametrize(
    ("value", "fits"),
    [(7, True), (10**15 - 1, True), (10**15, False), (10**400, False), (Decimal("12.333333333333333333"), True),
     (Decimal("NaN"), False), (float("nan"), False), (float("inf"), False), (1e300, True)],
)  # fmt: skip
def test_numbers_that_excel_would_change_are_texts(value: float, fits: bool) -> None:
    assert exact(value) is fits


def test_odd_values_have_room_in_a_workbook(client: FlaskClient) -> None:
    query = (
        'SELECT * { VALUES (?a ?b ?c ?d) { ("NaN"^^<http://www.w3.org/2001/XMLSchema#double> 99999999999999999999 '
        f'"0001-01-01"^^<http://www.w3.org/2001/XMLSchema#date> "{"x" * 40_000}") }} }}'
    )
    answer = client.post("/sv/sparql/result", data={"query": query, "format": "xlsx"})
    assert answer.status_code == 200
    assert "99999999999999999999" in strings(answer.data)


def test_an_answer_that_is_too_large_for_a_workbook_is_told_and_is_not_offered(client: FlaskClient) -> None:
    names = " ".join(f"?v{number}" for number in range(50))
    query = f"SELECT * {{ VALUES ({names}) {{ ({'UNDEF ' * 50}) }} VALUES ?a {{ {' 1' * 80} }} VALUES ?b {{ {' 1' * 62} }} }}"
    answer = client.post("/sv/sparql/result", data={"query": query, "format": "xlsx"})
    assert answer.status_code == 413
    assert "Ta det som CSV" in answer.text
    page = client.post("/sv/sparql/result", data={"query": query})
    assert page.status_code == 200
    assert "xlsx" not in page.text.split("Xlsx")[0]
    assert client.post("/sv/sparql/result", data={"query": query, "format": "excel-csv"}).status_code == 200


def test_the_receipt_tells_enough_to_cite_and_to_ask_again(client: FlaskClient) -> None:
    facts = json.loads(taken(client, "receipt-json").text)
    assert facts["query"] == QUERY
    assert facts["query_sha256"] == sha256(QUERY.encode()).hexdigest()
    assert (facts["rows"], facts["form"], facts["limit_seconds"]) == (2, "rows", 3)
    assert facts["asked"].endswith("+00:00")
    assert client.get(facts["address"]).status_code == 200
    assert client.get(facts["endpoint"], headers={"Accept": "text/csv"}).status_code == 200
    text = taken(client, "receipt").text
    assert QUERY in text
    assert facts["answer_sha256"] in text


def test_the_same_answer_has_the_same_checksum_in_any_order(client: FlaskClient) -> None:
    one, other = (
        json.loads(taken(client, "receipt-json", f"SELECT ?x {{ VALUES ?x {{ 1 2 3 }} }} ORDER BY {order}(?x)").text)
        for order in ("ASC", "DESC")
    )
    assert one["answer_sha256"] == other["answer_sha256"]
    assert one["query_sha256"] != other["query_sha256"]


def test_an_unknown_form_and_a_question_without_answer(client: FlaskClient) -> None:
    assert taken(client, "pdf").status_code == 400
    assert taken(client, "xlsx", "SELECT nonsense").status_code == 400


def test_the_pure_forms_are_the_endpoint_s(client: FlaskClient, ask: Ask) -> None:
    page = ask("SELECT (1 AS ?x) {}").text
    for form in ("csv", "tsv", "json", "xml"):
        assert f"format={form}" in page
    triples = ask("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3").text
    for form in ("ttl", "jsonld", "nt", "rdf"):
        assert f"format={form}" in triples

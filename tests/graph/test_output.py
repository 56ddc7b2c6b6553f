"""The forms in which commands tell what they found."""

import json
from decimal import Decimal

import pytest

from graph.answer import Answer
from graph.output import as_csv, as_json, show
from ontology.iri import Iri

ANSWER = Answer(
    ("name", "sum"),
    (("=1+2", Decimal("1.50")), ("Närvård, natt", None), (Iri("https://w3id.org/rodatraden/id/19"), -3)),
)


def test_csv_has_no_formulas_and_keeps_numbers() -> None:
    assert as_csv(ANSWER).split("\r\n") == [
        "name,sum",
        "'=1+2,1.5",
        '"Närvård, natt",',
        "https://w3id.org/rodatraden/id/19,-3",
        "",
    ]


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(as_json(ANSWER)) == [
        {"name": "=1+2", "sum": 1.5},
        {"name": "Närvård, natt", "sum": None},
        {"name": "https://w3id.org/rodatraden/id/19", "sum": -3},
    ]


@pytest.mark.parametrize(("form", "begins"), [("tree", "└─ x"), ("table", "name"), ("csv", "name,sum"), ("json", "[")])
def test_each_form_is_printed(form: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    show(form, ANSWER, lambda: "└─ x")
    assert capsys.readouterr().out.startswith(begins)

"""A thing's name leads to its page or its data, by what the client accepts."""

import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.iris import BASE
from ontology.context import context

FORMS = ("json", "ttl", "jsonld")
FORMATS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}


def read(data: bytes, form: str) -> list[Quad]:
    """Data as quads, JSON-LD by our own context without asking for it."""
    whole = json.dumps({**json.loads(data), **context()}) if form == "jsonld" else data
    return list(parse(whole, FORMATS[form]))


MATRIX = [
    ("", "page"),
    ("*/*", "page"),
    ("text/html", "page"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "page"),
    ("text/turtle", "ttl"),
    ("application/ld+json", "jsonld"),
    ("application/json", "json"),
    ("text/html;q=0, application/xhtml+xml;q=0, */*", "ttl"),  # what is refused by name is not sent by a range
    ("text/*;q=0.3, text/turtle;q=0.9, text/html;q=0.2", "ttl"),  # the closest range counts
    ("*/*;q=0.1, application/ld+json", "jsonld"),
    ("text/turtle;q=0.5, application/ld+json", "jsonld"),
    ("text/html;q=0.1, text/turtle", "ttl"),
    ("application/rdf+xml, text/turtle;q=0.9, */*;q=0.1", "rdf"),
    ("application/n-triples", "nt"),
    ("text/csv", "csv"),
    ("application/trig, text/turtle;q=0.9, */*;q=0.1", "ttl"),
    ("image/png, */*;q=0.1", "page"),
]


@pytest.mark.parametrize(("accept", "form"), MATRIX)
def test_a_name_leads_where_the_client_wants(
    client: FlaskClient, one_of: Callable[[str], str], accept: str, form: str
) -> None:
    path = one_of("Activity")
    answer = client.get(path, headers={"Accept": accept} if accept else {})
    assert answer.status_code == 303
    assert answer.location == (f"/sv{path}" if form == "page" else f"{path}.{form}")
    assert "Accept" in answer.vary
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize("accept", ["image/png", "text/html;q=0", "application/pdf"])
def test_what_there_is_not_is_refused(client: FlaskClient, one_of: Callable[[str], str], accept: str) -> None:
    answer = client.get(one_of("Activity"), headers={"Accept": accept})
    assert answer.status_code == 406
    assert "Turtle" in answer.text


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
@pytest.mark.parametrize("kind", ["Plan", "Activity", "IndicatorValue", "Document", "Passage", "Region"])
def test_data_is_what_the_graph_says(client: FlaskClient, one_of: Callable[[str], str], kind: str, form: str) -> None:
    path = one_of(kind)
    answer = client.get(f"{path}.{form}")
    said = {quad.subject for quad in read(answer.data, form)}
    assert NamedNode(BASE + path.removeprefix("/id/")) in said
    assert answer.mimetype == {"ttl": "text/turtle", "jsonld": "application/ld+json"}[form]


def test_json_tells_all_and_where_it_stands(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    told = client.get(f"{one_of('Activity')}.json").get_json()
    assert told["types"] == ["https://w3id.org/rodatraden/ns#Activity"]
    assert told["plan"]["label"]
    assert told["sources"][0]["first"] >= 1
    assert any(each["property"].endswith("#serves") for each in told["properties"])
    assert told["linked_from"]


@pytest.mark.parametrize(
    ("address", "form"),
    [
        *((address, form) for address in ("/sv/things?kind=Activity", "/sv/search?q=v%C3%A5rd") for form in FORMS),
        ("/sv/findings", "ttl"),
        ("/sv/findings", "jsonld"),
    ],
)
def test_lists_come_as_data_too(client: FlaskClient, address: str, form: str) -> None:
    joint = "&" if "?" in address else "?"
    answer = client.get(f"{address}{joint}format={form}")
    assert answer.status_code == 200
    if form == "json":
        assert answer.get_json()["items"]
    else:
        assert len(read(answer.data, form)) > 10

"""Whatever the store names under our base leads somewhere, in every form, and what is there tells of it."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable

import pytest
import rdflib
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib.compare import isomorphic

from graph.iris import BASE
from graph.view import View
from graph.vocabulary import VOCABULARY
from ontology.context import context
from ontology.rt import RT

RDF = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}
ACCEPT = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "json": "application/json",
    "csv": "text/csv",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
FORMS = tuple(ACCEPT)
#: Classes whose things have their name within another's.
WITHIN = ("TextQuoteSelector", "TextPositionSelector", "FragmentSelector")


def sampled(view: View) -> dict[str, tuple[str, ...]]:
    """One of the things of each class, and the graphs."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    rows = view.select(f"""SELECT ?kind (MAX(STR(?thing)) AS ?last) WHERE {{
        ?thing a ?kind FILTER(STRSTARTS(STR(?thing), "{BASE}")) }} GROUP BY ?kind""").rows
    for kind, thing in rows:
        found[str(kind)].add(str(thing))
    graphs = view.select("SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }").rows
    found["graph"].update(str(graph) for (graph,) in graphs if str(graph).startswith(BASE))
    return {kind: tuple(sorted(things)) for kind, things in found.items()}


def path(iri: str) -> str:
    """What a client asks for: never the fragment."""
    return "/id/" + iri.removeprefix(BASE).partition("#")[0]


@pytest.fixture(scope="module")
def things(view: View) -> tuple[str, ...]:
    return tuple(dict.fromkeys(thing for each in sampled(view).values() for thing in each))


def test_all_kinds_are_among_what_is_tried(view: View) -> None:
    kinds = {kind.rpartition("#")[2] for kind in sampled(view)}
    assert {"Plan", "Activity", "IndicatorValue", "Amount", "Passage", "Document", "Region", "Thread", "LineageLink",
            "SuggestedLink", "Finding", "graph", *WITHIN} <= kinds  # fmt: skip
    untyped = view.ask(
        f'ASK {{ ?s ?p ?o FILTER(isIRI(?s) && STRSTARTS(STR(?s), "{BASE}") && !STRSTARTS(STR(?s), "{BASE}graph/") && NOT EXISTS {{ ?s a ?any }}) }}'
    )
    assert not untyped


def test_every_name_leads_to_a_page(client: FlaskClient, things: tuple[str, ...]) -> None:
    for thing in things:
        answer = client.get(path(thing))
        assert (thing, answer.status_code) == (thing, 303)
        assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize("form", FORMS)
def test_every_name_leads_to_data_that_tells_of_it(client: FlaskClient, things: tuple[str, ...], form: str) -> None:
    for thing in things:
        answer = client.get(path(thing), headers={"Accept": ACCEPT[form]})
        assert (answer.status_code, answer.location.rpartition(".")[2]) == (303, form)
        found = client.get(answer.location)
        assert found.status_code == 200
        assert found.content_type.startswith(ACCEPT[form])
        if form in RDF:
            assert NamedNode(thing) in {quad.subject for quad in parse(found.data, RDF[form])}
        elif form == "jsonld":
            assert f'"{thing}"' in found.text
        else:
            assert thing.partition("#")[0] in found.text  # what is within another is told by that one's name


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
def test_json_ld_says_just_what_turtle_says(client: FlaskClient, things: tuple[str, ...]) -> None:
    for thing in (*(each for each in things if "/question/" not in each), VOCABULARY):  # the book is written by itself
        base = path(thing) if thing != VOCABULARY else "/ns/ontology"
        told = client.get(f"{base}.jsonld").get_json(force=True)
        assert told["@context"].startswith("http://localhost/context.jsonld?v=")
        as_json = rdflib.Graph().parse(data=json.dumps({**told, **context()}), format="json-ld")
        as_turtle = rdflib.Graph().parse(data=client.get(f"{base}.ttl").data, format="turtle")
        same = isomorphic if thing == VOCABULARY else lambda one, other: set(one) == set(other)
        assert same(as_json, as_turtle), thing


def test_the_context_is_where_the_data_says(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    address = client.get(f"{one_of('Activity')}.jsonld").get_json(force=True)["@context"]
    answer = client.get(address.removeprefix("http://localhost"))
    assert answer.get_json(force=True) == context()
    assert answer.mimetype == "application/ld+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get("/context.jsonld").headers["Cache-Control"] == "no-cache"


def test_json_ld_is_a_tree_from_the_thing(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    told = client.get(f"{one_of('Activity')}.jsonld").get_json(force=True)
    assert "Activity" in told["type"]
    assert told["label"]
    assert told["statedIn"]["label"]
    passages = told["passage"] if isinstance(told["passage"], list) else [told["passage"]]
    assert passages[0]["firstLine"] >= 1
    kinds = told["types"] if isinstance(told["types"], list) else [told["types"]]
    assert {"sv": "aktivitet", "en": "activity"} in [each["labels"] for each in kinds]


def test_csv_has_a_row_a_statement_with_where_it_stands(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    answer = client.get(f"{one_of('Amount')}.csv")
    assert answer.text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}subject,")
    rows = list(csv.DictReader(io.StringIO(answer.text[1:])))
    (sek,) = [row for row in rows if row["property"] == RT + "sek"]
    assert sek["property_label"] == "kronor"
    assert sek["datatype"].endswith("#decimal")
    assert sek["stated"] == "true"
    assert sek["passage"].startswith(BASE)
    assert sek["file"].endswith(".txt")
    assert int(sek["line"]) >= 1
    (line,) = [row for row in rows if row["property"] == RT + "ofBudgetLine"]
    assert line["value_label"]
    keys = [(row["subject"], row["property"], row["value"], row["language"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert any(row["stated"] == "false" for row in rows)


def test_a_term_leads_to_the_terms(client: FlaskClient) -> None:
    assert client.get("/ns").location == "/sv/ns"
    for form in FORMS:
        answer = client.get("/ns", headers={"Accept": ACCEPT[form]})
        assert (answer.status_code, answer.location) == (303, f"/ns/ontology.{form}")
        found = client.get(answer.location)
        assert found.status_code == 200
        assert "serves" in found.text
    said = {quad.subject for quad in parse(client.get("/ns/ontology.ttl").data, RdfFormat.TURTLE)}
    assert {NamedNode(RT + "serves"), NamedNode(VOCABULARY)} <= said


def test_a_page_and_its_data_tell_of_each_other(client: FlaskClient, one_of: Callable[[str], str]) -> None:
    path = one_of("Activity")
    name = BASE + path.removeprefix("/id/")
    links = client.get(f"/sv{path}").headers["Link"]
    assert f'<{path}.ttl>; rel="alternate"; type="text/turtle"' in links
    assert f'<{name}>; rel="canonical"' in links
    data = client.get(f"{path}.ttl").headers["Link"]
    assert f'<{path}.jsonld>; rel="alternate"; type="application/ld+json"' in data
    assert f"<{path}.ttl>" not in data
    assert 'type="text/html"' in data
    assert f'<{path}.csv>; rel="describedby"; type="text/csv"' in client.get(path).headers["Link"]


@pytest.mark.parametrize("form", FORMS)
def test_data_is_not_sent_again_to_who_has_it(client: FlaskClient, one_of: Callable[[str], str], form: str) -> None:
    address = f"{one_of('Activity')}.{form}"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(address)
    assert (head.status_code, head.data, head.content_type) == (200, b"", first.content_type)
    assert first.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("form", FORMS)
def test_a_name_that_nothing_has_is_told_so(client: FlaskClient, form: str) -> None:
    assert client.get("/id/no/such/thing", headers={"Accept": ACCEPT[form]}).status_code == 404
    assert client.get(f"/id/no/such/thing.{form}").status_code == 404
    assert client.get(f"/id/graph/none.{form}").status_code == 404

"""The book as a graph: other editors find every question in it, and what they find can be asked as it is."""

import pytest

from graph.iris import Minter
from graph.memory import MemoryStore
from graph.view import View
from ontology.rt import RT
from ontology.vocab import Rdf, Sh
from queries.bind import bound
from queries.book import book
from queries.published import GRAPH, published
from rodatraden import BROUGHT
from tests.queries.conftest import CASE, case

#: What editors ask an endpoint for its examples and its prefixes.
EXAMPLES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?sq ?comment ?query WHERE {
  ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query .
} ORDER BY ?sq"""
PREFIXES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix"""
PARAMETERS = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?query ?path ?description WHERE {
  ?query sh:parameter ?parameter . ?parameter sh:path ?path ; sh:optional true ; sh:description ?description .
  { ?parameter sh:datatype ?type } UNION { ?parameter sh:nodeKind ?type }
  FILTER(LANG(?description) = "en") }"""


@pytest.fixture(scope="module")
def store() -> View:
    """A version that the program has brought its book into."""
    made = MemoryStore(brought=BROUGHT)
    with made.writing() as draft:
        draft.put(case(CASE))
    return made.view()


def test_every_question_is_found_with_what_it_says_in_two_languages(store: View) -> None:
    found = store.select(EXAMPLES)
    assert len(found.rows) == 2 * len(book())
    assert {str(iri).rpartition("/")[2] for iri in found.column("sq")} == book().keys()


def test_what_is_published_answers_as_the_question_does(store: View, view: View) -> None:
    for iri, query in dict(zip(*map(store.select(EXAMPLES).column, ("sq", "query")), strict=True)).items():
        name = str(iri).rpartition("/")[2]
        assert query == bound(book()[name], {})
    assert view.select(str(query)).columns == book()[name].columns


def test_the_prefixes_are_declared(store: View) -> None:
    declared = dict(store.select(PREFIXES).rows)
    assert declared["rt"] == RT
    assert {"rdfs", "skos", "dcterms"} <= declared.keys()


def test_every_parameter_tells_its_name_its_type_and_what_it_asks_for(store: View) -> None:
    found = store.select(PARAMETERS)
    told = {(str(query).rpartition("/")[2], str(path).rpartition("#")[2]) for query, path, _ in found.rows}
    assert told == {(query.name, parameter.name) for query in book().values() for parameter in query.parameters}


def test_a_default_is_told_as_what_it_is() -> None:
    defaults = {str(value) for _, predicate, value in published(Minter()) if predicate == Sh.defaultValue}
    assert f"{RT}Assignment" in defaults


def test_nothing_of_the_book_is_a_thing_of_the_plans(store: View) -> None:
    graph = Minter().graph(GRAPH)
    kinds = store.select(f"SELECT DISTINCT ?kind WHERE {{ GRAPH <{graph}> {{ ?thing <{Rdf.type}> ?kind }} }}").column(
        "kind"
    )
    assert kinds
    assert not [kind for kind in kinds if str(kind).startswith(RT)]


def test_the_book_changes_no_count(store: View) -> None:
    bare = MemoryStore()
    with bare.writing() as draft:
        draft.put(case(CASE))
    for name in ("things-by-plan", "findings-by-severity", "documents-and-coverage"):
        question = bound(book()[name], {})
        assert store.select(question).rows == bare.view().select(question).rows

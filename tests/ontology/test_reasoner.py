"""The ontology hangs together, and what the rules write is just what follows from it by its own logic."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
import rdflib
from rdflib import URIRef
from rdflib.namespace import OWL, RDF

from graph.memory import MemoryStore
from graph.records import Activity, Assignment, ByNumber, Reading
from graph.shapes import copied
from graph.view import View
from ontology import reasoner, rt
from ontology.iri import Iri
from ontology.reasoner import Contradiction, Entailed, entailed
from ontology.rt import RT

from ..conftest import missing
from .specimens import specimen_reading

GRAPHS = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({}) }}"
ID = "https://w3id.org/rodatraden/id/"


@pytest.fixture(autouse=True)
def java() -> None:
    if not reasoner.available():
        missing("Java", "install a Java runtime (such as default-jre-headless): the reasoner HermiT needs it")


def reading() -> Reading:
    """One of everything, and a part of a part of an activity that serves something."""
    made = specimen_reading()
    places = [each.place for each in made.records]
    whole = Activity(title="Ett", notation="A1", serves=(ByNumber(Assignment, "A9"),), place=places[0])
    part = Activity(title="Två", notation="A2", part_of=(ByNumber(Activity, "A1"),), place=places[1])
    parts_part = Activity(title="Tre", notation="A3", part_of=(ByNumber(Activity, "A2"),), place=places[2])
    return replace(made, records=(*made.records, whole, part, parts_part, Assignment(notation="A9", place=places[3])))


@cache
def view() -> View:
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(reading())
    return store.view()


def facts(condition: str) -> rdflib.Graph:
    return copied(view().triples(GRAPHS.format(condition)))


@cache
def stated() -> rdflib.Graph:
    """What the document states."""
    return facts(f'STRSTARTS(STR(?g), "{ID}document/")')


@cache
def reasoned() -> Entailed:
    return entailed(stated())


def of_ours(graph: rdflib.Graph) -> Iterator[tuple[Iri, Iri, Iri]]:
    """The links by our properties, between things that are no concepts of the ontology itself."""
    for subject, predicate, thing in graph:
        if predicate.startswith(RT) and isinstance(thing, URIRef) and subject.startswith(ID):
            yield Iri(subject), Iri(predicate), Iri(thing)


def written() -> rdflib.Graph:
    """What the document states and what the rules made of it."""
    return stated() + facts(f"?g = <{ID}graph/inference>")


def test_the_ontology_is_consistent_and_every_class_can_have_things() -> None:
    assert entailed().unsatisfiable == set()


def test_the_facts_agree_with_the_ontology() -> None:
    assert reasoned().unsatisfiable == set()


def test_the_rules_write_the_classes_that_follow() -> None:
    by_rule = {(Iri(thing), Iri(kind)) for thing, kind in written().subject_objects(RDF.type) if kind.startswith(RT)}
    followed = {(thing, kind) for thing, kind in reasoned().types if thing.startswith(ID)}
    assert by_rule == followed
    assert {kind for _, kind in by_rule} > {rt.PlanElement, rt.Plan, rt.Measure, rt.BudgetLine}


def test_the_rules_write_the_links_that_follow() -> None:
    by_rule = set(of_ours(written()))
    # what the document does not state but the reading inferred from order is no rule's doing
    inferred_from_order = {link for link in by_rule if link[1] == rt.focusArea} - set(of_ours(stated()))
    followed = {link for link in reasoned().links if link[0].startswith(ID)}
    assert by_rule - inferred_from_order == followed
    assert {link[1] for link in by_rule} >= {rt.states, rt.servedBy, rt.hasValue, rt.hasPartLine, rt.contributesTo}


def test_parts_of_parts_contribute() -> None:
    links = {
        (start.rpartition("/")[2], end.rpartition("/")[2])
        for start, link, end in reasoned().links
        if link == rt.contributesTo
    }
    assert {("a1-ett", "a9"), ("a2-tva", "a9"), ("a3-tre", "a9")} <= links


@pytest.mark.parametrize(
    ("predicate", "thing"),
    [
        pytest.param(RDF.type, rt.Goal, id="an activity is no goal"),
        pytest.param(URIRef(rt.ofIndicator), "urn:something", id="an activity is no value"),
    ],
)
def test_what_cannot_be_is_found(predicate: URIRef, thing: str) -> None:
    graph = rdflib.Graph()
    graph.add((URIRef("urn:activity"), RDF.type, URIRef(rt.Activity)))
    graph.add((URIRef("urn:activity"), predicate, URIRef(thing)))
    graph.add((URIRef("urn:something"), RDF.type, OWL.Thing))
    with pytest.raises(Contradiction):
        entailed(graph)

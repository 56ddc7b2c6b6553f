"""Constants, Turtle, shapes and record types tell of the same names, whichever of them one starts from."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH, XSD

from graph.fields import fields_of
from graph.records import Doubt, Organisation, Plan, Region
from ontology import rt, vocab
from ontology.classes import Terms, as_triples
from ontology.files import ONTOLOGY, SHAPES
from ontology.iri import Iri
from ontology.rt import RT

from .specimens import kinds_of_records

DATATYPES = {str: XSD.string, int: XSD.integer, bool: XSD.boolean, Decimal: XSD.decimal, date: XSD.date}
CONSTANTS = {value: name for name, value in vars(rt).items() if isinstance(value, Iri)}
RECORDS = (*kinds_of_records().values(), Plan, Organisation, Region)


@cache
def stated() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY)


@cache
def everything() -> rdflib.Graph:
    return as_triples()


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


def defined() -> set[str]:
    """What the Turtle says what it is."""
    return {str(term) for term in stated().subjects(RDF.type) if str(term).startswith(RT)}


def class_of(kind: type) -> Iri:
    return rt.Plan if kind is Plan else kind.CLASS


def said_fields() -> Iterator[object]:
    for kind in RECORDS:
        hints = get_type_hints(kind, include_extras=True)
        for field in fields_of(kind):
            yield pytest.param(kind, field.predicate, hints[field.name], id=f"{kind.__name__}.{field.name}")


def test_every_constant_is_in_the_turtle_and_every_term_is_a_constant() -> None:
    assert set(CONSTANTS) == defined()


def test_a_constant_is_spelled_as_the_term() -> None:
    assert [name for term, name in CONSTANTS.items() if name.rstrip("_") != term.local] == []


def test_every_term_is_a_class_a_property_or_a_concept(terms: Terms) -> None:
    assert {*terms.classes, *terms.properties, *terms.concepts} == set(CONSTANTS)
    assert all(term.local[0].isupper() for term in terms.classes | terms.concepts)
    assert all(term.local[0].islower() for term in terms.properties)


def test_every_concept_is_of_a_class_of_concepts(terms: Terms) -> None:
    schemes = {kind for kind in terms.classes if vocab.Skos.NS + "Concept" in terms.above(kind)}
    assert set().union(*map(terms.concepts_of, schemes)) == terms.concepts


def test_every_name_that_the_turtle_uses_is_defined() -> None:
    used = {str(term) for triple in everything() for term in triple if str(term).startswith(RT)}
    assert used == defined()


def test_every_name_that_a_shape_uses_is_defined(terms: Terms) -> None:
    used = {str(term) for triple in shapes() for term in triple if str(term).startswith(RT)}
    assert used <= defined()
    aimed = {str(term) for term in shapes().objects(None, SH.targetClass)}
    assert aimed <= terms.classes


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_is_of_a_class_and_a_shape_looks_at_it(terms: Terms, kind: type) -> None:
    aimed = {str(term) for term in shapes().objects(None, SH.targetClass)}
    assert class_of(kind) in terms.classes
    assert aimed & ({class_of(kind)} | terms.above(class_of(kind))) - {rt.PlanElement}


def test_every_kind_of_plan_element_has_a_record_type(terms: Terms) -> None:
    made = set(kinds_of_records())
    abstract = {kind for kind in terms.below(rt.PlanElement) if terms.below(kind) and kind not in made}
    assert abstract == {rt.Measure, rt.BudgetLine}
    assert terms.below(rt.PlanElement) - abstract == made


@pytest.mark.parametrize(("kind", "predicate", "hint"), [*said_fields()])
def test_a_field_says_what_may_be_said(terms: Terms, kind: type, predicate: Iri, hint: object) -> None:
    if predicate.startswith(RT):
        assert predicate in terms.properties_of(class_of(kind))
    for wanted in held(hint):
        if wanted in DATATYPES:
            assert (rdflib.URIRef(predicate), RDF.type, OWL.DatatypeProperty) in everything()
            assert set(stated().objects(rdflib.URIRef(predicate), RDFS.range)) <= {DATATYPES[wanted]}
        else:
            assert (rdflib.URIRef(predicate), RDF.type, OWL.ObjectProperty) in everything()
        if isinstance(wanted, type) and hasattr(wanted, "CLASS"):
            assert any(terms.is_a(wanted.CLASS, above) for above in terms.range(predicate) or {wanted.CLASS})


def held(hint: object) -> Iterator[object]:
    """The types of what a field may hold, one by one."""
    if get_origin(hint) in (Annotated, tuple):
        yield from held(get_args(hint)[0])
    elif get_origin(hint) in (Union, UnionType):
        for each in get_args(hint):
            yield from held(each)
    elif hint is not NoneType:
        yield hint


def test_the_concepts_in_defaults_are_concepts(terms: Terms) -> None:
    (severity,) = (field.default for field in dataclasses.fields(Doubt) if field.name == "severity")
    assert severity in terms.concepts_of(rt.Severity)

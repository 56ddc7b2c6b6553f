"""The JSON-LD context is made of the ontology, and says of each term what the ontology says."""

import json

import rdflib
from rdflib.namespace import OWL, RDF

from ontology.context import context, written
from ontology.files import CONTEXT, ONTOLOGY
from ontology.rt import RT


def test_the_file_is_what_the_ontology_gives() -> None:
    assert CONTEXT.read_text("utf-8") == written(), "make it anew: python -m ontology.context"


def test_every_class_and_property_has_a_name() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY)
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind) if str(term).startswith(RT)}
    entries = context()["@context"]
    assert isinstance(entries, dict)
    assert {term.removeprefix(RT) for term in terms} <= set(entries)
    for term in terms:
        entry = entries[term.removeprefix(RT)]
        assert (entry["@id"] if isinstance(entry, dict) else entry) == f"rt:{term.removeprefix(RT)}"


def test_values_are_typed_as_the_ontology_says() -> None:
    entries = json.loads(CONTEXT.read_text("utf-8"))["@context"]
    assert entries["serves"] == {"@id": "rt:serves", "@type": "@id"}
    assert entries["sek"] == {"@id": "rt:sek", "@type": "xsd:decimal"}
    assert entries["dueBy"] == {"@id": "rt:dueBy", "@type": "xsd:date"}
    assert entries["table"] == "rt:table"

"""Whether the graph was written rightly: the ontology's SHACL shapes over what one document states.

Run on an rdflib copy of that document's graph and of what was inferred of its things, with the ontology beside it.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib.namespace import RDF, SH

import ontology
from graph.iris import Minter
from graph.view import View
from ontology.iri import Iri
from ontology.vocab import Rdf

FOLDER = Path(ontology.__file__).parent


@dataclass(frozen=True, order=True)
class Violation:
    """One thing that a shape finds wrong: how grave (`sh:Violation`, `sh:Warning`, `sh:Info`), in what, and why."""

    severity: Iri
    focus: Iri
    path: Iri | None
    value: str
    message: str


def check(view: View, document: Iri, minter: Minter | None = None) -> tuple[Violation, ...]:
    """What the shapes find wrong in one document's graph, sorted; empty where all is right."""
    data = rdflib.Graph()
    for triple in view.triples(_of_document(document, (minter or Minter()).graph("inference"))):
        data.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    _, report, _ = pyshacl.validate(data, shacl_graph=_turtle("shapes.ttl"), ont_graph=_turtle("rodatraden.ttl"))
    return tuple(sorted(_violation(report, each) for each in report.subjects(RDF.type, SH.ValidationResult)))

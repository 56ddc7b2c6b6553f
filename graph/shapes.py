"""Whether the graph was written rightly: the ontology's SHACL shapes over what one document states.

Run on an rdflib copy of that document's graph and of what was inferred of its things, with the ontology beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import Literal, Triple
from rdflib.namespace import RDF, SH

import ontology
from graph.iris import Minter
from graph.terms import Term
from graph.view import View
from ontology.iri import Iri

ONTOLOGY = Path(ontology.__file__).parent
STATED_AND_INFERRED = """
CONSTRUCT {{ ?thing ?property ?value }} WHERE {{
  {{ GRAPH <{document}> {{ ?thing ?property ?value }} }} UNION
  {{ GRAPH <{document}> {{ ?thing a ?type }} GRAPH <{inference}> {{ ?thing ?property ?value }} }} }}"""


@dataclass(frozen=True, order=True)
class Violation:
    """What a shape finds wrong: how grave (`sh:Violation`, `sh:Warning`, `sh:Info`), in what, in which property, why.

    `path` and `value` are "" where the shape speaks of the thing as a whole; `messages` are in the shape's languages.
    """

    severity: Iri
    focus: Iri
    path: str
    value: str
    messages: tuple[str, ...]


def check(view: View, document: Iri, minter: Minter | None = None) -> tuple[Violation, ...]:
    """What the shapes find wrong in one document's graph, sorted; empty where all is right."""
    query = STATED_AND_INFERRED.format(document=document, inference=(minter or Minter()).graph("inference"))
    data = copied(view.triples(query)) + turtle("rodatraden.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=turtle("shapes.ttl"))
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"the shapes could not be run: {report!r}")
    return tuple(sorted(_violation(report, each) for each in report.subjects(RDF.type, SH.ValidationResult)))


def copied(triples: Iterable[Triple]) -> rdflib.Graph:
    """The engine's triples as an rdflib graph."""
    graph = rdflib.Graph()
    for triple in triples:
        graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


@cache
def turtle(name: str) -> rdflib.Graph:
    """A file of the ontology."""
    return rdflib.Graph().parse(ONTOLOGY / name, format="turtle")


def _term(term: Term) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype)
    return rdflib.URIRef(str(getattr(term, "value", term)))


def _violation(report: rdflib.Graph, result: rdflib.term.Node) -> Violation:
    messages = sorted(str(each) for each in report.objects(result, SH.resultMessage))
    return Violation(
        Iri(report.value(result, SH.resultSeverity)),
        Iri(report.value(result, SH.focusNode)),
        str(report.value(result, SH.resultPath) or ""),
        str(report.value(result, SH.value) or ""),
        tuple(messages),
    )

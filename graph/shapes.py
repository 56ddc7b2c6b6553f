"""Whether the graph was written rightly: the ontology's SHACL shapes over what one document states.

Run on an rdflib copy of that document's graph, of what was inferred of its things and of its findings, with the classes
and concepts of the ontology beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import Literal, Triple
from rdflib.namespace import RDF, RDFS, SH

from graph.iris import Minter
from graph.terms import Term
from graph.view import View
from ontology.files import ONTOLOGY, SHAPES
from ontology.iri import Iri
from ontology.vocab import Dcterms, Oa

#: What a document states, without the selectors that say a passage's place once more; what follows; what was odd.
STATED = """
CONSTRUCT {{ ?thing ?property ?value }} WHERE {{
  {{ GRAPH <{document}> {{ ?thing ?property ?value }} FILTER(!STRSTARTS(STR(?property), "{selectors}")) }}
  UNION {{ GRAPH <{document}> {{ ?thing a ?type }} GRAPH <{inference}> {{ ?thing ?property ?value }} }}
  UNION {{ GRAPH <{findings}> {{ ?thing <{source}> <{document}> ; ?property ?value }} }} }}"""


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
    return violations(copied(view.triples(_stated(document, minter or Minter()))))


def violations(data: rdflib.Graph) -> tuple[Violation, ...]:
    """What the shapes find wrong in a graph, to which the ontology's classes and concepts are added."""
    for triple in known(ONTOLOGY):
        data.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(SHAPES))
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
def known(ontology: Path) -> rdflib.Graph:
    """What of a Turtle file shapes ask for: what is of a class, what is under one."""
    graph = rdflib.Graph().parse(ontology, format="turtle")
    for triple in list(graph):
        if triple[1] not in (RDF.type, RDFS.subClassOf):
            graph.remove(triple)
    return graph


@cache
def shapes(path: Path) -> rdflib.Graph:
    """The shapes of a Turtle file, each property's aimed straight at what the shape around it is aimed at.

    It means the same, and pyshacl runs it once for all things instead of once for each: five times faster.
    """
    graph = rdflib.Graph().parse(path, format="turtle")
    for around, inner in list(graph.subject_objects(SH.property)):
        graph.remove((around, SH.property, inner))
        for aim in (SH.targetClass, SH.targetSubjectsOf):
            for target in graph.objects(around, aim):
                graph.add((inner, aim, target))
    return graph


def _stated(document: Iri, minter: Minter) -> str:
    return STATED.format(
        document=document,
        selectors=Oa.NS,
        source=Dcterms.source,
        inference=minter.graph("inference"),
        findings=minter.graph("findings"),
    )


@lru_cache(maxsize=100_000)
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

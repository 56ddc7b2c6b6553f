"""A graph that is written rightly passes the shapes; whatever is wrong in it is found by the shape that promises so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SH, SKOS, XSD

from graph.iris import Minter
from graph.memory import MemoryStore
from graph.records import Doubt
from graph.shapes import Violation, check, copied, violations
from graph.view import View
from ontology import rt
from ontology.classes import Terms
from ontology.files import SHAPES
from ontology.iri import Iri
from ontology.rt import RT

from .specimens import specimen_reading

ROOT = Path(__file__).parents[1]
#: What no document states: written from lineage, suggestions and findings.
DERIVED = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT {
  <urn:thread> a rt:Thread ; rdfs:label "Nattpatruller" ; rt:abridged true ; rt:firstYear 2030 ; rt:lastYear 2031 .
  <urn:lineage> a rt:LineageLink ; rt:from ?activity ; rt:to ?activity ; rt:change rt:Renamed ;
    rt:confidence 0.9 ; rt:method "same number" ; rt:evidence "7" ;
    rt:claimedStatus rt:Done ; rt:claimedIn ?passage ; rt:reportedBy ?report .
  <urn:suggested> a rt:SuggestedLink ; rt:subject ?activity ; rt:object ?measure ; rt:relation rt:MeasuredBy ;
    rt:grade rt:Close ; rt:review rt:Unreviewed ; rt:confidence 0.5 ; rt:method "words" ; rt:evidence "telefon" .
  <urn:finding> a rt:Finding ; rt:kind rt:YearNotTold ; rt:about ?activity ; rt:severity rt:Warning ;
    dcterms:description "Året framgår inte."@sv, "The year is not told."@en ; rt:passage ?passage .
  ?passage rt:page 1 ; rt:box "0 1.5 20 30" ; rt:sheet "Blad1" ; rt:cell "B7" .
} WHERE {
  { SELECT * { ?activity a rt:Activity ; rt:passage ?passage . ?measure a rt:Indicator . ?report a rt:StatusReport } ORDER BY ?activity ?measure ?report LIMIT 1 }
}"""


@cache
def right_graph() -> rdflib.Graph:
    """One of everything, written by the writer, with what follows and what is derived."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(specimen_reading())
    graph = copied(
        store.view().triples("CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } FILTER(!ISBLANK(?s) && !ISBLANK(?o)) }")
    )
    graph.update(DERIVED)
    return graph


SHAPE_GRAPH = rdflib.Graph().parse(SHAPES)
SHAPE_NAMES = sorted(set(SHAPE_GRAPH.subjects(RDF.type, SH.NodeShape)))
WRONG_IRI = URIRef("urn:wrong")


def another(value: Literal | URIRef) -> Literal | URIRef:
    """A value of the same sort."""
    if not isinstance(value, Literal):
        return URIRef(f"{value}-another")
    if isinstance(value.toPython(), bool):
        return Literal(not value.toPython())
    if isinstance(value.value, str):
        return Literal(f"{value}x", lang=value.language)
    return Literal("2031-12-31" if value.datatype == XSD.date else int(value.toPython()) + 1, datatype=value.datatype)


#: What makes a value wrong by a constraint: the values that stand in its place.
WRONG: dict[URIRef, Callable[[Literal | URIRef], list[Literal | URIRef]]] = {
    SH.minCount: lambda _: [],
    SH.maxCount: lambda value: [value, another(value), another(another(value))],
    SH.datatype: lambda value: [Literal(str(value), datatype=XSD.anyURI)],
    SH["class"]: lambda _: [WRONG_IRI],
    SH["in"]: lambda _: [WRONG_IRI],
    SH.nodeKind: lambda _: [Literal("text")],
    SH.minLength: lambda _: [Literal("")],
    SH.maxLength: lambda _: [Literal("x" * 10_000)],
    SH.pattern: lambda value: [Literal("1.5..", datatype=value.datatype)],
    SH.minInclusive: lambda value: [Literal(-1, datatype=value.datatype)],
    SH.maxInclusive: lambda value: [Literal(9999, datatype=value.datatype)],
    SH.lessThanOrEquals: lambda _: [Literal(10**6)],
    SH.hasValue: lambda _: [Literal(False)],
    SH.uniqueLang: lambda _: [Literal("en", lang="sv"), Literal("två", lang="sv")],
    SH.languageIn: lambda _: [Literal("ein", lang="de"), Literal("two", lang="en")],
}


@dataclass(frozen=True)
class Promise:
    """One constraint of a property shape: around which shape, on which path, by which constraint, how grave."""

    around: URIRef
    path: URIRef
    constraint: URIRef
    severity: URIRef

    def broken(self, graph: rdflib.Graph, thing: URIRef) -> URIRef:
        """Add a copy of a thing that breaks the promise and is right otherwise."""
        parts = (self.around, self.path, self.constraint, self.severity)
        name = "-".join(part.rpartition("#")[2].rpartition("/")[2] for part in parts)
        copy = URIRef(f"urn:broken:{name}")
        for _, path, value in list(graph.triples((thing, None, None))):
            if path != self.path:
                graph.add((copy, path, value))
        for value in WRONG[self.constraint](min(graph.objects(thing, self.path))):
            graph.add((copy, self.path, value))
        return copy


def promises(around: URIRef) -> Iterator[Promise]:
    """All that a shape promises of properties."""
    for inner in SHAPE_GRAPH.objects(around, SH.property):
        path = SHAPE_GRAPH.value(inner, SH.path)
        severity = SHAPE_GRAPH.value(inner, SH.severity, default=SH.Violation)
        for constraint in SHAPE_GRAPH.predicates(inner):
            if constraint not in (SH.path, SH.message, SH.severity):
                yield Promise(around, path, constraint, severity)


@cache
def things_of(around: URIRef) -> list[URIRef]:
    """What a shape looks at."""
    kinds, paths = SHAPE_GRAPH.objects(around, SH.targetClass), SHAPE_GRAPH.objects(around, SH.targetSubjectsOf)
    of_kinds = (thing for kind in kinds for thing in right_graph().subjects(RDF.type, kind))
    return sorted({*of_kinds, *(thing for path in paths for thing in right_graph().subjects(path))})


def test_what_is_written_rightly_passes() -> None:
    assert violations(right_graph() + rdflib.Graph()) == ()


@pytest.fixture(scope="module")
def broken() -> tuple[dict[URIRef, Promise], tuple[Violation, ...]]:
    """For each promise a thing that breaks it, all in one graph; and what the shapes find in that."""
    graph = right_graph() + rdflib.Graph()
    copies = {}
    for promise in chain.from_iterable(map(promises, SHAPE_NAMES)):
        thing = next(each for each in things_of(promise.around) if (each, promise.path, None) in right_graph())
        copies[promise.broken(graph, thing)] = promise
    return copies, violations(graph)


@pytest.mark.parametrize("around", SHAPE_NAMES, ids=lambda name: name.rpartition("#")[2])
def test_each_constraint_finds_what_breaks_it(
    broken: tuple[dict[URIRef, Promise], tuple[Violation, ...]], around: URIRef
) -> None:
    copies, found = broken
    told = {(each.focus, each.path, each.severity) for each in found}
    promised = {
        (str(copy), str(each.path), str(each.severity)) for copy, each in copies.items() if each.around == around
    }
    assert promised
    assert promised <= told
    assert all(len(each.messages) == 2 for each in found)


def test_an_assignment_without_number_and_text_is_none() -> None:
    graph = right_graph() + rdflib.Graph()
    thing = things_of(URIRef("https://w3id.org/rodatraden/shapes#Assignment"))[0]
    for path in (DCTERMS.description, SKOS.notation):
        graph.remove((thing, path, None))
    assert [(each.focus, each.path) for each in violations(graph)] == [(str(thing), "")]


def test_only_an_abridged_documents_passages_have_no_text() -> None:
    graph = right_graph() + rdflib.Graph()
    passage = things_of(URIRef("https://w3id.org/rodatraden/shapes#Passage"))[0]
    graph.remove((passage, URIRef(rt.exactText), None))
    assert [(each.focus, each.path, len(each.messages)) for each in violations(graph)] == [(str(passage), "", 2)]
    graph.add((next(graph.objects(passage, URIRef(rt.inDocument))), URIRef(rt.abridged), Literal(True)))
    assert violations(graph) == ()


def test_the_shapes_are_many() -> None:
    assert len(SHAPE_NAMES) == 28
    assert sum(len([*promises(each)]) for each in SHAPE_NAMES) > 400
    assert set(SHAPE_GRAPH.objects(None, SH.severity)) == {SH.Warning, SH.Info}


def test_the_plan_by_hand_passes(terms: Terms) -> None:
    """The file holds what a document states; what follows is left to the rules."""
    engine = Store()
    engine.bulk_load(path=str(ROOT / "data" / "graph" / "sjovik.trig"), format=RdfFormat.TRIG)
    graph = copied(View(engine).triples("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"))
    for thing, kind in list(graph.subject_objects(RDF.type)):
        for above in terms.above(Iri(kind)) if kind.startswith(RT) else ():
            graph.add((thing, RDF.type, URIRef(above)))
    assert violations(graph) == ()


def test_findings_are_looked_at() -> None:
    reading = specimen_reading()
    record = reading.records[0]
    odd = Doubt(rt.Warning_, record.place, "Året framgår inte.", "The year is not told.", record)
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(replace(reading, doubts=(odd,)))
    (found,) = check(store.view(), Minter().document(reading.source.name))
    assert (found.path, found.value) == (rt.kind, rt.Warning_)

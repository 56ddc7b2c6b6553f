"""The book as a graph: each question a SHACL executable, in the form that other SPARQL editors look for.

    <…/question/off-plan> a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;
      rdfs:label "Det som inte går enligt plan"@sv, …@en ; rdfs:comment "…"@sv, "…"@en ;
      sh:prefixes <…/graph/questions> ; sh:select "SELECT …" ; schema:keywords "Läge och intern kontroll"@sv, …@en ;
      sh:parameter <…/question/off-plan#year> .
    <…/question/off-plan#year> a sh:Parameter ; sh:path <…/graph/questions#year> ; sh:datatype xsd:integer ;
      sh:optional true ; sh:name "Planens första år"@sv, …@en .

What stands in `sh:select` can be asked as it is: its parameters have their defaults, or are left open (UNDEF).
"""

from collections.abc import Iterator

from graph.answer import Text
from graph.headings import InTwo
from graph.iris import Minter
from graph.prefixes import PREFIXES
from graph.stretches import Triple
from graph.terms import Address
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs, Schema, Sh, Xsd
from queries.bind import bound, read
from queries.book import Parameter, Query, book
from queries.headings import PARAMETERS, TOPICS

#: What the graph of the book is called by `Minter.graph`.
GRAPH = "questions"
DATATYPES = {"string": Xsd.string, "integer": Xsd.integer, "decimal": Xsd.decimal, "boolean": Xsd.boolean}


def published(minter: Minter) -> Iterator[Triple]:
    """All that the graph of the book says."""
    yield from declared_prefixes(minter)
    for query in book().values():
        yield from described(query, minter)


def question_name(query: str, minter: Minter) -> Iri:
    """What a question is called in the graph, by its name in the book."""
    return Iri(f"{minter.base}question/{query}")


def declared_prefixes(minter: Minter) -> Iterator[Triple]:
    """The prefixes that questions are written with."""
    graph = minter.graph(GRAPH)
    for prefix, namespace in PREFIXES.items():
        declaration = Iri(f"{graph}#prefix-{prefix}")
        yield graph, Sh.declare, declaration
        yield declaration, Rdf.type, Sh.PrefixDeclaration
        yield declaration, Sh.prefix, prefix
        yield declaration, Sh.namespace, Address(namespace)


def described(query: Query, minter: Minter) -> Iterator[Triple]:
    """What the graph says of one question; one without title tells nothing."""
    name = question_name(query.name, minter)
    yield name, Rdf.type, Sh.SPARQLExecutable
    yield name, Rdf.type, Sh.SPARQLSelectExecutable
    yield name, Dcterms.identifier, query.name
    yield from _in_two(name, Rdfs.label, query.title)
    yield from _in_two(name, Rdfs.comment, query.comment)
    yield name, Sh.prefixes, minter.graph(GRAPH)
    yield name, Sh.select, bound(query, {})
    yield from _in_two(name, Schema.keywords, TOPICS[query.topic])
    for parameter in query.parameters:
        yield name, Sh.parameter, _parameter_name(name, parameter)
        yield from _parameter(_parameter_name(name, parameter), parameter, minter)


def _parameter_name(question: Iri, parameter: Parameter) -> Iri:
    return Iri(f"{question}#{parameter.name}")


def _parameter(name: Iri, parameter: Parameter, minter: Minter) -> Iterator[Triple]:
    yield name, Rdf.type, Sh.Parameter
    yield name, Sh.path, Iri(f"{minter.graph(GRAPH)}#{parameter.name}")
    yield name, Sh.optional, True
    if parameter.type in DATATYPES:
        yield name, Sh.datatype, DATATYPES[parameter.type]
    else:
        yield name, Sh.nodeKind, Sh.IRI
    if parameter.default is not None:
        yield name, Sh.defaultValue, read(parameter, parameter.default)
    yield from _in_two(name, Sh.name, parameter.label)
    yield from _in_two(name, Sh.description, PARAMETERS.get(parameter.name))


def _in_two(subject: Iri, predicate: Iri, text: InTwo | None) -> Iterator[Triple]:
    if text:
        yield subject, predicate, Text(text.sv, "sv")
        yield subject, predicate, Text(text.en, "en")

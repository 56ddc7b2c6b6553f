"""What an endpoint or a worker wrote, read again: as a table, as rows of terms, as an rdflib graph."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from graph.answer import Answer
from graph.asking.outcome import Written
from graph.asking.table import table
from graph.errors import BrokenAnswer, QueryError
from graph.results import TRIPLES
from graph.terms import value

if TYPE_CHECKING:
    import rdflib

COLUMNS = ("subject", "predicate", "object")


def answer(written: Written) -> Answer:
    """Any answer in JSON or of triples as a table, as `View.answer` gives it. Raises BrokenAnswer."""
    if written.form in TRIPLES:
        return Answer(COLUMNS, tuple(tuple(map(value, _parts(each))) for each in triples(written)))
    try:
        found = parse_query_results(written.body, QueryResultsFormat.JSON)
        return Answer(("answer",), ((bool(found),),)) if isinstance(found, QueryBoolean) else table(written)
    except SyntaxError as error:
        raise _broken(error) from error


def bindings(written: Written) -> Iterator[dict[str, dict[str, Any]]]:
    """Each triple as a row of SPARQL 1.1's results in JSON. Raises QueryError for what is broken or has no triples."""
    for triple in triples(written):
        yield {column: told(part) for column, part in zip(COLUMNS, _parts(triple), strict=True)}


def rdflib_graph(written: Written) -> "rdflib.Graph":
    """The triples as an rdflib graph. Raises QueryError for what is broken or has no triples."""
    import rdflib  # which few need

    return rdflib.Graph().parse(data=serialize(triples(written), format=RdfFormat.N_TRIPLES), format="nt")


def triples(written: Written) -> Iterator[Triple]:
    """The triples, in the engine's terms. Raises QueryError for what is broken or has none."""
    if written.form not in TRIPLES:
        raise QueryError("This question is no CONSTRUCT or DESCRIBE.")
    try:
        for quad in parse(written.body, TRIPLES[written.form]):
            yield quad.triple
    except SyntaxError as error:
        raise _broken(error) from error


def told(term: NamedNode | BlankNode | Literal | Triple) -> dict[str, Any]:
    """A term as results in JSON tell it."""
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal() if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        case Literal():
            return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    return {"type": "triple", "value": {name: told(part) for name, part in zip(COLUMNS, _parts(term), strict=True)}}


def _parts(
    triple: Triple,
) -> tuple[NamedNode | BlankNode | Triple, NamedNode, NamedNode | BlankNode | Literal | Triple]:
    return triple.subject, triple.predicate, triple.object


def _broken(error: SyntaxError) -> BrokenAnswer:
    return BrokenAnswer(f"The answer broke off or is no answer ({error}). Nothing of it is used; ask again.")

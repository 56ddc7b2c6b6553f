"""What was written of one document, taken out of a store again: the way back from quads in a store to `Written`."""

from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.fields import fields_of, record_types
from graph.iris import Minter
from graph.terms import node
from graph.view import StoredDocument, View
from graph.writer import Written
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms


def stated(view: View, document: StoredDocument, minter: Minter | None = None) -> Written:
    """All that was written of a document; what rules derived of it is left to the rules."""
    minter, engine = minter or Minter(), view.engine
    return Written(
        document.document,
        document.plan,
        document.file_name,
        frozenset(engine.quads_for_pattern(None, None, None, node(document.document))),
        frozenset(_inferred(engine, node(document.document), node(minter.graph("inference")))),
        findings_of(engine, document.document, minter),
    )


def abridged(document: Iri) -> Quad:
    """What says that a document is there by its facts and figures only."""
    return Quad(node(document), node(rt.abridged), Literal(value=True), node(document))


def findings_of(engine: Store, document: Iri, minter: Minter) -> frozenset[Quad]:
    """The findings about a document."""
    graph = node(minter.graph("findings"))
    found = engine.quads_for_pattern(None, node(Dcterms.source), node(document), graph)
    return frozenset(quad for each in found for quad in engine.quads_for_pattern(each.subject, None, None, graph))


def _inferred(engine: Store, document: NamedNode, inference: NamedNode) -> set[Quad]:
    """What the reader itself inferred of things that the document speaks of."""
    return {
        quad
        for predicate in inferred_predicates()
        for quad in engine.quads_for_pattern(None, node(predicate), None, inference)
        if next(iter(engine.quads_for_pattern(quad.subject, None, None, document)), None)
    }


@cache
def inferred_predicates() -> tuple[Iri, ...]:
    """The predicates of those fields of records that hold what the document does not state itself."""
    inferred = {field.predicate for kind in record_types() for field in fields_of(kind) if field.inferred}
    return tuple(sorted(inferred))

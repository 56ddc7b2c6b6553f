"""Descriptions as they are sent: of the data (VoID), with what depends on where the server stands, and of anything else."""

from collections.abc import Iterable
from io import BytesIO

from pyoxigraph import Triple as Statement
from pyoxigraph import serialize

from graph.describing.held import counts, described_in
from graph.describing.names import KNOWN
from graph.describing.void import dataset_of, described, graph_of
from graph.iris import Minter
from graph.results import TRIPLES, WITHOUT_PREFIXES, Form
from graph.stretches import Triple
from graph.terms import node, spelled, term
from graph.view import View


def void(view: View, beside: Iterable[Triple], form: Form) -> bytes:
    """The description of a version with something beside it, the dataset first."""
    minter = Minter()
    if described_in(view, minter):
        told = [quad.triple for quad in view.engine.quads_for_pattern(None, None, None, node(graph_of(minter)))]
    else:
        told = list(map(_statement, described(counts(view, minter), minter)))
    dataset = dataset_of(minter)
    told.sort(key=lambda each: (spelled(each.subject) != dataset, str(each)))
    return _serialized([*map(_statement, beside), *told], form)


def written(triples: Iterable[Triple], form: Form) -> bytes:
    """Some triples in one of the forms of RDF, those of a subject together, in the order in which subjects first come."""
    order: dict[str, int] = {}
    statements = sorted(map(_statement, triples), key=lambda each: order.setdefault(spelled(each.subject), len(order)))
    return _serialized(statements, form)


def _statement(triple: Triple) -> Statement:
    subject, predicate, value = triple
    return Statement(node(subject), node(predicate), term(value))


def _serialized(statements: Iterable[Statement], form: Form) -> bytes:
    out = BytesIO()
    serialize(statements, out, TRIPLES[form], prefixes=None if form in WITHOUT_PREFIXES else KNOWN)
    return out.getvalue()

"""All that is derived from the documents together, in its order: what rules say, threads, links, what is wrong, how much.

Each kind has a graph of its own. What is wrong is asked of all before it, and how much there is counted last. It is done in
memory, on a copy of what the documents state: on disk a look-up takes three times as long, and there are some hundred
thousand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from pyoxigraph import Quad, Store

from graph.derived.attempts import Attempts
from graph.derived.items import Items
from graph.derived.reading import read_items
from graph.derived.records import Derived, SuggestedLink
from graph.derived.write import in_graph, replace_graph
from graph.describing.counts import counted, types_in
from graph.describing.void import described, graph_of
from graph.findings.findings import write_findings
from graph.iris import Minter
from graph.lineage.claims import read_claims
from graph.lineage.lineage import lineage
from graph.lineage.verdicts import verdicts
from graph.reviews.decided import decided
from graph.reviews.decision import Reviews
from graph.suggesting import suggest
from graph.terms import node
from graph.view import View
from graph.vocabulary import VOCABULARY, vocabulary
from graph.writer import Written
from ontology.iri import Iri
from ontology.rules import rules
from ontology.vocab import Oa

KINDS = ("inference", "lineage", "suggestions", "findings")


@dataclass(frozen=True)
class Following:
    """All quads of the derived graphs, and what could not be derived for a fault of ours."""

    quads: tuple[Quad, ...]
    faults: tuple[str, ...]


def derive(documents: Iterable[Written], minter: Minter, reviews: Reviews) -> Following:
    """What follows from all documents and from what persons decided.

    What comes with the documents is among it: what their readers inferred and doubted.
    """
    engine, attempts = _copied(documents := tuple(documents)), Attempts()
    for document in documents:
        for rule in rules(document.document, minter.graph("inference"), VOCABULARY):
            engine.update(rule)
    items = read_items(View(engine), minter)
    attempts.of("threads", partial(_threads, engine, minter, items, reviews))
    attempts.of("links", partial(_links, engine, minter, items, reviews, attempts))
    attempts.of("findings", partial(write_findings, engine, minter, attempts))
    derived = {graph: frozenset(_said(engine, graph)) for graph in map(minter.graph, KINDS)}
    told = attempts.of("description", partial(_description, engine, documents, derived, minter))
    return Following((*chain.from_iterable(derived.values()), *told), tuple(attempts.faults))


def derived_graphs(minter: Minter) -> tuple[Iri, ...]:
    """The names of the graphs that hold what is derived."""
    return (*map(minter.graph, KINDS), graph_of(minter))


def _copied(documents: Iterable[Written]) -> Store:
    """The documents and the ontology in memory, without the selectors, which say once more where passages are."""
    engine = Store()
    engine.bulk_extend(
        quad for document in documents for quad in document.quads if not quad.predicate.value.startswith(Oa.NS)
    )
    engine.bulk_extend(vocabulary())
    return engine


def _threads(engine: Store, minter: Minter, items: Items, reviews: Reviews) -> tuple[Derived, ...]:
    found = lineage(items, read_claims(View(engine), items), verdicts(reviews))
    records = (*found.links, *found.threads)
    replace_graph(engine, minter.graph("lineage"), records, found.others)
    return records


def _links(
    engine: Store, minter: Minter, items: Items, reviews: Reviews, attempts: Attempts
) -> tuple[SuggestedLink, ...]:
    labels = {each.plan: each.title for each in items.editions} | {item.iri: item.label for item in items.all}
    links = decided(suggest(items, attempts), reviews, labels, minter)
    replace_graph(engine, minter.graph("suggestions"), links)
    return links


def _description(
    engine: Store, documents: Iterable[Written], derived: Mapping[Iri, frozenset[Quad]], minter: Minter
) -> Iterator[Quad]:
    """How much there is, as quads: counted in what was written, since the engine lacks the selectors."""
    stated = {each.document: each.stated for each in documents}
    counts = counted({**stated, **derived, VOCABULARY: vocabulary()}, types_in(engine), minter.base)
    return in_graph(graph_of(minter), described(counts, minter))


def _said(engine: Store, graph: Iri) -> Iterator[Quad]:
    return engine.quads_for_pattern(None, None, None, node(graph))

"""All that is derived from the documents together, in its order: what rules say, threads, links, what is wrong.

Each kind has a graph of its own. What is wrong is asked last, of all the rest. It is done in memory, on a copy of what
the documents state: on disk a look-up takes three times as long, and there are some hundred thousand.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Store

from graph.derived.items import Items, read_items
from graph.derived.write import replace_graph
from graph.findings.findings import renew_findings
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


def derive(documents: Iterable[Written], minter: Minter, reviews: Reviews) -> tuple[Quad, ...]:
    """All quads of the derived graphs: what follows from all documents and from what persons decided.

    Those that come with the documents are among them: what their readers inferred and doubted.
    """
    engine = _copied(documents := tuple(documents))
    for document in documents:
        for rule in rules(document.document, minter.graph("inference"), VOCABULARY):
            engine.update(rule)
    items = read_items(View(engine), minter)
    _threads(engine, minter, items, reviews)
    _links(engine, minter, items, reviews)
    renew_findings(engine, minter)
    return tuple(
        quad for graph in derived_graphs(minter) for quad in engine.quads_for_pattern(None, None, None, node(graph))
    )


def derived_graphs(minter: Minter) -> tuple[Iri, ...]:
    """The names of the graphs that hold what is derived."""
    return tuple(map(minter.graph, KINDS))


def _copied(documents: Iterable[Written]) -> Store:
    """The documents and the ontology in memory, without the selectors, which say once more where passages are."""
    engine = Store()
    engine.bulk_extend(
        quad for document in documents for quad in document.quads if not quad.predicate.value.startswith(Oa.NS)
    )
    engine.bulk_extend(vocabulary())
    return engine


def _threads(engine: Store, minter: Minter, items: Items, reviews: Reviews) -> None:
    found = lineage(items, read_claims(View(engine), items), verdicts(reviews))
    replace_graph(engine, minter.graph("lineage"), (*found.links, *found.threads), found.others)


def _links(engine: Store, minter: Minter, items: Items, reviews: Reviews) -> None:
    labels = {each.plan: each.title for each in items.editions} | {item.iri: item.label for item in items.all}
    replace_graph(engine, minter.graph("suggestions"), decided(suggest(items), reviews, labels, minter))

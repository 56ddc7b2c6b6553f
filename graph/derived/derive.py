"""All that is derived from the documents together, in its order: threads, links no document states, what is wrong.

Each kind has a graph of its own, and each run replaces what an earlier one derived. What is wrong is asked last, of all
the rest.
"""

from pyoxigraph import Store

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
from graph.view import View


def derive(engine: Store, minter: Minter, reviews: Reviews) -> None:
    """Derive anew all that follows from the documents that an engine holds and from what persons decided."""
    items = read_items(View(engine), minter)
    _threads(engine, minter, items, reviews)
    _links(engine, minter, items, reviews)
    renew_findings(engine, minter)


def _threads(engine: Store, minter: Minter, items: Items, reviews: Reviews) -> None:
    found = lineage(items, read_claims(View(engine), items), verdicts(reviews))
    replace_graph(engine, minter.graph("lineage"), (*found.links, *found.threads), found.others)


def _links(engine: Store, minter: Minter, items: Items, reviews: Reviews) -> None:
    labels = {each.plan: each.title for each in items.editions} | {item.iri: item.label for item in items.all}
    replace_graph(engine, minter.graph("suggestions"), decided(suggest(items), reviews, labels, minter))

"""All that is derived from the documents together, in its order: threads, links no document states, what is wrong.

Each kind has a graph of its own, and each run replaces what an earlier one derived.
"""

from pyoxigraph import Store

from graph.iris import Minter
from graph.reviews.decision import Reviews


def derive(engine: Store, minter: Minter, reviews: Reviews) -> None:
    """Derive anew all that follows from the documents that an engine holds and from what persons decided."""

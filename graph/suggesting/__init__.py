"""Links that no document states, each with its evidence and how sure it is.

items ──likeness──▶ pairs worth a look ──relations──▶ suggestions
"""

from graph.suggesting.gathering import suggest
from graph.suggesting.suggestion import Relation, Suggestion

__all__ = ["Relation", "Suggestion", "suggest"]

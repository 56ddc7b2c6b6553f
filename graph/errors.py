"""What can go wrong with the graph.

As one tree:

    GraphError
      RefusedDocument   this document cannot go in; the others can
      StoreError        the store as a whole cannot be used
        LockedStore     someone else is writing to it
        EmptyStore      nothing has been loaded yet
        UnknownVersion  there is no version of that number
        UnknownDocument there is no document of that name
      BrokenReviews     decisions of persons that cannot be read
      Overtaken         someone else decided meanwhile
      QueryError        a question that is not SPARQL, or not of the kind asked for
      UnknownThing      a name that nothing in the graph bears
      SlowSearch        a search that took longer than it was given
      Unreachable       an address where no endpoint answers
      BrokenAnswer      an answer that broke off, or is none

Each message says what is wrong, where, and what to do.
"""


class GraphError(Exception):
    """Anything that the graph refuses or fails to do."""


class RefusedDocument(GraphError):
    """One document cannot go in; the others can."""


class StoreError(GraphError):
    """The store as a whole cannot be used."""


class LockedStore(StoreError):
    """Someone else is writing to the store."""


class EmptyStore(StoreError):
    """Nothing has been loaded yet."""


class UnknownVersion(StoreError):
    """There is no version of that number."""


class UnknownDocument(StoreError):
    """There is no document of that name."""


class BrokenReviews(GraphError):
    """Decisions of persons that cannot be read; nothing of theirs was taken in."""


class Overtaken(GraphError):
    """Someone else decided meanwhile; nothing was changed."""


class QueryError(GraphError):
    """A question that is not SPARQL, or not of the kind asked for."""


class UnknownThing(GraphError):
    """A name that nothing in the graph bears."""


class SlowSearch(GraphError):
    """A search that took longer than it was given."""


class Unreachable(GraphError):
    """An address where no endpoint answers."""


class BrokenAnswer(GraphError):
    """An answer that broke off, or is none; nothing of it is used."""

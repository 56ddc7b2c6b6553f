"""What one graph of a store says, looked up by thing and predicate in plain values."""

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.answer import Value
from graph.terms import node, spelled, value
from graph.view import View
from ontology.iri import Iri


class Said:
    """What a graph says: by some predicates of all things at once, by others (most things' types and labels) one by one."""

    def __init__(self, view: View, graph: NamedNode, predicates: tuple[Iri, ...]) -> None:
        """Read what a graph says by some predicates."""
        self._engine, self._graph = view.engine, graph
        self._said: dict[Iri, defaultdict[Iri, list[Value]]] = {}
        for predicate in predicates:
            by_subject = self._said[predicate] = defaultdict(list)
            for quad in view.engine.quads_for_pattern(None, node(predicate), None, graph):
                by_subject[Iri(spelled(quad.subject))].append(value(quad.object))

    def every(self, subject: Iri, predicate: Iri) -> list[Value]:
        """All that is said."""
        if predicate in self._said:
            return self._said[predicate].get(subject, [])
        quads = self._engine.quads_for_pattern(node(subject), node(predicate), None, self._graph)
        return [value(quad.object) for quad in quads]

    def one(self, subject: Iri, predicate: Iri) -> Value:
        """What is said; the first in order where it is several things, None where nothing."""
        return min(self.every(subject, predicate), key=str, default=None)

    def text(self, subject: Iri, predicate: Iri) -> str | None:
        """What is said, as text."""
        found = self.one(subject, predicate)
        return None if found is None else str(found)

    def iri(self, subject: Iri, predicate: Iri) -> Iri | None:
        """What is said, as a name."""
        found = self.one(subject, predicate)
        return found if isinstance(found, Iri) else None

    def number(self, subject: Iri, predicate: Iri) -> int | None:
        """What is said, as a whole number."""
        found = self.one(subject, predicate)
        return found if isinstance(found, int) else None

    def subjects(self, predicate: Iri) -> Iterator[tuple[Iri, list[Value]]]:
        """All that anything is said of."""
        yield from self._said[predicate].items()

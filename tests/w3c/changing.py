"""A store for tests that can be changed through the protocol: each change is a version of its own, as in every store."""

from collections.abc import Iterable
from datetime import UTC, datetime

from pyoxigraph import NamedNode, Quad, Store

from graph.errors import QueryError
from graph.versions import Version
from graph.view import View
from queries.tokens import tokens
from webapp.endpoint.protocol import Change


class Changing:
    """What the application asks of a store, and a way to change it."""

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        """Begin with some quads."""
        self._number, self.engine = 0, Store()
        self.hold(quads)

    def hold(self, quads: Iterable[Quad]) -> None:
        """Publish a version of some quads and nothing else."""
        engine = Store()
        engine.bulk_extend(quads)
        self._publish(engine)

    def change(self, change: Change, base: str) -> None:
        """Publish a version with an update made; raises QueryError for what is none."""
        engine = Store()
        engine.bulk_extend(self.engine)
        try:
            engine.update(with_dataset(change), base_iri=base)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"This is no update in SPARQL: {error}.") from error
        self._publish(engine)

    def view(self) -> View:
        """The version that is read."""
        return self._view

    def versions(self) -> tuple[Version, ...]:
        """The only one that is kept."""
        return (Version(self._number, datetime(2026, 1, 1, tzinfo=UTC), (), current=True),)

    def _publish(self, engine: Store) -> None:
        self.engine, self._number, self._view = engine, self._number + 1, View(engine)


def with_dataset(change: Change) -> str:
    """The update with its parameters' graphs as USING before each WHERE, since the engine takes no such parameters."""
    using = [f"USING {NamedNode(each)} " for each in change.default_graphs]
    using += [f"USING NAMED {NamedNode(each)} " for each in change.named_graphs]
    pieces = (each[0] for each in tokens(change.update))
    return "".join("".join(using) + piece if piece.upper() == "WHERE" else piece for piece in pieces)

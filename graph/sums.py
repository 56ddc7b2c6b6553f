"""What tells one graph of a version from another version's of the same name: its statements counted, and a checksum.

On disk the engine has the same statements in the same order, so that what is alike has one sum; in memory it may not.
"""

import io
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import cast

from pyoxigraph import NamedNode, RdfFormat, Store

#: Bytes that are summed at a time: the engine writes a few.
CHUNK = 1 << 20


@dataclass(frozen=True)
class Sum:
    """How many statements a graph has, and what they sum to: alike only where the statements are alike."""

    statements: int
    digest: str


@dataclass
class _Summing(io.RawIOBase):
    """A file that keeps nothing of what is written but its sum and its lines."""

    sum: blake2b = field(default_factory=lambda: blake2b(digest_size=16))
    lines: int = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # the engine and buffers give bytes or the like
        """Take some bytes."""
        taken = bytes(data)
        self.sum.update(taken)
        self.lines += taken.count(b"\n")
        return len(taken)


def sums(engine: Store) -> dict[str, Sum]:
    """Those of all named graphs of an engine, by their names."""
    return {graph.value: _sum(engine, graph) for graph in engine.named_graphs() if isinstance(graph, NamedNode)}


def _sum(engine: Store, graph: NamedNode) -> Sum:
    found = _Summing()
    with io.BufferedWriter(cast("io.RawIOBase", found), CHUNK) as out:
        engine.dump(out, RdfFormat.N_TRIPLES, from_graph=graph)
        out.flush()
        return Sum(found.lines, found.sum.hexdigest())

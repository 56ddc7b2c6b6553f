"""What tells one graph of a version from another version's of the same name: its statements counted, and a checksum.

Run as a module: `python -m graph.sums GRAPH FILE` writes those of a closed RocksDB directory.
"""

import io
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import cast

from pyoxigraph import NamedNode, RdfFormat, Store

from graph.made import alone

#: Bytes that are summed at a time: the engine writes a few.
CHUNK = 1 << 20


@dataclass(frozen=True)
class Sum:
    """How many statements a graph has, and what they sum to: alike only where the statements are."""

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


def written(found: Mapping[str, Sum]) -> str:
    """Sums as JSON."""
    return json.dumps({graph: (one.statements, one.digest) for graph, one in found.items()})


def read(text: str) -> dict[str, Sum]:
    """Sums out of JSON."""
    return {graph: Sum(*one) for graph, one in json.loads(text).items()}


if __name__ == "__main__":
    with alone(Path(sys.argv[2])) as part:
        part.write_text(written(sums(Store.read_only(sys.argv[1]))), encoding="utf-8")

"""The full-text index made by a second process, while this one derives what follows from the documents.

Run as a module: `python -m graph.search.aside GRAPH INDEX` makes the index of a closed RocksDB directory.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Store

from graph.child import command, environment
from graph.search.index import write_index

#: To start a process takes as long as to index so many quads.
WORTH_IT = 30_000


@contextmanager
def indexed(engine: Store, path: Path) -> Iterator[None]:
    """Have the index of what an engine holds now in a new file when the block ends.

    Raises OSError where that cannot be written.
    """
    if len(engine) < WORTH_IT:
        write_index(engine, path)
        yield
        return
    with TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "graph"
        engine.backup(str(copy))
        child = subprocess.Popen(
            command(__name__, str(copy), str(path)), stderr=subprocess.PIPE, env=environment(), text=True
        )
        try:
            yield
            _, said = child.communicate()
        finally:
            child.kill()
            child.wait()
        if child.returncode:
            raise OSError(f"{path.name}: {said.strip().rpartition(chr(10))[2]}")


if __name__ == "__main__":
    write_index(Store.read_only(sys.argv[1]), Path(sys.argv[2]))

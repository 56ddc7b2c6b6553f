"""Files that appear when they are whole; a process of its own makes them without hurry."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

#: How much others go before: 19 is the most.
NICE = 5


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write what then appears as `path`."""
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def alone(path: Path) -> Iterator[Path]:
    """The same in a process that does nothing else, gives way to others, and ends with who started it."""
    os.nice(NICE)
    Thread(target=_end_with_parent, daemon=True).start()
    with whole(path) as part:
        yield part


def _end_with_parent() -> None:
    """End this process when nobody holds the other end of its input any more."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)

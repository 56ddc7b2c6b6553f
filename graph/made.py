"""Files that appear when they are whole; a process of its own makes them without hurry."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: How much others go before: 19 is the most.
NICE = 10


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
    """The same in a process that does nothing else, and gives way to others."""
    os.nice(NICE)
    with whole(path) as part:
        yield part

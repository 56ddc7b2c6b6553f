"""What a reading hangs on beside the file: the program that reads, and what it is told of the file."""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

from loaders.facts import Facts

#: The folders whose code and words decide what comes of a file, and the libraries that it is read with.
FOLDERS = ("graph", "loaders", "ontology")
LIBRARIES = ("lxml", "pypdfium2", "python-calamine")
ENDINGS = frozenset({".py", ".toml", ".txt", ".ttl"})


def mark(facts: Facts) -> str:
    """A checksum of the program and of what is told: the same file with the same mark states the same."""
    return hashlib.sha256(f"{program()} {facts!r}".encode()).hexdigest()


@cache
def program() -> str:
    """A checksum of the code that reads, of its words and of its libraries' versions."""
    sum_ = hashlib.sha256()
    root = Path(__file__).parents[1]
    for file in sorted(each for folder in FOLDERS for each in (root / folder).rglob("*") if each.suffix in ENDINGS):
        sum_.update(f"{file.relative_to(root)} {file.stat().st_size} ".encode())
        sum_.update(file.read_bytes())
    for library in LIBRARIES:
        sum_.update(f"{library} {metadata.version(library)} ".encode())
    return sum_.hexdigest()

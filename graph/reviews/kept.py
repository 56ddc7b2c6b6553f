"""The file that keeps a store's decisions: replaced as a whole, by one rename, so that no write leaves half of it."""

import os
from pathlib import Path

from graph.reviews.decision import Reviews
from graph.reviews.sssom import read_file, written
from graph.versions import synced

#: What the file is called, in a store's directory.
NAME = "reviews.tsv"
#: It names persons: only its owner may read it. What is written to be handed on is as readable as the user's files are.
PRIVATE, HANDED_ON = 0o600, 0o666


def kept(path: Path) -> Reviews:
    """The decisions in a file, none where it is not there. Raises BrokenReviews, which names each line that is wrong."""
    return read_file(path) if path.exists() else Reviews()


def keep(reviews: Reviews, path: Path, mode: int = PRIVATE) -> None:
    """Have a file hold these decisions. Raises OSError where it cannot be written; what it held is then untouched."""
    aside = path.with_name(f".{path.name}.new")
    aside.unlink(missing_ok=True)

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW, mode)

    with open(aside, "x", encoding="utf-8", newline="", opener=opener) as file:
        file.write(written(reviews))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    synced(path.parent)

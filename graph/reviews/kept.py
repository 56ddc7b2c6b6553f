"""The file that keeps a store's decisions: replaced as a whole, by one rename, so that no write leaves half of it."""

import os
from pathlib import Path

from graph.reviews.decision import Reviews
from graph.reviews.sssom import read_file, written
from graph.versions import synced

#: What the file is called, in a store's directory.
NAME = "reviews.tsv"


def kept(path: Path) -> Reviews:
    """The decisions in a file, none where it is not there. Raises BrokenReviews, which names each line that is wrong."""
    return read_file(path) if path.exists() else Reviews()


def keep(reviews: Reviews, path: Path) -> None:
    """Have a file hold these decisions. Raises OSError where it cannot be written; what it held is then untouched."""
    aside = path.with_name(f"{path.name}.new")
    aside.unlink(missing_ok=True)
    with open(aside, "x", encoding="utf-8", newline="", opener=_private) as file:
        file.write(written(reviews))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    synced(path.parent)


def _private(path: str, flags: int) -> int:
    """Open a file that only its owner may read: it names persons."""
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)

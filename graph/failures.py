"""What the disk and the engine say when they fail, told so that a person knows what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import StoreError

#: How a failure is known, by its number or by the engine's words, and what to say of it.
REASONS: tuple[tuple[set[int], tuple[str, ...], str], ...] = (
    (
        {errno.ENOSPC, errno.EDQUOT},
        ("No space left", "Disk quota"),
        "the disk is full. What was there is untouched. Free some space, or choose another directory with --store",
    ),
    (
        {errno.EROFS, errno.EACCES, errno.EPERM},
        ("Read-only file system", "Permission denied", "Operation not permitted"),
        "it is read-only or permission is denied. Change that, or choose another directory with --store",
    ),
)


@contextmanager
def told(place: str, doing: str) -> Iterator[None]:
    """Turn what the disk or the engine raises within into a StoreError that names the place: "Cannot read DIR: …"."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(f"Cannot {doing} {place}: {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    number, words = getattr(error, "errno", None), str(error)
    for numbers, phrases, reason in REASONS:
        if number in numbers or any(phrase in words for phrase in phrases):
            return reason
    return f"{words}. If this store has an earlier version, `rodatraden rollback` goes back to it"

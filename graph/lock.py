"""One writer at a time: a lock on a file that says who holds it. The kernel lets go of it when its holder dies."""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from graph.errors import LockedStore

#: Who waits tries again so often, in seconds.
PAUSE = 0.02


@contextmanager
def locked(path: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock file of a store, waiting for it `patience` seconds at most.

    Raises LockedStore, naming the holder, where someone else has it still.
    """
    with open(path, "a+", encoding="utf-8", opener=_no_link) as file:
        until = time.monotonic() + patience
        while not _taken(file.fileno()):
            if time.monotonic() >= until:
                file.seek(0)
                holder = file.read().strip() or "another process"
                raise LockedStore(f"{path.parent} is being written by {holder}. Wait until that is done.")
            time.sleep(PAUSE)
        file.truncate(0)
        file.write(_myself())
        file.flush()
        yield


def _taken(file: int) -> bool:
    """Whether the lock could be had."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _no_link(path: str, flags: int) -> int:
    """Open a file that is no link, so that nothing outside the store is written over."""
    return os.open(path, flags | os.O_NOFOLLOW, 0o666)


def _myself() -> str:
    user = os.environ.get("USER") or f"user {os.getuid()}"
    since = datetime.now().astimezone().isoformat(" ", "seconds")
    return f"{user} on {socket.gethostname()}, process {os.getpid()}, since {since}"

"""Files that are made once, by a process of its own, while pages are shown: asked for until they are there."""

import atexit
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore, Lock
from typing import cast

from flask import current_app

from graph.child import command, environment
from graph.errors import StoreError

#: So many requests may wait for a file at a time; others are told to come again.
WAITING = 4
#: So many are made at a time.
AT_ONCE = 2


class Making:
    """A folder of files that are made here, and what makes them; used by many threads."""

    def __init__(self) -> None:
        """With an empty folder, gone when the program ends."""
        self._folder = TemporaryDirectory(prefix="rodatraden-")
        self._lock = Lock()
        self._waiting = BoundedSemaphore(WAITING)
        self._running: dict[str, subprocess.Popen[str]] = {}
        atexit.register(self.close)

    def close(self) -> None:
        """End what still runs, and remove what was made."""
        with self._lock:
            for child in self._running.values():
                child.kill()
                child.communicate()
            self._running.clear()
            self._folder.cleanup()

    def place(self, name: str) -> Path:
        """Where a file is, once it is made."""
        return Path(self._folder.name) / name

    def there(self, name: str) -> Path | None:
        """A file, if it is made."""
        path = self.place(name)
        return path if path.exists() else None

    def begin(self, name: str, module: str, *words: str) -> Path | None:
        """A file; where it is not made yet, None, and a module of ours sets out to make it. Raises StoreError.

        The module is given the words, then the file's path.
        """
        with self._lock:
            child = self._running.get(name)
            if child and child.poll() is not None:
                said = self._running.pop(name).communicate()[1]
                if child.returncode:
                    raise StoreError(f"{name} could not be made: {said.strip().rpartition(chr(10))[2]}")
            if found := self.there(name):
                return found
            busy = sum(each.poll() is None for each in self._running.values())
            if name not in self._running and busy < AT_ONCE:
                self._running[name] = self._started(name, module, *words)
            return None

    def _started(self, name: str, module: str, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command(module, *words, str(self.place(name))),
            stdin=subprocess.PIPE,  # it ends when this is closed
            stderr=subprocess.PIPE,
            env=environment(),
            text=True,
        )

    def wait(self, name: str, seconds: float, begin: Callable[[], Path | None]) -> Path | None:
        """The same, waited for a while where few others wait."""
        found, child = begin(), self._running.get(name)
        if found or child is None or not self._waiting.acquire(blocking=False):
            return found
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            self._waiting.release()
        return begin()

    def forget(self, kept: Callable[[str], bool]) -> None:
        """Remove files that are not to be kept, by their names."""
        for path in Path(self._folder.name).iterdir():
            if not path.name.endswith(".part") and not kept(path.name):
                path.unlink(missing_ok=True)


def making() -> Making:
    """The application's; the first file that is asked for begins it."""
    if "making" not in current_app.extensions:
        current_app.extensions.setdefault("making", Making())
    return cast("Making", current_app.extensions["making"])

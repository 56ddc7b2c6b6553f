"""Pages of the source files that a store keeps, drawn by a process with limits: a few requests wait, others are told so."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from graph.asking.outcome import Busy
from graph.pictures import Size
from loaders.errors import UnreadablePlan
from loaders.formats.content import kind_of
from loaders.formats.pdf.picture import picture, sizes
from loaders.workers import MEGABYTE, Failed, ask, result, workers

if TYPE_CHECKING:
    from pebble import ProcessPool

#: How long a page may take, in seconds, and what drawing it may take of memory.
SECONDS, MEMORY = 10.0, 768 * MEGABYTE
#: So many requests are drawn or wait at once.
WAITING = 6
#: The sizes of so many files are kept in mind.
KNOWN = 256

Given = ParamSpec("Given")
Result = TypeVar("Result")


class PagePictures:
    """The pages of files that `find` finds by their checksum; what cannot be drawn is not tried again."""

    def __init__(self, find: Callable[[str], Path | None], waiting: int = WAITING) -> None:
        """Nothing is started before the first page is asked for."""
        self._find, self._gate, self._lock = find, BoundedSemaphore(waiting), Lock()
        self._sizes: dict[str, tuple[Size, ...]] = {}
        self._hopeless: set[tuple[str, int]] = set()
        self._open = ExitStack()
        self._pool: ProcessPool | None = None

    def sizes(self, sha256: str) -> tuple[Size, ...]:
        """See graph.pictures."""
        if sha256 not in self._sizes:
            file = self._file(sha256)
            found = self._asked(sizes, file) if file else ()
            if len(self._sizes) >= KNOWN:
                self._sizes.pop(next(iter(self._sizes)), None)
            if file is None:
                return ()
            self._sizes[sha256] = found or ()
        return self._sizes[sha256]

    def picture(self, sha256: str, page: int) -> bytes | None:
        """See graph.pictures."""
        file = self._file(sha256)
        if file is None or (sha256, page) in self._hopeless or not 1 <= page <= len(self.sizes(sha256)):
            return None
        drawn = self._asked(picture, file, page)
        if drawn is None:
            self._hopeless.add((sha256, page))
        return drawn

    def close(self) -> None:
        """End the process, if there is one."""
        self._open.close()

    def _file(self, sha256: str) -> Path | None:
        """A kept file that has pages."""
        file = self._find(sha256)
        return file if file and kind_of(file) == ".pdf" else None

    def _asked(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result | None:
        """What the process answers; None where it fails. Raises Busy."""
        if not self._gate.acquire(blocking=False):
            raise Busy("Too many pages are being drawn. Try again in a few seconds.")
        try:
            return result(self._scheduled(function, *args, **kwargs), MEMORY)
        except (Failed, UnreadablePlan):
            return None
        finally:
            self._gate.release()

    def _scheduled(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> "Future[Result]":
        with self._lock:
            if self._pool is None or not self._pool.active:
                self._open.close()
                self._pool = self._open.enter_context(workers(1, MEMORY))
            return ask(self._pool, SECONDS, function, *args, **kwargs)

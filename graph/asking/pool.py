"""A few workers kept warm, with one to spare; questions wait in turn for one, or are told that it is too busy."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from weakref import finalize

from graph.asking.limits import PUBLIC, Limits
from graph.asking.outcome import Busy, Gone, Question, Written
from graph.asking.process import GLANCE, Left, Process

#: So many warm workers beyond those that may run at once: one killed is replaced by one that is ready.
SPARE = 1


def _here() -> bool:
    return False


def _end(processes: deque[Process]) -> None:
    while processes:
        processes.pop().end()


class Pool:
    """Workers on the current version of a store; the first question starts them."""

    def __init__(self, limits: Limits = PUBLIC) -> None:
        """Nothing is started yet."""
        self.limits = limits
        self._changed = Condition()
        self._free, self._used = deque[Process](), set[Process]()
        self._running, self._queue = 0, deque[object]()
        #: Ends those that are free; the others end with their question. Done at the program's end at the latest.
        self.close = finalize(self, _end, self._free)

    def ask(self, directory: Path, question: Question, left: Left = _here) -> Written:
        """The whole answer from the store in a directory; raises Unanswered. `left` tells whether whoever asked has gone."""
        with self._turn(left):
            process = self._taken(directory)
            self.warm(directory)
            try:
                return process.ask(question, left)
            finally:
                self._given_back(process)

    def warm(self, directory: Path) -> None:
        """Start the workers that are missing."""
        with self._changed:
            missing = self.limits.running + SPARE - len(self._used) - len(self._free)
            self._free.extend(Process(directory, self.limits) for _ in range(missing if self.close.alive else 0))

    @contextmanager
    def _turn(self, left: Left) -> Iterator[None]:
        """Wait in turn until fewer than allowed are running."""
        mine, patience = object(), monotonic() + self.limits.patience
        with self._changed:
            if self._running >= self.limits.running and len(self._queue) >= self.limits.waiting:
                raise Busy("Too many questions are being asked at once. Try again in a few seconds.")
            self._queue.append(mine)
            try:
                while self._running >= self.limits.running or self._queue[0] is not mine:
                    self._changed.wait(GLANCE)
                    if left():
                        raise Gone("Whoever asked has gone.")
                    if monotonic() > patience:
                        raise Busy("Other questions took too long. Try again in a few seconds.")
                self._running += 1
            finally:
                self._queue.remove(mine)
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    def _taken(self, directory: Path) -> Process:
        """A worker that holds this directory's store; those on another version end."""
        with self._changed:
            process = None
            while self._free and process is None:
                process = self._free.popleft()
                if process.directory != directory or not process.usable:
                    process.end()
                    process = None
            process = process or Process(directory, self.limits)
            self._used.add(process)
        return process

    def _given_back(self, process: Process) -> None:
        with self._changed:
            self._used.discard(process)
            if process.usable and self.close.alive:
                self._free.appendleft(process)
            else:
                # Whoever asked need not wait until its memory is given back and another has been started.
                process.kill()
                Thread(target=self._replace, args=(process,)).start()

    def _replace(self, process: Process) -> None:
        process.end()
        self.warm(process.directory)

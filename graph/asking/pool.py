"""A few workers kept warm, with one to spare; questions wait in turn for one, or are told that it is too busy.

All is done in one event loop, so that a small question costs no change of threads; threads may ask, too.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from typing import cast
from weakref import finalize

from graph.asking.limits import PUBLIC, Limits
from graph.asking.outcome import Busy, Gone, Question, Unanswered, Written
from graph.asking.process import Outcome, Process, Then
from graph.asking.turning import Turning

#: So many warm workers beyond those that may run at once: one killed is replaced by one that is ready.
SPARE = 1
#: How often a thread that asks looks whether whoever wants the answer is still there, seconds.
GLANCE = 0.1

#: Whether whoever asked has gone.
Left = Callable[[], bool]


def _here() -> bool:
    return False


def _end(turning: Turning, processes: deque[Process]) -> None:
    turning.stop()
    while processes:
        processes.pop().end()


@dataclass(eq=False)
class Asking:
    """A question on its way through a pool."""

    directory: Path
    question: Question
    then: Then
    late: asyncio.TimerHandle | None = None
    process: Process | None = None
    over: bool = False


class Pool:
    """Workers on the current version of a store; the first question starts them."""

    def __init__(self, limits: Limits = PUBLIC, loop: asyncio.AbstractEventLoop | None = None) -> None:
        """Nothing is started yet. Work in a loop that turns already, or in one of its own."""
        self.limits = limits
        self._turning = Turning(loop)
        self._free, self._running, self._queue = deque[Process](), set[Asking](), deque[Asking]()
        #: Ends those that are free; the others end with their question. Done at the program's end at the latest.
        self.close = finalize(self, _end, self._turning, self._free)

    def ask(self, directory: Path, question: Question, left: Left = _here) -> Written:
        """The whole answer from the store in a directory; raises Unanswered. `left` tells whether whoever asked has gone.

        For threads: it waits. The loop's own thread must never call it.
        """
        asking = asyncio.run_coroutine_threadsafe(self.asked(directory, question), self._turning.loop)
        while not _done(asking, GLANCE):
            if left():
                asking.cancel()
                raise Gone("Whoever asked has gone.")
        return asking.result()

    async def asked(self, directory: Path, question: Question) -> Written:
        """The same within the loop; to be cancelled where whoever asked has gone."""
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        asking = self.begin(directory, question, answer.set_result)
        try:
            outcome = await answer
        finally:
            self.cancel(asking)
        if isinstance(outcome, Unanswered):
            raise outcome
        return outcome

    def begin(self, directory: Path, question: Question, then: Then) -> Asking:
        """The same without waiting, within the loop: `then` is given the outcome, unless it is cancelled. Raises Busy."""
        asking = Asking(directory, question, then)
        if len(self._running) < self.limits.running:
            self._start(asking)
        elif len(self._queue) < self.limits.waiting:
            asking.late = self._turning.loop.call_later(self.limits.patience, self._impatient, asking)
            self._queue.append(asking)
        else:
            raise Busy("Too many questions are being asked at once. Try again in a few seconds.")
        return asking

    def cancel(self, asking: Asking) -> None:
        """Whoever asked has gone: work no more for it. Nothing happens where it is over."""
        if not asking.over:
            self._over(asking)

    def warm(self, directory: Path) -> None:
        """Start the workers that are missing, within the loop."""
        missing = self.limits.running + SPARE - len(self._running) - len(self._free)
        self._free.extend(self._new(directory) for _ in range(missing if self.close.alive else 0))

    def _new(self, directory: Path) -> Process:
        return Process(directory, self.limits, self._turning.loop)

    def _start(self, asking: Asking) -> None:
        if asking.late:
            asking.late.cancel()
        asking.process = self._taken(asking.directory)
        self._running.add(asking)
        self.warm(asking.directory)
        asking.process.ask(asking.question, partial(self._answer, asking))

    def _answer(self, asking: Asking, outcome: Outcome) -> None:
        self._over(asking)
        asking.then(outcome)

    def _impatient(self, asking: Asking) -> None:
        self._answer(asking, Busy("Other questions took too long. Try again in a few seconds."))

    def _over(self, asking: Asking) -> None:
        """Have its worker back, and begin the next question, before anybody is told: a worker need not wait for that."""
        asking.over = True
        if asking.process is None:
            self._queue.remove(asking)
            cast("asyncio.TimerHandle", asking.late).cancel()
            return
        self._running.remove(asking)
        if asking.process.usable and self.close.alive:
            self._free.appendleft(asking.process)
        else:
            _ended(asking.process)
        if self._queue:
            self._start(self._queue.popleft())
        else:
            self.warm(asking.directory)

    def _taken(self, directory: Path) -> Process:
        """A worker that holds this directory's store; those on another version end."""
        while self._free:
            process = self._free.popleft()
            if process.directory == directory and process.usable:
                return process
            _ended(process)
        return self._new(directory)


def _ended(process: Process) -> None:
    """End a worker; nobody need wait until its memory is given back."""
    process.kill()
    Thread(target=process.end, name="ending").start()


def _done(asking: Future[Written], seconds: float) -> bool:
    """Whether there is an answer, or none to come, after so long at the most."""
    try:
        asking.exception(seconds)
    except TimeoutError:
        return False
    return True

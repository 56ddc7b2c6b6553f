"""One worker as its server sees it: asked, listened to until the deadline, ended; all but its end within one event loop.

Callbacks rather than coroutines: for a small question, turns of the loop would cost as much as its answer.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGSEGV
from typing import IO, cast

from graph.asking.frames import NONE, PART, READY, WHOLE, Frames, packed
from graph.asking.limits import MEGABYTE, Limits
from graph.asking.outcome import Broken, Question, TooLarge, TooSlow, Unanswered, Unwritable, Written, Wrong
from graph.child import command, environment
from graph.results import Form

#: How long a worker may take to open its store, seconds.
START = 30.0
#: So much is read at once, and held by the pipe until it is.
CHUNK = 1024 * 1024

Outcome = Written | Unanswered
#: What is done with an outcome.
Then = Callable[[Outcome], None]


class Process:
    """A worker on one store's directory; it can be asked again while `usable`."""

    def __init__(self, directory: Path, limits: Limits, loop: asyncio.AbstractEventLoop) -> None:
        """Start it; it gets ready by itself."""
        self.directory, self._limits, self._loop = directory, limits, loop
        self._child = started(directory, limits)
        self._in, self._out = (cast("IO[bytes]", end).fileno() for end in (self._child.stdin, self._child.stdout))
        self._frames, self._parts = Frames(), list[bytes]()
        self._ready, self._dead, self._unsent = False, False, False
        #: A buffer that is always there: memory that is got and given back for each answer costs more than a small one.
        self._buffer = memoryview(bytearray(CHUNK))
        self._question, self._then = b"", cast("Then | None", None)
        self._late: asyncio.TimerHandle | None = None
        loop.add_reader(self._out, self._hear)

    @property
    def usable(self) -> bool:
        """Whether it runs and is not in the middle of something."""
        return self._then is None and not self._dead

    def ask(self, question: Question, then: Then) -> None:
        """Ask it; `then` is given the whole answer, or why there is none. One who wants it no more kills the worker."""
        self._then, self._parts = then, []
        self._question = packed(question, self._limits.answer, self._limits.seconds)
        if self._dead:
            self._loop.call_soon(self._settle, self._broken())
        elif self._ready:
            self._begin()
        else:
            self._late = self._loop.call_later(START, self._overdue, START)

    def kill(self) -> None:
        """Have it end at once, without waiting for that, and listen no more."""
        self._child.kill()
        self._dead, self._then = True, None
        self._loop.remove_reader(self._out)
        self._loop.remove_writer(self._in)
        if self._late:
            self._late.cancel()

    def end(self) -> None:
        """Kill it, and wait until it is gone; from any thread, once nobody listens."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                pipe.close()

    def _begin(self) -> None:
        if self._late:
            self._late.cancel()
        self._late = self._loop.call_later(self._limits.seconds, self._overdue, self._limits.seconds)
        self._send(self._question)

    def _send(self, data: bytes) -> None:
        """Send as much as the pipe takes, and the rest when it takes more. One that has ended is heard of otherwise."""
        try:
            data = data[os.write(self._in, data) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            data = b""
        if data:
            self._loop.add_writer(self._in, self._send, data)
        elif self._unsent:
            self._loop.remove_writer(self._in)
        self._unsent = bool(data)

    def _hear(self) -> None:
        size = os.readv(self._out, (self._buffer,))
        if not size:
            self._dead = True
            self._loop.remove_reader(self._out)
            self._settle(self._broken())
        for letter, payload in self._frames.fed(bytes(self._buffer[:size])):
            self._take(letter, payload)

    def _take(self, letter: bytes, payload: bytes) -> None:
        if letter == PART:
            self._parts.append(payload)
        elif letter == WHOLE:
            form, _, last = payload.partition(b"\n")
            self._settle(Written(Form(form.decode()), b"".join((*self._parts, last))))
        elif letter == NONE:
            self._settle(self._reason(payload))
        elif letter == READY:
            self._ready = True
            if self._then:
                self._begin()

    def _overdue(self, seconds: float) -> None:
        self._dead = True
        self._settle(
            TooSlow(
                f"The question took longer than {seconds:g} seconds and was stopped. "
                "Narrow it: name a plan, a year or a class, or add LIMIT."
            )
        )

    def _settle(self, outcome: Outcome) -> None:
        then, self._then, self._parts = self._then, None, []
        if self._late:
            self._late.cancel()
        if then:
            then(outcome)

    def _broken(self) -> Unanswered:
        if not self._ready:
            return Broken("The store cannot be opened for this question. Try again in a few seconds.")
        self._child.kill()
        if self._child.wait() == -SIGSEGV:  # of its own, before
            return Wrong(
                "The question is nested too deeply, or strings too many parts together. Ask it in smaller parts."
            )
        memory = self._limits.memory // MEGABYTE
        return Broken(
            f"The question was stopped, most likely since it needed more than {memory} MB of memory. "
            "Narrow it, or ask for fewer columns and groups."
        )

    def _reason(self, payload: bytes) -> Unanswered:
        facts = json.loads(payload)
        match facts["kind"]:
            case "Wrong":
                return Wrong(facts["message"], facts["line"], facts["column"])
            case "TooLarge":
                most = self._limits.answer / MEGABYTE
                return TooLarge(
                    f"The answer is larger than {most:g} MB, and answers are never cut. "
                    "Ask for pages of it with ORDER BY, LIMIT and OFFSET, or take the whole graph as a file."
                )
        return Unwritable(facts["message"])


def started(directory: Path, limits: Limits) -> subprocess.Popen[bytes]:
    """A worker that starts, with nothing of the server's environment or open files but where its modules are."""
    child = subprocess.Popen(
        command("graph.asking.worker", str(directory), str(limits.memory)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        bufsize=0,
        close_fds=True,
    )
    for end in (child.stdin, child.stdout):
        if end:
            os.set_blocking(end.fileno(), False)
            _widen(end.fileno())
    return child


def _widen(pipe: int) -> None:
    """Let a pipe hold more than it does by itself, where the system can: fewer times to wake and wait."""
    if sys.platform == "linux":
        from fcntl import F_SETPIPE_SZ, fcntl

        try:
            fcntl(pipe, F_SETPIPE_SZ, CHUNK)
        except OSError:  # a user has only so much of it
            return

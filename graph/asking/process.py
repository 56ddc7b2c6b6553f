"""One worker as its server sees it: asked, listened to until the deadline, ended."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from select import poll
from signal import SIGSEGV
from time import monotonic
from typing import IO

from graph.asking.frames import FORM, NONE, PART, Frames, packed
from graph.asking.limits import MEGABYTE, Limits
from graph.asking.outcome import Broken, Gone, Question, TooLarge, TooSlow, Unanswered, Unwritable, Written, Wrong
from graph.child import command, environment
from graph.results import Form

#: How long a worker may take to open its store, seconds.
START = 30.0
#: How often it is looked whether whoever wants the answer is still there, seconds.
GLANCE = 0.1
CHUNK = 256 * 1024

Frame = tuple[bytes, bytes]
#: Whether whoever asked has gone.
Left = Callable[[], bool]


class Process:
    """A worker on one store's directory; it can be asked again while `usable`."""

    def __init__(self, directory: Path, limits: Limits) -> None:
        """Start it; it gets ready by itself."""
        self.directory, self._limits = directory, limits
        pipe = subprocess.PIPE
        # Nothing of the server's environment or open files but where its modules are.
        self._child = subprocess.Popen(
            command("graph.asking.worker", str(directory), str(limits.memory)),
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            env=environment(),
            bufsize=0,
            close_fds=True,
        )
        self._frames, self._ready, self._asked = Frames(), False, False

    @property
    def usable(self) -> bool:
        """Whether it runs and is not in the middle of something."""
        return not self._asked and self._child.poll() is None

    def ask(self, question: Question, left: Left) -> Written:
        """The whole answer; raises Unanswered."""
        if not self._ready:
            next(self._listen(START, left))
            self._ready = True
        self._asked = True
        self._send(packed(question, self._limits.answer, self._limits.seconds))
        form, parts = Form.JSON, list[bytes]()
        for letter, payload in self._listen(self._limits.seconds, left):
            if letter == FORM:
                form = Form(payload.decode())
            elif letter == PART:
                parts.append(payload)
            else:
                break
        self._asked = False
        if letter == NONE:
            raise self._reason(payload)
        return Written(form, b"".join(parts))

    def kill(self) -> None:
        """Have it end at once, without waiting for that."""
        self._child.kill()

    def end(self) -> None:
        """Kill it, and wait until it is gone."""
        self.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                pipe.close()

    def _send(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(self._pipe(self._child.stdin), data) :]
        except BrokenPipeError as error:
            raise self._broken() from error

    def _listen(self, seconds: float, left: Left) -> Iterator[Frame]:
        """What it says, for so long; raises TooSlow, Gone, Broken, Wrong."""
        deadline, source = monotonic() + seconds, self._pipe(self._child.stdout)
        readable = poll()
        readable.register(source)
        while (rest := deadline - monotonic()) > 0:
            if readable.poll(min(rest, GLANCE) * 1000):
                data = os.read(source, CHUNK)
                if not data:
                    raise self._broken()
                yield from self._frames.fed(data)
            elif left():
                raise Gone("Whoever asked has gone.")
        raise TooSlow(
            f"The question took longer than {seconds:g} seconds and was stopped. "
            "Narrow it: name a plan, a year or a class, or add LIMIT."
        )

    def _pipe(self, end: IO[bytes] | None) -> int:
        """The number of a pipe's end; raises Broken where it was never opened."""
        if end is None:
            raise self._broken()
        return end.fileno()

    def _broken(self) -> Unanswered:
        if not self._ready:
            return Broken("The store cannot be opened for this question. Try again in a few seconds.")
        self.kill()
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

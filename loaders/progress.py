"""How far a load has come: one living line on a terminal; elsewhere a line a file, or every so often where there are many."""

import sys
from collections.abc import Callable
from shutil import get_terminal_size
from time import monotonic

import click

from graph.terminal import harmless, tell
from loaders.outcomes import lasting

#: Of up to so many files each has a line; of more there is one so often, in seconds.
FEW, OFTEN = 50, 5.0
#: Nothing is foretold before so many seconds have passed.
EARLIEST = 2.0
#: Back to the line's beginning, and nothing right of it.
ANEW = "\r\x1b[K"


class Progress:
    """The progress over files of known sizes."""

    def __init__(self, sizes: list[int], clock: Callable[[], float] = monotonic, *, living: bool | None = None) -> None:
        """Begin; `living` says whether a line can be written over, else standard error is asked."""
        self._left, self._done = [size + 1 for size in reversed(sizes)], 0
        self._number, self._count = 0, len(sizes)
        self._clock, self._began, self._told = clock, clock(), clock()
        self._living = sys.stderr.isatty() if living is None else living

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return self._clock() - self._began

    def step(self, name: str) -> None:
        """The next file is through."""
        self._number += 1
        self._done += self._left.pop()
        line = f"[{self._number}/{self._count}] {name}{self._foretold()}"
        if self._living:
            click.echo(ANEW + _fitting(harmless(line)), nl=False, err=True, color=True)
        elif self._count <= FEW or self._number == self._count or self._clock() - self._told >= OFTEN:
            self._told = self._clock()
            tell(line, err=True)

    def say(self, text: str) -> None:
        """Tell something that stays."""
        if self._living:
            click.echo(ANEW, nl=False, err=True, color=True)
        tell(text, err=True)

    def _foretold(self) -> str:
        """The rate, and how long the rest will take if it is like what is done, by size."""
        seconds = self.seconds
        if seconds < EARLIEST or not self._left:
            return ""
        left = lasting(seconds * sum(self._left) / self._done)
        return f"  ({self._number / seconds:.1f} files a second, {left} left)"


def _fitting(line: str) -> str:
    """As much of a line as a terminal shows without breaking it."""
    width = get_terminal_size()[0] - 1
    return line if len(line) <= width else line[: width - 1] + "…"

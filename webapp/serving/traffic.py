"""What is on its way to clients and not yet taken by them: only so much is held for all of them together."""

from typing import Protocol

from graph.asking.limits import Limits
from graph.asking.outcome import Busy

#: So many answers of the largest size may wait to be taken.
LARGEST = 4


class Unsent(Protocol):
    """Something that waits to be taken."""

    @property
    def unsent(self) -> int:
        """How many bytes."""


class Traffic:
    """Those connections whose clients take more slowly than they are sent to."""

    def __init__(self, limits: Limits) -> None:
        """Hold so much as the limits make room for."""
        self.slow, self._room = set[Unsent](), LARGEST * limits.answer

    def refuse_more(self) -> None:
        """Raise Busy where too much waits already."""
        if self.slow and sum(each.unsent for each in self.slow) > self._room:
            raise Busy("Too many answers wait to be taken by those who asked. Try again in a few seconds.")

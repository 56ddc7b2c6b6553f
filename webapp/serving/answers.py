"""Small answers kept: a version of the store never changes, so neither does what it answers to the same question."""

from weakref import ref

from graph.view import View
from webapp.serving.messages import Answer
from webapp.serving.shelf import Shelf

#: All that are kept, with their questions, take at most so many bytes, and one of them.
ROOM, LARGEST = 32_000_000, 256_000

#: An address as it came, what its headers say that is accepted, and to which host it came.
Key = tuple[bytes, bytes, bytes]


class Answers:
    """Answers from one version; within one event loop."""

    def __init__(self) -> None:
        """None yet."""
        self._seen: ref[View] | None = None
        self._kept = Shelf[Key, Answer](ROOM, _size)

    def take(self, seen: View, key: Key) -> Answer | None:
        """The answer of a version, where it is kept."""
        return self._kept.take(key) if self._is(seen) else None

    def put(self, seen: View, key: Key, answer: Answer) -> None:
        """Keep an answer, and nothing of other versions."""
        if not self._is(seen):
            self._seen, self._kept = ref(seen), Shelf(ROOM, _size)
        if _size(key, answer) <= LARGEST:
            self._kept.put(key, answer)

    def _is(self, seen: View) -> bool:
        return self._seen is not None and self._seen() is seen


def _size(key: Key, answer: Answer) -> int:
    return sum(map(len, key)) + len(answer.body)

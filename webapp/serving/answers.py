"""Small answers kept: a version of the store never changes, so neither does what it answers to the same question."""

from collections import OrderedDict
from weakref import ref

from graph.view import View
from webapp.serving.messages import Answer

#: All that are kept, with their questions, take at most so many bytes, and one of them.
ROOM, LARGEST = 32_000_000, 256_000

#: An address as it came, what its headers say that is accepted, and to which host it came.
Key = tuple[bytes, bytes, bytes]


class Answers:
    """Answers from one version, the least used of them first; within one event loop."""

    def __init__(self) -> None:
        """None yet."""
        self._seen: ref[View] | None = None
        self._kept, self._size = OrderedDict[Key, Answer](), 0

    def take(self, seen: View, key: Key) -> Answer | None:
        """The answer of a version, where it is kept."""
        if self._seen is None or self._seen() is not seen:
            return None
        found = self._kept.get(key)
        if found:
            self._kept.move_to_end(key)
        return found

    def put(self, seen: View, key: Key, answer: Answer) -> None:
        """Keep an answer, and nothing of other versions."""
        if self._seen is None or self._seen() is not seen:
            self._seen, self._size = ref(seen), 0
            self._kept.clear()
        if _size(key, answer) > LARGEST or key in self._kept:
            return
        self._kept[key] = answer
        self._size += _size(key, answer)
        while self._size > ROOM:
            self._size -= _size(*self._kept.popitem(last=False))


def _size(key: Key, answer: Answer) -> int:
    return sum(map(len, key)) + len(answer.body)

"""What is kept so as not to be made again: so many bytes of it, the least used go first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Shelf(Generic[Key, Thing]):
    """Things by their keys, the least used of them first; used by many threads."""

    def __init__(self, room: int, size_of: Callable[[Key, Thing], int]) -> None:
        """Nothing is kept yet; all together may take `room` bytes (`size` is what they take), and `size_of` tells what one takes."""
        self._room, self._size_of = room, size_of
        self._things, self.size, self._lock = OrderedDict[Key, Thing](), 0, Lock()

    def take(self, key: Key) -> Thing | None:
        """What is kept under a key; None where nothing is."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key: Key, thing: Thing) -> None:
        """Keep a thing in place of what was kept under its key, and make room for it."""
        with self._lock:
            if key in self._things:
                self.size -= self._size_of(key, self._things.pop(key))
            self._things[key] = thing
            self.size += self._size_of(key, thing)
            while self.size > self._room:
                self.size -= self._size_of(*self._things.popitem(last=False))

"""A store that is gone when the program ends, for tests and for looking at one document."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from threading import Lock

from pyoxigraph import Store

from graph.brought import Brought
from graph.draft import Draft
from graph.errors import EmptyStore, LockedStore, UnknownVersion
from graph.iris import Minter
from graph.reviews.decision import Reviews
from graph.store import KEEP
from graph.versions import Version
from graph.view import View

PLACE = "the store in memory"


class MemoryStore:
    """A PlanStore without a disk; each version is a copy of its own."""

    def __init__(self, minter: Minter | None = None, brought: Brought | None = None) -> None:
        """Begin with nothing in it; `brought` is what the program brings into it."""
        self._minter, self._brought = minter or Minter(), brought or {}
        self._kept: dict[int, tuple[Version, View]] = {}
        self._current = 0
        self._reviews = Reviews()
        self._lock, self._deciding = Lock(), Lock()

    @contextmanager
    def writing(self) -> Iterator[Draft]:
        """See PlanStore."""
        with self._alone():
            engine = Store()
            if self._current:
                engine.bulk_extend(self.view().engine)
            draft = Draft(engine, self._minter, PLACE, self._reviews, self._brought)
            yield draft
            if draft.changed:
                draft.complete()
                self._publish(engine, tuple(each.file_name for each in draft.documents))

    def view(self) -> View:
        """See PlanStore."""
        if not self._current:
            raise EmptyStore(f"Nothing has been loaded into {PLACE} yet. Load documents first.")
        return self._kept[self._current][1]

    def at(self, number: int) -> View:
        """See PlanStore."""
        if number not in self._kept:
            raise self._unknown(number)
        return self._kept[number][1]

    def reviews(self) -> Reviews:
        """See PlanStore."""
        return self._reviews

    def decide(self, change: Callable[[Reviews], Reviews]) -> Reviews:
        """See PlanStore."""
        with self._deciding:
            self._reviews = change(self._reviews)
            return self._reviews

    def versions(self) -> tuple[Version, ...]:
        """See PlanStore."""
        return tuple(replace(version, current=number == self._current) for number, (version, _) in self._kept.items())

    def rollback(self, number: int) -> Version:
        """See PlanStore."""
        if number not in self._kept:
            raise self._unknown(number)
        self._current = number
        return replace(self._kept[number][0], current=True)

    def prune(self, keep: int = KEEP) -> tuple[int, ...]:
        """See PlanStore."""
        gone = tuple(number for number in sorted(self._kept)[: -keep or None] if number != self._current)
        for number in gone:
            del self._kept[number]
        return gone

    def _unknown(self, number: int) -> UnknownVersion:
        known = ", ".join(map(str, self._kept)) or "none"
        return UnknownVersion(f"{PLACE} has no version {number}. There are: {known}.")

    def _publish(self, engine: Store, documents: tuple[str, ...]) -> None:
        number = max(self._kept, default=0) + 1
        self._kept[number] = Version(number, datetime.now().astimezone(), documents, current=True), View(engine)
        self._current = number
        self.prune()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._lock.acquire(blocking=False):
            raise LockedStore(f"{PLACE} is being written by another thread. Wait until that is done.")
        try:
            yield
        finally:
            self._lock.release()

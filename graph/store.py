"""Where the graph is kept: published versions that readers ask, and the next one that a load makes aside.

    store = DirectoryStore(Path("plans"))
    with store.writing() as draft:
        draft.put(reading)
    store.view().select("SELECT …")

Readers and the writer are different objects: nobody reads what is half written, nobody changes what is read.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from pyoxigraph import Store

from graph import marker
from graph.brought import Brought
from graph.draft import Draft
from graph.errors import EmptyStore
from graph.failures import told
from graph.iris import Minter
from graph.lock import locked
from graph.reviews.decision import Reviews
from graph.reviews.kept import NAME, keep, kept
from graph.sources import NAME as SOURCES
from graph.sources import Sources
from graph.versions import INDEX, Marks, Version, Versions
from graph.view import View

#: How many versions a load keeps.
KEEP = 10
#: Who decides waits so long, in seconds, for others that decide: each takes some thousandths of one.
PATIENCE = 10


class PlanStore(Protocol):
    """What every store can do, wherever it keeps its quads."""

    def writing(self) -> AbstractContextManager[Draft]:
        """Make the next version: published when the block ends, if anything changed; forgotten when it raises.

        Raises LockedStore where someone else is writing, StoreError where the store cannot be written.
        """

    def view(self) -> View:
        """The current version; raises EmptyStore before the first."""

    def at(self, number: int) -> View:
        """A version that is kept, current or not; raises StoreError where it is not."""

    def reviews(self) -> Reviews:
        """What persons decided of suggested links, whatever version is read. Raises BrokenReviews."""

    def decide(self, change: Callable[[Reviews], Reviews]) -> Reviews:
        """Have other decisions, which the next version will be derived with; they are kept at once, or not at all.

        A version that is being made meanwhile goes on with the decisions that it began with. Raises what `change` does,
        LockedStore, StoreError and BrokenReviews.
        """

    def versions(self) -> tuple[Version, ...]:
        """The versions that are kept, the oldest first."""

    def rollback(self, number: int) -> Version:
        """Make an earlier version the current one, or a later one again; raises UnknownVersion."""

    def prune(self, keep: int = KEEP) -> tuple[int, ...]:
        """Remove all but the last versions and the current one; which went is the answer."""


class DirectoryStore:
    """A store in a directory: immutable RocksDB directories and a link to the current one."""

    def __init__(self, directory: Path, minter: Minter | None = None, brought: Brought | None = None) -> None:
        """Keep a store in a directory, which the first load makes; `brought` is what the program brings into it."""
        self._directory, self._minter, self._brought = directory, minter or Minter(), brought or {}
        self._versions = Versions(directory)
        #: The source files of documents, as far as they are kept.
        self.sources = Sources(directory / SOURCES)
        self._opened: tuple[int, View] | None = None
        self._others: dict[int, View] = {}
        self._decided: tuple[tuple[int, int, int] | None, Reviews] = (None, Reviews())

    @contextmanager
    def writing(self) -> Iterator[Draft]:
        """See PlanStore."""
        with ExitStack() as stack:
            with told(self._place, "write to"):
                marker.mark(self._directory)
                stack.enter_context(locked(self._directory / "lock"))
                stack.callback(self._versions.discard)
                graph = self._versions.begin()
                marks = self._marks()
                draft = Draft(Store(graph), self._minter, self._place, kept(self._reviews), self._brought, marks)
                stack.callback(draft.close)
            yield draft
            if draft.changed:
                draft.complete(graph.with_name(INDEX))
                with told(self._place, "write to"):
                    self._versions.publish((each.file_name for each in draft.documents), draft.marks)
                    self._prune(KEEP)
            elif draft.marks != marks and (current := self._versions.current) is not None:
                with told(self._place, "write to"):
                    self._versions.remark(current, draft.marks)

    def view(self) -> View:
        """See PlanStore. The same view is given until a new version is published."""
        if self._opened and self._versions.reads(self._opened[0]):
            return self._opened[1]
        with told(self._place, "read"):
            marker.check(self._directory)
            number = self._versions.current
            if number is None:
                raise EmptyStore(f"Nothing has been loaded into {self._place} yet. Load documents first.")
            if self._opened is None or self._opened[0] != number:
                self._opened = number, self._read(number)
            return self._opened[1]

    def at(self, number: int) -> View:
        """See PlanStore. Versions are opened once and held while they are kept."""
        with told(self._place, "read"):
            marker.check(self._directory)
            kept_ = self._versions.numbers
            self._others = {each: view for each, view in self._others.items() if each in kept_}
            if number not in self._others:
                self._versions.describe(number)
                self._others[number] = self._read(number)
            return self._others[number]

    def reviews(self) -> Reviews:
        """See PlanStore."""
        with told(self._place, "read"):
            marker.check(self._directory)
            return self._decisions()

    def decide(self, change: Callable[[Reviews], Reviews]) -> Reviews:
        """See PlanStore."""
        with self._alone("reviews.lock", PATIENCE):
            held = self._decisions()
            changed = change(held)
            if changed != held:
                keep(changed, self._reviews)
            return changed

    def versions(self) -> tuple[Version, ...]:
        """See PlanStore."""
        with told(self._place, "read"):
            marker.check(self._directory)
            return self._versions.described()

    def rollback(self, number: int) -> Version:
        """See PlanStore."""
        with self._alone():
            return self._versions.point_to(number)

    def prune(self, keep: int = KEEP) -> tuple[int, ...]:
        """See PlanStore."""
        with self._alone():
            return self._prune(keep)

    def _prune(self, keep: int) -> tuple[int, ...]:
        gone = self._versions.prune(keep)
        marks = map(self._versions.marks, self._versions.numbers)
        self.sources.prune({sha256 for each in marks for sha256, _ in each.values()})
        return gone

    def _marks(self) -> Marks:
        current = self._versions.current
        return self._versions.marks(current) if current is not None else {}

    def _read(self, number: int) -> View:
        graph = self._versions.graph(number)
        return View(Store.read_only(str(graph)), self._versions.index(number), graph)

    def _decisions(self) -> Reviews:
        """The decisions in the file, which is read when it is another: each write makes a new one."""
        there = self._reviews.stat() if self._reviews.exists() else None
        written = there and (there.st_ino, there.st_mtime_ns, there.st_size)
        if written is None or written != self._decided[0]:
            self._decided = written, kept(self._reviews)
        return self._decided[1]

    @property
    def _place(self) -> str:
        return str(self._directory)

    @property
    def _reviews(self) -> Path:
        return self._directory / NAME

    @contextmanager
    def _alone(self, lock: str = "lock", patience: float = 0) -> Iterator[None]:
        with told(self._place, "write to"):
            marker.mark(self._directory)
            with locked(self._directory / lock, patience):
                yield

"""The versions of a store on disk: immutable directories, and a link to the one that is read.

    DIR/rodatraden-store-1   which form this is
    DIR/lock                 who writes, while someone does
    DIR/reviews.tsv          what persons decided, whatever version is read
    DIR/sources/<sha256>     source files, as long as a version speaks of them
    DIR/building/            the next version, while it is made
    DIR/versions/<n>/graph/  RocksDB
    DIR/versions/<n>/search.sqlite   the full-text index
    DIR/versions/<n>/version.json
    DIR/current              → versions/<n>

A version is made aside and appears by one rename of the link: whoever reads sees the one before or the one after.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from graph.errors import StoreError, UnknownVersion
from graph.made import whole

BACK = "`rodatraden rollback` makes one of those in “versions” the one that is read."

#: What the full-text index of a version is called.
INDEX = "search.sqlite"
#: What is told of a version.
TOLD = "version.json"

#: Of each document in a version, by its file name: its checksum, and what else it was read by (see `Draft.put`).
Marks = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Version:
    """One published state of a store: when it was made, and the file names of the documents in it."""

    number: int
    made: datetime
    documents: tuple[str, ...]
    current: bool

    @property
    def name(self) -> str:
        """Its number and when it was made (UTC), which name nothing else: "12-20260301T064500Z".

        Of letters, digits and hyphens, so that it can stand in an ETag, an address or a file name.
        """
        return f"{self.number}-{self.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"


@dataclass(frozen=True)
class Versions:
    """The versions in one directory."""

    directory: Path

    @property
    def current(self) -> int | None:
        """The number of the version that is read; None before the first."""
        try:
            return int((self.directory / "current").readlink().name)
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise StoreError(f"{self.directory}: its link “current” leads to no version. {BACK}") from error

    def reads(self, number: int) -> bool:
        """Whether a version is the one that is read: a few millionths of a second, for each request asks."""
        try:
            return os.path.basename(os.readlink(self._link)) == str(number)  # noqa: PTH119, PTH115  a Path takes longer
        except OSError:
            return False

    @cached_property
    def _link(self) -> str:
        return str(self.directory / "current")

    @property
    def numbers(self) -> list[int]:
        """All there are, the oldest first."""
        folder = self.directory / "versions"
        return sorted(int(each.name) for each in folder.iterdir() if each.name.isdigit()) if folder.is_dir() else []

    def graph(self, number: int) -> Path:
        """Where a version's quads are."""
        return self.directory / "versions" / str(number) / "graph"

    def index(self, number: int) -> Path:
        """Where a version's full-text index is; one that an older program made has none."""
        return self.graph(number).with_name(INDEX)

    def described(self) -> tuple[Version, ...]:
        """All there are, the oldest first."""
        return tuple(map(self.describe, self.numbers))

    def describe(self, number: int) -> Version:
        """One version; raises UnknownVersion, naming those there are, StoreError where what is told of it is broken."""
        text = self._told(number)
        try:
            facts = json.loads(text)
            made, documents = datetime.fromisoformat(facts["made"]), tuple(facts["documents"])
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"{self.directory}: version {number} is broken: its version.json cannot be read."
            ) from error
        return Version(number, made, documents, number == self.current)

    def _told(self, number: int) -> str:
        """What is told of a version; raises UnknownVersion."""
        try:
            return self.graph(number).with_name(TOLD).read_text(encoding="utf-8")
        except FileNotFoundError as error:
            known = ", ".join(map(str, self.numbers)) or "none"
            raise UnknownVersion(f"{self.directory} has no version {number}. There are: {known}.") from error

    def marks(self, number: int) -> Marks:
        """What the documents of a version were read by; none where an older program made it."""
        try:
            told = json.loads(self._told(number)).get("read", {})
            return {str(name): (str(sha256), str(mark)) for name, (sha256, mark) in told.items()}
        except (ValueError, TypeError, AttributeError, UnknownVersion):
            return {}

    def begin(self) -> Path:
        """Where to make the next version's graph: a copy of the current one's, sharing what never changes.

        What a load that was killed left behind is removed first.
        """
        building = self.directory / "building"
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        if (current := self.current) is not None:
            share(self.graph(current), building / "graph")
        return building / "graph"

    def publish(self, documents: Iterable[str], marks: Marks) -> Version:
        """Make what was built the current version."""
        building, number = self.directory / "building", max(self.numbers, default=0) + 1
        facts = {"made": datetime.now().astimezone().isoformat(), "documents": sorted(documents), "read": dict(marks)}
        (building / TOLD).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        synced(building)
        (self.directory / "versions").mkdir(exist_ok=True)
        building.rename(self.directory / "versions" / str(number))
        synced(self.directory / "versions")
        self.point_to(number)
        return self.describe(number)

    def remark(self, number: int, marks: Marks) -> None:
        """Tell anew what a version's documents were read by: the same came of it."""
        file = self.graph(number).with_name(TOLD)
        with whole(file) as part:
            part.write_text(
                json.dumps(json.loads(self._told(number)) | {"read": dict(marks)}, ensure_ascii=False), "utf-8"
            )

    def discard(self) -> None:
        """Remove what was being built, if anything."""
        shutil.rmtree(self.directory / "building", ignore_errors=True)

    def point_to(self, number: int) -> Version:
        """Make a version the one that is read; raises UnknownVersion."""
        self._told(number)
        link = self.directory / "current.new"
        link.unlink(missing_ok=True)
        link.symlink_to(Path("versions") / str(number))
        link.replace(self.directory / "current")
        synced(self.directory)
        return self.describe(number)

    def prune(self, keep: int) -> tuple[int, ...]:
        """Remove all but the last `keep` versions and the current one; which went is the answer."""
        gone = tuple(number for number in self.numbers[: -keep or None] if number != self.current)
        for number in gone:
            shutil.rmtree(self.graph(number).parent)
        return gone


def share(source: Path, target: Path) -> None:
    """Copy a closed RocksDB directory; its tables (`*.sst`), which are never written again, are linked instead."""
    target.mkdir()
    for file in source.iterdir():
        if file.suffix == ".sst":
            link_or_copy(file, target / file.name)
        elif file.name != "LOCK" and not file.name.startswith("LOG"):
            shutil.copy2(file, target / file.name)


def link_or_copy(source: Path, target: Path) -> None:
    """A hard link, or a copy where the file system has no such."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def synced(directory: Path) -> None:
    """Wait until a directory's entries are on disk, so that they survive a loss of power."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

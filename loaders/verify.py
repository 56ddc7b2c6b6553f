"""Evidence that proves itself: source files read once more, and every passage that the graph quotes looked up in them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from graph.quoted import Quoted, quoted
from graph.view import StoredDocument, View
from loaders.corpus import Told
from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.format import printable_name
from loaders.formats.registry import accepted, format_of

#: Words so long that stand in a text once are taken for the same words, wherever they stand.
TELLING = 16


class State(Enum):
    """How a document stands up to its source file."""

    PROVED = "proved"
    FACTS_ONLY = "facts only"
    CHANGED = "changed"
    MOVED = "moved"
    LOST = "lost"
    UNREADABLE = "unreadable"
    MISSING = "missing"


@dataclass(frozen=True)
class Fault:
    """A passage that does not stand where the graph says.

    `line` is where its words stand now, 0 for nowhere; `instead` is what stands in their place.
    """

    quoted: Quoted
    line: int
    instead: str

    @property
    def moved(self) -> bool:
        """Whether its words stand elsewhere."""
        return self.line > 0


@dataclass(frozen=True)
class Verified:
    """One document: its source file (None where it is not at hand), how many passages there are, and what is wrong.

    `same` where the file is the one that was loaded, by its checksum; `abridged` where the graph has none of its words.
    """

    document: StoredDocument
    path: Path | None
    passages: int
    same: bool = False
    abridged: bool = False
    faults: tuple[Fault, ...] = ()
    reason: str = ""

    @property
    def state(self) -> State:
        """In one word."""
        if self.path is None:
            return State.FACTS_ONLY if self.abridged else State.MISSING
        if self.reason:
            return State.UNREADABLE
        if self.faults:
            return State.MOVED if all(fault.moved for fault in self.faults) else State.LOST
        if not self.same:
            return State.CHANGED
        return State.FACTS_ONLY if self.abridged else State.PROVED

    @property
    def proved(self) -> bool:
        """Whether nothing speaks against it."""
        return self.state in (State.PROVED, State.FACTS_ONLY)

    @property
    def lost(self) -> tuple[Fault, ...]:
        """The passages whose words stand nowhere."""
        return tuple(fault for fault in self.faults if not fault.moved)


def verify(view: View, files: Iterable[Told]) -> tuple[Verified, ...]:
    """Every document in a version, held against the file of its name among some files."""
    by_name: dict[str, list[Path]] = {}
    for each in files:
        by_name.setdefault(printable_name(each.path), []).append(each.path)
    return tuple(_verified(view, document, by_name.get(document.file_name, ())) for document in view.documents())


def _verified(view: View, document: StoredDocument, paths: Sequence[Path]) -> Verified:
    passages = quoted(view, document.document)
    abridged = bool(passages) and all(each.text is None for each in passages)
    path, read, reason = _read(document, paths)
    if read is None:
        return Verified(document, path, len(passages), abridged=abridged, reason=reason)
    return Verified(
        document,
        path,
        len(passages),
        same=read.source.sha256 == document.sha256,
        abridged=abridged,
        faults=tuple(_faults(read, passages)),
    )


def _read(document: StoredDocument, paths: Sequence[Path]) -> tuple[Path | None, Document | None, str]:
    """The file that was loaded, or else the first of its name that can be read; why none can."""
    found: tuple[Path | None, Document | None, str] = None, None, ""
    for path in filter(accepted, paths):
        try:
            read = format_of(path).read(path)
        except UnreadablePlan as error:
            found = found if found[1] else (path, None, str(error))
        except OSError as error:
            found = found if found[1] else (path, None, f"{path}: cannot be read: {error.strerror}.")
        else:
            if read.source.sha256 == document.sha256:
                return path, read, ""
            found = found if found[1] else (path, read, "")
    return found


def _faults(read: Document, passages: Sequence[Quoted]) -> Iterable[Fault]:
    """The passages that do not stand where the graph says."""
    astray = [each for each in passages if not _stands(read, each)]
    if not astray:
        return
    shifts = _Shifts(read.source.text, passages, frozenset(astray))
    for each in astray:
        yield shifts.fault(read, each)


def _stands(read: Document, each: Quoted) -> bool:
    """Whether a passage stands just there: its words, where they are known, and its lines."""
    if not 0 <= each.start < each.end <= len(read.source.text):
        return False
    if each.text is not None and read.source.text[each.start : each.end] != each.text:
        return False
    return (read.line_at(each.start).number, read.line_at(each.end - 1).number) == (each.first, each.last)


class _Shifts:
    """How far each part of a text has moved, told by words that stand there once, before and now."""

    def __init__(self, text: str, passages: Sequence[Quoted], astray: frozenset[Quoted]) -> None:
        self._text = text
        self._own = {each: shift for each in astray if (shift := self._only_shift(each)) is not None}
        anchors = [each for each in passages if each in self._own or each not in astray]
        self._starts = [each.start for each in anchors]
        self._shifts = [self._own.get(each, 0) for each in anchors]

    def _only_shift(self, each: Quoted) -> int | None:
        """How far a passage has moved, if its words are long enough to tell and stand in the text just once."""
        words = each.text or ""
        if len(words) < TELLING or (at := self._text.find(words)) < 0 or self._text.find(words, at + 1) >= 0:
            return None
        return at - each.start

    def fault(self, read: Document, each: Quoted) -> Fault:
        """Where a passage that went astray stands now, or what stands in its place."""
        near = self._near(each)
        for shift in near:
            start = each.start + shift
            if each.text and start >= 0 and self._text.startswith(each.text, start):
                return Fault(each, read.line_at(start).number, self._text[each.start : each.end])
        start = max(each.start + near[0], 0)
        return Fault(each, 0, self._text[start : start + each.end - each.start])

    def _near(self, each: Quoted) -> list[int]:
        """How far it may have moved: as its own words tell, as what is before or after it has, not at all."""
        at = bisect_right(self._starts, each.start)
        own = [self._own[each]] if each in self._own else []
        return [*own, *self._shifts[max(at - 1, 0) : at + 1], 0]

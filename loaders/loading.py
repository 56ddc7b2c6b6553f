"""Files taken into the next version of a store, each told of: read where they are new or changed, refused where they cannot be."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graph.draft import Draft
from graph.errors import RefusedDocument
from graph.failures import told as failing
from graph.iris import Minter
from graph.records import Reading
from graph.sources import Sources, checksum
from loaders.abreast import readings
from loaders.corpus import Refused, Told
from loaders.facts import Facts
from loaders.formats.format import printable_name
from loaders.formats.registry import misnamed
from loaders.outcomes import Outcome
from loaders.program import mark
from loaders.progress import Progress


@dataclass
class Loading:
    """A load on its way. `sources` is where source files are kept, if they are; `again` reads what has not changed, too."""

    draft: Draft
    progress: Progress
    sources: Sources | None = None
    again: bool = False
    outcomes: list[Outcome] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _seen: dict[tuple[str, Facts], str] = field(default_factory=dict)

    def take(self, files: Sequence[Told]) -> None:
        """Take in some files."""
        new = [told for told in files if not self._spared(told)]
        for told, found in zip(new, readings(new), strict=True):
            self.progress.step(told.name)
            with self.refusing(told.name):
                self._put(told, found)

    @contextmanager
    def refusing(self, name: str) -> Iterator[None]:
        """What cannot go in is told, and joins the outcomes."""
        try:
            yield
        except RefusedDocument as error:
            self.progress.say(f"  Refused: {error}")
            self.outcomes.append(Outcome(name, "refused", str(error)))

    def _spared(self, told: Told) -> bool:
        """Whether a file need not be read, since it was before, now or in an earlier load."""
        name = printable_name(told.path)
        try:
            sha256 = checksum(told.path)
        except OSError:
            return False
        first = self._seen.setdefault((sha256, told.facts), told.name)
        if first != told.name:
            return self._told(told, Outcome(told.name, "double", f"has the same content as {first}"))
        if self.again or not self.draft.knows(name, sha256, mark(told.facts)) or self._holder(name):
            return False
        self._names[_document(name)] = told.name
        self._keep(told.path, sha256)
        return self._told(told, Outcome(told.name, "unchanged", "", name))

    def _told(self, told: Told, outcome: Outcome) -> bool:
        self.progress.step(told.name)
        if outcome.reason:
            self.progress.say(f"  Not read: it {outcome.reason}.")
        self.outcomes.append(outcome)
        return True

    def _put(self, told: Told, found: Reading | Refused) -> None:
        """Take in what a file states. Raises RefusedDocument."""
        if isinstance(found, Refused):
            raise RefusedDocument(found.reason)
        source = found.source
        if holder := self._holder(source.name):
            raise RefusedDocument(
                f"{told.name}: {holder} has this name, too, and a document is known by its file name without the "
                "ending. Give one of them another name, and load it."
            )
        change = self.draft.put(found, mark(told.facts))
        self._names[_document(source.name)] = told.name
        self._keep(told.path, source.sha256)
        notes = tuple(_notes(told, found))
        for note in notes:
            self.progress.say(f"  {note}")
        counted = len(found.records), len(found.doubts)
        self.outcomes.append(Outcome(told.name, change.value, " ".join(notes), source.name, *counted))

    def _holder(self, name: str) -> str | None:
        """What other file of this load has a document's name."""
        return self._names.get(_document(name))

    def _keep(self, path: Path, sha256: str) -> None:
        if self.sources:
            with failing(str(self.sources.directory), "write to"):
                self.sources.keep(path, sha256)


def _document(name: str) -> str:
    """What a document is known by."""
    return Minter().document(name)


def _notes(told: Told, found: Reading) -> Iterator[str]:
    """What should be known of a file that went in."""
    if kind := misnamed(told.path):
        yield f"Note: by its content this is {kind}, and it was read as one."
    if not found.records:
        yield "Warning: nothing in it was recognised as what plans state. All its text is kept, as prose."

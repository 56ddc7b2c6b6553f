"""The next version of a store while it is made: documents go in and out, then what follows from them is derived."""

from collections.abc import Iterator, Set
from contextlib import nullcontext
from enum import Enum
from pathlib import Path

from pyoxigraph import Quad, Store

from graph.brought import Brought, graphs_brought
from graph.collector import paused
from graph.derived.derive import derive, derived_graphs
from graph.errors import RefusedDocument, UnknownDocument
from graph.failures import told
from graph.iris import Minter
from graph.records import Reading
from graph.reviews.decision import Reviews
from graph.search.aside import indexed
from graph.stated import abridged, findings_of, stated
from graph.terms import node
from graph.versions import Marks
from graph.view import StoredDocument, View, documents_in
from graph.writer import Written, write
from ontology.iri import Iri


class Change(Enum):
    """What putting a document in did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Draft:
    """What `store.writing()` hands out. Nothing is seen by readers before the whole is published."""

    def __init__(
        self, engine: Store, minter: Minter, place: str, reviews: Reviews, brought: Brought, marks: Marks | None = None
    ) -> None:
        """Work on an engine that holds a copy of the current version; `place` is where, for messages.

        `marks` tell what that version's documents were read by.
        """
        self._engine, self._minter, self._place, self._reviews = engine, minter, place, reviews
        self._brought = brought
        self._documents = {each.document: each for each in documents_in(engine)}
        self._old: set[Iri] = set()
        self._new: dict[Iri, Written] = {}
        self._renewed = False
        self._marks = dict(marks or {})
        #: What could not be derived for a fault of ours, once it is complete.
        self.faults: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents that the next version will hold, by file name."""
        return tuple(sorted(self._documents.values(), key=lambda each: each.file_name))

    @property
    def marks(self) -> Marks:
        """What those documents were read by, as far as it is known."""
        names = {each.file_name: each.sha256 for each in self._documents.values()}
        unmarked = {name: (sha256, "") for name, sha256 in names.items()}
        return unmarked | {name: mark for name, mark in self._marks.items() if names.get(name) == mark[0]}

    def knows(self, name: str, sha256: str, mark: str) -> bool:
        """Whether the document of that file name was read already from the same file in the same way: see `put`."""
        return self.marks.get(name) == (sha256, mark)

    @property
    def changed(self) -> bool:
        """Whether there is anything to publish."""
        return bool(self._old or self._new or self._renewed)

    def renew(self) -> None:
        """Have what is derived from the documents derived anew, though no document changes."""
        self._renewed = True

    def put(self, reading: Reading, mark: str = "") -> Change:
        """Take a document in, in place of what the same document stated before.

        `mark` tells all that its reading hung on beside the file: who reads the same file with the same mark can ask
        `knows` and spare itself the work. Raises RefusedDocument, and changes nothing, where another has its name or
        claims to be the same plan.
        """
        source, title = reading.source, reading.plan.title
        written = write(reading, self._minter)
        replaced = self._made_way(reading.replaces, source.name, written)
        change = self.take(written, StoredDocument(written.document, source.name, source.sha256, written.plan, title))
        self._marks[source.name] = source.sha256, mark
        return Change.REPLACED if replaced else change

    def take(self, written: Written, described: StoredDocument) -> Change:
        """Take in what was written of a document, which `described` tells of, as `put` does.

        What gives only the facts of a document changes nothing where the same document is there whole.
        """
        with told(self._place, "read"):
            if self._holds(written) or self._holds_whole(written, described):
                return Change.UNCHANGED
        self._refuse_clash(written, described)
        change = Change.REPLACED if written.document in self._documents else Change.ADDED
        if change is Change.REPLACED:
            self._old.add(written.document)
        self._new[written.document] = written
        self._documents[written.document] = described
        return change

    def _made_way(self, replaces: str | None, name: str, written: Written) -> bool:
        """Whether a document of the same plan, which another says it replaces, was taken out for it."""
        held = next((each for each in self._documents.values() if each.file_name == replaces), None)
        if held is None or held.file_name == name or held.plan != written.plan:
            return False
        self.drop(held.file_name)
        return True

    def drop(self, document: str) -> StoredDocument:
        """Take a document out whole, named by its file name, the name without ending, or its IRI.

        Raises UnknownDocument, naming those there are.
        """
        names = {document, self._minter.document(document)}
        gone = next((each for each in self.documents if names & {each.document, each.file_name}), None)
        if gone is None:
            known = ", ".join(each.file_name for each in self.documents) or "none"
            raise UnknownDocument(f"{self._place} has no document {document}. There are: {known}.")
        if self._new.pop(gone.document, None) is None:
            self._old.add(gone.document)
        del self._documents[gone.document]
        return gone

    def complete(self, index: Path | None = None) -> None:
        """Write all changes, derive what follows, and leave the engine's files as they are to be published.

        The full-text index is made in the file `index`, a new one, where one is named.
        """
        with told(self._place, "write to"), paused():
            self._write()
            with indexed(self._engine, index) if index else nullcontext():
                self._derive()
                self._engine.flush()
            if len(self._old) * 4 > len(self._documents):
                self._engine.optimize()

    def _write(self) -> None:
        """Write what documents state, and what the program itself brings."""
        for document in self._old:
            self._engine.remove_graph(node(document))
        self._engine.bulk_extend(quad for written in self._new.values() for quad in written.stated)
        for graph, quads in graphs_brought(self._brought, self._minter).items():
            self._replace(graph, quads)
        self._engine.flush()

    def _derive(self) -> None:
        """Derive all that follows, in place of what followed before."""
        derived = derive(self._every(), self._minter, self._reviews)
        for graph in derived_graphs(self._minter):
            self._engine.remove_graph(node(graph))
        self._engine.bulk_extend(derived.quads)
        self.faults = derived.faults

    def _every(self) -> Iterator[Written]:
        """What each document states, as it is about to be published."""
        view = View(self._engine)
        for document in self._documents.values():
            yield self._new.get(document.document) or stated(view, document, self._minter)

    def close(self) -> None:
        """Let go of the engine's files; the draft can take nothing in after that."""
        del self._engine

    def _holds(self, written: Written) -> bool:
        """Whether just these quads are there already."""
        if written.document in self._new:
            return self._new[written.document] == written
        if written.document not in self._documents:
            return False
        return (
            written.stated == self._quads(written.document)
            and written.findings == findings_of(self._engine, written.document, self._minter)
            and all(quad in self._engine for quad in written.inferred)
        )

    def _holds_whole(self, written: Written, described: StoredDocument) -> bool:
        """Whether this gives only the facts of a document that is there, its text and all.

        Raises RefusedDocument where they are not from the same text.
        """
        held, mark = self._documents.get(written.document), abridged(written.document)
        if held is None or mark not in written.stated:
            return False
        if mark in (self._new[held.document].stated if held.document in self._new else self._engine):
            return False
        if (held.sha256, held.plan) != (described.sha256, described.plan):
            raise RefusedDocument(
                f"{held.file_name}: the store has it whole, and these are the facts of another text. {DROP}"
            )
        return True

    def _replace(self, graph: Iri, quads: Set[Quad]) -> None:
        """Have a graph hold just these quads; nothing is written where it does."""
        if self._quads(graph) != quads:
            self._engine.remove_graph(node(graph))
            self._engine.bulk_extend(quads)

    def _quads(self, graph: Iri) -> set[Quad]:
        return set(self._engine.quads_for_pattern(None, None, None, node(graph)))

    def _refuse_clash(self, written: Written, described: StoredDocument) -> None:
        """Raise RefusedDocument where taking this one in would silently cost another."""
        name, title = described.file_name, described.title
        held = self._documents.get(written.document)
        if held and held.file_name != name:
            raise RefusedDocument(f"{name}: {held.file_name} already has this name but for the ending. {RENAME}")
        if held and written.document in self._new:
            raise RefusedDocument(f"{name}: another document of this name was loaded just now. {RENAME}")
        if held and held.plan != written.plan and held.sha256 != described.sha256:
            raise RefusedDocument(f"{name}: the store has a document of this name, “{held.title}”. {RENAME} {DROP}")
        for other in self.documents:
            if other.plan == written.plan and other.document != written.document:
                raise RefusedDocument(
                    f"{name}: claims to be the same plan as {other.file_name}: “{title}”, {written.plan}. "
                    "Load only one and drop the other, or correct the kind, organisation or period of one."
                )


RENAME = "Give one of them another file name."
DROP = "If it is the same document, corrected, drop the old one first."

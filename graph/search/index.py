"""The full-text index of one version: a SQLite file made when the version is, or made in memory where there is none."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from threading import TIMEOUT_MAX, Lock
from time import monotonic

from pyoxigraph import NamedNode, Store

from graph.errors import SlowSearch
from graph.references import fold_number
from graph.search.words import folded, joined, stem, words
from graph.terms import node, spelled
from graph.view import documents_in
from graph.vocabulary import called, family
from ontology import rt
from ontology.iri import Iri
from ontology.rt import RT
from ontology.vocab import Dcterms, Rdf, Rdfs, Skos

#: `words` has no texts, only what is needed to find; a stem's parts are found by their trigrams.
SCHEMA = """
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT, kind TEXT, family TEXT, label TEXT, plan TEXT, number TEXT, name TEXT,
  text TEXT);
CREATE INDEX by_number ON thing (number) WHERE number IS NOT NULL;
CREATE INDEX by_name ON thing (name);
CREATE VIRTUAL TABLE words USING fts5
  (kind, title, text, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE stem (id INTEGER PRIMARY KEY, stem TEXT UNIQUE, folded TEXT);
CREATE INDEX by_folded ON stem (folded);
CREATE VIRTUAL TABLE parts USING fts5 (folded, content = 'stem', content_rowid = 'id', tokenize = 'trigram');
"""
#: Until when (monotonic) whoever asks now waits for answers; so often, in steps of SQLite, is looked whether that has passed.
UNTIL: ContextVar[float] = ContextVar("UNTIL", default=inf)
STEPS = 10_000
SLOW = "The search took too long. Search for fewer or longer words."
TITLES = (Rdfs.label, Dcterms.title, Skos.prefLabel, Skos.notation, rt.variant)
TEXTS = (
    Dcterms.description, rt.exactText, rt.measures, rt.risk, rt.scope, rt.method, rt.regulation, rt.reason, rt.effect,
    rt.group, rt.responsible, rt.asWritten, Skos.note,
)  # fmt: skip


@dataclass
class Entry:
    """What is found: a thing, what it is called, and its texts."""

    kind: str = ""
    label: str = ""
    plan: str = ""
    number: str | None = None
    titles: dict[str, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """What it is called, without what its label says already."""
        return [title for title in self.titles if title == self.label or title not in self.label]

    def take(self, predicate: Iri, text: str) -> None:
        """Take in what is said of it; a passage's label, "rad 250", is nothing to find it by."""
        if predicate == Rdfs.label:
            self.label = text
        if predicate == Skos.notation:
            self.number = fold_number(text)
        if predicate in TEXTS:
            self.texts[text] = None
        elif self.kind != rt.Passage:
            self.titles[text] = None


class Index:
    """An open index. One question is asked of it at a time, from whichever thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask a connection that may be used by all threads."""
        self._connection, self._lock = connection, Lock()
        connection.set_progress_handler(lambda: monotonic() > UNTIL.get(), STEPS)

    @classmethod
    def opened(cls, path: Path) -> "Index":
        """The index in a file, which never changes."""
        return cls(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False))

    @classmethod
    def made(cls, engine: Store) -> "Index":
        """An index in memory of what an engine holds."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(connection, engine)
        return cls(connection)

    def rows(self, question: str, values: Iterable[str | int] = ()) -> list[tuple[str | int | None, ...]]:
        """What a question in SQL gives; raises SlowSearch where that takes longer than `within` allows."""
        left = UNTIL.get() - monotonic()
        if left <= 0 or not self._lock.acquire(timeout=min(left, TIMEOUT_MAX)):
            raise SlowSearch(SLOW)
        try:
            return self._connection.execute(question, tuple(values)).fetchall()
        except sqlite3.OperationalError as error:
            if monotonic() > UNTIL.get():
                raise SlowSearch(SLOW) from error
            raise
        finally:
            self._lock.release()


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Have what this thread asks in the block be answered in so many seconds; what takes longer raises SlowSearch."""
    before = UNTIL.set(monotonic() + seconds)
    try:
        yield
    finally:
        UNTIL.reset(before)


def write_index(engine: Store, path: Path) -> None:
    """Make the index of what an engine holds, in a new file. Raises OSError where that cannot be written."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE"
            )
            _fill(connection, engine)
    except sqlite3.Error as error:
        raise OSError(f"{path.name}: {error}") from error


def _fill(connection: sqlite3.Connection, engine: Store) -> None:
    connection.executescript(SCHEMA)
    stems: dict[str, int] = {}
    things, found = [], []
    for number, (iri, entry) in enumerate(_entries(engine).items(), 1):
        text = "\n".join(entry.texts)
        kind = Iri(entry.kind)
        things.append(
            (number, iri, kind, family(kind), entry.label, entry.plan, entry.number, name_of(entry.label), text)
        )
        columns = [_stemmed((called(kind, "sv"),), stems), _stemmed(entry.names, stems), _stemmed((text,), stems)]
        found.append((number, *columns))
    connection.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", things)
    connection.executemany("INSERT INTO words (rowid, kind, title, text) VALUES (?, ?, ?, ?)", found)
    connection.executemany("INSERT INTO stem VALUES (?, ?, ?)", ((n, each, folded(each)) for each, n in stems.items()))
    connection.execute("INSERT INTO parts (parts) VALUES ('rebuild')")
    connection.commit()


def name_of(text: str) -> str:
    """What two names have alike that differ but in signs and inflection."""
    return " ".join(map(stem, words(text)))


def _stemmed(texts: Iterable[str], stems: dict[str, int]) -> str:
    """The stems of some texts; those that are new join the known ones, with a number each."""
    found = [stem(word) for text in texts for word in (*words(text), *joined(text))]
    for each in found:
        stems.setdefault(each, len(stems) + 1)
    return " ".join(found)


def _entries(engine: Store) -> dict[str, Entry]:
    """All that documents speak of and that has something to be found by."""
    entries: dict[str, Entry] = {}
    for document in documents_in(engine):
        graph = node(document.document)
        for iri, kind in _said(engine, Rdf.type, graph):
            if kind.startswith(RT):
                entries.setdefault(iri, Entry(plan=document.plan)).kind = kind
        for predicate in (*TITLES, *TEXTS):
            for iri, text in _said(engine, predicate, graph):
                if entry := entries.get(iri):
                    entry.take(predicate, text)
    return {iri: entry for iri, entry in entries.items() if entry.titles or entry.texts}


def _said(engine: Store, predicate: Iri, graph: NamedNode) -> Iterator[tuple[str, str]]:
    for quad in engine.quads_for_pattern(None, node(predicate), None, graph):
        yield spelled(quad.subject), spelled(quad.object)

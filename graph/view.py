"""What a reader sees of a store: one version, asked in SPARQL, answered in plain values."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from graph.answer import Answer
from graph.errors import QueryError
from graph.terms import value
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms

DOCUMENTS = f"""
SELECT ?document ?fileName ?sha256 ?plan ?title WHERE {{
  GRAPH ?document {{ ?document <{rt.fileName}> ?fileName ; <{rt.sha256}> ?sha256 .
                     ?plan <{rt.document}> ?document ; <{Dcterms.title}> ?title }} }}
ORDER BY ?fileName"""


@dataclass(frozen=True)
class StoredDocument:
    """One document in a store: its IRI, file name and checksum, the plan that it is and the plan's title."""

    document: Iri
    file_name: str
    sha256: str
    plan: Iri
    title: str


class Selects(Protocol):
    """Whatever answers a SELECT: a version of a store, or one that is asked over HTTP."""

    def select(self, query: str, /) -> Answer:
        """Its rows; raises GraphError."""


class View:
    """One version, frozen: later loads don't show in it. Every question's default graph is the union of all graphs."""

    def __init__(self, engine: Store, index: Path | None = None, directory: Path | None = None) -> None:
        """Read from an engine, which only this package may touch.

        `index` is where its full-text index may be, `directory` where it stands, if on disk.
        """
        self.engine, self.index, self.directory = engine, index, directory

    @property
    def statements(self) -> int:
        """How many statements there are, in all graphs; those of several graphs count as often."""
        ((count,),) = self.select("SELECT (COUNT(*) AS ?count) WHERE { GRAPH ?graph { ?thing ?property ?value } }").rows
        return int(str(count))

    def select(self, query: str) -> Answer:
        """The rows of a SELECT; raises QueryError for what is none."""
        found = self.asked(query)
        if not isinstance(found, QuerySolutions):
            raise QueryError("This question is no SELECT.")
        return _table(found)

    def construct(self, query: str) -> Answer:
        """The triples of a CONSTRUCT or DESCRIBE as rows of subject, predicate, object; raises QueryError."""
        return _table(self.triples(query))

    def triples(self, query: str) -> QueryTriples:
        """What `construct` gives, as the engine reads it and in its terms, for this package only."""
        found = self.asked(query)
        if not isinstance(found, QueryTriples):
            raise QueryError("This question is no CONSTRUCT or DESCRIBE.")
        return found

    def ask(self, query: str) -> bool:
        """Whether it is so; raises QueryError for what is no ASK."""
        found = self.asked(query)
        if not isinstance(found, QueryBoolean):
            raise QueryError("This question is no ASK.")
        return bool(found)

    def answer(self, query: str) -> Answer:
        """Any of the three as a table; raises QueryError."""
        found = self.asked(query)
        return Answer(("answer",), ((bool(found),),)) if isinstance(found, QueryBoolean) else _table(found)

    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents in this version, by file name."""
        return documents_in(self.engine)

    def asked(self, query: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        """What any question gives, in the engine's terms, for this package only; raises QueryError."""
        try:
            return self.engine.query(query, use_default_graph_as_union=True)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(f"This is not a question in SPARQL: {error}.") from error


def _table(found: QuerySolutions | QueryTriples) -> Answer:
    if isinstance(found, QueryTriples):
        return Answer(("subject", "predicate", "object"), tuple(tuple(map(value, triple)) for triple in found))
    return Answer(tuple(each.value for each in found.variables), tuple(tuple(map(value, row)) for row in found))


def documents_in(engine: Store) -> tuple[StoredDocument, ...]:
    """The documents in an engine, by file name."""
    rows = View(engine).select(DOCUMENTS).rows
    return tuple(
        StoredDocument(Iri(document), str(file_name), str(sha256), Iri(plan), str(title))
        for document, file_name, sha256, plan, title in rows
    )

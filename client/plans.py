"""What `rodatraden.open` gives: plans to ask, here or elsewhere."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from client import passages, trace
from client.binding import bound_text
from client.far import Far
from client.frames import Library, frame
from client.near import Near
from client.questions import PUBLISHED, installed, published
from client.rows import Rows, read
from client.shown import as_html
from client.source import Source
from graph.answer import Answer
from graph.assignments import assignments, editions, find
from graph.errors import GraphError, QueryError
from graph.options import VARIABLE, default_directory
from graph.store import DirectoryStore, PlanStore

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import rdflib


class Plans:
    """Plans, asked by questions of the book or in SPARQL; every answer is whole, or an error says why there is none.

    Answers are frames of pandas, or of polars where only that is installed; `frame` says which. Texts stay texts ("007"),
    decimals exact, what is unbound is missing; beside a column with texts in languages stands `<name>@lang`.
    """

    def __init__(self, source: Source, library: Library | None = None) -> None:
        """Ask a source, and make frames of a library where nothing else is said."""
        self._source, self._library = source, library

    @property
    def version(self) -> str | None:
        """Which version of the data answers: its number and when it was made; None where the endpoint does not say."""
        return self._source.version

    def query(
        self, question: str, /, frame: Library | None = None, **values: object
    ) -> "pd.DataFrame | pl.DataFrame | bool":
        """The answer to a question of the book, by name, or to one in SPARQL; triples come as subject, predicate, object.

        `values` stand for the question's parameters, or for `$name` in one of your own; they go in as values, whatever
        they hold. An ASK gives True or False. Raises GraphError, in whose message stands what to do.
        """
        found = self.rows(question, **values)
        return found if isinstance(found, bool) else self._framed(found, frame)

    def rows(self, question: str, /, **values: object) -> Rows | bool:
        """What `query` gives, as plain values, without any library for frames."""
        return read(self._source.ask(bound_text(question, values)))

    def graph(self, question: str, /, **values: object) -> "rdflib.Graph":
        """The triples of a CONSTRUCT or DESCRIBE as an rdflib graph."""
        from graph.reread import rdflib_graph

        return rdflib_graph(self._source.ask(bound_text(question, values)))

    def sparql(self, question: str, /, **values: object) -> str:
        """The question as it is asked, to be cited or asked elsewhere."""
        return bound_text(question, values)

    def trace(self, name: str, year: int | None = None, region: str | None = None) -> trace.Trace:
        """What serves an assignment: by its number, a part of its text, or its IRI; in an edition and a region, if given.

        It prints as a tree, and `.frame()` is a frame. Raises UnknownThing, with the nearest names that there are.
        """
        found = find(assignments(self), name, year, region)
        told = self._table(trace.QUESTION, assignments=[each.iri for each in found])
        return trace.Trace(trace.gathered(told), self._library)

    def passages(self, row: Any, frame: Library | None = None) -> "pd.DataFrame | pl.DataFrame":  # noqa: ANN401
        """The places in the sources behind a row, several, or an IRI: file, lines, page, and the words where they are there.

        A row tells of them by the IRIs of things or passages in it, or by its columns `file` and `line`. Raises
        QueryError where it has neither.
        """
        wanted = passages.behind(row)
        found = self._table(passages.QUESTION, things=wanted.things, lines=wanted.lines)
        return self._framed(passages.narrowed(found, wanted), frame)

    def questions(self, frame: Library | None = None) -> "pd.DataFrame | pl.DataFrame":
        """The questions of the book: name, topic, title, purpose, parameters, and their SPARQL with nothing bound.

        Of an endpoint those that it has published, where it has; else those that are installed here, which `query`
        knows by name.
        """
        there = published(self._table(PUBLISHED)) if isinstance(self._source, Far) else None
        return self._framed(there if there and there.rows else installed(), frame)

    def select(self, query: str) -> Answer:
        """The rows of a SELECT, without anything put into it, as the modules of `graph` ask for them."""
        found = read(self._source.ask(query))
        if isinstance(found, bool):
            raise QueryError("This question is no SELECT.")
        return Answer(found.names, found.rows)

    def __repr__(self) -> str:
        """Where they are; nothing is asked for it."""
        return f"<Röda tråden: {self._source.place}>"

    def _repr_html_(self) -> str:
        """Where they are, and which there are; where they cannot be asked, why."""
        try:
            return as_html(self._source.place, self.version, editions(self).values())
        except GraphError as error:
            return as_html(f"{self._source.place}: {error}", None, ())

    def _table(self, question: str, **values: object) -> Rows:
        found = self.select(bound_text(question, values))
        return Rows(found.columns, found.rows)

    def _framed(self, rows: Rows, library: Library | None) -> "pd.DataFrame | pl.DataFrame":
        return frame(rows, library or self._library)


def opened(
    where: "str | os.PathLike[str] | PlanStore | None", library: Library | None = None, seconds: float = 60
) -> Plans:
    """Plans in a store, by its directory, or behind an address; in your own store where none is given."""
    if isinstance(where, str) and where.startswith(("http://", "https://")):
        return Plans(Far(where, seconds), library)
    if where is None or isinstance(where, str | os.PathLike):
        directory = Path(where or os.environ.get(VARIABLE) or default_directory())
        return Plans(Near(DirectoryStore(directory), str(directory), seconds), library)
    return Plans(Near(where, "a store", seconds), library)

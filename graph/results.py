"""What a question gives, written in the form that is asked for: W3C's result formats, RDF, or a table to look at."""

from collections.abc import Mapping
from enum import Enum
from typing import IO, Protocol, TypeVar

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, serialize

from graph.errors import QueryError
from graph.prefixes import PREFIXES
from graph.view import View

Engine = TypeVar("Engine")
Found = QuerySolutions | QueryBoolean | QueryTriples


class Writable(Protocol):
    """What can be written to; the engine uses nothing else of a file."""

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""


class Form(Enum):
    """The forms that answers come in."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    TRIG = "trig"
    NQUADS = "nquads"


ROWS = {
    Form.CSV: QueryResultsFormat.CSV,
    Form.TSV: QueryResultsFormat.TSV,
    Form.JSON: QueryResultsFormat.JSON,
    Form.XML: QueryResultsFormat.XML,
}
TRIPLES = {
    Form.TURTLE: RdfFormat.TURTLE,
    Form.NTRIPLES: RdfFormat.N_TRIPLES,
    Form.JSONLD: RdfFormat.JSON_LD,
    Form.RDFXML: RdfFormat.RDF_XML,
    Form.TRIG: RdfFormat.TRIG,
    Form.NQUADS: RdfFormat.N_QUADS,
}
#: Forms that spell every IRI whole.
WITHOUT_PREFIXES = frozenset({Form.NTRIPLES, Form.NQUADS})


def write_answer(view: View, query: str, form: Form, out: IO[bytes]) -> None:
    """Ask, and write what comes.

    Raises QueryError for what is no question, and where its answer has no such form; OSError where `out` fails.
    """
    if form is Form.TABLE:
        from graph.text_table import as_table  # needs all records, which a worker can do without

        out.write(f"{as_table(view.answer(query))}\n".encode())
        return
    write_found(view.asked(query), form, out)


def write_found(found: Found, form: Form, out: Writable) -> None:
    """Write what the engine found; raises as `write_answer` does."""
    if isinstance(found, QueryTriples):
        prefixes = None if form in WITHOUT_PREFIXES else PREFIXES
        serialize(found, out, _form(TRIPLES, form, "a graph"), prefixes=prefixes)  # type: ignore[arg-type]
    elif isinstance(found, QueryBoolean) and form in (Form.CSV, Form.TSV):
        out.write(f"answer\n{str(bool(found)).lower()}\n".encode())
    else:
        found.serialize(out, _form(ROWS, form, "rows"))  # type: ignore[arg-type]


def _form(known: Mapping[Form, Engine], form: Form, what: str) -> Engine:
    if form not in known:
        names = ", ".join(each.value for each in (Form.TABLE, *known))
        raise QueryError(
            f"This question is answered with {what}, which cannot be written as {form.value}. Use: {names}."
        )
    return known[form]

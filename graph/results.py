"""What a question gives, written in the form that is asked for: W3C's result formats, RDF, or a table to look at."""

from collections.abc import Mapping
from enum import Enum
from typing import IO, TypeVar

from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat, serialize

from graph.errors import QueryError
from graph.export import PREFIXES
from graph.text_table import as_table
from graph.view import View

Engine = TypeVar("Engine")


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
}


def write_answer(view: View, query: str, form: Form, out: IO[bytes]) -> None:
    """Ask, and write what comes.

    Raises QueryError for what is no question, and where its answer has no such form; OSError where `out` fails.
    """
    if form is Form.TABLE:
        out.write(f"{as_table(view.answer(query))}\n".encode())
        return
    found = view.asked(query)
    if isinstance(found, QueryTriples):
        serialize(found, out, _form(TRIPLES, form, "a graph"), prefixes=PREFIXES)
    elif isinstance(found, QueryBoolean) and form in (Form.CSV, Form.TSV):
        out.write(f"answer\n{str(bool(found)).lower()}\n".encode())
    else:
        found.serialize(out, _form(ROWS, form, "rows"))


def _form(known: Mapping[Form, Engine], form: Form, what: str) -> Engine:
    if form not in known:
        names = ", ".join(each.value for each in (Form.TABLE, *known))
        raise QueryError(
            f"This question is answered with {what}, which cannot be written as {form.value}. Use: {names}."
        )
    return known[form]

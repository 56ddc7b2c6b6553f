"""From a question of the book, or one of your own, and Python's values to SPARQL: values go in as terms, never as text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from graph.errors import QueryError
from graph.headings import MARK
from graph.terms import sparql
from ontology.iri import Iri
from queries.bind import bound, refuse_writing
from queries.book import Query, named, parsed
from queries.tokens import dollars, dollars_replaced


def bound_text(question: str, values: Mapping[str, object]) -> str:
    """SPARQL with the values in it; None leaves a parameter open.

    A question of the book is named, and its values are read as the types that it declares. In one of your own a value
    stands for `$name`, and a list's one after the other, a tuple's in brackets: `VALUES ?year { $years }`. Raises
    UnknownThing, QueryError.
    """
    query = _found(question)
    given = {name: _plain(value) for name, value in values.items() if value is not None}
    if query.parameters:
        return bound(query, {name: _told(name, value) for name, value in given.items()})
    refuse_writing(query.text)
    if unknown := given.keys() - dollars(query.text):
        raise QueryError(
            f"Nothing in the question stands for {', '.join(sorted(unknown))}: write ${min(unknown)} there."
        )
    terms = {name: _terms(name, value) for name, value in given.items()}
    return dollars_replaced(query.text, lambda name: terms.get(name, f"${name}"))


def _found(question: str) -> Query:
    """A question of the book where it is one word, else the question itself, line by line as it came."""
    if len(question.split()) == 1 and "{" not in question:
        return named(question)
    query = parsed(question, "The question")
    return query if MARK in question else replace(query, text=question)


def _plain(value: object) -> object:
    """A number of numpy as Python's."""
    return value.item() if type(value).__module__ == "numpy" and hasattr(value, "item") else value


def _told(name: str, value: object) -> str:
    if isinstance(value, list | tuple):
        raise QueryError(f"{name} takes one value; ask once for each.")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _terms(name: str, value: object) -> str:
    match value:
        case list():
            return " ".join(_terms(name, each) for each in value)
        case tuple():
            return f"({' '.join(_terms(name, each) for each in value)})"
    return _term(name, _plain(value))


def _term(name: str, value: object) -> str:
    match value:
        case Iri() | str() | bool() | int() | Decimal():
            pass
        case date() if not isinstance(value, datetime):
            pass
        case _:
            raise QueryError(
                f"{name} is of type {type(value).__name__}; it may be text, a whole number, a Decimal, a date or an Iri."
            )
    try:
        return sparql(value)
    except ValueError as error:
        raise QueryError(f"{name}: {value} is no IRI.") from error

"""From a question and values to SPARQL that may be asked: values go in as terms, and nothing goes in that writes."""

import re
from collections.abc import Mapping, Set
from decimal import Decimal, InvalidOperation

from graph.errors import QueryError
from graph.prefixes import PREFIXES
from graph.terms import sparql
from ontology.iri import Iri
from queries.book import Parameter, Query
from queries.tokens import asks_elsewhere, dollars, dollars_replaced, words

#: Words that begin an update, after the prefixes.
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
QUESTIONS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
OPEN = "UNDEF"
Single = Iri | str | bool | int | Decimal
#: How most questions begin, which is seen faster than by reading their words.
PLAIN = re.compile(
    r"(?:\s*+(?i:PREFIX)\s++[\w-]*+:\s*+<[^\x00-\x20<>\"{}|^`\\]*+>)*+\s*+(?i:SELECT|ASK|CONSTRUCT|DESCRIBE)\b"
)


def bound(query: Query, given: Mapping[str, str]) -> str:
    """The question with its parameters' values in it, given as text and read as the types that it declares.

    Raises QueryError for a parameter that it does not have, a value that is none of its type, an update, and SERVICE.
    """
    refuse_writing(query.text)
    if query.parameters:
        terms = _declared(query, given)
    else:
        terms = {name: undeclared(value) for name, value in given.items()}
        _refuse_unknown(query.name, given.keys() - dollars(query.text), dollars(query.text))
    return dollars_replaced(query.text, lambda name: terms.get(name, f"${name}"))


def refuse_writing(text: str) -> None:
    """Raise QueryError for what would change the graph or ask another server."""
    if not PLAIN.match(text) and next((word for word in words(text) if word in UPDATES | QUESTIONS), None) in UPDATES:
        raise QueryError("This is an update. Only questions are answered here; `load` and `drop` change what there is.")
    if asks_elsewhere(text):
        raise QueryError("This asks another server (SERVICE), which is not done here. Ask that server itself.")


def _declared(query: Query, given: Mapping[str, str]) -> dict[str, str]:
    names = {parameter.name for parameter in query.parameters}
    _refuse_unknown(query.name, given.keys() - names, names)
    values = {parameter: given.get(parameter.name, parameter.default) for parameter in query.parameters}
    return {each.name: OPEN if value is None else term(each, value) for each, value in values.items()}


def term(parameter: Parameter, value: str) -> str:
    """A value as SPARQL spells it, escaped; raises QueryError where it is none of the parameter's type."""
    try:
        return sparql(read(parameter, value))
    except ValueError as error:
        raise _odd(parameter, value) from error


def read(parameter: Parameter, value: str) -> Single:
    """A value as what the parameter's type says it is; raises QueryError where it is none of that type."""
    try:
        match parameter.type:
            case "integer":
                return int(value)
            case "decimal":
                return Decimal(value.replace(",", "."))
            case "boolean":
                return {"true": True, "false": False}[value.lower()]
            case "iri":
                return _iri(value)
        return value
    except (ValueError, KeyError, InvalidOperation) as error:
        raise _odd(parameter, value) from error


def _odd(parameter: Parameter, value: str) -> QueryError:
    return QueryError(f"{parameter.name} must be of type {parameter.type}; it is “{value}”.")


def _iri(value: str) -> Iri:
    """An IRI, in full or with a prefix of ours ("rt:Activity")."""
    prefix, _, local = value.partition(":")
    return Iri(PREFIXES[prefix] + local if prefix in PREFIXES else value.strip("<>"))


def undeclared(value: str) -> str:
    """A value of no declared type: an integer or an IRI in angle brackets where it looks like one, else text."""
    bare = value.removeprefix("-")
    if bare.isascii() and bare.isdigit():
        return sparql(int(value))
    if value.startswith("<") and value.endswith(">"):
        try:
            return sparql(Iri(value[1:-1]))
        except ValueError as error:
            raise QueryError(f"{value} is no IRI.") from error
    return sparql(value)


def _refuse_unknown(query: str, unknown: Set[str], names: Set[str]) -> None:
    if unknown:
        known = ", ".join(sorted(names)) or "none"
        raise QueryError(f"{query} has no parameter {', '.join(sorted(unknown))}. It has: {known}.")

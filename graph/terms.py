"""Between Python values and the engine's RDF terms.

Numbers are written in canonical form, so that what comes back from the engine equals what went in.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.answer import Text, Value
from ontology.iri import Iri
from ontology.vocab import Xsd

Term = NamedNode | BlankNode | Literal | Triple


class Address(str):
    """An address or a namespace said as a value, `xsd:anyURI`, not as a name."""

    __slots__ = ()


@lru_cache(maxsize=100_000)
def node(iri: str) -> NamedNode:
    """The named node of an IRI."""
    return NamedNode(iri)


def term(value: object) -> NamedNode | Literal:
    """The term that says a value; raises TypeError for what RDF has no words for."""
    match value:
        case Iri():
            return node(value)
        case Text():
            return Literal(value, language=value.language)
        case Address():
            return Literal(value, datatype=node(Xsd.anyURI))
        case str() | bool() | int():
            return Literal(value)
        case Decimal():
            return Literal(plain_decimal(value), datatype=node(Xsd.decimal))
        case date():
            return Literal(value.isoformat(), datatype=node(Xsd.date))
    raise TypeError(f"{type(value).__name__} cannot be written to the graph: {value!r}")


def sparql(value: Iri | Text | str | bool | int | Decimal | date) -> str:
    """A value as it is spelled in a question, escaped: `<https://…>`, `"RF12"`, `2026` with its type."""
    return str(term(value))


def plain_decimal(number: Decimal) -> str:
    """`xsd:decimal`, canonical: no exponent, no zeros at the end, no minus before nought."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


READERS: dict[str, Callable[[str], Value]] = {
    Xsd.boolean: lambda text: text in ("true", "1"),
    Xsd.integer: int,
    Xsd.decimal: Decimal,
    Xsd.double: float,
    Xsd.date: date.fromisoformat,
}


def spelled(found: object) -> str:
    """What a term's IRI is, or the text of its value."""
    return str(getattr(found, "value", found))


def value(found: Term | None) -> Value:
    """The plain value of a term: text where its datatype is not one of ours or its form is odd."""
    match found:
        case None:
            return None
        case NamedNode():
            return Iri(found.value)
        case Literal() if found.language:
            return Text(found.value, found.language)
        case Literal():
            return _read(found)
    return Iri(str(found))


def _read(literal: Literal) -> Value:
    reader = READERS.get(literal.datatype.value)
    try:
        return reader(literal.value) if reader else literal.value
    except (ValueError, ArithmeticError):
        return literal.value

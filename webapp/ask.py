"""What pages ask: a `.rq` file of `webapp/questions`, values put in for its `$names`, answered as frozen dataclasses."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from graph.answer import Answer
from graph.terms import sparql
from graph.view import View
from ontology.iri import Iri
from ontology.rt import RT
from queries.tokens import dollars_replaced

FOLDER = Path(__file__).parent / "questions"
PREFIXES = f"""\
PREFIX rt: <{RT}>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""

Row = TypeVar("Row")
Known = TypeVar("Known")
Single = Iri | str | int | Decimal | None
#: What a `$name` may stand for; a tuple stands in a VALUES block, with tuples in it for rows of several variables.
Given = Single | tuple[Single, ...] | tuple[tuple[Single, ...], ...]


@cache
def _text(question: str) -> str:
    return PREFIXES + (FOLDER / f"{question}.rq").read_text("utf-8")


def filled(question: str, **values: Given) -> str:
    """A question of ours with its values in it, escaped; raises KeyError where one is missing."""
    return dollars_replaced(_text(question), lambda name: _spelled(values[name]))


def _spelled(value: Given) -> str:
    return " ".join(map(_one, value)) if isinstance(value, tuple) else _one(value)


def _one(value: Single | tuple[Single, ...]) -> str:
    if isinstance(value, tuple):
        return f"({' '.join(map(_one, value))})"
    return "UNDEF" if value is None else sparql(value)


def ask(view: View, question: str, **values: Given) -> Answer:
    """The rows that answer a question of ours."""
    return view.select(filled(question, **values))


def rows(view: View, question: str, into: type[Row], **values: Given) -> tuple[Row, ...]:
    """The same as records of a frozen dataclass whose fields are the question's columns."""
    return made(ask(view, question, **values), into)


def records(answer: Answer) -> tuple[dict[str, Any], ...]:
    """The rows of an answer, each by its columns."""
    return tuple(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def made(answer: Answer, into: type[Row]) -> tuple[Row, ...]:
    """The rows of an answer as records of a frozen dataclass whose fields are its columns."""
    return tuple(into(**each) for each in records(answer))


def once_a_version(read: Callable[[View], Known]) -> Callable[[View], Known]:
    """Have what is read of a whole version read once: versions never change."""
    held: WeakKeyDictionary[View, Known] = WeakKeyDictionary()

    def known(view: View) -> Known:
        if view not in held:
            held[view] = read(view)
        return held[view]

    return known

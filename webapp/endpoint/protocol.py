"""A request as the SPARQL 1.1 protocol has it: the question or the change, its dataset, read strictly."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request

from graph.terms import sparql
from ontology.iri import Iri
from webapp.endpoint.problem import Odd

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
#: A form spells each byte with up to three; the other parameters are short.
SPELLED, BESIDE = 3, 8 * 1024
#: More parameters than this are no dataset.
FIELDS = 200
NO_UTF8 = "What was sent is no UTF-8, in which questions and names are written."
READ_ONLY = "Nothing can be changed here; only questions are answered."

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """What a request asks; `format` as the parameter says it, None where it says nothing; without `query`, nothing."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None


@dataclass(frozen=True)
class Change:
    """The update that a request wants made, and the graphs that stand in for its USING."""

    update: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


def asked(request: Request, most: int) -> Asked | Change:
    """The request's question, of at most so many bytes, or its update; only a GET may have neither. Raises Odd."""
    address = fields(request)
    if request.method != "POST":
        if _values(address, "update"):
            raise Odd(403, READ_ONLY)
        return _question(address, most)
    found = [*_body_fields(request, most), *address]
    if _values(found, "query") and _values(found, "update"):
        raise Odd(400, "There are both a question and an update; there must be one of them.")
    if _values(found, "update"):
        return _change(found, most)
    question = _question(found, most)
    if question.query is None:
        raise Odd(400, "There is no question: the parameter `query` is missing.")
    return question


def fields(request: Request) -> Fields:
    """The fields of a request's address; raises Odd."""
    return _fields(request.query_string.decode("latin-1"))


def _body_fields(request: Request, most: int) -> Fields:
    kind = request.mimetype
    if kind == FORM:
        return _fields(_body(request, most))
    if kind in (QUERY, UPDATE):
        return [("query" if kind == QUERY else "update", _body(request, most))]
    raise Odd(415, f"A question comes as {FORM} or as {QUERY}; this is {kind or 'not told'}.")


def _question(found: Fields, most: int) -> Asked:
    default, named = _graphs(found, "default-graph-uri"), _graphs(found, "named-graph-uri")
    query = _single(found, "query", most)
    if query is None and (default or named):
        raise Odd(400, "There is a dataset but no question: the parameter `query` is missing.")
    return Asked(query, default, named, next(iter(_values(found, "format")), None))


def _change(found: Fields, most: int) -> Change:
    update = _single(found, "update", most) or ""
    return Change(update, _graphs(found, "using-graph-uri"), _graphs(found, "using-named-graph-uri"))


def _single(found: Fields, name: str, most: int) -> str | None:
    """The text of a question or an update; raises Odd where there are several, or it is too long."""
    texts = _values(found, name)
    if len(texts) > 1:
        raise Odd(400, f"There are several of `{name}`; there must be one.")
    if texts and len(texts[0].encode()) > most:
        raise too_long(most)
    return texts[0] if texts else None


def _values(found: Fields, name: str) -> tuple[str, ...]:
    return tuple(value for each, value in found if each == name)


def _graphs(found: Fields, name: str) -> tuple[str, ...]:
    graphs = _values(found, name)
    for each in graphs:
        spelled(each)
    return graphs


def spelled(name: str) -> str:
    """A graph's name as SPARQL has it; raises Odd where it is no whole IRI."""
    try:
        return sparql(Iri(name))
    except ValueError as error:
        raise Odd(400, f"“{name[:500]}” is no whole IRI: {error}.") from error


def too_long(most: int) -> Odd:
    """What to say of a text that is longer than so many bytes."""
    return Odd(413, f"The question is longer than {most} bytes. Ask for less at once.")


def _fields(text: str) -> Fields:
    """The fields of an address or a form; raises Odd for what is no UTF-8, and for far too many."""
    try:
        plain = text.encode("latin-1").decode("utf-8") if not text.isascii() else text
        return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except UnicodeError as error:
        raise Odd(400, NO_UTF8) from error
    except ValueError as error:
        raise Odd(400, f"There are more than {FIELDS} parameters.") from error


def _body(request: Request, most: int) -> str:
    """The body as text, for a form still spelled with percent signs; raises Odd."""
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Odd(400, f"A question is written in UTF-8; this says {charset[:40]}.")
    limit = SPELLED * most + BESIDE if request.mimetype == FORM else most
    request.max_content_length = limit + 1  # the application's own is for forms of its pages
    body = request.stream.read(limit + 1) if (request.content_length or 0) <= limit else b""
    if len(body) > limit or (request.content_length or 0) > limit:
        raise too_long(most)
    try:
        return body.decode("latin-1") if request.mimetype == FORM else body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Odd(400, NO_UTF8) from error

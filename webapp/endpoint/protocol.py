"""A request as the SPARQL 1.1 protocol has it: the question, its dataset, read strictly."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request

from webapp.endpoint.problem import Odd

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
#: A form spells each byte with up to three; the other parameters are short.
SPELLED, BESIDE = 3, 8 * 1024
#: More parameters than this are no dataset.
FIELDS = 200
READ_ONLY = "Only questions are answered here; nothing can be changed."


@dataclass(frozen=True)
class Asked:
    """What a request asks; `format` as the parameter says it, None where it says nothing."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None


def asked(request: Request, most: int) -> Asked | None:
    """The request's question, of at most so many bytes; None where a GET asks nothing. Raises Odd."""
    address = _fields(request.query_string.decode("latin-1"))
    if request.method != "POST":
        return _asked(address, most) if address else None
    kind, body = request.mimetype, _body(request, most)
    if kind == FORM:
        return _needed(_asked([*_fields(body), *_of(address, "format")], most))
    if kind == QUERY:
        if _of(address, "query"):
            raise Odd(400, "There are two questions: one in the address and one in the body.")
        return _needed(_asked([("query", body), *address], most))
    if kind == UPDATE:
        raise Odd(403, READ_ONLY)
    raise Odd(415, f"A question comes as {FORM} or as {QUERY}; this is {kind or 'not told'}.")


def _needed(found: Asked | None) -> Asked:
    if found is None:
        raise Odd(400, "There is no question: the parameter `query` is missing.")
    return found


def _asked(fields: Sequence[tuple[str, str]], most: int) -> Asked | None:
    if _of(fields, "update"):
        raise Odd(403, READ_ONLY)
    queries = _of(fields, "query")
    if len(queries) > 1:
        raise Odd(400, "There are several parameters `query`; there must be one.")
    if not queries:
        if _of(fields, "default-graph-uri") or _of(fields, "named-graph-uri"):
            raise Odd(400, "There is a dataset but no question: the parameter `query` is missing.")
        return None
    text = queries[0][1]
    if len(text.encode()) > most:
        raise Odd(413, f"The question is longer than {most} bytes.")
    default, named = (_graphs(fields, name) for name in ("default-graph-uri", "named-graph-uri"))
    formats = _of(fields, "format")
    return Asked(text, default, named, formats[0][1] if formats else None)


def _of(fields: Sequence[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    return [field for field in fields if field[0] == name]


def _graphs(fields: Sequence[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for _, value in _of(fields, name))


def _fields(text: str) -> list[tuple[str, str]]:
    """The fields of an address or a form; raises Odd for what is no UTF-8, and for far too many."""
    try:
        plain = text.encode("latin-1").decode("utf-8") if not text.isascii() else text
        return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except UnicodeError as error:
        raise Odd(400, "This is no UTF-8.") from error
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
        raise Odd(413, f"The question is longer than {most} bytes.")
    try:
        return body.decode("latin-1") if request.mimetype == FORM else body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Odd(400, "This is no UTF-8.") from error

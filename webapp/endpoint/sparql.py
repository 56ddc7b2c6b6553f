"""`/sparql`: the SPARQL 1.1 protocol, query side, for whatever program asks; people are shown the way to their page."""

from collections.abc import Callable
from pathlib import Path
from typing import cast
from urllib.parse import quote

from flask import Blueprint, Response, redirect, request

from graph.asking.outcome import Question, Refused, Unanswered, Unwritable, Written
from graph.asking.place import directory_of
from graph.errors import QueryError
from queries.bind import refuse_writing
from queries.tokens import has_word
from webapp.caged import pool
from webapp.door import view
from webapp.endpoint.changes import changed
from webapp.endpoint.description import description
from webapp.endpoint.headers import open_to_all, other_method
from webapp.endpoint.negotiation import Types, known, prefers_html, triples, types
from webapp.endpoint.problem import explained, problem, unanswered
from webapp.endpoint.protocol import Asked, Change, asked
from webapp.endpoint.unchanged import held, not_modified, tag, tagged
from webapp.languages import language
from webapp.public import public
from webapp.version import data_version

PATH = "/sparql"
NOTHING = "There is no question: the parameter `query` is missing. Without one, this is the service's description"
#: What gives another answer each time.
UNSTEADY = ("NOW", "RAND", "UUID", "STRUUID")
PAGE = Blueprint("endpoint", __name__, url_prefix=PATH)
PAGE.after_request(open_to_all)
PAGE.before_app_request(other_method)


@PAGE.route("", methods=["GET", "POST"])
@explained
def sparql() -> Response:
    """Answer a question, or tell why not; to who asks nothing, tell what may be asked."""
    by_person = prefers_html(request.accept_mimetypes)
    if by_person and request.method != "POST" and "format" not in request.args:
        return to_people()
    found = asked(request, pool().limits.query)
    if isinstance(found, Change):
        return changed(found, public(PATH))
    if by_person and found.format is None:
        return to_people()
    if found.query is None:
        kind, form = triples(request.accept_mimetypes, found.format, NOTHING)
        return description(view(), public(PATH), kind, form)
    wanted = types(request.accept_mimetypes, found.format)
    return answered(question(found, wanted, public(PATH)), wanted)


def answered(asking: Question, wanted: Types) -> Response:
    """The answer to a question; that it is as it was, to who has it."""
    mark = named(data_version(view()), asking, wanted)
    if mark and held(mark):
        return not_modified(mark)
    try:
        return whole(pool().ask(directory(), asking, left()), wanted, mark)
    except Unanswered as error:
        return refusal(error)


def to_people() -> Response:
    """From here to the page for people, with all that the address says."""
    query = quote(request.query_string, safe="%&=+/:;?@!$'()*,-._~")
    where = f"{request.script_root}/{language()}{PATH}" + (f"?{query}" if query else "")
    answer = cast("Response", redirect(where, 307 if request.method == "POST" else 303, Response))
    answer.vary.add("Accept-Language")
    return answer


def question(found: Asked, wanted: Types, base: str) -> Question:
    """What the workers are asked; raises Refused for what changes something or asks another server."""
    text = found.query or ""
    try:
        refuse_writing(text)
    except QueryError as error:
        raise Refused(str(error)) from error
    names_graphs = has_word(text, "FROM")
    return Question(text, *wanted.forms, found.default_graphs, found.named_graphs, names_graphs, base)


def named(version: str, asking: Question, wanted: Types) -> str | None:
    """What names the answer to a question over a version of the data; None where it is another each time."""
    return tag(version, asking, wanted) if not has_word(asking.text, *UNSTEADY) else None


def whole(written: Written, wanted: Types, mark: str | None) -> Response:
    """An answer as it is sent."""
    return tagged(Response(written.body, content_type=wanted.of(written.form)), mark)


def refusal(error: Unanswered) -> Response:
    """Why a question has no answer."""
    if isinstance(error, Unwritable):
        return problem(406, f"The answer is {error}, and none of its forms is accepted. {known()}")
    return unanswered(error)


def directory() -> Path:
    """Where the current version of the store is. Raises StoreError."""
    return directory_of(view())


def left() -> Callable[[], bool]:
    """How to tell whether the client has gone, where the server knows."""
    return cast("Callable[[], bool]", request.environ.get("rodatraden.left", lambda: False))

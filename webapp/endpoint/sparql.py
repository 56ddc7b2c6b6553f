"""`/sparql`: the SPARQL 1.1 protocol, query side, for whoever asks."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from flask import Blueprint, Response, make_response, render_template, request

from graph.asking.outcome import Busy, Question, Refused, Unanswered, Unwritable
from graph.asking.place import directory_of
from graph.errors import QueryError, StoreError
from queries.bind import bound, refuse_writing
from queries.book import named
from queries.tokens import words
from webapp.caged import pool
from webapp.door import view
from webapp.endpoint.negotiation import Types, known, types
from webapp.endpoint.problem import AGAIN, STATUSES, Odd, problem, unanswered
from webapp.endpoint.protocol import Asked, asked

#: What stands in the form, and the forms of answers that it offers.
EXAMPLE, OFFERED = "things-by-plan", ("json", "csv", "tsv", "xml", "turtle", "jsonld")
#: From here on a status tells of a refusal.
BAD = 400
PAGE = Blueprint("endpoint", __name__, url_prefix="/sparql")


@PAGE.route("", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a question, or tell why not: people on the page, with their question still in it."""
    found = answered()
    return for_people(found) if found.status_code >= BAD and asked_by_person() else found


def answered() -> Response:
    """The answer to a question, or why there is none; without a question, the page for people."""
    try:
        found = asked(request, pool().limits.query)
        if found is None and asked_by_person():
            return for_people()
        if found is None:
            return problem(BAD, "There is no question: the parameter `query` is missing.")
        wanted = types(request.accept_mimetypes, found.format)
        written = pool().ask(directory(), question(found, wanted), left())
        return Response(written.body, content_type=wanted.of(written.form))
    except Odd as error:
        return problem(error.status, str(error))
    except Unwritable as error:
        return problem(406, f"The answer is {error}, and none of its forms is accepted. {known()}")
    except Unanswered as error:
        return unanswered(error)
    except StoreError as error:
        return problem(503, str(error))


@PAGE.after_request
def open_to_all(response: Response) -> Response:
    """Let pages of other hosts read the answers, which are open to anyone and depend on Accept."""
    response.vary.add("Accept")
    response.headers["Access-Control-Allow-Origin"] = "*"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def for_people(refusal: Response | None = None) -> Response:
    """The page with a form, and above it why a question has no answer."""
    query = request.values.get("query") or bound(named(EXAMPLE), {})
    detail = refusal.get_json(force=True)["detail"] if refusal else None
    page = render_template("pages/endpoint.html", limits=pool().limits, query=query, names=OFFERED, detail=detail)
    found = make_response(page, refusal.status_code if refusal else 200)
    found.headers.extend({"Retry-After": AGAIN} if found.status_code == STATUSES[Busy] else {})
    return found


def asked_by_person() -> bool:
    """Whether a browser asks, which names HTML among what it takes."""
    return "text/html" in request.accept_mimetypes.values()


def question(found: Asked, wanted: Types) -> Question:
    """What the workers are asked; raises Refused for what changes something or asks another server."""
    try:
        refuse_writing(found.query)
    except QueryError as error:
        raise Refused(str(error)) from error
    rows, triples = wanted.forms
    names_graphs = "FROM" in words(found.query)
    return Question(found.query, rows, triples, found.default_graphs, found.named_graphs, names_graphs)


def directory() -> Path:
    """Where the current version of the store is. Raises StoreError."""
    return directory_of(view())


def left() -> Callable[[], bool]:
    """How to tell whether the client has gone, where the server knows."""
    return cast("Callable[[], bool]", request.environ.get("waitress.client_disconnected", lambda: False))

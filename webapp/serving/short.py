"""The short way for `/sparql`: ordinary questions, read and answered within the loop by the endpoint's own functions.

Whatever is not ordinary (no question, a browser, a mistake, a question that a pipe may not take at once) goes the long way
to Flask, which tells all of it.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import cast
from urllib.parse import unquote_to_bytes
from weakref import WeakKeyDictionary

from flask import Flask, Request, Response
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import BadRequest
from werkzeug.http import parse_accept_header

from graph.asking.outcome import Busy, Question, Unanswered, Written
from graph.asking.pool import Pool
from graph.errors import StoreError
from graph.results import Form
from graph.store import PlanStore
from graph.view import View
from webapp.door import EXTENSION
from webapp.endpoint.headers import opened
from webapp.endpoint.negotiation import Types, prefers_html, types
from webapp.endpoint.problem import Odd
from webapp.endpoint.protocol import Asked, asked
from webapp.endpoint.sparql import PATH, named, question, refusal, whole
from webapp.public import public
from webapp.serving.answers import Answers, Key
from webapp.serving.headers import guarded
from webapp.serving.messages import Answer, Environ, Headers, Scope, encoded
from webapp.serving.traffic import Traffic
from webapp.version import data_version

#: Questions of more characters go the long way.
LONGEST = 16 * 1024
#: What an ordinary address has, and what headers the answer to an ordinary question depends on.
FIELDS, ACCEPT, HOST = ("query", "format"), b"accept", b"host"
#: Who has an answer already goes the long way.
CONDITION = b"if-none-match"

Then = Callable[[Answer], None]
Leave = Callable[[], None]


def _nothing() -> None:
    """It is answered already."""


class Short:
    """The endpoint within the loop."""

    def __init__(self, app: Flask, pool: Pool, traffic: Traffic) -> None:
        """Answer from an application's store."""
        self._app, self._store = app, cast("PlanStore", app.extensions[EXTENSION])
        self._pool, self._traffic, self._answers = pool, traffic, Answers()
        self._versions: WeakKeyDictionary[View, str] = WeakKeyDictionary()
        self._base = lru_cache(maxsize=100)(self._public)

    def begin(self, scope: Scope, then: Then) -> Leave | None:
        """Have the question of an address answered: `then` is given the answer. What to do where the client leaves before.

        None where it must go the long way.
        """
        headers = dict(scope["headers"])
        if scope["raw_path"] != PATH.encode() or CONDITION in headers or len(headers) < len(scope["headers"]):
            return None
        key = scope["query_string"], headers.get(ACCEPT, b""), headers.get(HOST, b"")
        try:
            seen = self._store.view()
            kept = self._answers.take(seen, key)
            found = None if kept else of_address(scope["query_string"])
        except (ValueError, StoreError):
            return None
        if kept:
            then(kept)
            return _nothing
        return self._ask(seen, found, key, then) if found else None

    def begin_form(self, environ: Environ, then: Then) -> Leave | None:
        """The same for a question that came in a body."""
        if environ["PATH_INFO"] != PATH:
            return None
        try:
            seen, found = self._store.view(), asked(Request(environ), self._pool.limits.query)
        except (Odd, StoreError):
            return None
        key = b"", environ.get("HTTP_ACCEPT", "").encode("latin-1"), environ.get("HTTP_HOST", "").encode("latin-1")
        return self._ask(seen, found, key, then) if isinstance(found, Asked) else None

    def _ask(self, seen: View, found: Asked, key: Key, then: Then) -> Leave | None:
        try:
            wanted = wanted_types(key[1], found.format)
            if seen.directory is None or wanted is None or len(found.query or "") > LONGEST:
                return None
            asking = question(found, wanted, self._base(key[2]))
        except (Odd, Unanswered, BadRequest):
            return None
        try:
            self._traffic.refuse_more()
            tell = partial(self._tell, seen, asking, wanted, key, then)
            return partial(self._pool.cancel, self._pool.begin(seen.directory, asking, tell))
        except Busy as error:
            then(refused(error))
            return _nothing

    def _tell(
        self, seen: View, asking: Question, wanted: Types, key: Key, then: Then, outcome: Written | Unanswered
    ) -> None:
        """Send an outcome, and keep it where it is the same next time."""
        if isinstance(outcome, Unanswered):
            then(refused(outcome))
            return
        mark = named(self._version(seen), asking, wanted)
        tagged = ((b"etag", mark.encode()),) if mark else ()
        answer = Answer(200, headed(wanted, outcome.form) + tagged, outcome.body)
        if mark and key[0]:
            self._answers.put(seen, key, answer)
        then(answer)

    def _version(self, seen: View) -> str:
        if seen not in self._versions:
            with self._app.app_context():
                self._versions[seen] = data_version(seen)
        return self._versions[seen]

    def _public(self, host: bytes) -> str:
        """Where this endpoint is, to who names this host. Raises BadRequest."""
        with self._app.test_request_context(PATH, headers={"Host": host.decode("latin-1")}):
            return str(public(PATH))


def of_address(query_string: bytes) -> Asked | None:
    """The question of an address that has nothing but what is ordinary; raises ValueError for what is no UTF-8."""
    fields = [field.partition("=") for field in query_string.decode("ascii").split("&")]
    values = {name: unquote_to_bytes(value.replace("+", " ")).decode("utf-8") for name, _, value in fields}
    if len(values) != len(fields) or not values.get("query") or not values.keys() <= set(FIELDS):
        return None
    return Asked(values["query"], (), (), values.get("format"))


@lru_cache(maxsize=200)
def wanted_types(accept: bytes, named: str | None) -> Types | None:
    """The types that a request wants; None for a browser's. Raises Odd."""
    accepted = parse_accept_header(accept.decode("latin-1"), MIMEAccept)
    return None if prefers_html(accepted) else types(accepted, named)


@lru_cache(maxsize=100)
def headed(wanted: Types, form: Form) -> Headers:
    """The headers of whole answers in a form, but for what names them."""
    return _headers(whole(Written(form, b""), wanted, None))


def refused(error: Unanswered) -> Answer:
    """Why there is no answer, as it is sent."""
    response = refusal(error)
    return Answer(response.status_code, _headers(response), response.get_data())


def _headers(response: Response) -> Headers:
    headers = encoded(list(guarded(opened(response, "GET")).headers))
    return tuple((name, value) for name, value in headers if name != b"content-length")

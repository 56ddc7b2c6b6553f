"""How descriptions are sent: in the form of RDF that a client accepts, made once for where it is asked, and not sent again."""

from collections.abc import Callable, Sequence
from hashlib import blake2b

from flask import Response, current_app, request
from werkzeug.exceptions import NotAcceptable

from graph.results import Form
from graph.view import View
from webapp.accept import best
from webapp.ask import once_a_version
from webapp.opendata.publisher import publisher
from webapp.public import public
from webapp.version import data_version

TYPES = {
    Form.TURTLE: "text/turtle",
    Form.JSONLD: "application/ld+json",
    Form.RDFXML: "application/rdf+xml",
    Form.NTRIPLES: "application/n-triples",
}
#: How many answers are kept of a version: by form, and by the names that clients call this server.
KEPT = 24


def told(seen: View, forms: Sequence[Form], tell: Callable[[Form], bytes]) -> Response:
    """A description in the form that is liked best, the first of `forms` for who takes any; raises NotAcceptable."""
    form = _accepted(forms)
    key = f"{request.path} {form.value} {public('/')} {publisher(current_app.config)}"
    mark = blake2b(f"{data_version(seen)} {key}".encode(), digest_size=12).hexdigest()
    response = Response(content_type=_sent(form))
    response.set_etag(mark)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept")
    if mark not in request.if_none_match:
        response.set_data(_kept(seen, key, lambda: tell(form)))
    response.make_conditional(request)
    return response


def _accepted(forms: Sequence[Form]) -> Form:
    by_type = {TYPES[form]: form for form in forms}
    found = best(request.accept_mimetypes, by_type)
    if found is None:
        raise NotAcceptable
    return by_type[found]


def _sent(form: Form) -> str:
    return TYPES[form] + ("; charset=utf-8" if form is Form.TURTLE else "")


@once_a_version
def _answers(_: View) -> dict[str, bytes]:
    return {}


def _kept(seen: View, key: str, make: Callable[[], bytes]) -> bytes:
    answers = _answers(seen)
    if key not in answers:
        made = make()
        if len(answers) >= KEPT:
            answers.clear()
        answers[key] = made
    return answers[key]

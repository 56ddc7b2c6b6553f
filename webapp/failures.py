"""What is answered when something is wrong: an honest status and a text that helps, as a page or, to programs, as JSON."""

from dataclasses import dataclass

from flask import Flask, Response, current_app, json, make_response, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import HTTPException, InternalServerError

from graph.errors import EmptyStore, QueryError, StoreError
from webapp.negotiation import prefers_json


@dataclass(frozen=True)
class Help:
    """What an error is called, what it means, and what to do."""

    title: str
    text: str


# fmt: off
HELP = {
    400: Help(lazy_gettext("Adressen går inte att tolka"), lazy_gettext("Något i adressen är inte som det ska. Börja om från startsidan eller sök.")),
    404: Help(lazy_gettext("Sidan finns inte"), lazy_gettext("Det finns inget här med det namnet. Det kan ha hetat så i en tidigare inläsning. Sök efter det, eller börja om från startsidan.")),
    405: Help(lazy_gettext("Så kan sidan inte användas"), lazy_gettext("Här går det bara att läsa.")),
    406: Help(lazy_gettext("Den formen finns inte"), lazy_gettext("Svaret finns som HTML, Turtle, JSON-LD och JSON.")),
    413: Help(lazy_gettext("För mycket på en gång"), lazy_gettext("Det som skickades är för stort. Skicka mindre.")),
    414: Help(lazy_gettext("För lång adress"), lazy_gettext("Adressen är för lång. Korta den.")),
    500: Help(lazy_gettext("Något gick fel hos oss"), lazy_gettext("Felet är antecknat. Försök igen, eller börja om från startsidan.")),
    503: Help(lazy_gettext("Inget att visa just nu"), lazy_gettext("Lagret går inte att läsa just nu. Försök igen om en stund.")),
}
EMPTY = Help(lazy_gettext("Här är tomt än så länge"), lazy_gettext("Inga dokument är inlästa. Läs in en mapp med planer så syns de här, utan att något behöver startas om:"))
# fmt: on
COMMAND = "rodatraden load MAPP"
RETRY_SECONDS = "10"


def explain(app: Flask) -> None:
    """Have an application tell its errors."""
    app.register_error_handler(HTTPException, told)
    app.register_error_handler(EmptyStore, empty)
    app.register_error_handler(StoreError, unreadable)
    app.register_error_handler(QueryError, broken)


def told(error: HTTPException) -> Response:
    """An error of HTTP."""
    if error.response is not None:
        return make_response(error.response)
    code = error.code or InternalServerError.code
    found = answer(code, HELP.get(code) or Help(error.name, error.description or ""))
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            found.headers[name] = value
    return found


def empty(_: EmptyStore) -> Response:
    """A store without documents: how to get some into it."""
    return answer(503, EMPTY, COMMAND)


def unreadable(error: StoreError) -> Response:
    """A store that cannot be read, for now."""
    current_app.logger.error("The store cannot be read: %s", error)
    return answer(503, HELP[503])


def broken(error: QueryError) -> Response:
    """A question of ours that is none: a fault of ours."""
    current_app.logger.error("A question of ours failed at %s: %s", request.path, error)
    return answer(500, HELP[500])


def answer(code: int, help_: Help, command: str = "") -> Response:
    """An error as a page, or as problem details (RFC 9457) for a client that prefers JSON."""
    if prefers_json():
        told_plainly = {"status": code, "title": str(help_.title), "detail": f"{help_.text} {command}".strip()}
        found = Response(json.dumps(told_plainly), content_type="application/problem+json")
    else:
        found = make_response(render_template("error.html", code=code, help=help_, command=command))
    found.status_code = code
    if code == 503:
        found.headers["Retry-After"] = RETRY_SECONDS
    return found

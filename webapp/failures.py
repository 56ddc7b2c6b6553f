"""What is answered when something is wrong: an honest status and a text that helps, as a page or, to programs, as JSON."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from flask import Flask, Response, current_app, json, make_response, render_template, request
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import HTTPException, InternalServerError

from graph.asking.outcome import Broken, Busy, Gone, TooLarge, TooSlow, Unanswered
from graph.earlier import Earlier, earlier
from graph.errors import EmptyStore, GraphError, QueryError, StoreError
from webapp.door import store, view
from webapp.languages import LANGUAGES, day
from webapp.negotiation import prefers_json
from webapp.search import LONGEST, Hit, search
from webapp.thing import Missing


@dataclass(frozen=True)
class Help:
    """What an error is called, what it means, and what to do."""

    title: object
    text: object


# fmt: off
HELP = {
    400: Help(lazy_gettext("Adressen går inte att tolka"), lazy_gettext("Något i adressen är inte som det ska. Börja om från startsidan eller sök.")),
    403: Help(lazy_gettext("Det går inte att skicka härifrån"), lazy_gettext("Formuläret kom inte från den här sidan, eller så har sidan legat öppen för länge. Inget är ändrat. Gå tillbaka, ladda om sidan och skicka igen.")),
    404: Help(lazy_gettext("Sidan finns inte"), lazy_gettext("Det finns inget här med det namnet. Det kan ha hetat så i en tidigare inläsning. Sök efter det, eller börja om från startsidan.")),
    405: Help(lazy_gettext("Så kan sidan inte användas"), lazy_gettext("Här går det bara att läsa.")),
    406: Help(lazy_gettext("Den formen finns inte"), lazy_gettext("Svaret finns som HTML, JSON, CSV, Turtle, JSON-LD, N-Triples och RDF/XML.")),
    413: Help(lazy_gettext("För mycket på en gång"), lazy_gettext("Det som skickades är för stort. Skicka mindre.")),
    414: Help(lazy_gettext("För lång adress"), lazy_gettext("Adressen är för lång. Korta den.")),
    500: Help(lazy_gettext("Något gick fel hos oss"), lazy_gettext("Felet är antecknat. Försök igen, eller börja om från startsidan.")),
    503: Help(lazy_gettext("Inget att visa just nu"), lazy_gettext("Lagret går inte att läsa just nu. Försök igen om en stund.")),
}
EMPTY = Help(lazy_gettext("Här är tomt än så länge"), lazy_gettext("Inga dokument är inlästa. Läs in en mapp med planer så syns de här, utan att något behöver startas om:"))
#: Why a question has no answer: its status and what is said of it.
UNANSWERED: dict[type[Unanswered], tuple[int, Help]] = {
    TooSlow: (504, Help(lazy_gettext("Frågan tog för lång tid"), lazy_gettext("Svaret kom inte inom tiden som en fråga får ta, så den avbröts. Avgränsa den: välj en plan, ett år eller en region."))),
    TooLarge: (413, Help(lazy_gettext("Svaret är för stort"), lazy_gettext("Svaret är större än vad som får skickas, och svar kortas aldrig. Avgränsa frågan: välj en plan, ett år eller en region."))),
    Broken: (500, Help(lazy_gettext("Frågan krävde för mycket"), lazy_gettext("Frågan avbröts, troligen för att den krävde mer minne än den får ta. Avgränsa den: välj en plan, ett år eller en region."))),
    Busy: (503, Help(lazy_gettext("Många frågar just nu"), lazy_gettext("För många frågor ställs på en gång. Försök igen om några sekunder."))),
    Gone: (499, Help(lazy_gettext("Frågan avbröts"), lazy_gettext("Den som frågade är inte kvar."))),
}
# fmt: on
COMMAND = "rodatraden load MAPP"
RETRY_SECONDS = "10"
#: Things that are suggested where a page is not there.
SUGGESTED = 6
WORD = re.compile(r"[^\W_]+")


def explain(app: Flask) -> None:
    """Have an application tell its errors."""
    app.register_error_handler(HTTPException, told)
    app.register_error_handler(EmptyStore, empty)
    app.register_error_handler(StoreError, unreadable)
    app.register_error_handler(QueryError, broken)
    app.register_error_handler(Unanswered, unanswered)


def told(error: HTTPException) -> Response:
    """An error of HTTP."""
    if error.response is not None:
        return make_response(error.response)
    if isinstance(error, Missing) and (before := _before(error)):
        return gone(before)
    code = error.code or InternalServerError.code
    found = answer(code, HELP.get(code) or Help(error.name, error.description or ""))
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            found.headers[name] = value
    return found


def gone(before: Earlier) -> Response:
    """A thing that only an older version has (410 Gone): which, when, and what is there now."""
    text = gettext(
        "”%(label)s” fanns i data till och med version %(number)s, som lästes in den %(day)s, men finns inte i den version som visas nu.",
        label=before.label, number=before.version.number, day=day(before.version.made),
    )  # fmt: skip
    return answer(410, Help(gettext("Det här finns inte längre"), text), before=before)


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


def unanswered(error: Unanswered) -> Response:
    """A question that took too much, where its page has nothing else to show."""
    code, why = reason(error)
    return answer(code, why)


def reason(error: Unanswered) -> tuple[int, Help]:
    """The status of a question without an answer, and why there is none."""
    return UNANSWERED.get(type(error)) or (500, HELP[500])


def answer(code: int, help_: Help, command: str = "", before: Earlier | None = None) -> Response:
    """An error as a page, or as problem details (RFC 9457) for a client that prefers JSON."""
    if prefers_json():
        told_plainly = {"status": code, "title": str(help_.title), "detail": f"{help_.text} {command}".strip()}
        if before and before.now:
            told_plainly["now"] = before.now.iri
        found = Response(json.dumps(told_plainly), content_type="application/problem+json")
    else:
        words = before.label if before else asked_words() if code == 404 else ""
        hits = suggestions(words) if words else ()
        page = render_template(
            "error.html", code=code, help=help_, command=command, before=before, words=words[:LONGEST], hits=hits
        )
        found = make_response(page)
    found.status_code = code
    if code == 503:
        found.headers["Retry-After"] = RETRY_SECONDS
    return found


def asked_words() -> str:
    """The words of an address that leads nowhere: of a thing's, its own last part."""
    parts = [part for part in unquote(request.path)[:1000].split("/") if part and part not in LANGUAGES]
    last = parts[-1:] if parts[:1] == ["id"] else parts
    return " ".join(WORD.findall(" ".join(last)))[:LONGEST]


def suggestions(words: str) -> tuple[Hit, ...]:
    """Things that some words find; none where nothing can be asked."""
    try:
        return search(view(), words, None, 1, SUGGESTED).items
    except GraphError:
        return ()


def _before(error: Missing) -> Earlier | None:
    """What older versions tell of a name; nothing where they cannot be read."""
    try:
        return earlier(store(), error.iri) if error.iri else None
    except GraphError:
        return None

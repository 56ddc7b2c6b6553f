"""The SPARQL workbench: a question in the address or a form, and its answer below; or the answer alone, for the editor."""

from threading import BoundedSemaphore

from flask import Blueprint, Response, make_response, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import RequestEntityTooLarge

from queries.bind import bound
from queries.book import named
from webapp.caged import pool
from webapp.endpoint.problem import AGAIN
from webapp.menu import Entry
from webapp.workbench.files import file, fits_excel
from webapp.workbench.receipt import receipt
from webapp.workbench.result import Looked, asked, looked
from webapp.workbench.trouble import Trouble, busy, no_question, too_large_for_excel, too_long
from webapp.workbench.wanted import Wanted, wanted

PAGE = Blueprint("workbench", __name__)
MENU = (Entry("ask", 20, "workbench.page", lazy_gettext("SPARQL-verkstad")),)
#: What stands in the form before anything is asked.
EXAMPLE = "things-by-plan"
BUSY = 503
#: Files are made in the server itself: so many at once, others wait so long, in seconds.
MAKING, PATIENCE = BoundedSemaphore(2), 15


@PAGE.route("/sparql", methods=["GET", "POST"])
def page() -> Response:
    """The whole page: the question, and its answer or why there is none."""
    wish = _wanted()
    if isinstance(wish, Trouble):
        return _answer("pages/sparql.html", Wanted(""), wish)
    return _answer("pages/sparql.html", wish, looked(wish) if wish.query or wish.asked_for else None)


@PAGE.route("/sparql/result", methods=["GET", "POST"])
def result() -> Response:
    """The answer alone, as a piece of the page; with `format` as a file."""
    wish = _wanted()
    if isinstance(wish, Trouble):
        return _answer("parts/result.html", Wanted(""), wish)
    if not wish.query and not wish.asked_for:
        return _answer("parts/result.html", wish, no_question())
    form = request.values.get("format")
    return _file(wish, form) if form else _answer("parts/result.html", wish, looked(wish))


def _wanted() -> Wanted | Trouble:
    """What is wanted; the trouble with a form that is too large."""
    try:
        return wanted(pool().limits.query)
    except RequestEntityTooLarge:
        return too_long(pool().limits.query)


def _file(wish: Wanted, form: str) -> Response:
    """An answer to take along; where there is none, the page that says why."""
    found = asked(wish)
    if isinstance(found, Trouble):
        return _answer("pages/sparql.html", wish, found)
    if not MAKING.acquire(timeout=PATIENCE):
        return _answer("pages/sparql.html", wish, busy())
    try:
        if form == "xlsx" and not fits_excel(found.cells(most=0)):
            return _answer("pages/sparql.html", wish, too_large_for_excel())
        cells = found.cells()
        return _unkept(file(wish, cells, receipt(wish, found, cells), form))
    finally:
        MAKING.release()


def _answer(template: str, wish: Wanted, found: Looked | Trouble | None) -> Response:
    """The page or the answer alone, with the status that is true."""
    shown, failed = (found, None) if not isinstance(found, Trouble) else (None, found)
    text = wish.query or bound(named(EXAMPLE), {})
    page = render_template(template, wish=wish, query=text, limits=pool().limits, result=shown, trouble=failed)
    response = make_response(page, failed.status if failed else 200)
    if failed and failed.status == BUSY:
        response.headers["Retry-After"] = AGAIN
    return response if found is None else _unkept(response)


def _unkept(response: Response) -> Response:
    """Answers tell when they were asked for: none is kept for others."""
    response.headers["Cache-Control"] = "no-store"
    return response

"""The SPARQL workbench: a question in the address or a form, and its answer below; or the answer alone, for the editor."""

from flask import Blueprint, Response, make_response, render_template, request
from flask_babel import lazy_gettext

from webapp.caged import pool
from webapp.menu import Entry

PAGE = Blueprint("workbench", __name__)
MENU = (Entry("ask", 20, "workbench.page", lazy_gettext("SPARQL-verkstad")),)


@PAGE.route("/sparql", methods=["GET", "POST"])
def page() -> Response:
    """The whole page."""
    return make_response(
        render_template("pages/sparql.html", query=request.values.get("query", ""), limits=pool().limits)
    )


@PAGE.route("/sparql/result", methods=["GET", "POST"])
def result() -> Response:
    """The answer alone, as a piece of the page."""
    return make_response(render_template("parts/result.html", query=request.values.get("query", "")))

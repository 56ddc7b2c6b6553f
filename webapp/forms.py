"""A list as a page, or with `?format=` as data: JSON with what is shown, Turtle or JSON-LD with all that is said of it."""

from collections.abc import Callable
from typing import Protocol

from flask import Response, jsonify, request
from werkzeug.exceptions import BadRequest

from graph.view import View
from ontology.iri import Iri
from webapp.addresses import ENDINGS
from webapp.data import described
from webapp.paging import Page
from webapp.plain import plain


class Named(Protocol):
    """What has a name in the graph."""

    @property
    def iri(self) -> Iri:
        """Its name."""


def answered(seen: View, shown: Page[Named], html: Callable[[], str]) -> str | Response:
    """A part of a list in the form that the address asks for; raises BadRequest for a form that there is not."""
    form = request.args.get("format", "html")
    if form == "html":
        return html()
    if form not in ENDINGS:
        raise BadRequest("format")
    if form == "json":
        return jsonify(plain(shown))
    return described(seen, tuple(item.iri for item in shown.items), form)

"""What was found by words."""

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import BadRequest

from ontology.iri import Iri
from ontology.rt import RT
from webapp.door import view
from webapp.forms import answered
from webapp.kinds import LISTED
from webapp.paging import whole_number
from webapp.search import LONGEST, search
from webapp.terms import terms

PAGE = Blueprint("search", __name__)
SHOWN = 50


@PAGE.get("/search")
def results() -> str | Response:
    """The things that fit `q`, of the class `kind` where that is given."""
    seen, text = view(), request.args.get("q", "")[:LONGEST].strip()
    kind = Iri(RT + request.args["kind"]) if request.args.get("kind") else None
    if kind and kind not in terms(seen).by_name:
        raise BadRequest("kind")
    shown = search(seen, text, kind, whole_number(request.args.get("page"), 1), SHOWN)
    return answered(
        seen, shown, lambda: render_template("pages/search.html", text=text, kind=kind, kinds=LISTED, shown=shown)
    )

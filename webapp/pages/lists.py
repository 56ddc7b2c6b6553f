"""All things of a class, of one plan, one edition or one region or of all: a list to look through, or as data."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.view import View
from ontology.iri import Iri
from ontology.rt import RT
from webapp.ask import rows
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.forms import answered
from webapp.kinds import COUNTED, LISTED
from webapp.menu import Entry
from webapp.order import order
from webapp.paging import page, whole_number
from webapp.terms import terms
from webapp.things import places

PAGE = Blueprint("lists", __name__)
MENU = (Entry("follow", 20, "lists.things", lazy_gettext("Aktiviteter"), {"kind": "Activity"}),)
#: Things on a page.
SHOWN = 100


@dataclass(frozen=True)
class Listed:
    """A thing in the list and its plan."""

    iri: Iri
    label: str
    plan: Iri


@PAGE.get("/things")
def things() -> str | Response:
    """The things of a class; `plan` is a plan's name, `year` an edition, `region` a county code."""
    seen = view()
    kind = Iri(RT + request.args.get("kind", "Activity"))
    if kind not in terms(seen).by_name:
        raise BadRequest("kind")
    chosen = _chosen(seen)
    found = _listed(seen, kind, chosen)
    shown = page(found, whole_number(request.args.get("page"), 1), SHOWN)
    return answered(
        seen,
        shown,
        lambda: render_template(
            "pages/things.html",
            kind=kind,
            shown=shown,
            kinds=(*LISTED, *(each for each in COUNTED if each not in LISTED)),
            editions=editions(seen),
            places=places(seen, tuple(each.iri for each in shown.items)),
            titles={edition.plan: edition for edition in editions(seen)},
            plan=request.args.get("plan", ""),
        ),
    )


def _chosen(seen: View) -> tuple[Edition, ...]:
    """The plans that the address asks for; all where it names none."""
    plan, year = request.args.get("plan"), request.args.get("year")
    return tuple(
        edition
        for edition in editions(seen)
        if (not plan or edition.plan == plan) and (not year or str(edition.year) == year)
    )


def _listed(seen: View, kind: Iri, chosen: tuple[Edition, ...]) -> list[Listed]:
    if not chosen:
        return []
    plans = tuple(edition.plan for edition in chosen)
    found = rows(seen, "things", Listed, kind=kind, plans=plans)
    return sorted(found, key=lambda each: (order(each.label), each.iri))

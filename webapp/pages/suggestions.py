"""Links that no document states, to look through: by relation and by what a person decided of them."""

from flask import Blueprint, Response, render_template, request
from flask_babel import lazy_gettext

from ontology import rt
from webapp.door import view
from webapp.editions import editions
from webapp.evidence.suggestions import sides, suggestions
from webapp.forms import answered
from webapp.menu import Entry
from webapp.paging import page, whole_number

PAGE = Blueprint("suggestions", __name__)
MENU = (Entry("review", 30, "suggestions.every", lazy_gettext("Förslag")),)
SHOWN = 50
RELATIONS = (rt.MeasuredBy, rt.FundedBy, rt.SameUndertaking, rt.ElaboratedBy, rt.ComparableWith)
REVIEWS = (rt.Unreviewed, rt.Accepted, rt.Rejected)


@PAGE.get("/suggestions")
def every() -> str | Response:
    """The links; only those of `relation` and of the state `review` where those are given, by their names in the ontology."""
    seen = view()
    relation, review = request.args.get("relation", ""), request.args.get("review", "")
    found = [
        each
        for each in suggestions(seen)
        if relation in ("", each.relation.local) and review in ("", each.review.local)
    ]
    shown = page(found, whole_number(request.args.get("page"), 1), SHOWN)
    return answered(
        seen,
        shown,
        lambda: render_template(
            "pages/suggestions.html",
            shown=shown,
            places=sides(seen, shown.items),
            titles={edition.plan: edition for edition in editions(seen)},
            relations=RELATIONS,
            reviews=REVIEWS,
            relation=relation,
            review=review,
        ),
    )

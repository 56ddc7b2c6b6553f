"""What hangs in the air: how far the red thread reaches, by focus area, and where it breaks."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template
from flask_babel import gettext, lazy_gettext

from graph.chains.coverage import AreaCoverage, coverage
from graph.chains.gaps import Gap, Lack, gaps
from graph.derived.items import Edition as Document
from graph.view import View
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.menu import Entry
from webapp.sheet import Sheet, answered, offered
from webapp.things import places
from webapp.threads.read import chains
from webapp.wishes import plan_wanted

PAGE = Blueprint("gaps", __name__)
MENU = (Entry("review", 20, "gaps.page", lazy_gettext("Luckor")),)


@dataclass(frozen=True)
class Gaps:
    """What the page shows of a plan: its coverage by focus area, and its gaps by what is lacking.

    The first of a pair are gaps that nothing fills, the second those that a suggestion would.
    """

    coverage: tuple[AreaCoverage, ...]
    lacks: tuple[tuple[Lack, tuple[Gap, ...], tuple[Gap, ...]], ...]


@PAGE.get("/gaps")
def page() -> str | Response:
    """The gaps of the plan `plan` (its name)."""
    seen = view()
    plans = _offered(seen)
    edition = plan_wanted(plans)
    if edition is None:
        return render_template("pages/gaps.html", edition=None)
    found = gaps(chains(seen), _document(seen, edition))
    shown = sheet_of(seen, edition, found)
    return answered(
        shown,
        lambda: render_template(
            "pages/gaps.html",
            edition=edition,
            editions=plans,
            shown=_shown(seen, edition, found),
            places=places(seen, tuple(each.item.iri for each in found)),
            sheet=shown,
        ),
    )


def sheet_of(seen: View, edition: Edition, found: tuple[Gap, ...]) -> Sheet:
    """The gaps of a plan as a sheet: a row a gap and suggestion that would fill it."""
    silent = tuple(each.item.iri for each in found if each.lack is Lack.NOT_MENTIONED)
    return offered(seen, "gaps", gettext("Luckor i %(title)s", title=edition.title), plan=edition.plan, silent=silent)


def _offered(seen: View) -> tuple[Edition, ...]:
    """The plans that chains run through: all but reports."""
    known = {each.plan for each in chains(seen).editions()}
    return tuple(each for each in editions(seen) if each.plan in known)


def _document(seen: View, edition: Edition) -> Document:
    return next(each for each in chains(seen).editions() if each.plan == edition.plan)


def _shown(seen: View, edition: Edition, found: tuple[Gap, ...]) -> Gaps:
    by_lack = ((lack, [each for each in found if each.lack is lack]) for lack in Lack)
    return Gaps(
        coverage=tuple(each for each in coverage(chains(seen), _document(seen, edition)) if each.activities),
        lacks=tuple(
            (lack, tuple(each for each in those if not each.filled), tuple(each for each in those if each.filled))
            for lack, those in by_lack
            if those
        ),
    )

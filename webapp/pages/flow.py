"""The flow of a plan: from assignments over focus areas to activities, drawn, with what is linked to nothing."""

from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request, url_for
from flask_babel import gettext, lazy_gettext

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.door import view
from webapp.editions import Edition, editions, plans_of, stating
from webapp.evidence.suggestions import suggestions
from webapp.menu import Entry
from webapp.sheet import Sheet, answered
from webapp.shown import same_with
from webapp.threads.flow import Addresses, Picture, picture
from webapp.threads.ways import COLUMNS, Reach, Way, flow_sheet, reach, ways
from webapp.wishes import one_of, plan_wanted, with_suggested

PAGE = Blueprint("flow", __name__)
MENU = (Entry("follow", 30, "flow.page", lazy_gettext("Flöde")),)
#: What widths may be by.
BY = ("links", "kronor")
KINDS = {"assignment": "Assignment", "area": "FocusArea", "activity": "Activity"}


@dataclass(frozen=True)
class Share:
    """An assignment, or None for those that have none, and how many of its ways go through each focus area."""

    iri: Iri | None
    label: str | None
    areas: tuple[tuple[str | None, int], ...]
    ways: int


@dataclass(frozen=True)
class Money:
    """What is known of the money of a plan's activities: accepted links, those without one amount, and those not reviewed."""

    accepted: int
    unpriced: int
    unreviewed: int


@PAGE.get("/flow")
def page() -> str | Response:
    """The flow of the plan `plan`, by `by`; narrowed to an `assignment`, `area` or `activity`, or to what lacks one."""
    seen, by = view(), one_of("by", BY)
    edition = plan_wanted(editions(seen), _preferred(seen))
    if edition is None:
        return render_template("pages/flow.html", edition=None)
    narrow = {name: request.args.get(name, "") for name in COLUMNS}
    found = flow_sheet(seen, edition.plan, narrow, suggested=with_suggested(), money=by == "kronor")
    return answered(found, lambda: _drawn(seen, edition, by, narrow, ways(found), found))


def _preferred(seen: View) -> tuple[Edition, ...]:
    """The plans that have most of what a flow shows: plans with assignments and activities, else with activities, else reports."""
    active = stating(seen, rt.Activity)
    return plans_of(stating(seen, rt.Assignment, rt.Activity)) or plans_of(active) or active


def _drawn(seen: View, edition: Edition, by: str, narrow: dict[str, str], found: tuple[Way, ...], table: Sheet) -> str:
    return render_template(
        "pages/flow.html",
        edition=edition,
        editions=editions(seen),
        by=by,
        narrowed=_narrowed(narrow, found),
        reach=reach(found),
        finding=finding(reach(found)),
        shares=shares(found),
        money=_money(seen, edition, found),
        picture=_picture(edition, found, by),
        sheet=table,
    )


def finding(found: Reach) -> str:
    """What the flow says in some sentences: what lacks what, and that nothing does."""
    if not found.activities:
        return str(
            gettext(
                "Ingen aktivitet står i planen, så inget av dess %(all)s uppdrag leder vidare.", all=found.assignments
            )
        )
    return f"{_of_assignments(found)} {_of_activities(found)}".strip()


def _of_assignments(found: Reach) -> str:
    if not found.assignments:
        return str(gettext("Planen har inga egna uppdrag."))
    if not found.idle:
        return str(gettext("Alla %(all)s uppdrag har aktiviteter i planen.", all=found.assignments))
    return str(
        gettext("%(count)s av %(all)s uppdrag saknar aktivitet i planen.", count=found.idle, all=found.assignments)
    )


def _of_activities(found: Reach) -> str:
    """What activities lack; what none lacks is said only where they lack nothing."""
    lacks = (
        (
            found.unasked,
            gettext(
                "%(count)s av %(all)s aktiviteter bidrar inte till något uppdrag.",
                count=found.unasked,
                all=found.activities,
            ),
        ),
        (
            found.placeless,
            gettext(
                "%(count)s av %(all)s aktiviteter saknar insatsområde.", count=found.placeless, all=found.activities
            ),
        ),
        (
            found.empty,
            gettext("%(count)s av %(all)s insatsområden är utan aktivitet.", count=found.empty, all=found.areas),
        ),
    )
    told = " ".join(text for count, text in lacks if count)
    return told or gettext("Alla %(all)s aktiviteter har både uppdrag och insatsområde.", all=found.activities)


def _picture(edition: Edition, found: tuple[Way, ...], by: str) -> Picture:
    to = Addresses(
        narrowed=lambda column, key: same_with(plan=edition.plan, **{column: key}),
        listed=lambda column: url_for("lists.things", kind=KINDS[column], plan=edition.plan),
    )
    return picture(found, to, money=by == "kronor")


def _narrowed(narrow: dict[str, str], found: tuple[Way, ...]) -> tuple[tuple[str, str, str | None], ...]:
    """What the address narrows the flow to: the column, the name, and the label where the ways tell it."""
    return tuple(
        (column, key, next((getattr(way, f"{column}_label") for way in found if getattr(way, column) == key), None))
        for column, key in narrow.items()
        if key
    )


def shares(found: tuple[Way, ...]) -> tuple[Share, ...]:
    """The ways by assignment, those with the most first, those without an assignment last."""
    labels = {way.assignment: way.assignment_label for way in found}
    counted = {iri: Counter(way.area_label for way in found if way.assignment == iri) for iri in labels}
    each = (Share(iri, labels[iri], tuple(areas.most_common()), areas.total()) for iri, areas in counted.items())
    return tuple(sorted(each, key=lambda share: (share.iri is None, -share.ways)))


def _money(seen: View, edition: Edition, found: tuple[Way, ...]) -> Money:
    links = [each for each in suggestions(seen) if each.relation == rt.FundedBy and each.subject_plan == edition.plan]
    return Money(
        accepted=sum(each.review == rt.Accepted for each in links),
        unpriced=sum(way.budget_line_label is not None and way.sek is None for way in found),
        unreviewed=sum(each.review == rt.Unreviewed for each in links),
    )

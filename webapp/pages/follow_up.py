"""How what a plan promised went: its items by how they stand, its targets against outcomes, its money."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.derived.items import Edition as Document
from graph.follow_up.follow_up import FollowUp
from graph.follow_up.money import MoneyRow
from graph.follow_up.standing import Followed, Standing
from graph.follow_up.targets import TargetRow
from graph.follow_up.verdict import Why
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.kinds import LISTED
from webapp.menu import Entry
from webapp.sheet import answered
from webapp.things import Source, places
from webapp.threads.followed import sheets
from webapp.threads.read import following
from webapp.threads.verdicts import ORDER
from webapp.wishes import plan_wanted

PAGE = Blueprint("follow_up", __name__)
MENU = (Entry("measure", 30, "follow_up.page", lazy_gettext("Uppföljning")),)


@dataclass(frozen=True)
class Told:
    """What the page shows of a plan: how its items stand, those that matter most first; targets and budgets with an outcome.

    `kinds` are the classes of its items; `silent` counts targets and budgets that no outcome of their year is known for.
    """

    groups: tuple[tuple[Standing, tuple[Followed, ...]], ...]
    kinds: tuple[Iri, ...]
    targets: tuple[TargetRow, ...]
    money: tuple[MoneyRow, ...]
    silent: tuple[int, int]


@PAGE.get("/follow-up")
def page() -> str | Response:
    """The follow-up of the plan `plan` (its name), of things of the class `kind` where that is given."""
    seen = view()
    edition = plan_wanted(editions(seen), _reported(seen)) or abort(404)
    told = following(seen).of(_document(seen, edition))
    kind = request.args.get("kind", "")
    shown = _shown(told, kind)
    found = sheets(seen, told, (each for _, group in shown.groups for each in group), shown.targets, shown.money)
    chosen = found.get(request.args.get("sheet") or "follow-up")
    if chosen is None:
        raise BadRequest("sheet")
    return answered(
        chosen,
        lambda: render_template(
            "pages/follow_up.html",
            edition=edition,
            editions=editions(seen),
            told=told,
            shown=shown,
            kind=kind,
            places=_places(seen, told),
            sheets=found,
        ),
    )


def _reported(seen: View) -> tuple[Edition, ...]:
    """The plans that their own report tells of; where there are none, the reports: those tell at least of themselves."""
    known = following(seen)
    owed = {each.plan for each in known.items.editions if any(one.owes for one in known.of(each).tellers)}
    found = tuple(each for each in editions(seen) if each.plan in owed)
    return found or tuple(each for each in editions(seen) if each.kind == rt.AnnualReport)


def _document(seen: View, edition: Edition) -> Document:
    return next(each for each in following(seen).items.editions if each.plan == edition.plan)


def _shown(told: FollowUp, kind: str) -> Told:
    kinds = {each.item.kind for each in told.items}
    chosen = [each for each in told.items if kind in ("", each.item.kind.local)]
    groups = ((standing, tuple(each for each in chosen if each.standing is standing)) for standing in ORDER)
    targets = tuple(row for row in told.targets if row.judgement.why not in (Why.NO_OUTCOME, Why.NO_YEAR))
    money = tuple(row for row in told.money if row.outcome or row.forecast)
    return Told(
        groups=tuple((standing, found) for standing, found in groups if found),
        kinds=tuple(each for each in LISTED if each in kinds),
        targets=targets,
        money=money,
        silent=(len(told.targets) - len(targets), len(told.money) - len(money)),
    )


def _places(seen: View, told: FollowUp) -> dict[Iri, Source]:
    """Where all that the page shows stands."""
    return places(seen, tuple(dict.fromkeys(_named(told))))


def _named(told: FollowUp) -> Iterator[Iri]:
    for each in told.items:
        yield each.item.iri
        yield from (one.said.iri if one.said else one.row.iri for one in each.mentions)
    for row in told.targets:
        yield row.target.iri
        yield from (one.figure.iri for one in (row.outcome, row.latest) if one)
    for line in told.money:
        yield line.budget.iri
        yield from (one.sum.iri for one in (line.forecast, line.outcome) if one)

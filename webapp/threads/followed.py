"""A plan's follow-up as sheets: what it promises with what reports say of it, its targets, its money."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext

from graph.follow_up.follow_up import FollowUp
from graph.follow_up.money import MoneyRow
from graph.follow_up.standing import PROMISED, Followed
from graph.follow_up.targets import TargetRow
from graph.follow_up.ties import Route, Tie
from graph.view import View
from webapp.ask import Single
from webapp.sheet import Sheet, offered

#: What a link is held by, in the words of `webapp.evidence.grounds`.
GROUNDS = {
    Route.STATED: "stated",
    Route.CONFIRMED: "accepted",
    Route.LINEAGE: "inferred",
    Route.SUGGESTED: "suggested",
}

#: In place of a name where there is none: it is no name, so that nothing is said of it.
NONE = ""

Row = tuple[Single, ...]


def sheets(
    seen: View,
    told: FollowUp,
    items: Iterable[Followed],
    targets: Iterable[TargetRow],
    money: Iterable[MoneyRow],
) -> dict[str, Sheet]:
    """What the page shows of a plan, as tables by their names: some of its items, of its targets and of its budgets."""
    title = told.edition.title
    chosen, sums = tuple(items), tuple(map(_sum, money))
    found = (
        offered(
            seen,
            "followed",
            gettext("Uppföljning av %(title)s", title=title),
            "follow-up",
            plan=told.edition.plan,
            kinds=tuple(sorted({each.item.kind for each in chosen} & PROMISED)),
            mentions=tuple(_mentions(chosen)),
            reports=tuple(dict.fromkeys(each.edition.plan for each in told.tellers)),
        ),
        offered(
            seen,
            "followed_targets",
            gettext("Mål mot utfall: %(title)s", title=title),
            "targets",
            targets=tuple(map(_target, targets)),
        ),
        offered(
            seen,
            "followed_money",
            gettext("Budget mot utfall: %(title)s", title=title),
            "money",
            sums=sums,
            budgets=tuple(dict.fromkeys(row[0] for row in sums)),
            outcomes=tuple(dict.fromkeys(row[2] for row in sums if row[2])),
        ),
    )
    return {each.name: each for each in found}


def _mentions(items: Iterable[Followed]) -> Iterator[Row]:
    for each in items:
        for one in each.mentions:
            yield (each.item.iri, one.said.iri if one.said else one.row.iri, *_held(one.tie))


def _target(row: TargetRow) -> Row:
    outcome = row.outcome
    if outcome is None:
        return row.target.iri, row.judgement.verdict.value, NONE, None, None
    return row.target.iri, row.judgement.verdict.value, outcome.figure.iri, *_held(outcome.tie)


def _sum(row: MoneyRow) -> Row:
    forecast = row.forecast.sum.iri if row.forecast else NONE
    apart = row.difference is None
    if row.outcome is None:
        return row.budget.iri, forecast, NONE, apart, None, None
    return row.budget.iri, forecast, row.outcome.sum.iri, apart, *_held(row.outcome.tie)


def _held(tie: Tie) -> tuple[str, Single]:
    """What a link is held by, and how sure that is, where it is not certain."""
    return GROUNDS[tie.route], None if tie.route is Route.STATED else tie.confidence

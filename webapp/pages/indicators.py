"""A plan's measures side by side, each as a small picture of target against outcome: what was missed comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.derived.items import Edition as Document
from graph.derived.items import Item
from graph.follow_up.follow_up import Following
from graph.follow_up.targets import TargetRow
from graph.follow_up.verdict import Verdict
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.door import view
from webapp.drawing.trend import SMALL
from webapp.editions import Edition, stating
from webapp.figures.course import Course, course, told_of
from webapp.figures.judged import OPEN, Direction, chief, direction, judged, shown_verdict
from webapp.figures.readings import Reading, readings
from webapp.menu import Entry
from webapp.order import order
from webapp.paging import Page, page, whole_number
from webapp.sheet import Sheet, answered, sheet
from webapp.threads.read import following
from webapp.threads.verdicts import SIGNS as VERDICT_SIGNS
from webapp.threads.verdicts import WORDS as VERDICT_WORDS
from webapp.wishes import plan_wanted

PAGE = Blueprint("indicators", __name__)
MENU = (Entry("measure", 10, "indicators.every", lazy_gettext("Indikatorer")),)
KINDS = (rt.Indicator, rt.ProductionMeasure, rt.WorkforceMeasure, rt.PlanningAssumption)
#: Small pictures on a page.
SHOWN = 60


class Stand(Enum):
    """How a measure stands, what matters most first; the value is its name in addresses."""

    NOT_REACHED = "not-reached"
    CANNOT_TELL = "cannot-tell"
    REACHED = "reached"
    OPEN = "open"
    NO_TARGET = "no-target"


WORDS = {
    Stand.NOT_REACHED: (VERDICT_SIGNS[Verdict.NOT_REACHED], VERDICT_WORDS[Verdict.NOT_REACHED]),
    Stand.CANNOT_TELL: (VERDICT_SIGNS[Verdict.CANNOT_TELL], VERDICT_WORDS[Verdict.CANNOT_TELL]),
    Stand.REACHED: (VERDICT_SIGNS[Verdict.REACHED], VERDICT_WORDS[Verdict.REACHED]),
    Stand.OPEN: ("…", lazy_gettext("inget utfall än för målets år")),
    Stand.NO_TARGET: ("–", lazy_gettext("inget mål")),
}


@dataclass(frozen=True)
class Card:
    """A measure: its group's name, the target to tell of, how it stands, and which way is good."""

    item: Item
    group: str
    row: TargetRow | None
    stand: Stand
    direction: Direction | None


@dataclass(frozen=True)
class Chosen:
    """What the address asks for."""

    edition: Edition
    kind: Iri
    group: str
    stand: str


@PAGE.get("/indicators")
def every() -> str | Response:
    """The measures of the plan `plan`, of a kind `kind`, a group `group`, that stand as `verdict`."""
    seen = view()
    known = following(seen)
    offered = stating(seen, rt.Measure)
    edition = plan_wanted(offered, _told_of(known, offered))
    if edition is None:
        return render_template("pages/indicators.html", edition=None)
    cards = _cards(known, edition)
    chosen = Chosen(edition, _kind(cards), request.args.get("group", ""), request.args.get("verdict", ""))
    of_kind = [card for card in cards if card.item.kind == chosen.kind]
    of_group = [card for card in of_kind if chosen.group in ("", card.group)]
    found = [card for card in of_group if chosen.stand in ("", card.stand.value)]
    values = _sheet(seen, known, found, edition)
    shown = page(found, whole_number(request.args.get("page"), 1), SHOWN)
    return answered(values, lambda: _html(offered, cards, chosen, of_kind, of_group, shown, values))


def _html(
    offered: tuple[Edition, ...],
    cards: list[Card],
    chosen: Chosen,
    of_kind: list[Card],
    of_group: list[Card],
    shown: Page[Card],
    values: Sheet,
) -> str:
    return render_template(
        "pages/indicators.html",
        edition=chosen.edition,
        editions=offered,
        chosen=chosen,
        kinds=tuple(kind for kind in KINDS if any(card.item.kind == kind for card in cards)),
        groups=sorted({card.group for card in of_kind if card.group}, key=order),
        stands=tuple((stand, sum(card.stand is stand for card in of_group), *WORDS[stand]) for stand in Stand),
        words_of=WORDS,
        shown=shown,
        courses=_courses(shown.items, values),
        sheet=values,
    )


def _told_of(known: Following, offered: Iterable[Edition]) -> tuple[Edition, ...]:
    """The plans of which an outcome is known for a target's year."""
    documents = {each.plan: each for each in known.items.editions}
    return tuple(
        each
        for each in offered
        if any(row.judgement.verdict is not Verdict.CANNOT_TELL for row in known.of(documents[each.plan]).targets)
    )


def _kind(cards: list[Card]) -> Iri:
    """The class that the address asks for (404 for one that there is not), else the first that the plan has."""
    wished = request.args.get("kind")
    there = tuple(kind for kind in KINDS if any(card.item.kind == kind for card in cards))
    if wished:
        return next((kind for kind in KINDS if kind.local == wished), None) or abort(404)
    return next(iter(there), KINDS[0])


def _cards(known: Following, edition: Edition) -> list[Card]:
    document: Document = next(each for each in known.items.editions if each.plan == edition.plan)
    found = [_card(known, item) for item in known.items.of_family(document, rt.Measure)]
    ranks = {stand: rank for rank, stand in enumerate(Stand)}
    return sorted(found, key=lambda card: ranks[card.stand])


def _card(known: Following, item: Item) -> Card:
    rows = judged(known, item)
    row = chief(rows, item)
    return Card(item, _group(known, item), row, _stand(row), direction(known, item, rows))


def _group(known: Following, item: Item) -> str:
    goals = (known.items.by_iri.get(goal) for goal in item.linked(rt.goal))
    return next((goal.label for goal in goals if goal), item.group or "")


def _stand(row: TargetRow | None) -> Stand:
    if row is None:
        return Stand.NO_TARGET
    if row.judgement.why in OPEN:
        return Stand.OPEN
    return Stand[shown_verdict(row).name]


def _sheet(seen: View, known: Following, cards: list[Card], edition: Edition) -> Sheet:
    """The values of some measures; why each is held to belong there is told on its own page, the question is long as it is."""
    told = tuple((*one[:-1], None) for card in cards for one in told_of(known, card.item))
    title = gettext("Mål och utfall: %(label)s", label=edition.title)
    return sheet(seen, "measure_values", title, "indicators", told=told)


def _courses(cards: Iterable[Card], values: Sheet) -> dict[Iri, Course]:
    """The small pictures by measure."""
    by_measure: dict[Iri | None, list[Reading]] = {}
    for one in readings(values):
        by_measure.setdefault(one.measure, []).append(one)
    return {card.item.iri: course(by_measure.get(card.item.iri, []), SMALL) for card in cards}

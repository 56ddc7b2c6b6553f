"""All assignments of a plan, each with its chain in miniature: where it holds, where it is only suggested, where it breaks."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.chains.chain import Hop
from graph.derived.items import Edition as Document
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.door import view
from webapp.editions import Edition, plans_of, stating
from webapp.menu import Entry
from webapp.order import order
from webapp.sheet import Sheet, answered, sheet
from webapp.things import Source
from webapp.threads.chain import Ground, strength
from webapp.threads.read import chains, following
from webapp.wishes import plan_wanted, with_suggested

PAGE = Blueprint("assignments", __name__)
MENU = (Entry("follow", 10, "assignments.page", lazy_gettext("Uppdrag")),)
#: The columns of the sheet that count what a link leads to: for sure, and in all.
COUNTS = {
    Hop.ACTIVITY: ("activities_stated", "activities"),
    Hop.INDICATOR: ("indicators_accepted", "indicators"),
    Hop.MONEY: ("money_accepted", "money"),
    Hop.OUTCOME: ("outcomes_stated", "outcomes"),
}
#: What chooses the chains that hold all the way.
WHOLE = "none"


@dataclass(frozen=True)
class Row:
    """An assignment: its words, where it stands, and how many things each link of its chain leads to."""

    iri: Iri
    label: str
    text: str | None
    plan: Iri
    source: Source | None
    counts: Mapping[Hop, Mapping[Ground, int]]

    @property
    def kinds(self) -> tuple[str, ...]:
        """How each link of the chain in miniature is drawn, the assignment itself first."""
        return ("stated" if self.text else "suggested", *(strength(self.counts[hop]) for hop in Hop))

    @property
    def broken(self) -> Hop | None:
        """The first link that leads nowhere; None where each leads somewhere."""
        return next((hop for hop in Hop if not sum(self.counts[hop].values())), None)


@PAGE.get("/assignments")
def page() -> str | Response:
    """The assignments of the plan `plan`, of all plans for `plan=all`: those that break at `broken`, in the order `sort`."""
    seen = view()
    offered = stating(seen, rt.Assignment)
    every = request.args.get("plan") == "all"
    plan = None if every else plan_wanted(offered, plans_of(offered))
    chosen = offered if every else (plan,) if plan else ()
    found = _sheet(seen, chosen)
    return answered(found, lambda: _html(found, offered, plan))


def _html(found: Sheet, offered: tuple[Edition, ...], plan: Edition | None) -> str:
    rows = tuple(_row(found, cells) for cells in found.answer.rows)
    broken, sort = request.args.get("broken", ""), request.args.get("sort", "")
    ends = {hop: sum(each.broken is hop for each in rows) for hop in (*Hop, None)}
    shown = [each for each in rows if broken == "" or broken == _name(each.broken)]
    return render_template(
        "pages/assignments.html",
        sheet=found,
        rows=_sorted(shown, sort),
        total=len(rows),
        ends=tuple((_name(hop), hop, count) for hop, count in ends.items() if count),
        hops=tuple(Hop),
        broken=broken,
        sort=sort,
        plan=plan,
        editions=offered,
        titles={each.plan: each for each in offered},
    )


def _name(hop: Hop | None) -> str:
    return hop.value if hop else WHOLE


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    """By a link's count, the largest first; by name; else as they stand in the plan."""
    hop = next((hop for hop in Hop if hop.value == sort), None)
    if hop:
        return sorted(rows, key=lambda each: -sum(each.counts[hop].values()))
    return sorted(rows, key=lambda each: order(each.label)) if sort == "name" else rows


def _row(found: Sheet, cells: tuple[object, ...]) -> Row:
    told = dict(zip(found.answer.columns, cells, strict=True))
    source = found.source(cells)  # type: ignore[arg-type]
    text = told["text"]
    return Row(
        iri=Iri(str(told["assignment"])),
        label=str(told["assignment_label"]),
        text=None if text is None else str(text),
        plan=Iri(str(told["plan"])),
        source=Source(source[0], source[1], source[2], source[2], "") if source else None,
        counts={hop: _counts(hop, int(str(told[sure])), int(str(told[all_]))) for hop, (sure, all_) in COUNTS.items()},
    )


def _counts(hop: Hop, sure: int, every: int) -> Mapping[Ground, int]:
    accepted = hop in (Hop.INDICATOR, Hop.MONEY)
    return {
        Ground.STATED: 0 if accepted else sure,
        Ground.ACCEPTED: sure if accepted else 0,
        Ground.SUGGESTED: every - sure,
    }


def _sheet(seen: View, chosen: tuple[Edition, ...]) -> Sheet:
    documents = [each for each in chains(seen).items.editions if each.plan in {one.plan for one in chosen}]
    return sheet(
        seen,
        "assignments_overview",
        gettext("Uppdrag och hur långt deras tråd räcker"),
        "assignments",
        plans=tuple(each.plan for each in chosen),
        suggested="yes" if with_suggested() else "no",
        told=tuple(sorted({pair for each in documents for pair in _told(seen, each)})),
    )


def _told(seen: View, edition: Document) -> set[tuple[Iri, Iri]]:
    """What serves or is an assignment, and what tells how it went: itself where a report of its own plan does."""
    told = following(seen).of(edition)
    families = {rt.Assignment, rt.Activity}
    pairs = {
        (each.item.iri, mention.row.iri)
        for each in told.items
        if each.item.family in families
        for mention in each.within
        if with_suggested() or mention.row.iri == each.item.iri
    }
    measured = {
        (limb.item.iri, hold.item.iri)
        for limb in (
            *chains(seen).limbs(edition, told),
            *(chains(seen).limb(item, told) for item in chains(seen).items.of_family(edition, rt.Assignment)),
        )
        for hold in limb.indicators
        if hold.item.iri in told.came and with_suggested()
    }
    return pairs | measured

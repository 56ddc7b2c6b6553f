"""A thread: one thing through its editions, what differs at each joint, and what it hangs together with in each."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.answer import Value
from graph.lineage.kinds import ORDER, in_order
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.addresses import thing_at
from webapp.ask import ask
from webapp.door import view
from webapp.editions import Edition
from webapp.kinds import many
from webapp.menu import Entry
from webapp.order import order
from webapp.pages.timeline import KINDS, kind_wanted, offered, plans_wanted
from webapp.paging import page, whole_number
from webapp.sheet import Sheet, answered, sheet
from webapp.things import Head, head
from webapp.threads.lives import life
from webapp.wishes import with_suggested

PAGE = Blueprint("threads", __name__)
MENU = (Entry("follow", 45, "threads.every", lazy_gettext("Trådar")),)
#: How many threads are listed at once.
SHOWN = 100
#: What is suggested of a thing within its own region; what is like it elsewhere belongs to comparisons.
RELATIONS = (rt.MeasuredBy, rt.FundedBy, rt.SameUndertaking, rt.ElaboratedBy)
#: At most so many things of a thread are told of.
MOST = 60


@dataclass(frozen=True)
class Run:
    """A thread in a list: from which edition to which, and what became of it on the way."""

    thread: Iri
    label: str
    first: int
    last: int
    kinds: tuple[Iri, ...]
    confidence: Decimal


@PAGE.get("/threads")
def every() -> str | Response:
    """The threads through an `organisation`'s plans, or those of one `plan`: of a `kind`, with a `change`."""
    seen = view()
    plans, kind = plans_wanted(seen), kind_wanted()
    title = gettext("Trådar: %(what)s", what=many(kind))
    shown = sheet(seen, "threads", title, "tradar", plans=tuple(each.plan for each in plans), kind=kind)
    return answered(shown, lambda: _list(seen, plans, kind, shown))


def _list(seen: View, plans: tuple[Edition, ...], kind: Iri, shown: Sheet) -> str:
    runs, change = _runs(shown), request.args.get("change", "")
    counts = Counter(each for run in runs for each in run.kinds)
    chosen = [run for run in runs if not change or any(each.local == change for each in run.kinds)]
    return render_template(
        "pages/threads.html",
        plans=plans,
        kind=kind,
        kinds=KINDS,
        offered=offered(seen),
        counts=[(each, counts[each]) for each in ORDER if counts[each]],
        change=change,
        shown=page(chosen, whole_number(request.args.get("page"), 1), SHOWN),
        sheet=shown,
    )


def _runs(shown: Sheet) -> list[Run]:
    """Each thread of the rows once, in the order that people count in."""
    found: defaultdict[Iri, list[tuple[Value, ...]]] = defaultdict(list)
    for row in shown.answer.rows:
        found[Iri(str(row[0]))].append(row)
    runs = [
        Run(
            thread,
            str(label),
            int(str(first)),
            int(str(last)),
            in_order(Iri(str(row[4])) for row in rows),
            _least(rows),
        )
        for thread, rows in found.items()
        for _, label, first, last, *_ in rows[:1]
    ]
    return sorted(runs, key=lambda run: order(run.label))


def _least(rows: list[tuple[Value, ...]]) -> Decimal:
    """How sure the least sure of its joints is."""
    return min(Decimal(str(row[5])) for row in rows)


@PAGE.get("/threads/<path:path>")
def one(path: str) -> str | Response:
    """The thread of the thing, or the thread, that a path names; raises NotFound where nothing can be told of such a one."""
    seen = view()
    named = thing_at(path) or abort(404)
    things = tuple(Iri(str(thing)) for (thing,) in ask(seen, "thread_things", thing=named).rows)
    found = head(seen, named)
    if not things or found is None:
        abort(404)
    shown = _sheet(seen, found, things[:MOST])
    if not shown.answer.rows:
        abort(404)
    return answered(shown, lambda: _html(seen, found, things, shown))


def _sheet(seen: View, found: Head, things: tuple[Iri, ...]) -> Sheet:
    relations = RELATIONS if with_suggested() else ()
    title = gettext("Tråden för %(name)s", name=found.label)
    return sheet(seen, "thread", title, "trad", things=things, relations=relations)


def _html(seen: View, found: Head, things: tuple[Iri, ...], shown: Sheet) -> str:
    told = life(shown)
    latest = head(seen, told.editions[-1].iri) or found
    return render_template(
        "pages/thread.html",
        found=found,
        head=latest,
        life=told,
        kinds=in_order(kind for joint in told.joints for kind in joint.kinds),
        sheet=shown,
        more=len(things[MOST:]),
    )

"""A thread: one thing through its editions, what differs at each joint, and what it hangs together with in each."""

from flask import Blueprint, Response, abort, render_template
from flask_babel import gettext

from graph.lineage.kinds import in_order
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.addresses import thing_at
from webapp.ask import ask
from webapp.door import view
from webapp.lives import life
from webapp.sheet import Sheet, answered, sheet
from webapp.things import Head, head
from webapp.wishes import with_suggested

PAGE = Blueprint("threads", __name__)
#: What is suggested of a thing within its own region; what is like it elsewhere belongs to comparisons.
RELATIONS = (rt.MeasuredBy, rt.FundedBy, rt.SameUndertaking, rt.ElaboratedBy)
#: At most so many things of a thread are told of.
MOST = 60


@PAGE.get("/threads/<path:path>")
def one(path: str) -> str | Response:
    """The thread of the thing, or the thread, that a path names; raises NotFound where it names neither."""
    seen = view()
    named = thing_at(path) or abort(404)
    things = tuple(Iri(str(thing)) for (thing,) in ask(seen, "thread_things", thing=named).rows)
    found = head(seen, named)
    if not things or found is None:
        abort(404)
    shown = _sheet(seen, found, things[:MOST])
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

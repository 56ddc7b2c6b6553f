"""The queue: one link after the other, and what one says of it."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as Answer

from graph.errors import BrokenReviews, GraphError, LockedStore, Overtaken, UnknownThing
from graph.reviews.by_hand import link_between
from graph.reviews.changes import keep, take_back
from graph.reviews.decision import RELATIONS, Reviews, key_of
from graph.reviews.links import Link
from graph.view import View
from ontology.iri import Iri
from webapp.door import store, view
from webapp.editions import editions
from webapp.reviewing.card import card
from webapp.reviewing.entrance import PAGE, desk, present, room
from webapp.reviewing.following import behind
from webapp.reviewing.queue import STATES, every_link, links_there, name_of, plans_there, queue, wanted
from webapp.reviewing.things import found, named, thing

#: So many of those that come next are listed; a comment has so many characters.
COMING, COMMENT = 8, 2000
STATE_WORDS = dict(
    zip(
        STATES,
        (
            lazy_gettext("ogranskade"),
            lazy_gettext("beslutade, men orden har ändrats sedan"),
            lazy_gettext("godkända"),
            lazy_gettext("avslagna"),
            lazy_gettext("alla"),
        ),
        strict=True,
    )
)


@dataclass(frozen=True)
class Trouble:
    """Why nothing was kept: an HTTP status, words, what an error says of it (in English), and whether to keep it all the same."""

    status: int
    text: str
    detail: str = ""
    anyway: bool = False


@PAGE.get("/review", endpoint="queue")
def next_one() -> str:
    """The link named by `link`, else the first behind the one named by `after`, else the most valuable of those wanted."""
    return shown(request.args.get("link", ""), request.args.get("after", ""), request.args.get("comment", ""))


def shown(name: str, after: str = "", comment: str = "", trouble: Trouble | None = None) -> str:
    """The page, with the comment that a person has begun and why it could not be kept."""
    seen, asked = view(), wanted()
    reviews = decisions()
    line = queue(seen, reviews, asked, name, after)
    return render_template(
        "reviewing/queue.html",
        queue=line,
        card=card(seen, line.link, reviews) if line.link else None,
        coming=[(name_of(*each.key), each) for each in line.coming[:COMING]],
        asked=asked,
        states=STATE_WORDS,
        relations=RELATIONS,
        plans=[edition for edition in editions(seen) if edition.plan in plans_there(seen)],
        titles={edition.plan: edition for edition in editions(seen)},
        who=present(),
        last=last(),
        following=room().following,
        behind=behind(seen, reviews, links_there(seen)),
        comment=comment[:COMMENT],
        longest=COMMENT,
        trouble=trouble,
    )


def last() -> Link | None:
    """What this person decided last, as it is shown above the next."""
    done = [each.after for each in present().done if each.after]
    keys = {each.key for each in done}
    links = [link for link in every_link(view(), Reviews(tuple(done))) if link.key in keys] if done else []
    return links[-1] if links else None


@PAGE.post("/review/decision", endpoint="decide")
def decide() -> str | Answer | tuple[str, int]:
    """Keep a yes or no, and go on to the next."""
    verdict, comment = request.form.get("verdict"), request.form.get("comment", "")[:COMMENT]
    if verdict not in ("accept", "reject"):
        raise BadRequest("verdict")
    key = asked_about()
    name = name_of(*key)
    there = next((link for link in every_link(view(), decisions()) if link.key == key_of(*key)), None)
    if there is None and request.form.get("anyway") != "yes":
        return gone(view(), key, comment)
    try:
        link = there or link_between(view(), thing(key[0]), thing(key[2]), key[1], None, "")
        made = desk().decision(link, accepted=verdict == "accept", comment=comment)
        present().done = keep(store(), (made,), link.key, request.form.get("seen", ""))
    except GraphError as error:
        return _refused(error, name, comment)
    return redirect(url_for("review.queue", **wanted().values, after=name), 303)


def _refused(error: GraphError, name: str, comment: str) -> tuple[str, int]:
    trouble = trouble_of(error)
    return shown(name, "", comment, trouble), trouble.status


def asked_about() -> tuple[Iri, Iri, Iri]:
    """The link that a form is about; raises BadRequest where it is none."""
    relation = Iri(request.form.get("predicate", ""))
    if relation not in RELATIONS:
        raise BadRequest("predicate")
    return named(request.form.get("subject", "")), relation, named(request.form.get("object", ""))


def gone(seen: View, key: tuple[Iri, Iri, Iri], comment: str) -> tuple[str, int]:
    """A link that is suggested no more: nothing is kept, unless the person wants so and both things are there still."""
    sides = {side: found(seen, side) for side in (key[0], key[2])}
    page = render_template(
        "reviewing/gone.html",
        key=key,
        ends=[(side, there.label if there else side) for side, there in sides.items()],
        there=all(sides.values()),
        comment=comment,
        verdict=request.form.get("verdict"),
        asked=wanted(),
        who=present(),
    )
    return page, 409


def trouble_of(error: GraphError) -> Trouble:
    """Why a decision could not be kept, and what to do."""
    match error:
        case Overtaken():
            return Trouble(
                409,
                gettext(
                    "Någon annan hann före. Ditt beslut är inte sparat; så här är det nu. Besluta igen om du vill."
                ),
            )
        case LockedStore():
            return Trouble(
                503,
                gettext("Någon annan skriver just nu. Ditt beslut är inte sparat än: försök igen om en stund."),
                str(error),
            )
        case BrokenReviews():
            return Trouble(500, gettext("Filen med beslut går inte att läsa. Inget är ändrat i den."), str(error))
        case UnknownThing():
            return Trouble(409, gettext("Så kan de två inte länkas. Inget är sparat."), str(error))
    return Trouble(503, gettext("Beslutet gick inte att spara. Inget är ändrat."), str(error))


def decisions() -> Reviews:
    """What was decided. Raises BrokenReviews."""
    return store().reviews()


@PAGE.post("/review/undo", endpoint="undo")
def undo() -> Answer | tuple[str, int]:
    """Take back what this person decided last, and show it again."""
    session = present()
    if not session.done:
        return redirect(url_for("review.queue", **wanted().values), 303)
    name, comment = (
        name_of(*session.done[-1].key),
        next((each.after.comment for each in session.done if each.after), ""),
    )
    try:
        take_back(store(), session.done)
    except GraphError as error:
        return _refused(error, name, "")
    session.done = ()
    return redirect(url_for("review.queue", **wanted().values, link=name, comment=comment or None), 303)


@PAGE.post("/review/graph", endpoint="follow")
def follow() -> Answer:
    """Have the graph follow, behind the pages."""
    room().following.begin(desk())
    return redirect(url_for("review.queue", **wanted().values), 303)


@PAGE.errorhandler(BrokenReviews)
def broken(error: BrokenReviews) -> tuple[str, int]:
    """Decisions that cannot be read: which line, and what to do."""
    return render_template("reviewing/broken.html", error=error), 500

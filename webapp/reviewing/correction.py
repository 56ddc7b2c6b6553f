"""Putting a suggestion right: another object, another relation, another grade."""

from dataclasses import replace

from flask import redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as Answer

from graph.errors import GraphError
from graph.reviews.by_hand import OBJECTS, link_between
from graph.reviews.cells import GRADES
from graph.reviews.changes import keep
from graph.reviews.decided import BY_HAND
from graph.reviews.decision import RELATIONS
from graph.reviews.links import Link
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.rt import RT
from webapp.door import store, view
from webapp.reviewing.card import card
from webapp.reviewing.entrance import PAGE, desk, present
from webapp.reviewing.pages import COMMENT, Trouble, decisions, trouble_of
from webapp.reviewing.queue import every_link, name_of, wanted
from webapp.reviewing.things import named, thing
from webapp.search import LONGEST, Hit, search
from webapp.things import head

#: So many things are offered.
OFFERED = 15


@PAGE.get("/review/correction", endpoint="correct")
def correct() -> str:
    """What the link named by `link` should say: the relation `as`, and what is found by `q` for its object."""
    return _shown(_link(request.args.get("link", "")))


def _link(name: str) -> Link:
    """The link of a name; raises NotFound."""
    links = (link for link in every_link(view(), decisions()) if name_of(*link.key) == name)
    if (found := next(links, None)) is None:
        raise NotFound
    return found


def _relation(link: Link) -> Iri:
    given = request.values.get("as")
    relation = Iri(RT + given) if given else link.relation
    if relation not in RELATIONS:
        raise BadRequest("as")
    return relation


def _shown(link: Link, trouble: Trouble | None = None) -> str:
    relation, text = _relation(link), request.values.get("q", "")[:LONGEST].strip()
    return render_template(
        "reviewing/correction.html",
        card=card(view(), link, decisions()),
        relation=relation,
        relations=RELATIONS,
        grades=GRADES if relation == rt.ComparableWith else (),
        text=text,
        hits=_hits(view(), link, relation, text),
        chosen=request.form.get("other", ""),
        comment=request.form.get("comment", "")[:COMMENT],
        longest=COMMENT,
        asked=wanted(),
        who=present(),
        trouble=trouble,
    )


def _hits(seen: View, link: Link, relation: Iri, text: str) -> tuple[Hit, ...]:
    """The things found that a link of the relation may lead to."""
    if not text:
        return ()
    subject = head(seen, link.subject)
    kind = subject.kind if subject and relation == rt.continues else OBJECTS.get(relation)
    found = search(seen, text, kind, 1, OFFERED).items
    return tuple(hit for hit in found if hit.iri not in (link.subject, link.object))


@PAGE.post("/review/correction", endpoint="corrected")
def corrected() -> str | Answer | tuple[str, int]:
    """Keep a no to the link and a yes to what it should say; where only the grade differs, a yes with that grade."""
    link = _link(request.form.get("link", ""))
    try:
        right = _right(link)
        about = request.form.get("comment", "")[:COMMENT]
        made = [desk().decision(right, accepted=True, comment=about)]
        if right.key != link.key:
            made.insert(0, desk().decision(link, accepted=False, comment=about))
        present().done = keep(store(), made, link.key, request.form.get("seen", ""))
    except GraphError as error:
        trouble = trouble_of(error)
        return _shown(link, trouble), trouble.status
    return redirect(url_for("review.queue", **wanted().values, after=name_of(*link.key)), 303)


def _right(link: Link) -> Link:
    """The link as it should be; raises UnknownThing where there can be no such."""
    grade = Iri(RT + request.form["grade"]) if request.form.get("grade") else None
    if grade and grade not in GRADES:
        raise BadRequest("grade")
    other = named(request.form.get("other") or link.object)
    right = link_between(view(), thing(link.subject), thing(other), _relation(link), grade, BY_HAND)
    return replace(right, confidence=link.confidence) if right.key == link.key else right

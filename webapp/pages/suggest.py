"""What a search may be after, for those who are still writing: at most eight things, by kind, each with its address."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request
from flask_babel import ngettext

from graph.errors import SlowSearch
from graph.search.index import within
from graph.search.search import Hit, index_of, search
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.rt import RT
from webapp.addresses import address
from webapp.door import view
from webapp.editions import editions
from webapp.kinds import LISTED, many
from webapp.terms import terms

PAGE = Blueprint("suggest", __name__)
#: So many are offered, out of so many looked at; longer and shorter texts, and slower answers, are not worth it.
OFFERED, LOOKED_AT = 8, 60
SHORTEST, LONGEST = 2, 80
WITHIN_SECONDS = 0.5
#: A name longer than this is cut.
LONGEST_NAME = 160
OFFERABLE = (rt.Plan, *LISTED)


@dataclass(frozen=True)
class Offer:
    """A thing: what it is called, the plan that states it, and where its page is."""

    label: str
    plan: str
    address: str


@dataclass(frozen=True)
class Group:
    """Things of one kind, the best first."""

    kind: str
    offers: tuple[Offer, ...]


@PAGE.get("/suggest")
def offers() -> Response:
    """What `q` may be meant to find, of the class `kind` where that is given: groups, and a sentence that says how many."""
    seen = view()
    text = " ".join(request.args.get("q", "")[:LONGEST].split())
    try:
        groups = offered(seen, text, _kinds(seen)) if len(text) >= SHORTEST else ()
    except SlowSearch:
        answer = _told(())
        answer.headers["Cache-Control"] = "no-store"  # the next one may be in time
        return answer
    return _told(groups)


def _told(groups: tuple[Group, ...]) -> Response:
    count = sum(len(group.offers) for group in groups)
    told = ngettext("%(num)s förslag; pil ned för att välja", "%(num)s förslag; pil ned för att välja", count)
    return jsonify({"groups": groups, "told": told})


def _kinds(seen: View) -> tuple[Iri, ...]:
    kind = Iri(RT + request.args.get("kind", ""))
    return (kind,) if kind in terms(seen).by_name else OFFERABLE


def offered(seen: View, text: str, kinds: tuple[Iri, ...]) -> tuple[Group, ...]:
    """The things of some kinds, each name once; raises SlowSearch where finding them takes too long."""
    index_of(seen)  # made now where a version has none
    with within(WITHIN_SECONDS):
        hits = search(seen, text, kinds, LOOKED_AT).hits
    by_kind: dict[Iri, list[Hit]] = {}
    for hit in _each_name_once(seen, hits)[:OFFERED]:
        by_kind.setdefault(hit.kind, []).append(hit)
    return tuple(Group(many(kind), tuple(_offer(seen, hit) for hit in found)) for kind, found in by_kind.items())


def _each_name_once(seen: View, hits: Iterable[Hit]) -> list[Hit]:
    """Of things that are called alike the one of the newest plan, where the first of them stood."""
    years = {each.plan: each.year for each in editions(seen)}
    found: dict[tuple[Iri, str], Hit] = {}
    for hit in hits:
        name = hit.kind, hit.label.casefold()
        if name not in found or years.get(hit.plan, 0) > years.get(found[name].plan, 0):
            found[name] = hit
    return list(found.values())


def _offer(seen: View, hit: Hit) -> Offer:
    plan = next((each for each in editions(seen) if each.plan == hit.plan), None)
    told = f"{plan.title}, {plan.organisation_label}, {plan.region_label}" if plan and plan.plan != hit.iri else ""
    return Offer(_cut(hit.label), told, address(hit.iri) or "")


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_NAME else label[: LONGEST_NAME - 1] + "…"

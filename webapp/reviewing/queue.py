"""Which links there are to decide upon, in what order, and how far one has come."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask import request

from graph.reviews.decision import Key, Reviews, key_of
from graph.reviews.fingerprints import suspects
from graph.reviews.links import Link, decided_upon, suggested
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.rt import RT
from webapp.ask import ask, once_a_version

LENGTH = 16
#: What there is to look at: not decided yet, decided of words that have changed since, decided.
STATES = ("unreviewed", "suspect", "accepted", "rejected", "all")
FILTERS = ("state", "relation", "plan")


@dataclass(frozen=True)
class Wanted:
    """What the address asks for: a state of STATES, a relation's and a plan's name ("" for all)."""

    state: str
    relation: str
    plan: str

    @property
    def values(self) -> dict[str, Any]:
        """For an address of the same."""
        found = {"state": "" if self.state == STATES[0] else self.state, "relation": self.relation, "plan": self.plan}
        return {name: value for name, value in found.items() if value}


@dataclass(frozen=True)
class Queue:
    """The links that are wanted, the most valuable first, where one stands among them, and how many are decided upon."""

    link: Link | None
    coming: tuple[Link, ...]
    left: int
    decided: int
    every: int


def wanted() -> Wanted:
    """What a form or an address asks for; states that there are not are none."""
    given = {name: request.values.get(name, "") for name in FILTERS}
    return Wanted(**{**given, "state": given["state"] if given["state"] in STATES else STATES[0]})


def name_of(subject: str, relation: str, other: str) -> str:
    """What a link is called in addresses."""
    key = key_of(Iri(subject), Iri(relation), Iri(other))
    return sha256("\n".join(key).encode()).hexdigest()[:LENGTH]


@once_a_version
def links_there(view: View) -> tuple[Link, ...]:
    """All links that a version suggests, the most valuable first."""
    return suggested(view)


def every_link(view: View, reviews: Reviews) -> tuple[Link, ...]:
    """The same with what was decided, and those that only decisions speak of."""
    return decided_upon(links_there(view), reviews)


@once_a_version
def plans(view: View) -> dict[Iri, Iri]:
    """The plan of each thing that a link is between."""
    return {Iri(str(thing)): Iri(str(plan)) for thing, plan in ask(view, "review_plans").rows}


def queue(view: View, reviews: Reviews, asked: Wanted, name: str = "", after: str = "") -> Queue:
    """What is wanted: the link called `name`, else the first one behind `after`, else the first."""
    every = [link for link in every_link(view, reviews) if _fits(view, link, asked)]
    suspect = _suspect(view, reviews) if asked.state == "suspect" else ()
    chosen = [link for link in every if _in_state(link, asked.state, suspect)]
    names = [name_of(*link.key) for link in every]
    start = names.index(after) + 1 if after in names else 0
    behind = [link for link in every[start:] if _in_state(link, asked.state, suspect)]
    found = every[names.index(name)] if name in names else next(iter(behind), None)
    coming = [link for link in behind if found is None or link.key != found.key]
    decided = sum(link.review != rt.Unreviewed for link in every)
    return Queue(found, tuple(coming), len(chosen), decided, len(every))


def _fits(view: View, link: Link, asked: Wanted) -> bool:
    ends = (link.subject, link.object)
    return asked.relation in ("", link.relation.removeprefix(RT)) and (
        not asked.plan or any(plans(view).get(end) == asked.plan for end in ends)
    )


def _in_state(link: Link, state: str, suspect: Collection[Key]) -> bool:
    if state == "suspect":
        return link.key in suspect
    return state in ("all", link.review.local.lower())


def _suspect(view: View, reviews: Reviews) -> frozenset[Key]:
    return frozenset(each.decision.key for each in suspects(view, reviews))


def plans_there(view: View) -> frozenset[Iri]:
    """The plans whose things are linked."""
    return frozenset(plans(view).values())

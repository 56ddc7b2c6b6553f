"""Things found by words, each with the plan that states it."""

from dataclasses import dataclass

from graph.search import search as index
from graph.view import View
from ontology.iri import Iri
from webapp.editions import Edition, editions
from webapp.paging import Page

#: More of a search than this says nothing.
LONGEST = 200


@dataclass(frozen=True)
class Hit:
    """A thing that was found: its class, its plan, and a piece of text that shows why."""

    iri: Iri
    kind: Iri
    label: str
    edition: Edition | None
    snippet: str


def search(view: View, text: str, kind: Iri | None, number: int, size: int) -> Page[Hit]:
    """A page of what some words find, the best first; the last page where there are not so many."""
    kinds = (kind,) if kind else None
    found = index.search(view, text, kinds, size, (number - 1) * size)
    pages = max(1, -(-found.total // size))
    if number > pages:
        number, found = pages, index.search(view, text, kinds, size, (pages - 1) * size)
    plans = {edition.plan: edition for edition in editions(view)}
    hits = (Hit(each.iri, each.kind, each.label, plans.get(each.plan), each.snippet) for each in found.hits)
    return Page(tuple(hits), number, pages, found.total)

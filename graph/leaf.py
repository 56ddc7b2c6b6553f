"""On which page, or in which cells of which sheet, a passage stands, where its document has such."""

from dataclasses import dataclass

from graph.answer import Value
from graph.terms import node, value
from graph.view import View
from ontology import rt
from ontology.iri import Iri


@dataclass(frozen=True)
class Leaf:
    """A page (1-based), or a sheet with its cells ("B7:D9")."""

    page: int | None
    sheet: str | None
    cell: str | None


def leaf(view: View, passage: Iri) -> Leaf | None:
    """The leaf that a passage stands on; None for plain text and for what is no passage."""
    if isinstance(page := _said(view, passage, rt.page), int):
        return Leaf(page, None, None)
    sheet, cell = (_said(view, passage, fact) for fact in (rt.sheet, rt.cell))
    if not isinstance(sheet, str):
        return None
    return Leaf(None, sheet, cell if isinstance(cell, str) else None)


def has_leaves(view: View) -> bool:
    """Whether any document of a version has pages or sheets."""
    facts = (rt.page, rt.sheet)
    return any(next(view.engine.quads_for_pattern(None, node(fact), None, None), None) for fact in facts)


def _said(view: View, passage: Iri, fact: Iri) -> Value:
    """One fact of a passage: looked up, since pages tell of hundreds."""
    found = next(view.engine.quads_for_pattern(node(passage), node(fact), None, None), None)
    return None if found is None else value(found.object)

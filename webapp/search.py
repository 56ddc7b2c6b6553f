"""Finding things by words: one small interface, so that what finds can be another."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.kinds import LISTED
from webapp.terms import terms

#: More of a search than this says nothing.
LONGEST = 200
WORDS = 8


@dataclass(frozen=True)
class Hit:
    """A thing that was found: its class, its plan, and a piece of text that shows why."""

    iri: Iri
    kind: Iri
    label: str
    plan_title: str | None
    year: int | None
    snippet: str


@dataclass(frozen=True)
class _Row:
    iri: Iri
    kind: Iri
    label: str
    text: str | None
    plan_title: str | None
    year: int | None


def search(view: View, text: str, kind: Iri | None = None, limit: int = 200) -> tuple[Hit, ...]:
    """The things in whose label, text or number all words occur: those named just so first, then by kind and plan."""
    words = tuple(text.casefold()[:LONGEST].split()[:WORDS])
    if not words:
        return ()
    found: dict[Iri, _Row] = {}
    for row in rows(view, "search", _Row, words=words, kinds=(kind,) if kind else (*LISTED, rt.Plan), count=len(words)):
        before = found.get(row.iri)
        if before is None or terms(view).specific({before.kind, row.kind})[0] != before.kind:
            found[row.iri] = row
    ranked = sorted(found.values(), key=lambda row: _rank(row, text.casefold().strip(), words))
    return tuple(
        Hit(row.iri, row.kind, row.label, row.plan_title, row.year, snippet(row.text or "", words))
        for row in ranked[:limit]
    )


def _rank(row: _Row, whole: str, words: tuple[str, ...]) -> tuple[bool, bool, bool, int, int, str]:
    label = row.label.casefold()
    kinds = (*LISTED, rt.Plan)
    at = kinds.index(row.kind) if row.kind in kinds else len(kinds)
    return (
        label != whole,
        not label.startswith(whole),
        not all(word in label for word in words),
        at,
        -(row.year or 0),
        label,
    )


def snippet(text: str, words: tuple[str, ...], around: int = 80) -> str:
    """The text around the first of the words that occurs in it; empty where none does."""
    folded = text.casefold()
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=-1)
    if at < 0:
        return ""
    start, end = max(0, at - around), at + around
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")

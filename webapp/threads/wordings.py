"""How a thing is worded edition by edition: each with the one before, word by word, and what changed."""

from dataclasses import dataclass, replace
from decimal import Decimal

from graph.threads import Change, Member
from graph.view import View
from graph.wording import Stretch, differing
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.things import Link, Source, source_of

#: What says that a number or a name stands for something else now.
ANOTHER = frozenset({rt.MeaningChanged, rt.NumberReused})


@dataclass(frozen=True)
class Wording:
    """One edition's wording: `differs` is word by word against the edition before, empty where that has none.

    `another` are things of the edition before that bore the same number or name but meant something else.
    """

    year: int
    thing: Link
    text: str | None
    differs: tuple[Stretch, ...]
    kinds: tuple[Iri, ...]
    confidence: Decimal | None
    evidence: str
    another: tuple[tuple[Link, str | None], ...]
    source: Source | None


@dataclass(frozen=True)
class _Row:
    year: int
    assignment: Iri
    assignment_label: str | None
    text: str | None
    issuer: Iri | None
    issuer_label: str | None
    passage: Iri | None
    file: str | None
    line: int | None


def wordings(view: View, thing: Link, members: tuple[Member, ...]) -> tuple[Wording, ...]:
    """The wordings of a thing and of what its thread runs through, the earliest first."""
    came = {member.iri: member.came for member in members}
    earlier = {step.earlier for steps in came.values() for step in steps if step.earlier}
    names = tuple(sorted({thing.iri, *came, *earlier}))
    told: dict[Iri, _Row] = {}
    for row in rows(view, "wordings", _Row, things=names):
        told.setdefault(row.assignment, row)
    own = [told[iri] for iri in dict.fromkeys((*came, thing.iri)) if iri in told]
    return tuple(_wording(row, came.get(row.assignment, ()), told) for row in own)


def _wording(row: _Row, steps: tuple[Change, ...], told: dict[Iri, _Row]) -> Wording:
    plain = Wording(
        row.year, _link(row), row.text, (), (), None, "", (), source_of(row.passage, row.file, row.line, row.line)
    )
    for step in steps:
        before = told.get(step.earlier) if step.earlier else None
        if before and rt.MeaningChanged in step.kinds:
            plain = replace(plain, another=(*plain.another, (_link(before), before.text)))
        elif not plain.kinds:
            differs = differing(before.text or "", row.text or "") if before and rt.Reworded in step.kinds else ()
            plain = replace(
                plain, differs=differs, confidence=step.confidence if before else None, evidence=step.evidence
            )
        plain = replace(plain, kinds=(*plain.kinds, *(kind for kind in step.kinds if kind not in plain.kinds)))
    return plain


def _link(row: _Row) -> Link:
    return Link(row.assignment, row.assignment_label or row.assignment.local)

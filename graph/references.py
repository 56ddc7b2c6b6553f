"""Whom a printed number means: "RF12" and "aktivitet 19" looked up among what the same plan states."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from graph.fields import fields_of
from graph.records import Assignment, ByNumber, Doubt, Record
from ontology import rt
from ontology.iri import Iri

#: How alike titles must be (0–100), and by how much the best must lead, before a title decides between equal numbers.
ALIKE, LEAD = 80, 10


@dataclass(frozen=True)
class Resolved:
    """What the references mean; those that stay open are not among `links`.

    `bare` are the assignments that are only referred to, `doubts` what could not be told.
    """

    links: Mapping[ByNumber, Record]
    bare: tuple[Assignment, ...]
    doubts: tuple[Doubt, ...]


def resolve(records: Sequence[Record]) -> Resolved:
    """Look up every reference that the records make to each other.

    One record of the kind and number is meant; of several, the one with the same title, else the one whose title alone
    fits clearly best. What has no number is meant by its title. An assignment
    that the plan does not describe is made up from its number; nothing else is.
    """
    numbered = _by_number(records)
    links: dict[ByNumber, Record] = {}
    bare: dict[str, Assignment] = {}
    doubts: list[Doubt] = []
    severity = _severity(records)
    for record, reference in _references(records):
        number = fold_number(reference.notation)
        candidates = [each for each in numbered[number] if isinstance(each, reference.kind)]
        meant = _meant(reference, candidates)
        if meant is None and number and not candidates and issubclass(reference.kind, Assignment):
            if number not in bare:
                bare[number] = Assignment(notation=reference.notation, place=record.place)
                doubts.append(_referred_only(bare[number], severity))
            meant = bare[number]
        if meant is None:
            doubts.append(_ambiguous(record, reference) if candidates else _dangling(record, reference))
        else:
            links[reference] = meant
    return Resolved(links, tuple(bare.values()), tuple(doubts))


def fold_number(notation: str) -> str:
    """A printed number without what does not tell numbers apart: case, blanks, kind of hyphen, closing full stop."""
    text = unicodedata.normalize("NFKC", notation).casefold()
    return re.sub(r"\s+", "", re.sub(r"[‐-―−]", "-", text)).rstrip(".")


def _by_number(records: Sequence[Record]) -> defaultdict[str, list[Record]]:
    numbered: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if hasattr(record, "notation"):
            numbered[fold_number(record.notation or "")].append(record)
    return numbered


def _references(records: Sequence[Record]) -> Iterator[tuple[Record, ByNumber]]:
    for record in records:
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, ByNumber):
                    yield record, each


def _meant(reference: ByNumber, candidates: Sequence[Record]) -> Record | None:
    exact = [each for each in candidates if reference.title and _title(each) == reference.title]
    if len(exact) == 1 or not reference.notation:
        return exact[0] if len(exact) == 1 else None
    if len(candidates) < 2 or not reference.title:
        return candidates[0] if len(candidates) == 1 else None
    titles = [_title(each) for each in candidates]
    found = process.extract(reference.title, titles, scorer=fuzz.ratio, processor=utils.default_process, limit=2)
    (_, best, index), (_, second, _) = found
    return candidates[index] if best >= ALIKE and best - second >= LEAD else None


def _title(record: Record) -> str:
    return record.label.removeprefix(getattr(record, "notation", None) or "").strip()


def _severity(records: Sequence[Record]) -> Iri:
    """How grave it is that an assignment is only referred to: a document that describes none, as reports do, has that habit."""
    described = any(isinstance(record, Assignment) and record.notation and record.description for record in records)
    return rt.Warning_ if described else rt.Info


def _referred_only(assignment: Assignment, severity: Iri) -> Doubt:
    return Doubt(
        kind=rt.ReferredOnly,
        place=assignment.place,
        sv=f"Uppdraget {assignment.notation} nämns men beskrivs inte i dokumentet.",
        en=f"Assignment {assignment.notation} is mentioned but not described in the document.",
        about=assignment,
        severity=severity,
    )


def _dangling(record: Record, reference: ByNumber) -> Doubt:
    return Doubt(
        kind=rt.DanglingReference,
        place=record.place,
        sv=f"Texten hänvisar till nummer {reference.notation}, som inte finns i dokumentet.",
        en=f"The text refers to number {reference.notation}, which the document does not have.",
        about=record,
    )


def _ambiguous(record: Record, reference: ByNumber) -> Doubt:
    return Doubt(
        kind=rt.AmbiguousReference,
        place=record.place,
        sv=f"Texten hänvisar till nummer {reference.notation}, som flera bär; vilken som avses framgår inte.",
        en=f"The text refers to number {reference.notation}, which several carry; it does not tell which is meant.",
        about=record,
    )

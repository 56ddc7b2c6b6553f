"""One decision as the cells of a row of SSSOM, and what such a row says; each cell is checked."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from graph.output import FORMULA
from graph.reviews.decision import RELATIONS, Decision, one_line
from graph.reviews.metadata import EXTENSIONS, Metadata
from graph.terms import plain_decimal
from ontology import rt
from ontology.iri import Iri

#: SSSOM's own columns, in its order; ours come after them.
COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label",
    "mapping_justification", "author_label", "mapping_date", "confidence", "comment", *EXTENSIONS,
)  # fmt: skip
NEEDED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
#: Text that strangers may have chosen.
TEXTS = ("subject_label", "object_label", "author_label", "comment", "evidence", "method")
REVIEWED, BY_HAND = "semapv:MappingReview", "semapv:ManualMappingCuration"
GRADES = (rt.SameMeasure, rt.Close, rt.SameTheme, rt.NotComparable)
HEX = re.compile("[0-9a-f]{0,64}")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile("[01]([.][0-9]{1,20})?")
JUSTIFICATION = re.compile("semapv:[A-Za-z]{1,60}")

Row = Mapping[str, str]


def cells_of(each: Decision) -> Row:
    """The cells of a decision, by column; names are whole."""
    texts = {
        "subject_label": each.subject_label,
        "object_label": each.object_label,
        "author_label": each.author,
        "comment": each.comment,
        "evidence": each.evidence,
        "method": each.method,
    }
    return {
        "subject_id": each.subject,
        "predicate_id": f"rt:{each.relation.local}",
        "predicate_modifier": "" if each.accepted else "Not",
        "object_id": each.object,
        "mapping_justification": BY_HAND if each.by_hand else REVIEWED,
        "mapping_date": each.made.isoformat() if each.made else "",
        "confidence": "" if each.confidence is None else plain_decimal(each.confidence),
        "object_fingerprint": each.object_fingerprint,
        "subject_fingerprint": each.subject_fingerprint,
        "grade": f"rt:{each.grade.local}" if each.grade else "",
        **{name: guarded(one_line(text)) for name, text in texts.items()},
    }


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text


def decision_of(row: Row, metadata: Metadata) -> Decision:
    """What a row says; raises ValueError."""
    texts = {name: one_line(unguarded(row.get(name, ""))) for name in TEXTS}
    subject, relation, other = (metadata.iri(row[name]) for name in NEEDED[:3])
    if subject == other:
        raise ValueError("a thing is linked to itself")
    if not JUSTIFICATION.fullmatch(row["mapping_justification"]):
        raise ValueError(f"mapping_justification must be {REVIEWED} or another of semapv's")
    return Decision(
        subject=subject,
        relation=_one_of(relation, RELATIONS, "predicate_id"),
        object=other,
        accepted=not _word(row, "predicate_modifier", ("", "Not")),
        by_hand=row["mapping_justification"] == BY_HAND,
        subject_label=texts["subject_label"],
        object_label=texts["object_label"],
        author=texts["author_label"],
        made=_day(row.get("mapping_date", "")),
        confidence=_share(row.get("confidence", "")),
        comment=texts["comment"],
        subject_fingerprint=_hex(row, "subject_fingerprint"),
        object_fingerprint=_hex(row, "object_fingerprint"),
        grade=_one_of(metadata.iri(row["grade"]), GRADES, "grade") if row.get("grade") else None,
        method=texts["method"],
        evidence=texts["evidence"],
    ).straight()


def _one_of(name: Iri, known: Iterable[Iri], column: str) -> Iri:
    if name not in tuple(known):
        raise ValueError(f"{column} must be one of {', '.join(f'rt:{each.local}' for each in known)}")
    return name


def _word(row: Row, column: str, known: tuple[str, ...]) -> str:
    word = row.get(column, "")
    if word not in known:
        raise ValueError(f"{column} must be {' or '.join(each or 'empty' for each in known)}, not “{word[:40]}”")
    return word


def _hex(row: Row, column: str) -> str:
    if not HEX.fullmatch(row.get(column, "")):
        raise ValueError(f"{column} is no fingerprint")
    return row.get(column, "")


def _day(written_day: str) -> date | None:
    if not written_day:
        return None
    try:
        if DAY.fullmatch(written_day):
            return date.fromisoformat(written_day)
    except ValueError:
        pass
    raise ValueError(f"mapping_date must be a day like 2031-05-01, not “{written_day[:40]}”")


def _share(number: str) -> Decimal | None:
    if not number:
        return None
    try:
        if NUMBER.fullmatch(number) and Decimal(number) <= 1:
            return Decimal(number)
    except InvalidOperation:
        pass
    raise ValueError(f"confidence must be between 0 and 1, not “{number[:40]}”")

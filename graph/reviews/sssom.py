"""Decisions as SSSOM/TSV (https://mapping-commons.github.io/sssom/), written and read.

Whoever hands in such a file may be a stranger: every row is checked, and one that is broken costs the whole file, with
its line told. Text that a spreadsheet would take for a formula is written with an apostrophe before it, which reading
takes away again.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from graph.errors import BrokenReviews
from graph.output import FORMULA
from graph.reviews.decision import RELATIONS, Decision, Key, Reviews, one_line
from graph.reviews.metadata import EXTENSIONS, Metadata, block, parsed, shortened
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
#: What a value on top of the file may be that holds for all its rows.
SHARED = ("mapping_date",)
REVIEWED, BY_HAND = "semapv:MappingReview", "semapv:ManualMappingCuration"
GRADES = (rt.SameMeasure, rt.Close, rt.SameTheme, rt.NotComparable)
LARGEST = 32 * 1024 * 1024
#: How many faults are told.
TOLD = 20
HEX = re.compile("[0-9a-f]{0,64}")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile("[01]([.][0-9]{1,20})?")
JUSTIFICATION = re.compile("semapv:[A-Za-z]{1,60}")

Row = Mapping[str, str]


def written(reviews: Reviews) -> str:
    """The whole file: its metadata, then a row a decision, without columns that would be empty."""
    cells = [_row(decision) for decision in reviews]
    columns = [column for column in COLUMNS if column in NEEDED or any(row[column] for row in cells)]
    names = (name for each in reviews for name in (each.subject, each.object))
    metadata, top = block(names, columns)
    lines = io.StringIO()
    writer = csv.writer(lines, dialect="excel-tab", lineterminator="\n")
    writer.writerow(columns)
    for row in cells:
        ids = {name: shortened(Iri(row[name]), metadata.prefixes) for name in ("subject_id", "object_id")}
        writer.writerow([{**row, **ids}[column] for column in columns])
    return "\n".join([*top, lines.getvalue()])


def _row(each: Decision) -> Row:
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


def read_file(path: Path) -> Reviews:
    """The decisions in a file. Raises BrokenReviews, which names it and each line that is wrong."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise BrokenReviews(f"{path}: cannot be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise BrokenReviews(f"{path}: larger than {LARGEST >> 20} MiB, which no file of decisions is.")
    try:
        return read(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BrokenReviews(f"{path}, line {line}: not UTF-8. Save it as UTF-8.") from error


def read(text: str, name: str) -> Reviews:
    """The decisions in a file's text; raises BrokenReviews as `read_file` does."""
    faults = _Faults(name)
    lines = io.StringIO(text, newline="").readlines()
    above = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    with faults.at(1):
        metadata = parsed(line[1:].rstrip("\t\r\n") for line in lines[:above])
        found: dict[Key, tuple[int, Decision]] = {}
        for number, row in _rows(lines[above:], above, faults):
            with faults.at(number):
                decision = _decision({**{key: metadata.values.get(key, "") for key in SHARED}, **row}, metadata)
                if decision.key in found:
                    raise ValueError(f"decides upon the same link as line {found[decision.key][0]}")
                found[decision.key] = number, decision
    faults.tell()
    return Reviews().having(decision for _, decision in found.values())


class _Faults:
    """What is wrong with a file, by line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[str] = []

    @contextmanager
    def at(self, line: int) -> Iterator[None]:
        """What is wrong within is wrong at a line."""
        try:
            yield
        except ValueError as error:
            self.found.append(f"{self.name}, line {line}: {error}.")

    def tell(self) -> None:
        """Raise BrokenReviews if there is any."""
        if self.found:
            more = [f"… and {len(self.found) - TOLD} more"] if len(self.found) > TOLD else []
            raise BrokenReviews("\n".join(["These decisions cannot be read.", *self.found[:TOLD], *more]))


def _rows(lines: list[str], above: int, faults: _Faults) -> Iterator[tuple[int, Row]]:
    """Each row with the line it begins on (1-based); raises ValueError where there is no line of column names."""
    reader = csv.reader(lines, dialect="excel-tab", strict=True)
    try:
        columns = next(reader, [])
        if missing := [name for name in NEEDED if name not in columns]:
            raise ValueError(f"there is no column {', '.join(missing)}: this is no SSSOM/TSV file")
        if len(set(columns)) < len(columns):
            raise ValueError("a column stands there twice")
        begins = above + reader.line_num + 1
        for cells in filter(any, reader):
            with faults.at(begins):
                if len(cells) != len(columns):
                    raise ValueError(f"{len(cells)} cells under {len(columns)} columns")
                yield begins, dict(zip(columns, cells, strict=True))
            begins = above + reader.line_num + 1
    except csv.Error as error:
        raise ValueError(f"from line {above + reader.line_num} on it cannot be read: {error}") from error


def _decision(row: Row, metadata: Metadata) -> Decision:
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

"""Decisions as SSSOM/TSV (https://mapping-commons.github.io/sssom/), written and read.

Whoever hands in such a file may be a stranger: every row is checked, and one that is broken costs the whole file, with
its line told. Text that a spreadsheet would take for a formula is written with an apostrophe before it, which reading
takes away again.
"""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import BrokenReviews
from graph.reviews.cells import COLUMNS, NEEDED, Row, cells_of, decision_of
from graph.reviews.decision import Decision, Key, Reviews
from graph.reviews.metadata import block, parsed, shortened
from ontology.iri import Iri

#: What a value on top of the file may be that holds for all its rows.
SHARED = ("mapping_date",)
LARGEST = 32 * 1024 * 1024
#: How many faults are told.
TOLD = 20


def written(reviews: Reviews) -> str:
    """The whole file: its metadata, then a row a decision, without columns that would be empty."""
    cells = [cells_of(decision) for decision in reviews]
    columns = [column for column in COLUMNS if column in NEEDED or any(row[column] for row in cells)]
    names = (name for each in reviews for name in (each.subject, each.object))
    prefixes, top = block(names, columns)
    lines = io.StringIO()
    writer = csv.writer(lines, dialect="excel-tab", lineterminator="\n")
    writer.writerow(columns)
    for row in cells:
        ids = {name: shortened(Iri(row[name]), prefixes) for name in ("subject_id", "object_id")}
        writer.writerow([{**row, **ids}[column] for column in columns])
    return "\n".join([*top, lines.getvalue()])


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
                decision = decision_of({**{key: metadata.values.get(key, "") for key in SHARED}, **row}, metadata)
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

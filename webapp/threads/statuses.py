"""How things go: what reports say of them."""

from dataclasses import dataclass

from graph.view import View
from ontology.iri import Iri
from webapp.ask import rows
from webapp.things import Source, source_of


@dataclass(frozen=True)
class Status:
    """One report: the status as a concept and as written, its year and aspect, the comment, what is done, and its source."""

    iri: Iri
    status: Iri | None
    as_written: str
    year: int | None
    aspect: Iri | None
    comment: str | None
    measures: str | None
    source: Source | None


@dataclass(frozen=True)
class _Row:
    thing: Iri
    iri: Iri
    status: Iri | None
    as_written: str
    year: int | None
    aspect: Iri | None
    comment: str | None
    measures: str | None
    passage: Iri | None
    file: str | None
    first: int | None
    last: int | None


def statuses(view: View, things: tuple[Iri, ...]) -> dict[Iri, tuple[Status, ...]]:
    """What reports say of each of some things, in the order of the documents."""
    found: dict[Iri, dict[Iri, Status]] = {}
    for row in rows(view, "statuses", _Row, things=things):
        status = Status(
            row.iri,
            row.status,
            row.as_written,
            row.year,
            row.aspect,
            row.comment,
            row.measures,
            source_of(row.passage, row.file, row.first, row.last),
        )
        found.setdefault(row.thing, {}).setdefault(row.iri, status)
    return {thing: tuple(reports.values()) for thing, reports in found.items()}

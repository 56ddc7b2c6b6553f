"""All that one document states, with what was odd in it and what was only kept."""

from dataclasses import dataclass

from graph.place import Place, Span
from graph.records.plan import Plan
from graph.records.record import Record
from ontology import rt
from ontology.iri import Iri


@dataclass(frozen=True)
class Doubt:
    """Something odd in the document that a reader should know; written as a finding. `kind` is one of the faults."""

    kind: Iri
    place: Place
    sv: str
    en: str
    about: Record | None = None
    severity: Iri = rt.Warning_


@dataclass(frozen=True)
class Kept:
    """A stretch that states no record but is kept and searchable: heading, prose, or table-like and not understood."""

    span: Span
    kind: Iri


@dataclass(frozen=True)
class Source:
    """One source file as read; `text` is what all spans count in, `format` its media type, `read_by` the reader."""

    name: str
    sha256: str
    format: str
    text: str
    line_count: int
    read_by: str


@dataclass(frozen=True)
class Reading:
    """All that one document states, with what was odd and what was only kept.

    `replaces` is the file name of a document of the same plan whose place it takes in a store, where it says so.
    """

    source: Source
    plan: Plan
    records: tuple[Record, ...]
    doubts: tuple[Doubt, ...] = ()
    kept: tuple[Kept, ...] = ()
    replaces: str | None = None

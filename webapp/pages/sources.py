"""The documents that all this was read from: whose they are, what became of their lines, what was odd, and how they were read."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template
from flask_babel import gettext, lazy_gettext

from graph.answer import Answer
from graph.view import View
from ontology.iri import Iri
from webapp.ask import ask, once_a_version, records
from webapp.door import version, view
from webapp.evidence.reading import NAMES
from webapp.menu import Entry
from webapp.sheet import Sheet, answered, sheet

PAGE = Blueprint("sources", __name__)
MENU = (Entry("review", 5, "sources.every", lazy_gettext("Källor")),)
#: The columns of the sheet that count lines, in the order of NAMES.
COUNTS = ("stating", "headings", "prose", "unread")


@dataclass(frozen=True)
class Share:
    """A part of a bar: what it stands for, how many lines, and where it lies between 0 and 100."""

    kind: Iri
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class Source:
    """A document in the list: `printed` are its lines that are not blank, and `shares` what became of them."""

    document: Iri
    file: str
    plan: Iri
    title: str
    organisation: str
    region: str
    year: int
    lines: int
    printed: int
    shares: tuple[Share, ...]
    findings: int
    read_by: str | None
    sha256: str


@PAGE.get("/sources")
def every() -> str | Response:
    """All documents."""
    seen = view()
    found = Sheet("sources", gettext("Källor"), *_asked(seen))
    return answered(
        found,
        lambda: render_template(
            "pages/sources.html", sources=_sources(found.answer), sheet=found, version=version(seen), kinds=NAMES
        ),
    )


@once_a_version
def _asked(seen: View) -> tuple[str, Answer]:
    ((beyond,),) = ask(seen, "longest").rows
    found = sheet(seen, "documents", "", offsets=tuple(range(int(str(beyond or 0)) + 1)))
    return found.sparql, found.answer


def _sources(found: Answer) -> tuple[Source, ...]:
    return tuple(_source(row) for row in records(found))


def _source(row: dict[str, object]) -> Source:
    counts = [int(str(row[name] or 0)) for name in COUNTS]
    read_by = row["read_by"]
    return Source(
        document=Iri(str(row["document"])),
        file=str(row["document_label"]),
        plan=Iri(str(row["plan"])),
        title=str(row["plan_label"]),
        organisation=str(row["organisation_label"]),
        region=str(row["region_label"]),
        year=int(str(row["edition"])),
        lines=int(str(row["lines"])),
        printed=sum(counts),
        shares=shares(counts),
        findings=int(str(row["findings"] or 0)),
        read_by=str(read_by) if read_by else None,
        sha256=str(row["sha256"]),
    )


def shares(counts: list[int]) -> tuple[Share, ...]:
    """A bar of 0 to 100 out of how many lines there are of each kind (in the order of NAMES)."""
    whole = sum(counts) or 1
    begins = [sum(counts[:index]) * 100 / whole for index in range(len(counts))]
    return tuple(
        Share(kind, count, round(x, 2), round(count * 100 / whole, 2))
        for kind, count, x in zip(NAMES.values(), counts, begins, strict=True)
    )

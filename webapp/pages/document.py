"""A document: the plan that it is, what became of its lines, and the lines themselves, a few hundred at a time."""

from dataclasses import dataclass

from flask import request

from graph import contents
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.ask import once_a_version
from webapp.editions import Edition, editions
from webapp.lines import Line, lines
from webapp.page import ThingPage
from webapp.paging import whole_number
from webapp.things import Head
from webapp.values import text

#: Lines on a page.
SHOWN = 200


@dataclass(frozen=True)
class Document:
    """What the page shows: lines `first` to `last` of `count`, and what became of all of them.

    `abridged` where the graph has only facts and figures of it, no lines.
    """

    edition: Edition | None
    format: str
    sha256: str
    coverage: contents.Lines
    lines: tuple[Line, ...]
    first: int
    last: int
    count: int
    abridged: bool


@once_a_version
def coverages(view: View) -> dict[Iri, contents.Lines]:
    """What became of the lines of each document."""
    return {each.document: contents.lines(view, each.document) for each in view.documents()}


def read(view: View, head: Head) -> Document:
    """What the page shows."""
    count = int(text(view, head.iri, rt.lineCount) or 0)
    wanted = min(whole_number(request.args.get("line"), 1), max(count, 1))
    first = (wanted - 1) // SHOWN * SHOWN + 1
    last = min(first + SHOWN - 1, max(count, 1))
    return Document(
        edition=next((each for each in editions(view) if each.document == head.iri), None),
        format=text(view, head.iri, Dcterms.format) or "",
        sha256=text(view, head.iri, rt.sha256) or "",
        coverage=coverages(view)[head.iri],
        lines=lines(view, head.iri, first, last),
        first=first,
        last=last,
        count=count,
        abridged=text(view, head.iri, rt.abridged) is not None,
    )


PAGE = ThingPage((rt.Document,), "pages/document.html", read)

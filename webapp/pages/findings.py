"""What is odd in the documents, the gravest first."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.door import view
from webapp.editions import editions
from webapp.forms import answered
from webapp.languages import language
from webapp.paging import page, whole_number

PAGE = Blueprint("findings", __name__)
SHOWN = 100
SEVERITIES = (rt.Error, rt.Warning_, rt.Info)


@dataclass(frozen=True)
class Finding:
    """Something odd: its fault, how grave it is, what it is about, what is said of it and where it stands."""

    iri: Iri
    fault: Iri
    severity: Iri
    text: str
    about: Iri
    about_label: str
    document: Iri
    passage: Iri | None
    file: str | None
    first: int | None
    last: int | None


@PAGE.get("/findings")
def every() -> str | Response:
    """The findings; on the document `document` (its name) and of the severity `severity` where those are given."""
    seen = view()
    document, severity = request.args.get("document", ""), request.args.get("severity", "")
    found = [
        each for each in findings(seen) if document in ("", each.document) and severity in ("", each.severity.local)
    ]
    shown = page(found, whole_number(request.args.get("page"), 1), SHOWN)
    return answered(
        seen,
        shown,
        lambda: render_template(
            "pages/findings.html",
            shown=shown,
            editions=editions(seen),
            severities=SEVERITIES,
            document=document,
            severity=severity,
        ),
    )


def findings(seen: View) -> tuple[Finding, ...]:
    """All findings in the request's language, the gravest first, then as they stand in the documents."""
    found = {each.iri: each for each in reversed(rows(seen, "findings", Finding, language=language()))}
    return tuple(
        sorted(found.values(), key=lambda each: (_gravity(each.severity), each.file or "", each.first or 0, each.iri))
    )


def _gravity(severity: Iri) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)

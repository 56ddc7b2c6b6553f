"""What is odd in the documents, the gravest first."""

from collections import Counter

from flask import Blueprint, Response, render_template, request
from flask_babel import lazy_gettext

from graph.findings.told import SEVERITIES, Told, told
from graph.view import View
from webapp.ask import once_a_version
from webapp.door import view
from webapp.editions import editions
from webapp.forms import answered
from webapp.languages import language
from webapp.menu import Entry
from webapp.paging import page, whole_number

PAGE = Blueprint("findings", __name__)
MENU = (Entry("review", 10, "findings.every", lazy_gettext("Avvikelser")),)
SHOWN = 100


@PAGE.get("/findings")
def every() -> str | Response:
    """The findings; of the document `document` (its name), the severity `severity`, the fault `kind` where they are given."""
    seen = view()
    document, severity, kind = (request.args.get(name, "") for name in ("document", "severity", "kind"))
    every_one = findings(seen)
    found = [
        each
        for each in every_one
        if (not document or document in each.documents)
        and severity in ("", each.severity.local)
        and kind in ("", each.fault.local)
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
            kinds=Counter(each.fault for each in every_one),
            document=document,
            severity=severity,
            kind=kind,
        ),
    )


def findings(seen: View) -> tuple[Told, ...]:
    """All findings in the request's language, the gravest first, then as they stand in the documents."""
    return _in_both(seen)[language()]


@once_a_version
def _in_both(seen: View) -> dict[str, tuple[Told, ...]]:
    return {each: told(seen, each) for each in ("sv", "en")}
